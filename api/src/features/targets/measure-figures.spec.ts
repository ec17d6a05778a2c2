import { describe, expect, it } from '@jest/globals';
import { FiguresRefused, measureFigures, type ReportedValue } from './measure-figures.js';
import type { Measure } from './target.entity.js';

const measure = (own: Partial<Measure>): Measure => ({
  programme: 'p',
  code: 'm',
  targetCode: 't',
  position: 0,
  kind: 'printed',
  words: '',
  nameVi: '',
  nameEn: '',
  comparator: 'at_least',
  value: 100,
  unit: 'percent',
  numeratorVi: null,
  numeratorEn: null,
  denominatorVi: null,
  denominatorEn: null,
  definition: 'stated',
  definitionNoteVi: null,
  definitionNoteEn: null,
  exclusionWords: null,
  exclusionVi: null,
  exclusionEn: null,
  freshness: null,
  freshnessWords: null,
  levels: ['ministry', 'province'],
  rollUp: 'sum_over_sum',
  notApplicable: 'no_need',
  notApplicableStanding: 'stated',
  notApplicableNoteVi: null,
  notApplicableNoteEn: null,
  formula: null,
  dataElements: [],
  ...own,
});

const RATIO = {
  kind: 'ratio',
  numerator: 'x.met',
  denominator: 'x.all',
  scale: 100,
  zero_denominator: 'undetermined',
  nothing_to_count: 'not_applicable',
  exceeding: 'undetermined',
};
const requests = measure({ formula: RATIO, dataElements: ['x.met', 'x.all'] });

const ROSTER = [
  { id: 'viet-nam', level: 'nation' },
  { id: 'a', level: 'ministry' },
  { id: 'b', level: 'province' },
  { id: 'c', level: 'province' },
] as const;

const cell = (unitId: string, dataElement: string, value: number | null): ReportedValue => ({
  unitId,
  dataElement,
  value,
  status: value === null ? 'O' : 'A',
});
const pair = (unit: string, met: number, all: number) => [cell(unit, 'x.met', met), cell(unit, 'x.all', all)];
const figure = (of: Measure, values: readonly ReportedValue[]) =>
  measureFigures({ measures: [of], values, roster: ROSTER }).get(of.code);

describe('a ratio that units report', () => {
  it('is the sum of numerators over the sum of denominators, not the mean of ratios', () => {
    expect(figure(requests, [...pair('a', 1, 10), ...pair('b', 90, 90)])).toMatchObject({
      value: 91,
      numerator: 91,
      denominator: 100,
      reported: 2,
      expected: 3,
      gaps: ['c'],
    });
  });

  it('leaves a unit without need aside, and is not applicable where nobody has any', () => {
    const mixed = figure(requests, [...pair('a', 0, 0), ...pair('b', 1, 2)]);
    expect(mixed).toMatchObject({ value: 50, reported: 1, notApplicable: 1, gaps: ['c'] });
    expect(mixed?.units[0]).toMatchObject({ unitId: 'a', value: null, state: 'not_applicable' });
    expect(figure(requests, pair('a', 0, 0))).toMatchObject({ value: null, state: 'not_applicable' });
  });

  it('takes no unit whose numerator is above its denominator', () => {
    expect(figure(requests, [...pair('a', 3, 2), ...pair('b', 1, 2)])).toMatchObject({
      value: 50,
      denominator: 2,
      reported: 1,
      gaps: ['a', 'c'],
    });
  });

  it('has no figure without any, which is no zero', () => {
    expect(figure(requests, [cell('a', 'x.met', null)])).toMatchObject({
      value: null,
      numerator: null,
      denominator: null,
      reported: 0,
    });
  });

  it('does not count what is reported for the nation or by a unit off the roster', () => {
    expect(figure(requests, [...pair('viet-nam', 1, 1), ...pair('gone', 1, 1)])).toMatchObject({
      value: null,
    });
  });

  it('is refused with the problems of the engine where a count is below zero', () => {
    expect(() => figure(requests, pair('a', -1, 2))).toThrow(FiguresRefused);
  });
});

describe('a yes or no of agencies', () => {
  const quality = measure({
    rollUp: 'share_of_yes',
    notApplicable: 'none',
    formula: {
      kind: 'yes_no',
      conditions: [
        { element: 'q.provided', is: 'equal', value: 1 },
        { element: 'q.clean', is: 'equal', value: 1 },
      ],
      holds: 'all',
    },
    dataElements: ['q.provided', 'q.clean'],
  });
  const both = (unit: string, provided: number, clean: number | null) => [
    cell(unit, 'q.provided', provided),
    cell(unit, 'q.clean', clean),
  ];

  it('is the share of those that say yes to all of it among those that answered', () => {
    expect(figure(quality, [...both('a', 1, 1), ...both('b', 1, 0), ...both('c', 1, null)])).toMatchObject({
      value: 50,
      numerator: 1,
      denominator: 2,
      reported: 2,
      expected: 3,
      gaps: ['c'],
    });
  });

  it('is a no as soon as one condition is, even with a gap beside it', () => {
    expect(figure(quality, both('a', 0, null))).toMatchObject({ value: 0, reported: 1 });
  });

  it('has no figure without an answer', () => {
    expect(figure(quality, [])).toMatchObject({ value: null, state: 'not_collected', reported: 0 });
  });
});

describe('what is reported for the nation', () => {
  const list = measure({
    levels: ['nation'],
    rollUp: 'share_of_list',
    formula: { kind: 'share_of_yes', elements: ['d.one', 'd.two'], gap: 'missing' },
    dataElements: ['d.one', 'd.two'],
  });

  it('is the share of a fixed list once all of it is known', () => {
    const one = [cell('viet-nam', 'd.one', 1)];
    expect(figure(list, one)).toMatchObject({
      value: null,
      numerator: 1,
      denominator: 2,
      reported: 1,
      gaps: ['d.two'],
    });
    expect(figure(list, [...one, cell('viet-nam', 'd.two', 0)])).toMatchObject({ value: 50, reported: 2 });
  });

  it('is a count as it is, and a ratio of its two counts', () => {
    const count = measure({
      levels: ['nation'],
      rollUp: 'reported_for_nation',
      formula: { kind: 'value', element: 'n' },
    });
    const exchanges = { ...count, dataElements: ['n'] };
    expect(figure(exchanges, [cell('viet-nam', 'n', 6)])).toMatchObject({
      value: 6,
      reported: 1,
      expected: 1,
    });
    const ratio = { ...requests, levels: ['nation' as const], rollUp: 'reported_for_nation' as const };
    expect(figure(ratio, pair('viet-nam', 1, 8))).toMatchObject({
      value: 12.5,
      numerator: 1,
      denominator: 8,
    });
  });
});
