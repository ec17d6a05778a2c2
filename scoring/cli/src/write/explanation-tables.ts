import type { Explanation, NodeExplanation, Rank } from '@dti-monitor/scoring';
import { fixed, type Table, type TableColumn, type TableValue } from './text-table.js';

/** How numbers are shown, and what nodes are called. */
export interface ExplanationView {
  readonly decimals: number;
  readonly nameOf: (node: string) => string;
}

/** Why a unit has its score: every node with what it adds and loses, then what the indicators lose. */
export function explanationTables(explanation: Explanation, view: ExplanationView): readonly Table[] {
  const { nodes, losses, baseline } = explanation;
  const depths = depthsOf(nodes);
  const indented = nodes.map((node) => ({
    node,
    label: `${'  '.repeat(depths.get(node.code) ?? 0)}${node.code}`,
  }));
  const measures = new Set(nodes.slice(1).map(({ toWhole }) => toWhole.measure));
  const tree: Table = {
    title: headOf(explanation, view.decimals),
    columns: nodeColumns(view.decimals),
    rows: indented.map(({ node, label }) => nodeRow(node, label)),
    notes: [
      ...(measures.has('exact')
        ? ['adds: share of the whole × value; the children of a node add up to it.']
        : []),
      ...(measures.has('shapley')
        ? [`adds by shapley: the mean over all orders, compared with the ${words(baseline)}.`]
        : []),
      ...(measures.has('leave_one_out')
        ? [`adds by leave_one_out: compared with this node alone at the ${words(baseline)}.`]
        : []),
    ],
  };
  if (losses.length === 0) return [tree];
  const hasPoints = losses.some(({ points }) => points !== null);
  const hasNames = losses.some(({ node }) => view.nameOf(node) !== node);
  const lost: Table = {
    title: 'Where it loses, the most first',
    columns: [
      { heading: 'node', key: 'node' },
      ...(hasNames ? [{ heading: 'name', key: 'name' }] : []),
      { heading: 'lost of the node', key: 'lost_of_node', decimals: view.decimals },
      { heading: 'of the whole', key: 'lost_of_whole', decimals: view.decimals },
      ...(hasPoints ? [{ heading: 'points', key: 'lost_points', decimals: 2 }] : []),
    ],
    rows: losses.map(({ node, ofNode, ofWhole, points }) => [
      node,
      ...(hasNames ? [view.nameOf(node)] : []),
      ofNode,
      ofWhole,
      ...(hasPoints ? [points] : []),
    ]),
    notes: [],
  };
  return [tree, lost];
}

/** The same as one table for programs: a row for each node, unrounded. */
export function explanationCsv({ nodes }: Explanation): Table {
  return {
    title: null,
    columns: nodeColumns(0),
    rows: nodes.map((node) => nodeRow(node, node.code)),
    notes: [],
  };
}

function nodeColumns(decimals: number): readonly TableColumn[] {
  return [
    { heading: 'node', key: 'node' },
    { heading: 'value', key: 'value', decimals },
    { heading: 'weight', key: 'weight_asked', decimals: 4 },
    { heading: 'used', key: 'weight_effective', decimals: 4 },
    { heading: 'adds', key: 'adds_to_whole', decimals },
    { heading: 'by', key: 'measure' },
    { heading: 'loses', key: 'lost_of_whole', decimals },
    { heading: 'median', key: 'peers_median', decimals },
    { heading: 'best', key: 'peers_best', decimals },
    { heading: 'of', key: 'best_unit' },
    { heading: 'state', key: 'state' },
    { heading: 'reasons', key: 'reasons' },
  ];
}

function nodeRow(node: NodeExplanation, label: string): readonly TableValue[] {
  const { value, weightAsked, weightEffective, toWhole, lost, peers, state, reasons } = node;
  return [
    label,
    value,
    weightAsked,
    weightEffective,
    toWhole.value,
    toWhole.measure,
    lost?.ofWhole ?? null,
    peers?.median ?? null,
    peers?.best ?? null,
    peers?.bestUnit ?? null,
    state,
    reasons.length === 0 ? null : reasons.join(' '),
  ];
}

function headOf({ unit, group, state, score, rank }: Explanation, decimals: number): string {
  const among = group === null || group === 'all' ? '' : ` of ${group}`;
  if (score === null) return `${unit}${among}: no score (${state})`;
  return `${unit}${among}: score ${fixed(score, decimals)}${rankText(rank)}`;
}

function rankText(rank: Rank | null): string {
  return rank === null ? ', no rank' : `, rank ${rank.rank}${rank.tied ? ' (tied)' : ''}`;
}

function depthsOf(nodes: Explanation['nodes']): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  for (const { code, parent } of nodes) depths.set(code, parent === null ? 0 : (depths.get(parent) ?? 0) + 1);
  return depths;
}

function words(code: string): string {
  return code.replaceAll('_', ' ');
}
