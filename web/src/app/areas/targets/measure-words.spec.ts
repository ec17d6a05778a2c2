import { describe, expect, it } from '@jest/globals';
import { wordingOf } from '../../../testing/wording.js';
import { aFigure, aMeasure } from '../../../testing/targets.js';
import {
  barOf,
  clauseOf,
  coverageText,
  fractionText,
  shapeOf,
  STATES,
  targetText,
  valueText,
} from './measure-words.js';

const vi = wordingOf('vi');
const en = wordingOf('en');

describe('values', () => {
  it.each([
    ['percent', 63.25, '63,3%'],
    ['percent', 100, '100%'],
    ['percent', 99.96, '99,96%'],
    ['percent', 99.94, '99,9%'],
    ['count', 5, '5'],
    ['yes_no', 1, 'có'],
    ['yes_no', 0, 'chưa'],
  ] as const)('in %s: %d is %s', (unit, value, text) => {
    expect(valueText(aMeasure({ unit }), value, vi)).toBe(text);
  });

  it('say what is to be reached', () => {
    expect(targetText(aMeasure({ target: 80 }), vi)).toBe('≥ 80%');
    expect(targetText(aMeasure({ target: 8.5, comparator: 'more_than' }), vi)).toBe('> 8,5%');
    expect(targetText(aMeasure({ target: 5, unit: 'count' }), vi)).toBe('≥ 5');
    expect(targetText(aMeasure({ target: null, comparator: null, unit: 'yes_no' }), en)).toBe(
      'the whole, no figure',
    );
  });

  it('have their fraction where both counts are known', () => {
    expect(fractionText(aFigure({ numerator: 1_234, denominator: 2_000 }), vi)).toBe('1.234 trong 2.000');
    expect(fractionText(aFigure({ numerator: 3, denominator: null }), vi)).toBeNull();
  });
});

describe('coverage', () => {
  it.each([
    ['sum_over_sum', { reported: 40, expected: 56, notApplicable: 0 }, '40/56 đơn vị đã báo cáo'],
    [
      'sum_over_sum',
      { reported: 40, expected: 56, notApplicable: 3 },
      '40/56 đơn vị đã báo cáo, 3 không áp dụng',
    ],
    ['share_of_list', { reported: 4, expected: 6, notApplicable: 0 }, 'đã rõ 4/6 cơ sở dữ liệu'],
    ['reported_for_nation', { reported: 1, expected: 1, notApplicable: 0 }, 'đã báo cáo cho cả nước'],
    ['reported_for_nation', { reported: 0, expected: 1, notApplicable: 0 }, 'chưa có báo cáo cho cả nước'],
  ] as const)('of %s with %j is %s', (rollUp, figure, text) => {
    expect(coverageText(aMeasure({ rollUp, figure: aFigure(figure) }), vi)).toBe(text);
  });
});

describe('the bar', () => {
  it('of a percentage runs to 100, the target a line on it', () => {
    const measure = aMeasure({ target: 80, figure: aFigure({ value: 60, path: 40 }) });
    expect(barOf(measure)).toEqual({ fill: 60, target: 80, path: 40 });
  });

  it('of a count runs to its target, and beyond it where the count is', () => {
    const five = { unit: 'count', target: 5 } as const;
    expect(barOf(aMeasure({ ...five, figure: aFigure({ value: 2 }) }))).toMatchObject({
      fill: 40,
      target: 100,
    });
    expect(barOf(aMeasure({ ...five, figure: aFigure({ value: 10 }) }))).toMatchObject({
      fill: 100,
      target: 50,
    });
  });

  it('without a figure has no fill, which is no zero', () => {
    expect(barOf(aMeasure({ figure: aFigure({ value: null }) }))?.fill).toBeNull();
  });

  it('is none for a yes or no', () => expect(barOf(aMeasure({ unit: 'yes_no', target: null }))).toBeNull());
});

it('states have six different shapes', () => {
  expect(new Set(STATES.map(shapeOf)).size).toBe(6);
});

it('a reference is a document and a clause, or none', () => {
  expect(clauseOf('decision-142-2024#III.2.đ')).toEqual({ document: 'decision-142-2024', clause: 'III.2.đ' });
  expect(clauseOf('data-year-2023')).toBeNull();
});
