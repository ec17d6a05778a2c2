import type { Framework, FrameworkNode as ScoringNode } from '@dti-monitor/scoring';
import { Injectable } from '@nestjs/common';
import { notFound, Problem } from '../../platform/http/problem.js';
import { paginate, type Page } from '../../platform/http/page.js';
import type {
  FrameworkNodeDto,
  FrameworkVersionDto,
  FrameworkVersionSummary,
  MethodDto,
} from './framework.dto.js';
import type { FrameworkNode, FrameworkVersion, PeerGroup } from './framework.entity.js';
import { FrameworksRepository } from './frameworks.repository.js';

/** A framework version with its tree and the groups of one period. */
export interface LoadedFramework {
  readonly version: FrameworkVersion;
  readonly nodes: readonly FrameworkNode[];
  readonly groups: readonly PeerGroup[];
  /** The same as the engine takes it. */
  readonly scoring: Framework;
}

@Injectable()
export class FrameworksService {
  constructor(private readonly repository: FrameworksRepository) {}

  async list(query: {
    level?: string | undefined;
    page: number;
    size: number;
  }): Promise<Page<FrameworkVersionSummary>> {
    const [versions, counts] = await Promise.all([
      this.repository.versions(),
      this.repository.rootsAndCounts(),
    ]);
    const summaries = versions
      .filter((version) => query.level === undefined || version.level === query.level)
      .map((version) => {
        const count = counts.find((row) => row.frameworkVersion === version.code);
        return summary(version, count?.points ?? null, count?.count ?? 0);
      });
    return paginate(summaries, query);
  }

  /** @throws Problem FRAMEWORK_VERSION_NOT_FOUND */
  async detail(code: string): Promise<FrameworkVersionDto> {
    const { version, nodes, groups } = await this.load(code);
    return {
      ...summary(version, nodes[0]?.points ?? null, nodes.length),
      method: methodDto(version),
      totalElement: version.totalElement,
      rankElement: version.rankElement,
      groups: groups.map(({ code: group, nameVi, nameEn, wholeRoster }) => ({
        code: group,
        nameVi,
        nameEn,
        wholeRoster,
      })),
      nodes: nodes.map(nodeDto),
      note: version.note,
      sourceIds: version.sourceIds,
    };
  }

  /** For figures or a score of a period. @throws Problem FRAMEWORK_VERSION_NOT_FOUND, PERIOD_OUTSIDE_FRAMEWORK */
  async loadCovering(code: string, period: string): Promise<LoadedFramework> {
    const framework = await this.load(code, period);
    refusePeriodOutside(framework.version, period);
    return framework;
  }

  /** @throws Problem FRAMEWORK_VERSION_NOT_FOUND */
  async load(code: string, period?: string): Promise<LoadedFramework> {
    const version = await this.repository.version(code);
    if (version === null) throw notFound('FRAMEWORK_VERSION', code);
    const [nodes, groups] = await Promise.all([
      this.repository.nodes(code),
      this.repository.groups(code, period ?? version.periodTo ?? version.periodFrom),
    ]);
    return { version, nodes, groups, scoring: { code, method: version.method, root: tree(nodes) } };
  }
}

/** A tree that is the total alone has no parts to weigh, so any points give the same ratio. */
const POINTS_OF_TOTAL_ALONE = 1;

/** @throws Problem PERIOD_OUTSIDE_FRAMEWORK */
function refusePeriodOutside(version: FrameworkVersion, period: string): void {
  const { code, periodFrom, periodTo } = version;
  if (period >= periodFrom && (periodTo === null || period <= periodTo)) return;
  throw new Problem(
    422,
    'PERIOD_OUTSIDE_FRAMEWORK',
    'The method does not cover this period',
    `${code}: ${periodFrom}–${periodTo ?? '…'}`,
  );
}

/** The rules of a version in the words of the API. */
export function methodDto(version: FrameworkVersion): MethodDto {
  const { aggregation, missing, notApplicable, rank } = version.method;
  return {
    aggregation: aggregation.method,
    missing,
    notApplicable,
    rankMethod: rank.method,
    rankDecimals: rank.decimals,
    rounding: rank.rounding,
  };
}

export function nodeDto(node: FrameworkNode): FrameworkNodeDto {
  const { code, parentCode, kind, nameVi, nameEn, points, scored, dataElement, depth, note, sourceIds } =
    node;
  return { code, parentCode, kind, nameVi, nameEn, points, scored, dataElement, depth, note, sourceIds };
}

function summary(
  version: FrameworkVersion,
  totalPoints: number | null,
  nodeCount: number,
): FrameworkVersionSummary {
  return {
    code: version.code,
    index: version.indexCode,
    version: version.version,
    level: version.level,
    nameVi: version.nameVi,
    nameEn: version.nameEn,
    status: version.status,
    legalBasis: version.legalBasis,
    issuedOn: version.issuedOn,
    periodFrom: version.periodFrom,
    periodTo: version.periodTo,
    totalPoints,
    nodeCount,
  };
}

function tree(nodes: readonly FrameworkNode[]): ScoringNode {
  const root = nodes.find((node) => node.parentCode === null);
  if (root === undefined) throw new Error('A framework version without a root');
  return branch(root, nodes);
}

function branch(node: FrameworkNode, nodes: readonly FrameworkNode[]): ScoringNode {
  const children = nodes
    .filter((other) => other.parentCode === node.code)
    .map((child) => branch(child, nodes));
  const own = { code: node.code, points: node.points ?? POINTS_OF_TOTAL_ALONE, scored: node.scored };
  return children.length === 0 ? own : { ...own, children };
}
