import type { Audit } from '@dti-monitor/scoring';
import type { Table, TableValue } from './text-table.js';

/** What the data say of a framework: the indicators, what goes together, what stands out. */
export function auditTables(audit: Audit): readonly Table[] {
  const tables = [
    statisticsTable(audit),
    correlationsTable(audit),
    groupsTable(audit),
    removalsTable(audit),
    findingsTable(audit),
    refusalsTable(audit),
  ];
  return tables.filter(({ rows, notes }) => rows.length > 0 || notes.length > 0);
}

/** Statistics of each indicator as it was worked out from the data. */
export function statisticsTable({ indicators }: Audit): Table {
  const share = { decimals: 3 };
  return {
    title: 'Indicators, before imputation and treatment',
    columns: [
      { heading: 'indicator', key: 'node' },
      { heading: 'units', key: 'units' },
      { heading: 'values', key: 'available' },
      { heading: 'missing', key: 'missing_share', ...share },
      { heading: 'zeros', key: 'zero_share', ...share },
      { heading: 'unique', key: 'unique_share', ...share },
      { heading: 'minimum', key: 'minimum' },
      { heading: 'median', key: 'median' },
      { heading: 'mean', key: 'mean', decimals: 3 },
      { heading: 'maximum', key: 'maximum' },
      { heading: 'deviation', key: 'deviation', decimals: 3 },
      { heading: 'skewness', key: 'skewness', decimals: 2 },
      { heading: 'kurtosis', key: 'kurtosis', decimals: 2 },
    ],
    rows: indicators.map((own): readonly TableValue[] => [
      own.node,
      own.units,
      own.available,
      own.missingShare,
      own.zeroShare,
      own.uniqueShare,
      own.minimum,
      own.median,
      own.mean,
      own.maximum,
      own.deviation,
      own.skewness,
      own.kurtosis,
    ]),
    notes: [],
  };
}

function correlationsTable({ acrossLevels, correlation }: Audit): Table {
  return {
    title: `Correlations with what they are part of (${correlation})`,
    columns: [
      { heading: 'node', key: 'node' },
      { heading: 'with', key: 'other' },
      { heading: 'units', key: 'units' },
      { heading: 'correlation', key: 'correlation', decimals: 3 },
    ],
    rows: acrossLevels.map(({ node, other, units, correlation: value }) => [node, other, units, value]),
    notes: [],
  };
}

function groupsTable({ groups }: Audit): Table {
  return {
    title: 'Do they measure one thing',
    columns: [
      { heading: 'node', key: 'node' },
      { heading: 'its', key: 'of' },
      { heading: 'members', key: 'members' },
      { heading: 'alpha', key: 'alpha', decimals: 3 },
      { heading: 'first component', key: 'first_share', decimals: 3 },
      { heading: 'above one', key: 'components_above_one' },
    ],
    rows: groups.map(({ node, of, members, alpha, components }) => [
      node,
      of,
      members.length,
      alpha,
      components?.shares[0] ?? null,
      components?.aboveOne ?? null,
    ]),
    notes: [],
  };
}

function removalsTable({ removals }: Audit): Table {
  return {
    title: 'Ranks without it',
    columns: [
      { heading: 'node', key: 'node' },
      { heading: 'ranks changed', key: 'changed' },
      { heading: 'mean places', key: 'mean_shift', decimals: 2 },
      { heading: 'most', key: 'largest_shift' },
    ],
    rows: removals.map(({ node, changed, meanShift, largestShift }) => [
      node,
      changed,
      meanShift,
      largestShift,
    ]),
    notes: [],
  };
}

function findingsTable({ findings, engineVersion, recipe }: Audit): Table {
  return {
    title: findings.length === 0 ? null : 'To look at',
    columns:
      findings.length === 0
        ? []
        : [
            { heading: 'finding', key: 'code' },
            { heading: 'nodes', key: 'nodes' },
            { heading: 'numbers', key: 'params' },
          ],
    rows: findings.map(({ code, nodes, params }) => [code, nodes.join(' '), numbers(params)]),
    notes: [
      ...(findings.length === 0 ? ['Nothing stands out.'] : []),
      `${recipe.code}, engine ${engineVersion}.`,
    ],
  };
}

function refusalsTable({ refusals }: Audit): Table {
  return {
    title: 'Without an answer',
    columns: [
      { heading: 'step', key: 'step' },
      { heading: 'reason', key: 'code' },
      { heading: 'nodes', key: 'nodes' },
    ],
    rows: refusals.map(({ step, code, nodes }) => [step, code, nodes.join(' ')]),
    notes: [],
  };
}

function numbers(params: Readonly<Record<string, number>>): string {
  return Object.entries(params)
    .map(([name, value]) => `${name} ${Number(value.toPrecision(4))}`)
    .join(', ');
}
