import { describe, expect, it } from '@jest/globals';
import {
  judge,
  pathValue,
  type JudgedFigure,
  type JudgedMeasure,
  type MeasureState,
} from './measure-state.js';
import { measureStateRuleSchema, PROPOSED_STATE_RULE, type MeasureStateRule } from './measure-state-rule.js';

const FULL: JudgedMeasure = {
  code: 'III.1.a-1',
  kind: 'printed',
  comparator: 'at_least',
  target: 100,
  due: 2030,
};
const FIVE: JudgedMeasure = { ...FULL, code: 'III.3.l-1', target: 5 };
const WHOLE: JudgedMeasure = { ...FULL, kind: 'no_figure', comparator: null, target: null };
/** From 30 in 2023 to the target in 2030; on course from the path, behind from three quarters of the gain. */
const RULE: MeasureStateRule = { ...PROPOSED_STATE_RULE, baselineValue: 30 };

const of = (value: number | null, more: Partial<JudgedFigure> = {}): JudgedFigure => ({
  value,
  state: value === null ? 'missing' : 'scored',
  reported: 1,
  couldReport: 1,
  ...more,
});

describe('the straight path', () => {
  it.each([
    [2020, 30],
    [2023, 30],
    [2024, 40],
    [2028, 80],
    [2030, 100],
    [2035, 100],
  ])('is in %i at %d', (year, value) => expect(pathValue(FULL, year, RULE)).toBe(value));

  it('begins at the baseline of the measure where it has one', () => {
    const rule = { ...RULE, baselines: { 'III.1.a-1': { year: 2025, value: 50 } } };
    expect([2024, 2025, 2026].map((year) => pathValue(FULL, year, rule))).toEqual([50, 50, 60]);
    expect(pathValue(FIVE, 2023, { ...rule, baselineValue: 0 })).toBe(0);
  });

  it('is none without a figure to reach', () => expect(pathValue(WHOLE, 2026, RULE)).toBeNull());
});

describe('the state of a measure', () => {
  // In 2025 the path is at 50: a gain of 20 over the baseline, three quarters of it 15.
  it.each<[string, number | null, number, MeasureState]>([
    ['at the target', 100, 2025, 'met'],
    ['just below the target', 99.999, 2030, 'behind'],
    ['on the path', 50, 2025, 'on_course'],
    ['on the path, but for noise', 50 - 1e-12, 2025, 'on_course'],
    ['just below the path', 49.999, 2025, 'behind'],
    ['just above the path', 50.001, 2025, 'on_course'],
    ['at three quarters of the gain', 45, 2025, 'behind'],
    ['just below them', 44.999, 2025, 'at_risk'],
    ['just above them', 45.001, 2025, 'behind'],
    ['at nothing', 0, 2025, 'at_risk'],
    ['missing', null, 2025, 'no_data'],
    ['at the baseline before its year', 30, 2021, 'on_course'],
    ['below the baseline before its year', 29, 2021, 'at_risk'],
    ['at the target after 2030', 100, 2031, 'met'],
    ['below the target after 2030', 90, 2031, 'behind'],
    ['far below it after 2030', 60, 2031, 'at_risk'],
  ])('%s (%p in %i) is %s', (_case, value, year, state) => {
    expect(judge(FULL, of(value), year, RULE).state).toBe(state);
  });

  it.each<[number, MeasureState, number]>([
    [5, 'met', 0],
    [6, 'met', 0],
    [4, 'on_course', 1],
    [1, 'behind', 4],
    [0, 'at_risk', 5],
  ])('of %i exchanges of 5 in 2025 is %s, with %i to go', (value, state, distance) => {
    const rule = { ...PROPOSED_STATE_RULE, behindFrom: 0.7 };
    expect(judge(FIVE, of(value), 2025, rule)).toMatchObject({ state, distance });
  });

  it('counts a figure of "more than" as reached above it only', () => {
    const measure: JudgedMeasure = { ...FULL, comparator: 'more_than', target: 50 };
    expect(judge(measure, of(50), 2030, RULE).state).toBe('on_course');
    expect(judge(measure, of(50.1), 2030, RULE).state).toBe('met');
  });

  it('without a figure is met with a yes and else as the rule says', () => {
    expect(judge(WHOLE, of(1), 2025, RULE)).toMatchObject({ state: 'met', path: null, distance: null });
    expect(judge(WHOLE, of(0), 2025, RULE)).toMatchObject({ state: 'behind', reason: 'without_figure' });
    const lenient: MeasureStateRule = { ...RULE, unmetWithoutFigure: 'on_course' };
    expect(judge(WHOLE, of(0), 2025, lenient).state).toBe('on_course');
  });

  it('is not applicable where there is no need, neither met nor missed', () => {
    const none = of(null, { state: 'not_applicable', reported: 0, couldReport: 0 });
    expect(judge(FULL, none, 2025, RULE)).toMatchObject({ state: 'not_applicable', distance: null });
  });

  it('is not judged while too few have reported, whatever they say', () => {
    expect(judge(FULL, of(100, { reported: 49, couldReport: 100 }), 2025, RULE)).toMatchObject({
      state: 'no_data',
      reason: 'too_few_reported',
    });
    expect(judge(FULL, of(100, { reported: 50, couldReport: 100 }), 2025, RULE).state).toBe('met');
  });
});

describe('the rule', () => {
  it('as proposed keeps to its own shape', () => {
    expect(measureStateRuleSchema.parse(PROPOSED_STATE_RULE)).toEqual(PROPOSED_STATE_RULE);
  });

  it.each([
    { behindFrom: 1.1 },
    { coverageFrom: 2 },
    { baselineYear: 2023.5 },
    { baselines: { 'III.4-1': { year: 2024 } } },
    { colour: 'red' },
  ])('refuses %j', (change) => {
    expect(measureStateRuleSchema.safeParse({ ...PROPOSED_STATE_RULE, ...change }).success).toBe(false);
  });
});
