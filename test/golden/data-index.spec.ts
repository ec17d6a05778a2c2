/**
 * The draft of the data sub-index on three invented units a level, each figure worked out by hand. The
 * units and their figures are made up for this test; they are nobody's.
 */
import { describe, expect, it } from '@jest/globals';
import { compute, frameworkOf, type Cell, type Dataset, type UnitResult } from '@dti-monitor/scoring';
import { readFrameworks } from '../seeds/seed-files.ts';

/** A number; yes as 1 and no as 0; `M` cannot exist, `O` was asked for and not given. */
type Figure = number | 'M' | 'O';
type Figures = Readonly<Record<string, readonly [Figure, Figure, Figure]>>;

function cellsOf(units: readonly string[], figures: Figures): Cell[] {
  return Object.entries(figures).flatMap(([element, row]) =>
    row.map((figure, at) => ({
      unit: units[at] as string,
      element: `data.${element}`,
      value: typeof figure === 'number' ? figure : null,
      status: typeof figure === 'number' ? ('A' as const) : figure,
    })),
  );
}

function scored(
  level: string,
  units: readonly string[],
  figures: Figures,
  before: Figures = {},
): readonly UnitResult[] {
  const framework = frameworkOf(readFrameworks().find(({ code }) => code === `data-2026-draft-${level}`));
  if (!framework.ok) throw new Error(JSON.stringify(framework.problems));
  const dataset: Dataset = {
    units: units.map((code) => ({ code, group: level })),
    cells: cellsOf(units, figures),
    earlier: [{ cells: cellsOf(units, before) }],
  };
  const outcome = compute(framework.value, dataset);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value.units;
}

const node = (unit: UnitResult | undefined, code: string) =>
  unit?.nodes.find((each) => each.code === `data.${code}`);

