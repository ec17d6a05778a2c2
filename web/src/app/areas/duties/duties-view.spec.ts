import { describe, expect, it } from '@jest/globals';
import { wordingOf } from '../../../testing/wording.js';
import type { DueDate } from '../../api-client/models/due-date.js';
import type { DueDates } from '../../api-client/models/due-dates.js';
import type { Duty } from '../../api-client/models/duty.js';
import type { DutySubmissions } from '../../api-client/models/duty-submissions.js';
import type { UnitSubmission } from '../../api-client/models/unit-submission.js';
import { daysUntil, dueDays } from './due-timeline.js';
import {
  dueFinding,
  lateFinding,
  reportOf,
  standingFilter,
  stateFilter,
  tilesOf,
  timelineFinding,
  unitsShown,
  whenText,
  yearFilter,
  yearsFor,
} from './duties-view.js';

const vi = wordingOf('vi');
const en = wordingOf('en');
const due = (duty: string, dueOn: string, own: Partial<DueDate> = {}): DueDate => ({
  duty,
  nameVi: `Nghĩa vụ ${duty}`,
  nameEn: `Duty ${duty}`,
  act: 'report',
  standing: 'binding',
  actorVi: 'Ủy ban nhân dân',
  actorEn: "People's Committee",
  period: dueOn.slice(0, 4),
  dueOn,
  bySetting: false,
  tracked: true,
  recorded: false,
  recipients: [{ unitId: 'bo-a', nameVi: 'Bộ A', nameEn: 'Ministry A', toBeVerified: false }],
  counts: null,
  state: null,
  daysLate: null,
  ...own,
});
const year = (items: DueDate[], today = '2026-11-22'): DueDates => ({
  dataSet: 'official',
  sample: false,
  today,
  from: '2026-01-01',
  to: '2026-12-31',
  items,
});
const counts = { units: 3, received: 1, late: 1, missing: 1, notYetDue: 0, returned: 0 };
const unit = (unitId: string, own: Partial<UnitSubmission>): UnitSubmission => ({
  unitId,
  nameVi: unitId,
  shortNameVi: unitId,
  nameEn: unitId,
  level: 'province',
  regionId: null,
  state: 'missing',
  returned: false,
  firstSentOn: null,
  lastSentOn: null,
  daysLate: 0,
  documentNumber: null,
  history: [],
  ...own,
});
const report = (own: Partial<DutySubmissions> = {}): DutySubmissions => ({
  dataSet: 'official',
  sample: false,
  today: '2026-11-22',
  duty: 'report-province-yearly',
  nameVi: 'Báo cáo',
  nameEn: 'Report',
  period: '2025',
  periods: ['2026', '2025', '2024'],
  dueOn: '2025-12-30',
  bySetting: false,
  recorded: true,
  recipients: [],
  counts,
  items: [],
  ...own,
});

describe('the address', () => {
  it.each([
    [undefined, 'report-province-yearly'],
    ['report-ministry-yearly', 'report-ministry-yearly'],
    ['no-such-report', 'report-province-yearly'],
  ])('%p asks for the report %p', (text, expected) => {
    expect(reportOf(text)).toBe(expected);
  });

  it.each([
    ['2026', 2026],
    ['1999', null],
    ['20x6', null],
    [undefined, null],
    ['2026.5', null],
  ])('%p asks for the year %p', (text, expected) => {
    expect(yearFilter(text)).toBe(expected);
  });

  it('takes no word that nobody knows for a filter', () => {
    expect([standingFilter('law'), stateFilter('lost'), stateFilter('late')]).toEqual([
      'binding',
      null,
      'late',
    ]);
    expect(yearsFor('2026-11-22').slice(-1)).toEqual([2030]);
  });
});

describe('what is due next', () => {
  it('is the nearest day ahead, by its most binding duty, without history', () => {
    const dates = year([
      due('past', '2026-06-30'),
      due('old', '2026-12-01', { standing: 'history' }),
      due('proposed', '2026-12-30', { standing: 'proposed' }),
      due('law', '2026-12-30'),
      due('later', '2026-12-31'),
    ]);
    expect(dueFinding(dates, vi)).toBe('Hạn gần nhất 30/12/2026: Nghĩa vụ law và 1 nghĩa vụ khác');
    expect(dueFinding(year([due('only', '2026-12-31')]), en)).toBe('Due next, on 31/12/2026: Duty only');
  });

  it('is today when it falls due today, and nothing when all has passed', () => {
    expect(dueFinding(year([due('now', '2026-11-22')]), vi)).toContain('22/11/2026');
    expect(dueFinding(year([due('past', '2026-11-21')]), vi)).toBe(
      'Năm 2026 không còn hạn nào phía trước (1 hạn trong năm)',
    );
  });
});

