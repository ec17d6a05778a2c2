import { describe, expect, it } from '@jest/globals';
import { LOOK } from '../../../testing/look.js';
import { aFigure, aMeasure } from '../../../testing/targets.js';
import { wordingOf } from '../../../testing/wording.js';
import { courseFinding, courseOf, courseTable } from './measure-history.js';
import { courseOption } from './measure-history-options.js';

const vi = wordingOf('vi');
const figures = [
  aFigure({ period: '2024', value: 12.5, path: 11.4, state: 'on_course' }),
  aFigure({ period: '2025', value: null, state: 'no_data', numerator: null }),
  aFigure({ period: '2026', value: 30, path: 34.3, state: 'behind' }),
];
const measure = aMeasure({ target: 80 });

describe('the course of a measure', () => {
  it('has a point for each year with a value and the path from the baseline to the target', () => {
    expect(courseOf(measure, figures, '2030')).toEqual({
      points: [
        { year: 2024, value: 12.5 },
        { year: 2026, value: 30 },
      ],
      path: [
        { year: 2023, value: 0 },
        { year: 2030, value: 80 },
      ],
      target: 80,
      unit: 'percent',
    });
  });

  it('is none without a value, or of a yes or no', () => {
    expect(courseOf(measure, [aFigure({ value: null })], '2030')).toBeNull();
    expect(courseOf(aMeasure({ unit: 'yes_no', target: null }), figures, '2030')).toBeNull();
  });

  it('is told in a sentence', () => {
    expect(courseFinding(measure, figures, vi)).toBe('Từ 12,5% năm 2024 đến 30% năm 2026; mức cần đạt ≥ 80%');
    expect(courseFinding(measure, figures.slice(0, 1), vi)).toBe('12,5% năm 2024; mức cần đạt ≥ 80%');
  });

  it('stands in a table with its gaps', () => {
    const { rows } = courseTable(measure, figures, vi);
    expect(rows.map((row) => [row[0], row[1], row[5]])).toEqual([
      ['2024', '12,5%', 'Đúng tiến độ'],
      ['2025', '–', 'Chưa có số liệu'],
      ['2026', '30%', 'Chậm'],
    ]);
  });
});

describe('the chart', () => {
  const course = courseOf(measure, figures, '2030');
  const text = { value: (value: number) => `${value}%`, target: '≥ 80%', path: 'Giả định' };
  const option = courseOption(course!, text, LOOK) as {
    yAxis: { min: number; max: number };
    series: { name: string; data: number[][]; lineStyle: { type?: string }; markLine?: { data: unknown } }[];
  };

  it('runs from 0 to 100 percent, the target a line on it', () => {
    expect([option.yAxis.min, option.yAxis.max]).toEqual([0, 100]);
    expect(option.series[1]?.markLine?.data).toEqual([{ yAxis: 80 }]);
  });

  it('draws the path dashed, by the name of an assumption, apart from the values', () => {
    expect(option.series[0]).toMatchObject({ name: 'Giả định', lineStyle: { type: 'dashed' } });
    expect(option.series[1]?.data).toEqual([
      [2024, 12.5],
      [2026, 30],
    ]);
  });

  it('names every year, on a phone every other', () => {
    const yearsOf = (narrow: boolean) =>
      courseOption(course!, text, { ...LOOK, narrow }) as {
        xAxis: { axisLabel: { customValues: number[] } };
      };
    expect(yearsOf(false).xAxis.axisLabel.customValues).toHaveLength(8);
    expect(yearsOf(true).xAxis.axisLabel.customValues).toEqual([2024, 2026, 2028, 2030]);
  });

  it('of a count runs to the target, or beyond it', () => {
    const count = courseOf(aMeasure({ unit: 'count', target: 5 }), [aFigure({ value: 6 })], '2030');
    expect(courseOption(count!, text, LOOK)).toMatchObject({ yAxis: { max: 6 } });
  });
});
