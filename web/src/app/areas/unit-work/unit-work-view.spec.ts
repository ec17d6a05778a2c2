import { describe, expect, it } from '@jest/globals';
import type { UnitWork } from '../../api-client/models/unit-work.js';
import type { WorkDuty } from '../../api-client/models/work-duty.js';
import type { WorkFigure } from '../../api-client/models/work-figure.js';
import { wordingOf } from '../../../testing/wording.js';
import { awayText, figureRows, workHeadline, workTiles } from './unit-work-view.js';
import { openDuties, sentDuties, settledTasks, waitingDatabases, waitingTasks } from './work-items.js';

const vietnamese = wordingOf('vi');

const duty = (over: Partial<WorkDuty>): WorkDuty => ({
  duty: 'report',
  nameVi: 'Báo cáo',
  nameEn: 'Report',
  period: '2026',
  dueOn: '2026-12-20',
  bySetting: false,
  state: 'not_yet_due',
  returned: false,
  daysLate: 0,
  ...over,
});

const task = (code: string, state: UnitWork['tasks'][number]['state']): UnitWork['tasks'][number] => ({
  code,
  nameVi: code,
  nameEn: code,
  schedule: { kind: 'ongoing', from: null, to: null, due: null },
  state,
  asOf: null,
});

const work = (over: Partial<UnitWork> = {}): UnitWork => ({
  dataSet: 'official',
  sample: false,
  today: '2026-11-22',
  unit: {
    id: 'phu-tho-2025',
    nameVi: 'Tỉnh Phú Thọ',
    nameEn: 'Phu Tho',
    shortNameVi: 'Phú Thọ',
    level: 'province',
    endedOn: null,
  },
  may: [],
  pastUnits: [],
  heirs: [],
  figures: { total: 0, items: [] },
  drafts: [],
  duties: [],
  tasks: [],
  maturity: null,
  databases: [],
  ...over,
});

describe('what lies before a unit', () => {
  it('is told by what presses first: returned, overdue, due soon, later; nothing beyond a year', () => {
    const duties = [
      duty({ period: 'later', dueOn: '2027-06-01' }),
      duty({ period: 'beyond', dueOn: '2027-12-31' }),
      duty({ period: 'soon' }),
      duty({ period: 'overdue', dueOn: '2026-11-01', state: 'missing' }),
      duty({ period: 'returned', dueOn: '2026-12-01', returned: true }),
      duty({ period: 'sent', state: 'received' }),
    ];
    expect(openDuties(work({ duties })).map(({ duty: { period } }) => period)).toEqual([
      'returned',
      'overdue',
      'soon',
      'later',
    ]);
    expect(sentDuties({ duties }).map(({ period }) => period)).toEqual(['sent']);
    expect(openDuties(work({ duties })).map((item) => awayText(item, vietnamese))).toEqual([
      'Bị trả lại, cần gửi lại',
      'Quá hạn 21 ngày',
      'Còn 28 ngày',
      'Còn 191 ngày',
    ]);
  });

  it('counts in its heading and tiles what has to be done', () => {
    const busy = work({
      duties: [duty({ dueOn: '2026-11-01', state: 'missing' }), duty({})],
      tasks: [task('B.I.1', 'overdue'), task('B.I.2', 'no_status'), task('B.I.3', 'done')],
      figures: { total: 7, items: [] },
    });
    expect(workHeadline(busy, vietnamese)).toBe(
      'Phú Thọ: 2 việc quá hạn, 1 báo cáo đến hạn trong 60 ngày tới',
    );
    expect(workTiles(busy, vietnamese).map(({ value }) => value)).toEqual(['2', '1', '2', '7']);
    expect(waitingTasks(busy).map(({ code }) => code)).toEqual(['B.I.1', 'B.I.2']);
    expect(settledTasks(busy).map(({ code }) => code)).toEqual(['B.I.3']);
    expect(workHeadline(work(), vietnamese)).toBe('Phú Thọ: không có việc quá hạn hay sắp đến hạn');
  });

  it('of a unit that was merged says into whom, and asks for nothing', () => {
    const past = work({
      unit: { ...work().unit, shortNameVi: 'Hòa Bình', endedOn: '2025-06-30' },
      heirs: [{ id: 'phu-tho-2025', nameVi: 'Tỉnh Phú Thọ', nameEn: 'Phu Tho', endedOn: null }],
      tasks: [task('B.I.1', 'no_status')],
    });
    expect(workHeadline(past, vietnamese)).toBe(
      'Hòa Bình đã sáp nhập vào Tỉnh Phú Thọ, hoạt động đến hết ngày 30/06/2025',
    );
    expect([waitingTasks(past), settledTasks(past)]).toEqual([[], []]);
  });

  it('leaves out databases whose inventory of the year is at its end', () => {
    const inventory = {
      period: '2026',
      state: 'none',
      dueOn: '2026-12-30',
      sentOn: null,
      late: false,
    } as const;
    const database = { id: '1', nameVi: 'x', nameEn: null, inventory, openObstacles: 0 };
    const databases = [
      { ...database, next: ['assess'] },
      { ...database, id: '2', next: [] },
    ];
    expect(waitingDatabases({ databases }).map(({ id }) => id)).toEqual(['1']);
  });
});

describe('a figure that is not published', () => {
  const figure = (over: Partial<WorkFigure>): WorkFigure => ({
    dataElement: 'x',
    nameVi: 'Tỷ lệ',
    nameEn: 'Share',
    valueType: 'ratio',
    decimals: null,
    unitVi: null,
    unitEn: null,
    period: '2026',
    value: 0.5,
    text: null,
    status: 'A',
    writtenAt: '2026-11-01T00:00:00.000Z',
    writtenBy: 'x',
    published: null,
    before: null,
    ...over,
  });
  const published = { period: '2025', value: 0.4, text: null, status: 'A' };

  it.each([
    ['the period before', figure({ before: published }), ['0,5000', null, '0,4000', '+0,1000', true]],
    [
      'the same period first',
      figure({ published: { ...published, period: '2026', value: 0.6 }, before: published }),
      ['0,5000', '0,6000', '0,4000', '−0,1000', false],
    ],
    ['nothing', figure({}), ['0,5000', null, null, null, null]],
    [
      'a gap',
      figure({ value: null, status: 'L', before: published }),
      ['thiếu số liệu', null, '0,4000', null, null],
    ],
    ['what does not apply', figure({ value: null, status: 'O' }), ['không áp dụng', null, null, null, null]],
    [
      'yes or no',
      figure({ valueType: 'yes_no', value: 1, before: published }),
      ['có', null, 'không', null, null],
    ],
    ['a day', figure({ valueType: 'day', value: 20_000 }), ['04/10/2024', null, null, null, null]],
  ])('stands beside %s', (_what, one, expected) => {
    const [row] = figureRows([one], vietnamese);
    expect([row?.value, row?.published, row?.before, row?.change, row?.rises]).toEqual(expected);
  });
});