describe('three invented provinces', () => {
  const [a, b, c] = scored('province', ['tinh-thu-a', 'tinh-thu-b', 'tinh-thu-c'], {
    'open.catalogue-issued': [1, 1, 0],
    'open.plan-catalogue': [1, 1, 0],
    'open.plan-publication': [1, 1, 0],
    'open.plan-minimum': [1, 0, 0],
    'open.portal-live': [1, 1, 0],
    'open.portal-integrated': [1, 0, 0],
    'open.catalogue-review-age': [184, 185, 'M'],
    'open.datasets': [40, 10, 0],
    'open.datasets-on-time': [30, 10, 0],
    'open.datasets-machine-readable': [20, 5, 0],
    'open.datasets-planned': [20, 20, 0],
    'open.quality-no-duplicates': [1, 1, 0],
    'open.quality-no-rework': [1, 1, 0],
    'open.quality-in-use': [1, 0, 0],
    'open.feedback-channel': [1, 'O', 0],
    'open.criteria-followed': [1, 1, 1],
    'national.shared-catalogue-issued': [1, 0, 1],
    'national.shared-planned': [5, 0, 2],
    'national.shared-operating': [4, 0, 1],
    'national.shared-regulated': [2, 0, 1],
    'national.shared-inventoried': [4, 0, 1],
    'sharing.requests': [4, 0, 3],
    'sharing.requests-met': [3, 0, 3],
    'sharing.platform-linked': [1, 1, 1],
    'sharing.population-needed': [2, 0, 1],
    'sharing.population-linked': [2, 0, 0],
    'sharing.data-centre-linked': [1, 0, 0],
    'sharing.services-listed': [10, 0, 2],
    'sharing.services-on-platform': [5, 0, 2],
    'sharing.obstacles': [0, 2, 0],
    'sharing.obstacles-resolved': [0, 1, 0],
    'sharing.transactions': [2_000_000, 500_000, 3_000_000],
    'unit.population': [1_000_000, 500_000, 1_000_000],
    'big.catalogue-issued': [1, 0, 'O'],
    'big.plan-issued': [1, 0, 'O'],
    'big.kinds': [2, 0, 1],
    'big.kinds-standardised': [1, 0, 1],
    'big.lake-operating': [1, 0, 'O'],
    'big.sets-planned': [4, 0, 1],
    'big.sets-built': [1, 0, 1],
    'big.sets-shared': [1, 0, 1],
    'big.regional-member': [0, 1, 1],
    'big.criteria-followed': [1, 1, 1],
  });

  // Catalogue 1, plan 3/3, portal 2/2, review on the 184th day 1, in time 30/40, readable 20/40, quality 1,
  // feedback 1, plan reached 40/20 held at 1, volume the best of three 1: 9.25 of 10.
  it('a: everything applies; what is beyond the plan counts as reached', () => {
    expect(node(a, 'open.plan-reached')).toMatchObject({ raw: 2, value: 1 });
    expect(node(a, 'open.plan-reached')?.reasons).toContain('CLAMPED');
    expect(node(a, 'open.catalogue-review')).toMatchObject({ raw: 184, value: 1 });
    expect(node(a, 'open')?.value).toBeCloseTo(9.25 / 10, 12);
    // 1, 4/5, 2/4, 4/4
    expect(node(a, 'national')?.value).toBeCloseTo((1 + 0.8 + 0.5 + 1) / 4, 12);
  });

  // Requests 3/4, platform 1, population 2/2, data centre 1/4, services 5/10, volume the middle of three 1/2.
  it('a: without obstacles on record, their indicator leaves its weight to the six others', () => {
    expect(node(a, 'sharing.obstacles')).toMatchObject({ state: 'not_applicable', weightEffective: 0 });
    expect(node(a, 'sharing.obstacles')?.reasons).toContain('NOTHING_TO_COUNT');
    expect(node(a, 'sharing.requests-met')?.weightEffective).toBeCloseTo(1 / 6, 12);
    expect(node(a, 'sharing')?.value).toBeCloseTo((0.75 + 1 + 1 + 0.25 + 0.5 + 0.5) / 6, 12);
  });

  // Catalogue 1, plan 1, standards 1/2, lake 1, sets 1/4, regional 0, shared 1/1; the criteria are not scored.
  it('a: the descriptive indicator carries nothing, and the whole is the mean of the four', () => {
    expect(node(a, 'big.criteria')).toMatchObject({ state: 'not_scored', raw: 1 });
    expect(node(a, 'big')?.value).toBeCloseTo(4.75 / 7, 12);
    expect(a?.score).toBeCloseTo((0.925 + 0.825 + 4 / 6 + 4.75 / 7) / 4, 12);
  });

  // Catalogue 1, plan 2/3, portal 1/2, review on the 185th day 0, in time 10/10, readable 5/10, quality 0 as
  // nobody uses the data, feedback not reported, plan reached 10/20, volume the middle of three 1/2.
  it('b: what was not reported leaves its weight to the nine others, and says so', () => {
    expect(node(b, 'open.feedback')).toMatchObject({ state: 'missing', weightEffective: 0 });
    expect(node(b, 'open')).toMatchObject({ state: 'scored', reasons: ['WEIGHT_SHARED_BY_OTHERS'] });
    expect(node(b, 'open')?.coverage).toBeCloseTo(0.9, 12);
    expect(node(b, 'open')?.value).toBeCloseTo((1 + 2 / 3 + 0.5 + 0 + 1 + 0.5 + 0 + 0.5 + 0.5) / 9, 12);
  });

  it('b: no shared database is 0, a duty of all; no request is not applicable, neither 0 nor 100%', () => {
    expect(node(b, 'national.shared-operating')).toMatchObject({
      state: 'scored',
      value: 0,
      reasons: ['NOTHING_TO_COUNT'],
    });
    expect(node(b, 'national')?.value).toBe(0);
    expect(node(b, 'sharing.requests-met')).toMatchObject({ state: 'not_applicable', value: null });
    // Platform 1, data centre 0, services 0, obstacles 1/2, volume the last of three 0.
    expect(node(b, 'sharing')?.value).toBeCloseTo(1.5 / 5, 12);
    expect(node(b, 'big')?.value).toBeCloseTo(1 / 7, 12);
    expect(b?.score).toBeCloseTo(((1 + 2 / 3 + 0.5 + 1 + 0.5 + 0.5 + 0.5) / 9 + 0 + 0.3 + 1 / 7) / 4, 12);
  });

  it('c: with values for four of seven of a component it has no score and no rank, not a low one', () => {
    expect(node(c, 'big')).toMatchObject({
      state: 'incomplete',
      value: null,
      reasons: ['BELOW_AVAILABILITY'],
    });
    expect(c).toMatchObject({ state: 'incomplete', score: null, rank: null });
    // Review and plan do not apply without a catalogue and a plan; the other eight are 0.
    expect(node(c, 'open')?.value).toBe(0);
    expect(node(c, 'open.freshness')).toMatchObject({ state: 'scored', value: 0 });
    expect(node(c, 'open.catalogue-review')?.state).toBe('not_applicable');
  });

  it('volumes are ranks among the three: exchanges by head, datasets in time by number', () => {
    expect([a, b, c].map((unit) => node(unit, 'sharing.volume')?.raw)).toEqual([2000, 1000, 3000]);
    expect([a, b, c].map((unit) => node(unit, 'sharing.volume')?.value)).toEqual([0.5, 0, 1]);
    expect([a, b, c].map((unit) => node(unit, 'open.volume')?.value)).toEqual([1, 0.5, 0]);
  });

  it('ranks those that have a score', () => {
    expect([a, b, c].map((unit) => unit?.rank?.rank ?? null)).toEqual([1, 2, null]);
  });
});

