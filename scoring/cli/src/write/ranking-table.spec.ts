import { describe, expect, it } from '@jest/globals';
import { compute, type Assessment, type Dataset, type Framework } from '@dti-monitor/scoring';
import { rankingTable, resultsTable } from './ranking-table.js';

const FRAMEWORK: Framework = {
  code: 'f',
  root: { code: 'whole', children: [{ code: 'a' }, { code: 'b' }] },
  method: {
    treat: { method: 'limits', upper: 0.9 },
    screen: { unitAvailability: 0.5 },
    weights: { method: 'equal' },
    aggregation: { method: 'arithmetic' },
    missing: 'reweight',
    notApplicable: 'reweight',
    rank: { method: 'competition', decimals: 2, rounding: 'half_up_decimal', direction: 'descending' },
    bands: [{ code: 'high', from: 0.5 }],
  },
};
const DATASET: Dataset = {
  units: [
    { code: 'U', group: null },
    { code: 'V', group: 'g' },
    { code: 'W', group: 'g' },
    { code: 'X', group: 'g' },
  ],
  columns: [
    { element: 'a', values: [0.2, 0.3, 0.95, null] },
    { element: 'b', values: [0.8, null, 0.2, null] },
  ],
};

function assessed(detail: 'nodes' | 'scores'): Assessment {
  const outcome = compute(FRAMEWORK, DATASET, { detail });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

describe('the ranking', () => {
  it('is by group and rank; a unit without a group, and one without a score, have no rank', () => {
    const { rows, columns } = rankingTable(assessed('nodes'));
    expect(columns.map(({ heading }) => heading)).toEqual([
      ...['rank', 'unit', 'group', 'score', 'band', 'coverage', 'state', 'a', 'b'],
    ]);
    expect(rows).toEqual([
      ['1', 'W', 'g', 0.55, 'high', 1, null, 0.9, 0.2],
      ['2', 'V', 'g', 0.3, null, 0.5, null, 0.3, null],
      [null, 'X', 'g', null, null, 0, 'not_scored', null, null],
      [null, 'U', null, 0.5, 'high', 1, null, 0.2, 0.8],
    ]);
  });

  it('says who was left out and what was treated', () => {
    const { notes } = rankingTable(assessed('nodes'));
    expect(notes[0]).toBe('4 units, 3 with a score, 1 without (1 not_scored).');
    expect(notes).toContain('Left out: unit X (unitAvailability 0.00, asked 0.5).');
    expect(notes).toContain('Outlier treatment changed 1 value; --format json lists them.');
  });

  it('has no columns of nodes where only scores were asked for', () => {
    const scores = assessed('scores');
    expect(rankingTable(scores).columns.some(({ key }) => key.startsWith('value.'))).toBe(false);
    expect(resultsTable(scores).columns.some(({ key }) => key.startsWith('value.'))).toBe(false);
    expect(
      resultsTable(assessed('nodes'))
        .columns.slice(-3)
        .map(({ key }) => key),
    ).toEqual([...['value.whole', 'value.a', 'value.b']]);
  });
});
