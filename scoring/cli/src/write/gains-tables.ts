import type { Gain, Gains, GainStep, StepNotTaken } from '@dti-monitor/scoring';
import type { ExplanationView } from './explanation-tables.js';
import { fixed, type Table, type TableValue } from './text-table.js';

/** What would raise a score: each step rescored, the greatest gain first, and the steps that were not tried. */
export function gainsTables(gains: Gains, view: ExplanationView): readonly Table[] {
  const { notTaken } = gains;
  if (notTaken.length === 0) return [gainsTable(gains, view)];
  const untried: Table = {
    title: 'Not tried',
    columns: [
      { heading: 'data element', key: 'element' },
      { heading: 'indicator', key: 'node' },
      { heading: 'step', key: 'step' },
      { heading: 'reason', key: 'reason' },
    ],
    rows: notTaken.map((step: StepNotTaken): readonly TableValue[] => [
      step.element,
      step.node,
      stepText(step.step),
      step.reason,
    ]),
    notes: [],
  };
  return [gainsTable(gains, view), untried];
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
