import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  dueDatesSchema,
  dutyPageSchema,
  dutySchema,
  type DueDatesDto,
  type DutyDto,
} from '../../api/src/features/duties/duty.dto.ts';
import {
  submissionsSchema,
  type RecordedDto,
  type SubmissionsDto,
} from '../../api/src/features/duties/submission.dto.ts';
import type { Page } from '../../api/src/platform/http/page.ts';
import { outcomeOf } from '../support/refused-statements.ts';
import { serveApplication, type Answer, type ServedApplication } from '../support/served-application.ts';

let served: ServedApplication;
beforeAll(async () => {
  served = await serveApplication();
  await served.database.query(
    `INSERT INTO data_set (code, kind, name_vi, name_en) VALUES ('rehearsal', 'sample', 'Diễn tập', 'Rehearsal')`,
  );
}, 60_000);
afterAll(() => served?.close());

async function read<T>(path: string): Promise<T> {
  const answer = await served.ask(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.json<T>();
}

const post = (path: string, body: object): Promise<Answer> => served.ask(path, { method: 'POST', body });
const REPORT = '/duties/report-province-yearly';
const send = (unit: string, period: string, sentOn: string, more: object = {}) =>
  post(`${REPORT}/submissions`, { unit, period, sentOn, ...more });
const giveBack = (unit: string, period: string, returnedOn: string, reason = 'Thiếu số liệu') =>
  post(`${REPORT}/returns`, { unit, period, returnedOn, reason });
const codeOf = (answer: Answer) => [answer.status, answer.json()['code']];

describe('duties over HTTP', () => {
  it.each([
    ['/duties', dutyPageSchema],
    ['/duties?standing=history&size=500', dutyPageSchema],
    [REPORT, dutySchema],
    ['/duties/review-open-data-catalogue', dutySchema],
    ['/duties/due-dates', dueDatesSchema],
    ['/duties/due-dates?from=2024-01-01&to=2026-12-31&unit=ha-noi', dueDatesSchema],
    [`${REPORT}/submissions?period=2024`, submissionsSchema],
  ])('%s answers what it declares, and nothing else', async (path, schema) => {
    const body = await read<unknown>(path);
    expect(body).toEqual(schema.parse(body));
  });

  it('lists 27 of the Decision and 13 of other documents', async () => {
    const total = async (counted: string) => (await read<Page<DutyDto>>(`/duties?counted=${counted}`)).total;
    expect([await total('decision-142-2024'), await total('other-documents')]).toEqual([27, 13]);
  });

  it('shows a duty whose basis has lapsed as lapsed, with the basis', async () => {
    const duty = await read<DutyDto>('/duties/review-open-data-catalogue');
    expect(duty).toMatchObject({ lapsed: true, validTo: '2025-08-18', nextDueOn: null });
    expect(duty.bases[0]).toMatchObject({ reference: 'decree-47-2020#20', lapsed: true });
    expect((await read<DutyDto>(REPORT)).lapsed).toBe(false);
  });

  it('names the setting where no document states a day', async () => {
    const duty = await read<DutyDto>('/duties/report-ministry-yearly');
    expect(duty).toMatchObject({ standing: 'proposed', timePrinted: null, words: null });
    expect(duty.schedule.setting).toMatchObject({ code: 'ministry_report_due', proposed: true });
  });

  it('lets the report of provinces fall due on 30 December, to the ministry of the day', async () => {
    const { items } = await read<DueDatesDto>('/duties/due-dates?from=2024-01-01&to=2025-12-31');
    const reports = items.filter(({ duty }) => duty === 'report-province-yearly');
    expect(
      reports.map(({ dueOn, counts, recipients }) => [dueOn, counts?.units, recipients[0]?.unitId]),
    ).toEqual([
      ['2024-12-30', 63, 'bo-thong-tin-va-truyen-thong'],
      ['2025-12-30', 34, 'bo-khoa-hoc-va-cong-nghe'],
    ]);
    expect(reports.map(({ bySetting }) => bySetting)).toEqual([false, false]);
  });

  it('sends the national report to two recipients, one of them to be verified', async () => {
    const { items } = await read<DueDatesDto>('/duties/due-dates?from=2025-01-01');
    const report = items.find(({ duty }) => duty === 'report-national-yearly');
    expect(report?.recipients.map(({ nameVi, toBeVerified }) => [nameVi, toBeVerified])).toEqual([
      ['Thủ tướng Chính phủ', false],
      ['Ủy ban Quốc gia về chuyển đổi số', true],
    ]);
    expect(report?.bySetting).toBe(true);
  });

  it('lets nothing of the draft fall due, and nothing before the Decision', async () => {
    const { items } = await read<DueDatesDto>('/duties/due-dates?from=2020-01-01&to=2023-12-31');
    expect(items.filter(({ standing }) => standing === 'binding')).toEqual([]);
    expect(items.filter(({ duty }) => duty.startsWith('draft-2020'))).toEqual([]);
    expect(items.filter(({ standing }) => standing === 'history').map(({ counts }) => counts)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('what provinces send', () => {
  const of2024 = () => read<SubmissionsDto>(`${REPORT}/submissions?period=2024`);

  it('is missing where nothing has come, and says that nothing is recorded', async () => {
    const before = await of2024();
    expect(before).toMatchObject({
      dataSet: 'official',
      sample: false,
      recorded: false,
      dueOn: '2024-12-30',
    });
    expect(before.counts).toMatchObject({ units: 63, missing: 63, received: 0 });
    const next = String(Number(before.today.slice(0, 4)) + 1);
    expect(before.periods.at(-1)).toBe('2024');
    expect(Number(before.periods[0])).toBeLessThanOrEqual(Number(next));
  });

  it('is received, late, returned, and sent again, with its history', async () => {
    expect((await send('ha-noi', '2024', '2024-12-20', { documentNumber: '450/BC-UBND' })).status).toBe(201);
    const inTime = await post(`${REPORT}/submissions`, {
      unit: 'da-nang',
      period: '2024',
      sentAt: '2024-12-30T23:59:59+07:00',
    });
    expect(inTime.json<RecordedDto>()).toMatchObject({ state: 'received', dueOn: '2024-12-30' });
    const late = await post(`${REPORT}/submissions`, {
      unit: 'can-tho',
      period: '2024',
      sentAt: '2024-12-30T17:00:00Z',
    });
    expect(late.json<RecordedDto>()).toMatchObject({ state: 'late' });
    expect((await giveBack('ha-noi', '2024', '2025-01-05')).json<RecordedDto>()).toMatchObject({
      state: 'missing',
      returned: true,
    });
    expect((await of2024()).counts).toMatchObject({ received: 1, late: 1, missing: 61, returned: 1 });
    expect((await send('ha-noi', '2024', '2025-01-09')).json<RecordedDto>().history).toMatchObject([
      {
        action: 'sent',
        happenedOn: '2024-12-20',
        documentNumber: '450/BC-UBND',
        writtenBy: 'chief_assessor@bo-khoa-hoc-va-cong-nghe',
      },
      { action: 'returned', happenedOn: '2025-01-05', reason: 'Thiếu số liệu' },
      { action: 'sent', happenedOn: '2025-01-09' },
    ]);
    expect((await of2024()).items.find(({ unitId }) => unitId === 'ha-noi')).toMatchObject({
      state: 'received',
      firstSentOn: '2024-12-20',
      lastSentOn: '2025-01-09',
    });
  });

  it('in a sample stays in the sample', async () => {
    await send('hue', '2024', '2024-12-01', { dataSet: 'rehearsal' });
    const sample = await read<SubmissionsDto>(`${REPORT}/submissions?period=2024&dataSet=rehearsal`);
    expect(sample).toMatchObject({ sample: true, counts: { received: 1 } });
    expect((await of2024()).items.find(({ unitId }) => unitId === 'hue')?.state).toBe('missing');
  });

  it('is refused where it does not fit', async () => {
    const refused = [
      await post('/duties/no-such-duty/submissions', {
        unit: 'ha-noi',
        period: '2024',
        sentOn: '2024-12-20',
      }),
      await send('ha-noi', '2019', '2024-12-20'),
      await send('bo-y-te', '2024', '2024-12-20'),
      await send('tuyen-quang-2025', '2024', '2024-12-20'),
      await send('hai-phong', '2024', '2099-12-20'),
      await send('ha-noi', '2024', '2025-02-01'),
      await giveBack('hai-phong', '2024', '2025-02-01'),
      await giveBack('ha-noi', '2024', '2025-01-01'),
      await send('hai-phong', '2024', '2024-12-20', { dataSet: 'nowhere' }),
      await post('/duties/year-2023-open-data-plan/submissions', {
        unit: 'ha-noi',
        period: '2023-04',
        sentOn: '2023-04-20',
      }),
      await post('/duties/survey-by-associations/submissions', {
        unit: 'ha-noi',
        period: '2024',
        sentOn: '2024-04-20',
      }),
    ];
    expect(refused.map(codeOf)).toEqual([
      [404, 'DUTY_NOT_FOUND'],
      [422, 'DUTY_PERIOD_UNKNOWN'],
      [422, 'DUTY_NOT_OF_UNIT'],
      [422, 'DUTY_NOT_OF_UNIT'],
      [422, 'DAY_AHEAD'],
      [409, 'SUBMISSION_STANDS'],
      [409, 'SUBMISSION_NOTHING_TO_RETURN'],
      [422, 'SUBMISSION_OUT_OF_ORDER'],
      [404, 'DATA_SET_NOT_FOUND'],
      [422, 'DUTY_NOT_TRACKED'],
      [422, 'DUTY_NOT_TRACKED'],
    ]);
    expect((await of2024()).items.find(({ unitId }) => unitId === 'hai-phong')?.history).toEqual([]);
  });

  it.each([
    ['no day', { unit: 'ha-noi', period: '2024' }, 'sentOn'],
    [
      'a day and an instant',
      { unit: 'ha-noi', period: '2024', sentOn: '2024-12-20', sentAt: '2024-12-20T00:00:00Z' },
      'sentOn',
    ],
    [
      'an instant without a zone',
      { unit: 'ha-noi', period: '2024', sentAt: '2024-12-20T00:00:00' },
      'sentAt',
    ],
    ['29 February of no leap year', { unit: 'ha-noi', period: '2024', sentOn: '2025-02-29' }, 'sentOn'],
    ['a blank unit', { unit: ' ', period: '2024', sentOn: '2024-12-20' }, 'unit'],
    ['a field that nobody knows', { unit: 'ha-noi', period: '2024', sentOn: '2024-12-20', late: false }, ''],
  ])('is refused with %s', async (_what, body, path) => {
    const answer = await post(`${REPORT}/submissions`, body);
    expect(codeOf(answer)).toEqual([400, 'REQUEST_INVALID']);
    expect(answer.json<{ errors: { path: string }[] }>().errors[0]?.path).toBe(path);
  });

  it('cannot be changed or removed, but for a sample', async () => {
    const outcomes = [
      await outcomeOf(served.database, `UPDATE duty_submission SET happened_on = '2024-01-01'`),
      await outcomeOf(served.database, `DELETE FROM duty_submission WHERE data_set = 'official'`),
      await outcomeOf(served.database, `DELETE FROM duty_submission WHERE data_set = 'rehearsal'`),
      await outcomeOf(served.database, `TRUNCATE duty_submission`),
    ];
    expect(outcomes).toEqual(['23000', '23000', 'done', '23000']);
  });
});

describe('open data that was published', () => {
  const UPDATE = '/duties/update-open-datasets/submissions';
  it('is due for an update three months on, as the operator reads the clock', async () => {
    for (const sentOn of ['2025-01-31', '2025-04-10']) {
      expect((await post(UPDATE, { unit: 'ha-noi', period: 'giao-thong', sentOn })).status).toBe(201);
    }
    const { items } = await read<DueDatesDto>('/duties/due-dates?from=2025-01-01&unit=ha-noi');
    const terms = items.filter(({ duty }) => duty === 'update-open-datasets');
    expect(terms.map(({ period, dueOn, state }) => [period, dueOn, state])).toEqual([
      ['giao-thong', '2025-04-30', 'received'],
      ['giao-thong', '2025-07-10', 'missing'],
    ]);
  });
});

describe('due dates asked for wrongly', () => {
  it.each([
    ['the wrong way round', 'from=2025-12-31&to=2025-01-01', 400, 'REQUEST_INVALID'],
    ['of a century', 'from=2000-01-01&to=2099-12-31', 400, 'REQUEST_INVALID'],
    ['of a day that is none', 'from=2025-02-30', 400, 'REQUEST_INVALID'],
    ['of a unit that is none', 'unit=atlantis', 404, 'UNIT_NOT_FOUND'],
    ['of a level that is none', 'level=district', 400, 'REQUEST_INVALID'],
    ['of a data set that is no code', 'dataSet=A%20B', 400, 'REQUEST_INVALID'],
  ])('%s are refused', async (_what, query, status, code) => {
    expect(codeOf(await served.ask(`/duties/due-dates?${query}`))).toEqual([status, code]);
  });
});

describe('due dates as files', () => {
  it('come as a calendar of whole days, folded, with the same UIDs each time', async () => {
    const answer = await served.ask('/duties/due-dates.ics?from=2025-01-01&level=province&lang=vi');
    expect(answer.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="due-dates-2025-01-01-2025-12-31.ics"',
    });
    const lines = answer.text.split('\r\n');
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    const unfolded = answer.text.replaceAll('\r\n ', '');
    expect(unfolded).toContain('UID:report-province-yearly-2025@dti-monitor\r\n');
    expect(unfolded).toContain('DTSTART;VALUE=DATE:20251230\r\n');
    expect(unfolded).toContain(
      'SUMMARY:Báo cáo hằng năm của tỉnh\\, thành phố về tình hình triển khai Chiến lược (2025)',
    );
    expect(unfolded).not.toContain('DỮ LIỆU MẪU');
  });

  it('come as CSV, and a sample says so in its name and in every row', async () => {
    const answer = await served.ask('/duties/due-dates.csv?from=2024-01-01&dataSet=rehearsal');
    expect(answer.headers['content-disposition']).toBe(
      'attachment; filename="due-dates-2024-01-01-2024-12-31-rehearsal.csv"',
    );
    expect(answer.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const rows = answer.text.trimEnd().split('\n');
    expect(rows.filter((row) => !row.replace('\ufeff', '').startsWith('DỮ LIỆU MẪU,'))).toEqual([]);
    expect(rows.some((row) => row.includes('2024-12-30') && row.includes('report-province-yearly'))).toBe(
      true,
    );
  });
});

describe('a setting of the operator', () => {
  it('moves the due day of ministries and is named as such', async () => {
    const answer = await served.ask('/settings/ministry_report_due', {
      method: 'PUT',
      body: { value: { month: 12, day: 15, rule: 'by' }, reason: 'Công văn của bộ chủ trì' },
    });
    expect(answer.status).toBe(200);
    const { items } = await read<DueDatesDto>('/duties/due-dates?from=2025-01-01');
    expect(items.find(({ duty }) => duty === 'report-ministry-yearly')).toMatchObject({
      dueOn: '2025-12-15',
      bySetting: true,
      recipients: [{ unitId: 'bo-khoa-hoc-va-cong-nghe' }],
    });
  });
});
