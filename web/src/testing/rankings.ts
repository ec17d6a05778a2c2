import type { Edition } from '../app/api-client/models/edition.js';
import type { FrameworkNode } from '../app/api-client/models/framework-node.js';
import type { NodeResult } from '../app/api-client/models/node-result.js';
import type { Ranking } from '../app/api-client/models/ranking.js';
import type { UnitHistoryEntry } from '../app/api-client/models/unit-history-entry.js';
import type { UnitResult } from '../app/api-client/models/unit-result.js';

/** A result with a total and a rank unless told otherwise. */
export function resultOf(unitId: string, change: Partial<UnitResult> = {}): UnitResult {
  return {
    unitId,
    nameVi: `Tỉnh ${unitId}`,
    shortNameVi: unitId,
    nameEn: `${unitId} (en)`,
    regionId: null,
    groupCode: 'province_63',
    state: 'scored',
    total: 0.5,
    totalBasis: 'published',
    publishedTotal: 0.5,
    computedTotal: null,
    difference: null,
    agrees: null,
    rank: 1,
    rankBasis: 'published',
    publishedRank: 1,
    computedRank: null,
    tied: false,
    coverage: 1,
    band: null,
    confidence: 'high',
    sourceIds: [],
    nodes: [],
    checks: [],
    ...change,
  };
}

/** A result of which nothing is known. */
export function unknownResult(unitId: string): UnitResult {
  return resultOf(unitId, {
    state: 'not_collected',
    total: null,
    totalBasis: null,
    rank: null,
    rankBasis: null,
  });
}

/** Of totals from high to low; quartiles are the ends, which is enough to write a sentence with. */
function statisticsOf(totals: readonly number[]): Ranking['statistics'] {
  return {
    count: totals.length,
    mean: totals.length === 0 ? null : totals.reduce((sum, total) => sum + total, 0) / totals.length,
    median: totals[Math.floor(totals.length / 2)] ?? null,
    highest: totals[0] ?? null,
    lowest: totals.at(-1) ?? null,
    q1: totals.at(-1) ?? null,
    q3: totals[0] ?? null,
  };
}

/** A ranking of provinces with the rows given; it counts as complete when all of them have totals. */
export function rankingOf(rows: UnitResult[], change: Partial<Ranking> = {}): Ranking {
  const totals = rows.flatMap((row) => (row.total === null ? [] : [row.total])).sort((a, b) => b - a);
  const group = {
    code: 'province_63',
    nameVi: 'Các tỉnh',
    nameEn: 'Provinces',
    level: 'province' as const,
    assessmentId: '1',
    expected: rows.length,
    listed: rows.length,
    withTotal: totals.length,
    withRank: rows.filter((row) => row.rank !== null).length,
  };
  return {
    editionCode: 'dti-2022',
    editionTitleVi: 'Chỉ số chuyển đổi số (DTI) năm 2022',
    editionTitleEn: 'Digital Transformation Index (DTI) 2022',
    publishedOn: '2023-07-12',
    assessmentId: '1',
    frameworkVersion: 'dti-922-province',
    frameworkNameVi: 'Bộ chỉ số',
    frameworkNameEn: 'Framework',
    legalBasis: 'Quyết định 922/QĐ-BTTTT',
    period: '2022',
    rosterDate: '2022-12-31',
    basis: 'as_published',
    dataSet: 'official',
    sample: false,
    method: {
      aggregation: 'arithmetic',
      missing: 'no_value',
      notApplicable: 'no_value',
      rankMethod: 'competition',
      rankDecimals: 4,
      rounding: 'half_up_decimal',
    },
    group,
    groups: [group],
    regionId: null,
    regions: [],
    nodes: [],
    statistics: statisticsOf(totals),
    checkFigures: [],
    rows,
    sources: [],
    ...change,
  };
}

export function nodeOf(code: string, points: number, change: Partial<FrameworkNode> = {}): FrameworkNode {
  return {
    code,
    parentCode: 'dti',
    kind: 'sub_index',
    nameVi: code,
    nameEn: `${code} (en)`,
    points,
    scored: points > 0,
    dataElement: code,
    depth: 1,
    note: null,
    sourceIds: [],
    ...change,
  };
}

/** A node's value as share of its maximum; null = not collected. */
export function nodeResultOf(code: string, weight: number, value: number | null): NodeResult {
  return {
    code,
    parentCode: 'dti',
    state: value === null ? 'not_collected' : 'scored',
    value,
    points: value === null ? null : value * weight * 1000,
    maxPoints: weight * 1000,
    weightAsked: weight,
    weightEffective: value === null ? null : weight,
    contribution: null,
    coverage: value === null ? 0 : 1,
    observationIds: [],
    raw: value,
    reasons: [],
  };
}

export function entryOf(period: string, frameworkVersion: string, result: UnitResult): UnitHistoryEntry {
  return {
    assessmentId: '1',
    editionCode: `dti-${period}`,
    editionTitleVi: `DTI năm ${period}`,
    editionTitleEn: `DTI ${period}`,
    frameworkNameVi: 'Bộ chỉ số',
    frameworkNameEn: 'Framework',
    frameworkVersion,
    groupCode: 'province_63',
    groupExpected: 63,
    groupNameVi: 'Các tỉnh',
    groupNameEn: 'Provinces',
    nodes: [],
    period,
    publishedOn: null,
    result,
    statistics: { count: 63, mean: 0.5, median: 0.5, highest: 0.8, lowest: 0.3, q1: 0.4, q3: 0.6 },
  };
}

export function editionOf(change: Partial<Edition> = {}): Edition {
  return {
    code: 'dti-2022',
    revision: 1,
    index: 'dti',
    titleVi: 'Chỉ số chuyển đổi số (DTI) năm 2022',
    titleEn: 'Digital Transformation Index (DTI) 2022',
    period: '2022',
    kind: 'as_published',
    status: 'published',
    publishedOn: '2023-07-12',
    rosterDate: '2022-12-31',
    createdAt: '2026-01-01T00:00:00Z',
    dataSet: 'official',
    sample: false,
    groups: [],
    noteVi: null,
    noteEn: null,
    nationalValue: null,
    nationalDecimals: null,
    checkFigures: [],
    sources: [],
    responsibleUnitId: 'bo-thong-tin-va-truyen-thong',
    responsibleNameVi: 'Bộ Thông tin và Truyền thông',
    responsibleNameEn: 'Ministry of Information and Communications',
    revisions: [{ revision: 1, status: 'published', publishedOn: '2023-07-12' }],
    ...change,
  };
}
