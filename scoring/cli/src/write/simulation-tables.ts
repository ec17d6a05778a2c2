import type { Simulation } from '@dti-monitor/scoring';
import { decimalsOf } from './decimals.js';
import type { Table, TableValue } from './text-table.js';

/** How sure the ranks are: for each unit its rank, and what the draws made of it. */
export function simulationTable(simulation: Simulation): Table {
  const { recipe, units, neighbours } = simulation;
  const decimals = decimalsOf(recipe);
  const ahead = new Map(neighbours.map((pair) => [pair.ahead, pair.probabilityAhead]));
  const shows = {
    group: new Set(units.map(({ group }) => group)).size > 1,
    without: units.some((unit) => unit.withoutScore > 0),
  };
  const rows = inOrder(units).map(
    ({ unit, group, nominal, rank, score, withoutScore }): readonly TableValue[] => [
      nominal.rank,
      unit,
      ...(shows.group ? [group] : []),
      nominal.score,
      rank?.median ?? null,
      rank?.mean ?? null,
      rank?.lower ?? null,
      rank?.upper ?? null,
      score?.lower ?? null,
      score?.upper ?? null,
      ahead.get(unit) ?? null,
      ...(shows.without ? [withoutScore] : []),
    ],
  );
  return {
    title: null,
    columns: [
      { heading: 'rank', key: 'rank' },
      { heading: 'unit', key: 'unit' },
      ...(shows.group ? [{ heading: 'group', key: 'group' }] : []),
      { heading: 'score', key: 'score', decimals },
      { heading: 'median rank', key: 'rank_median' },
      { heading: 'mean', key: 'rank_mean', decimals: 2 },
      { heading: 'from', key: 'rank_lower' },
      { heading: 'to', key: 'rank_upper' },
      { heading: 'score from', key: 'score_lower', decimals },
      { heading: 'to', key: 'score_upper', decimals },
      { heading: 'ahead of next', key: 'probability_ahead', decimals: 3 },
      ...(shows.without ? [{ heading: 'without score', key: 'without_score', decimals: 3 }] : []),
    ],
    rows,
    notes: notesOf(simulation),
  };
}

/** Which of the inputs the movement comes from; none where it was not asked. */
export function sensitivityTables({ sensitivity }: Simulation): readonly Table[] {
  return (sensitivity ?? []).map(({ target, rows, inputs }): Table => ({
    title: `What moves ${target.of === 'rank_shift' ? 'the ranks' : `the ${target.of} of ${target.unit}`}`,
    columns: [
      { heading: 'input', key: 'input' },
      { heading: 'by itself', key: 'first', decimals: 3 },
      { heading: 'from', key: 'first_lower', decimals: 3 },
      { heading: 'to', key: 'first_upper', decimals: 3 },
      { heading: 'with others', key: 'total', decimals: 3 },
      { heading: 'from', key: 'total_lower', decimals: 3 },
      { heading: 'to', key: 'total_upper', decimals: 3 },
    ],
    rows: inputs.map(({ input, first, total }) => [
      input,
      ...[first, total].flatMap((index) => [
        index?.value ?? null,
        index?.lower ?? null,
        index?.upper ?? null,
      ]),
    ]),
    notes: [`Sobol indices over ${rows} rows: shares of the variance.`],
  }));
}

function inOrder(units: Simulation['units']): Simulation['units'] {
  const groups = [...new Set(units.map(({ group }) => group))];
  const rankOf = ({ nominal }: Simulation['units'][number]): number => nominal.rank ?? Number.MAX_VALUE;
  return [...units].sort(
    (a, b) => groups.indexOf(a.group) - groups.indexOf(b.group) || rankOf(a) - rankOf(b),
  );
}

function notesOf({
  draws,
  specification,
  generator,
  indistinguishable,
  engineVersion,
  recipe,
}: Simulation): readonly string[] {
  const { inputs, interval, confidence, seed } = specification;
  const [low, high] = interval.map((share) => `${Number((share * 100).toPrecision(12))} %`);
  return [
    `${draws} draws from the seed ${seed} (${generator}); ranges from ${low} to ${high} of them.`,
    `Varied: ${inputs.map(({ name, kind }) => (name === kind ? name : `${name} (${kind})`)).join(', ')}.`,
    ...indistinguishable.map(
      ({ units }) =>
        `Not told apart, each from the next, with a probability of ${confidence}: ${units.join(', ')}.`,
    ),
    `${recipe.code}, engine ${engineVersion}.`,
  ];
}