describe('three invented ministries', () => {
  const units = ['bo-thu-d', 'bo-thu-e', 'bo-thu-f'];
  const alike: Figures = {
    'open.catalogue-issued': [1, 1, 1],
    'open.plan-catalogue': [1, 1, 1],
    'open.plan-publication': [1, 1, 1],
    'open.plan-minimum': [1, 1, 1],
    'open.portal-live': [1, 1, 1],
    'open.portal-integrated': [1, 1, 1],
    'open.catalogue-review-age': [10, 10, 10],
    'open.quality-no-duplicates': [1, 1, 1],
    'open.quality-no-rework': [1, 1, 1],
    'open.quality-in-use': [1, 1, 1],
    'open.feedback-channel': [1, 1, 1],
    'open.criteria-followed': [0, 0, 0],
    'big.catalogue-issued': [1, 1, 1],
    'big.plan-issued': [1, 1, 1],
    'big.kinds': [1, 1, 1],
    'big.kinds-standardised': [1, 1, 1],
    'big.lake-operating': [1, 1, 1],
    'big.sets-planned': [2, 2, 2],
    'big.sets-built': [2, 2, 2],
    'big.sets-for-decisions': [1, 2, 0],
    'big.criteria-followed': [0, 0, 0],
    'sharing.requests': [10, 10, 10],
    'sharing.requests-met': [10, 5, 0],
    'sharing.platform-linked': [1, 1, 1],
    'sharing.population-needed': [0, 0, 0],
    'sharing.population-linked': [0, 0, 0],
    'sharing.data-centre-linked': [2, 4, 0],
    'sharing.services-listed': [4, 4, 4],
    'sharing.services-on-platform': [4, 4, 4],
    'sharing.obstacles': [0, 0, 0],
    'sharing.obstacles-resolved': [0, 0, 0],
  };
  const [d, e, f] = scored(
    'ministry',
    units,
    {
      ...alike,
      'open.datasets': [30, 10, 12],
      'open.datasets-on-time': [30, 10, 12],
      'open.datasets-machine-readable': [30, 10, 12],
      'open.datasets-planned': [30, 10, 0],
      'national.owned': [2, 0, 0],
      'national.complete': [2, 0, 0],
      'national.ndc-connected': [1, 0, 0],
      'national.shared-nationwide': [1, 0, 0],
      'national.machine-readable': [2, 0, 0],
      'national.real-time': [0, 0, 0],
      'national.quality': [1, 0, 0],
      'national.identity-kinds': [6, 0, 2],
      'national.identity-databases': [3, 0, 3],
      'national.shared-catalogue-issued': [1, 1, 1],
      'national.shared-planned': [4, 4, 4],
      'national.shared-operating': [2, 4, 4],
      'national.shared-regulated': [1, 2, 4],
      'national.shared-inventoried': [2, 4, 4],
      'sharing.transactions': [110, 300, 90],
    },
    { 'open.datasets-on-time': [20, 0, 10], 'sharing.transactions': [100, 100, 100] },
  );

  // 2/2, 1/2, 1/2, 2/2, 0/2, 1/2, identity 3/6, catalogue 1, 2/4, 1/2, 2/2: 7 of 11.
  it('d: an owner of national databases is measured by them and by the shared ones', () => {
    expect(node(d, 'national')?.value).toBeCloseTo(7 / 11, 12);
  });

  // Catalogue 1, 4/4, 2/4, 4/4.
  it('e: one that owns none is measured by the shared ones, each with a quarter of the component', () => {
    expect(node(e, 'national.complete')).toMatchObject({ state: 'not_applicable', weightEffective: 0 });
    expect(node(e, 'national.shared-regulated')?.weightEffective).toBeCloseTo(1 / 4, 12);
    expect(node(e, 'national')?.value).toBeCloseTo(3.5 / 4, 12);
    expect(node(e, 'national')?.coverage).toBe(1);
  });

  it('f: more databases than kinds is a fault of the report, not a ratio above one', () => {
    expect(node(f, 'national.identity')).toMatchObject({ state: 'undetermined', value: null });
    expect(node(f, 'national.identity')?.reasons).toContain('NUMERATOR_ABOVE_DENOMINATOR');
    expect(node(f, 'national')?.value).toBe(1);
  });

  // 30 of 20 is +50%, 12 of 10 is +20%, 10 of none has no growth; 110, 300 and 90 of 100 are +10, +200, −10%.
  it('volumes are each compared with its own period before, then ranked', () => {
    expect([d, e, f].map((unit) => node(unit, 'open.volume')?.raw)).toEqual([50, null, 20]);
    expect([d, e, f].map((unit) => node(unit, 'open.volume')?.value)).toEqual([1, null, 0]);
    expect(node(e, 'open.volume')?.state).toBe('not_applicable');
    expect([d, e, f].map((unit) => node(unit, 'sharing.volume')?.raw)).toEqual([10, 200, -10]);
    expect([d, e, f].map((unit) => node(unit, 'sharing.volume')?.value)).toEqual([0.5, 1, 0]);
  });

  it('the whole is the mean of the four', () => {
    // Sharing: requests, platform, data centre 2/2, services, volume; population and obstacles do not apply.
    expect(node(d, 'sharing')?.value).toBeCloseTo((1 + 1 + 1 + 1 + 0.5) / 5, 12);
    // Big: six are 1 but for decisions, 1 of 2.
    expect(node(d, 'big')?.value).toBeCloseTo(5.5 / 6, 12);
    expect(node(d, 'open')?.value).toBe(1);
    expect(d?.score).toBeCloseTo((1 + 7 / 11 + 4.5 / 5 + 5.5 / 6) / 4, 12);
    // e: open 1 of the nine that apply, national 3.5/4, sharing (0.5 + 1 + 4/4 + 1 + 1)/5, big 1.
    expect(e?.score).toBeCloseTo((1 + 3.5 / 4 + 4.5 / 5 + 1) / 4, 12);
    expect([d, e].map((unit) => unit?.rank?.rank)).toEqual([2, 1]);
  });
});