describe('who is late', () => {
  it('is counted once the day has passed', () => {
    expect(lateFinding(report(), vi)).toBe(
      'Kỳ 2025, hạn 30/12/2025: 1 trên 3 đơn vị đúng hạn, 1 trễ hạn, 1 chưa nhận được',
    );
  });

  it('is not said where nothing is recorded, nor before the day', () => {
    expect(lateFinding(report({ recorded: false }), vi)).toBe(
      'Kỳ 2025, hạn 30/12/2025: chưa ghi nhận báo cáo nào của 3 đơn vị',
    );
    expect(lateFinding(report({ dueOn: '2026-12-30', period: '2026' }), vi)).toContain('chưa đến');
  });

  it('stands in tiles, with how late the latest was', () => {
    const items = [
      unit('a', { state: 'late', daysLate: 12 }),
      unit('b', { state: 'missing', daysLate: 300 }),
    ];
    const tiles = tilesOf(year([due('x', '2026-12-30')]), report({ items }), vi);
    expect(tiles.map(({ value }) => value)).toEqual(['1', '1', '1', '1']);
    expect(tiles[2]?.note).toBe('trễ nhất 12 ngày');
  });

  it('comes first in the table of units', () => {
    const items = [
      unit('Đà Nẵng', { state: 'received' }),
      unit('Cần Thơ', { state: 'late', daysLate: 3 }),
      unit('Huế', { state: 'missing', daysLate: 9 }),
      unit('An Giang', { state: 'missing', daysLate: 9 }),
    ];
    const names = (state: Parameters<typeof unitsShown>[1]) =>
      unitsShown(items, state, vi).map((one) => one.unitId);
    expect(names(null)).toEqual(['An Giang', 'Huế', 'Cần Thơ', 'Đà Nẵng']);
    expect(names('late')).toEqual(['Cần Thơ']);
  });
});

describe('when a duty falls due, in words', () => {
  const duty = (schedule: Partial<Duty['schedule']>): Duty =>
    ({
      schedule: { month: null, day: null, months: null, period: null, setting: null, ...schedule },
    }) as Duty;
  it.each([
    [{ type: 'yearly_before', month: 12, day: 31 }, 'Hằng năm, trước ngày 31/12'],
    [{ type: 'every_months', months: 6 }, 'Ít nhất 6 tháng một lần'],
    [{ type: 'within', period: '2024-Q4' }, 'Một lần, trong 2024-Q4'],
    [{ type: 'ongoing' }, 'Thường xuyên'],
    [{ type: 'yearly_by_setting' }, 'Hằng năm, văn bản không nêu ngày'],
  ] as const)('%p', (schedule, text) => {
    expect(whenText(duty(schedule), vi)).toBe(text);
  });
});

describe('the timeline of a year', () => {
  const committee = { unitId: null, nameVi: 'Ủy ban', nameEn: 'Committee', toBeVerified: true };
  const items = [
    due('c', '2026-12-30', { bySetting: true }),
    due('a', '2026-06-30', { recipients: [] }),
    due('b', '2026-12-30', { recipients: [] }),
    due('d', '2026-12-31', { recipients: [...due('d', '').recipients, committee] }),
    due('e', '2026-11-22'),
  ];
  const days = dueDays(items, '2026-11-22', vi);

  it('is a line of days, each with how far it is away', () => {
    expect(days.map(({ date, away, past, count }) => [date, away, past, count])).toEqual([
      ['30/06/2026', 'đã qua 145 ngày', true, 1],
      ['22/11/2026', 'hôm nay', false, 1],
      ['30/12/2026', 'còn 38 ngày', false, 2],
      ['31/12/2026', 'còn 39 ngày', false, 1],
    ]);
  });

  it('has each duty under every recipient, and what names none last', () => {
    const names = (at: number) =>
      days[at]?.recipients.map((to) => [to.name, to.duties.map(({ name }) => name)]);
    expect(names(2)).toEqual([
      ['Bộ A', ['Nghĩa vụ c']],
      ['Văn bản không nêu nơi nhận', ['Nghĩa vụ b']],
    ]);
    expect(names(3)).toEqual([
      ['Bộ A', ['Nghĩa vụ d']],
      ['Ủy ban (cần đối chiếu)', ['Nghĩa vụ d']],
    ]);
  });

  it('names a period only where it is not the year of the day', () => {
    const [first] = dueDays([due('x', '2030-12-31', { period: '2024-2030' })], '2026-11-22', vi);
    expect(first?.recipients[0]?.duties[0]?.period).toBe('2024-2030');
    expect(days[2]?.recipients[0]?.duties[0]?.period).toBeNull();
  });

  it.each([
    ['2024-02-28', '2024-03-01', 2],
    ['2025-02-28', '2025-03-01', 1],
    ['2025-12-31', '2025-12-30', -1],
  ])('from %s to %s counts %p', (from, to, count) => {
    expect(daysUntil(from, to)).toBe(count);
  });

  it('says for how many no document states a day', () => {
    expect(timelineFinding(year(items), vi)).toContain('có 5 hạn; 1 hạn không văn bản nào nêu ngày');
  });
});
