import type { Gain, Gains, GainStep, NoStep } from '@dti-monitor/scoring';
import type { ExplanationView } from './explanation-tables.js';
import { fixed, type Table, type TableValue } from './text-table.js';

/** Reasons that say no more than that the framework or the unit leaves nothing to try there. */
const NOTHING_TO_TRY: readonly NoStep[] = ['NO_NEXT_LEVEL', 'NO_TARGET', 'NO_MAXIMUM', 'ALREADY_THERE'];

/** What would raise a score: each step rescored, the greatest gain first, and the steps that could not be tried. */
export function gainsTables(gains: Gains, view: ExplanationView): readonly Table[] {
  const untried = gains.notTaken.filter(({ reason }) => !NOTHING_TO_TRY.includes(reason));
  if (untried.length === 0) return [gainsTable(gains, view)];
  const table: Table = {
    title: 'Could not be tried',
    columns: [
      { heading: 'data element', key: 'element' },
      { heading: 'indicator', key: 'node' },
      { heading: 'step', key: 'step' },
      { heading: 'reason', key: 'reason' },
    ],
    rows: untried.map(({ element, node, step, reason }) => [element, node, stepText(step), reason]),
    notes: [],
  };
  return [gainsTable(gains, view), table];
}

/** The gains alone. */
export function gainsTable(
  { unit, score, rank, gains }: Gains,
  { decimals, nameOf }: ExplanationView,
): Table {
  const hasPoints = gains.some(({ points }) => points !== null);
  const hasNames = gains.some(({ node }) => nameOf(node) !== node);
  const now = score === null ? 'no score' : `score ${fixed(score, decimals)}`;
  return {
    title: `${unit}: ${now}${rank === null ? '' : `, rank ${rank}`}; what would raise it`,
    columns: [
      { heading: 'data element', key: 'element' },
      { heading: 'indicator', key: 'node' },
      ...(hasNames ? [{ heading: 'name', key: 'name' }] : []),
      { heading: 'step', key: 'step' },
      { heading: 'from', key: 'from' },
      { heading: 'to', key: 'to' },
      { heading: 'gain', key: 'gain', decimals },
      ...(hasPoints ? [{ heading: 'points', key: 'points', decimals: 2 }] : []),
      { heading: 'score', key: 'score', decimals },
      { heading: 'rank', key: 'rank' },
      { heading: 'places', key: 'rank_change' },
    ],
    rows: gains.map((gain: Gain): readonly TableValue[] => [
      gain.element,
      gain.node,
      ...(hasNames ? [nameOf(gain.node)] : []),
      stepText(gain.step),
      gain.from,
      gain.to,
      gain.gain,
      ...(hasPoints ? [gain.points] : []),
      gain.score,
      gain.rank,
      gain.rankChange,
    ]),
    notes: ['Each step is worked out by scoring all units again with it; places below zero are a rise.'],
  };
}

function stepText(step: GainStep): string {
  return step.kind === 'change_by' ? `change by ${step.amount}` : step.kind.replaceAll('_', ' ');
}
