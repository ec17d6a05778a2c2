import { describe, expect, it } from '@jest/globals';
import { LOOK } from '../../../testing/look.js';
import { taskOf } from '../../../testing/tasks.js';
import { wordingOf } from '../../../testing/wording.js';
import { timelineFinding, timelineRows, timelineTable } from './timeline.js';
import { placeOf, timelineOption } from './timeline-chart-options.js';

const vi = wordingOf('vi');
const none = { from: null, to: null, due: null };
const PLAN = {
  code: 'mic-1',
  document: 'mic-action-plan-2024',
  task: 'A.III.3',
  action: null,
  nameVi: 'Cổng',
  nameEn: 'Portal',
  quoteVi: 'Cổng',
  implementingVi: null,
  coordinatingVi: null,
  expectedResultVi: null,
  phasePrinted: null,
  phaseFrom: null,
  phaseTo: null,
  phaseOngoing: false,
  deadlinePrinted: 'tháng 6/2025',
  due: '2025-06-30',
  passed: true,
  confidence: 'medium',
  sourceIds: [],
};
const TASKS = [
  taskOf('A.I.1', { pastDue: true }),
  taskOf('A.V.1', { schedule: { kind: 'years', from: 2024, to: 2027, due: '2027-12-31' }, state: 'done' }),
  taskOf('A.III.3', { schedule: { kind: 'ongoing', ...none }, plan: [PLAN] }),
  taskOf('VIII.1.b', { schedule: { kind: 'unstated', ...none }, part: 'body' }),
];
const rows = timelineRows(TASKS, vi);

interface Shape {
  readonly yAxis: { readonly data: readonly string[] };
  readonly series: readonly {
    readonly type: string;
    readonly data: readonly (
      number | { readonly value: number | readonly number[]; readonly said: string }
    )[];
    readonly markLine?: { readonly data: readonly { readonly xAxis: number }[] };
  }[];
}
const text = { annex: 'Phụ lục', ongoing: 'Phụ lục', plan: 'Kế hoạch' };
const option = timelineOption(rows, '2026-11-22', text, LOOK) as unknown as Shape;
const values = (at: number) =>
  option.series[at]?.data.map((item) => (typeof item === 'number' ? item : item.value));

describe('a day on the axis of years', () => {
  it.each([
    ['2024-12-31', 2025],
    ['2025-12-31', 2026],
  ])('%s is the end of its year', (day, place) => {
    expect(placeOf(day)).toBe(place);
  });

  it('in the middle of the year is about its half', () => {
    expect(placeOf('2025-06-30')).toBeCloseTo(2025.5, 1);
  });
});

describe('the timeline', () => {
  it('has a line for each task with a time, and none for a duty without', () => {
    expect(rows.map(({ code, from, to }) => [code, from, to])).toEqual([
      ['A.I.1', 2024, 2025],
      ['A.V.1', 2024, 2027],
      ['A.III.3', 2024, null],
    ]);
  });

  it('draws the span to the end of its last year, an ongoing task to the end of the picture', () => {
    expect(values(0)).toEqual([2024, 2024, 2024]);
    expect(values(1)).toEqual([2, 4, 0]);
    expect(values(2)).toEqual([0, 0, 7]);
  });

  it("marks the ministry's date on the line of its task, and today", () => {
    expect(values(3)).toEqual([[placeOf('2025-06-30'), 2]]);
    expect(option.series[1]?.markLine?.data).toEqual([{ xAxis: placeOf('2026-11-22') }]);
  });

  it('escapes what a tooltip says', () => {
    const [row] = timelineRows([taskOf('A.I.1', { nameVi: '<b>x</b>' })], vi);
    const drawn = timelineOption(
      row === undefined ? [] : [row],
      '2026-11-22',
      text,
      LOOK,
    ) as unknown as Shape;
    const item = drawn.series[1]?.data[0];
    expect(typeof item === 'object' ? item.said : '').toContain('&lt;b&gt;x');
  });

  it('names lines by their codes on a phone', () => {
    const narrow = timelineOption(rows, '2026-11-22', text, { ...LOOK, narrow: true }) as unknown as Shape;
    expect(narrow.yAxis.data).toEqual(['A.I.1', 'A.V.1', 'A.III.3']);
  });

  it('says in a sentence and in a table what it draws', () => {
    expect(timelineFinding(TASKS, vi)).toBe(
      '1 nhiệm vụ đã qua năm cuối, 1 còn trong thời hạn, 1 thường xuyên',
    );
    expect(timelineTable(TASKS, vi).rows[2]).toEqual([
      'A.III.3 Nhiệm vụ A.III.3',
      'Thường xuyên',
      '–',
      '30/06/2025',
      'Chưa có báo cáo',
    ]);
  });
});
