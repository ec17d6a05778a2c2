import { compute, explain, perturb, simulate, type Dataset, type Framework } from '@dti-monitor/scoring';

// Two components, three indicators. What a node does not say, the method says for the whole tree.
const framework: Framework = {
  code: 'open-data',
  method: {
    normalise: { method: 'min_max', to: [0, 100], constant: 'undetermined' },
    weights: { method: 'given' },
    aggregation: { method: 'arithmetic' },
    missing: 'no_value',
    notApplicable: 'reweight',
    rank: { method: 'competition', decimals: 1, rounding: 'half_up_decimal', direction: 'descending' },
  },
  root: {
    code: 'index',
    aggregation: { method: 'geometric', nonPositive: { floor: 1 } },
    children: [
      {
        code: 'supply',
        weight: 2,
        children: [
          { code: 'datasets', weight: 1 },
          { code: 'formats', weight: 1 },
        ],
      },
      { code: 'delay', weight: 1, unit: 'days', direction: 'lower_is_better' },
    ],
  },
};

// One column for each data element, in the order of the units; null is a value that nobody collected.
const dataset: Dataset = {
  units: ['Ash', 'Beech', 'Cherry', 'Doum', 'Elm'].map((code) => ({ code, group: 'all' })),
  columns: [
    { element: 'datasets', values: [120, 340, 210, 410, 300] },
    { element: 'formats', values: [4, 6, 9, 5, 8] },
    { element: 'delay', values: [30, 12, 21, null, 16] },
  ],
};

/** The value of an outcome; the problems of one that has none say what is wrong, and where. */
function valueOf<T>(outcome: { ok: true; value: T } | { ok: false; problems: readonly object[] }): T {
  if (outcome.ok) return outcome.value;
  throw new Error(JSON.stringify(outcome.problems, null, 2));
}

const lines: string[] = [];

// Scores are unrounded, ranks are taken at the precision that the method states, a gap is never a zero.
for (const { unit, score, state, rank } of valueOf(compute(framework, dataset)).units) {
  lines.push(`${unit}: ${score === null ? state : `${score.toFixed(1)}, rank ${rank?.rank}`}`);
}

// Why: each node's share in the score, and where points are lost, the most first.
const [worst] = valueOf(explain(framework, dataset, 'Ash')).losses;
lines.push(`Ash loses most at ${worst?.node}: ${worst?.ofWhole?.toFixed(1)} in the score.`);

// What if: the same call again with a change, and what differs.
const change = { kind: 'value', unit: 'Ash', element: 'delay', value: 10 } as const;
const [ash] = valueOf(perturb(framework, dataset, [change])).differences;
lines.push(`With a delay of 10 days: ${ash?.after?.score?.toFixed(1)}, rank ${ash?.after?.rank}.`);

// How sure: a thousand draws of the weights, each up to a quarter away; the same seed, the same bytes.
const noise = { name: 'weights', kind: 'weights', distribution: { method: 'noise', share: 0.25 } } as const;
const simulation = valueOf(simulate(framework, dataset, { draws: 1000, seed: 7, inputs: [noise] }));
for (const { ahead, behind, probabilityAhead } of simulation.neighbours) {
  lines.push(
    `${ahead} is ahead of ${behind} in ${((probabilityAhead ?? 0) * 100).toFixed(1)} % of the draws.`,
  );
}

export const printed = lines.join('\n');
