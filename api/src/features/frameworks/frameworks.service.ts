import { weightsOf, type Framework, type NodeWeight } from '@dti-monitor/scoring';
import { Injectable } from '@nestjs/common';
import { notFound, Problem } from '../../platform/http/problem.js';
import { paginate, type Page } from '../../platform/http/page.js';
import { LawService } from '../law/law.service.js';
import { ObservationsService } from '../observations/observations.service.js';
import type { FrameworkComparisonDto } from './compare/comparison.dto.js';
import { compareFrameworks, countNodes, type ComparedVersion } from './compare/framework-comparison.js';
import { documentOf } from './document/rows-document.js';
import type { FrameworkVersionDto, FrameworkVersionSummary } from './framework.dto.js';
import type { FrameworkNode, FrameworkVersion, PeerGroup } from './framework.entity.js';
import { versionDto, versionSummary } from './framework.mapper.js';
import { basesOf, treeNodeDto } from './framework-node.mapper.js';
import { FrameworksRepository } from './frameworks.repository.js';
import { peerGroups } from './peer-groups.js';
import { scoringFramework } from './scoring-framework.js';

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
  constructor(
    private readonly repository: FrameworksRepository,
    private readonly observations: ObservationsService,
    private readonly law: LawService,
  ) {}

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
        return versionSummary(version, count?.points ?? null, count?.count ?? 0);
      });
    return paginate(summaries, query);
  }

  /** @throws Problem FRAMEWORK_VERSION_NOT_FOUND */
  async detail(code: string): Promise<FrameworkVersionDto> {
    const { version, nodes, groups, scoring } = await this.load(code);
    const [elements, frozen, bases] = await Promise.all([
      this.observations.elementsByCode(),
      this.repository.isFrozen(code),
      this.law.bases([...version.legalBases, ...nodes.flatMap((node) => node.legalBasis)]),
    ]);
    const context = {
      method: version.method,
      parents: new Set(nodes.flatMap((node) => node.parentCode ?? [])),
      weights: weightsByNode(scoring),
      elements,
      bases,
    };
    const told = nodes.map((node) => treeNodeDto(node, context));
    return versionDto(version, told, groups, { frozen, legalBases: basesOf(version.legalBases, bases) });
  }

  /** Two versions node by node; `a` is before and `b` after. @throws Problem FRAMEWORK_VERSION_NOT_FOUND */
  async comparison(a: string, b: string): Promise<FrameworkComparisonDto> {
    const [before, after] = [await this.load(a), await this.load(b)];
    const { version, nodes } = compareFrameworks(compared(before), compared(after));
    return {
      a: summaryOf(before),
      b: summaryOf(after),
      counts: countNodes(nodes),
      version: [...version],
      nodes: nodes.map((node) => ({ ...node, changes: [...node.changes] })),
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
    const of = period ?? version.periodTo ?? version.periodFrom;
    const [nodes, named] = await Promise.all([this.repository.nodes(code), this.repository.groups(code, of)]);
    const groups = peerGroups(version, named, of);
    return { version, nodes, groups, scoring: scoringFramework(version, nodes) };
  }
}

function compared({ version, nodes, scoring }: LoadedFramework): ComparedVersion {
  return { document: documentOf(version, nodes), weights: weightsByNode(scoring) };
}

/** A version with its counts, as lists have it. */
export function summaryOf({ version, nodes }: LoadedFramework): FrameworkVersionSummary {
  return versionSummary(version, nodes[0]?.points ?? null, nodes.length);
}

function weightsByNode(framework: Framework): ReadonlyMap<string, NodeWeight> {
  const weights = weightsOf(framework);
  return new Map((weights.ok ? weights.value : []).map((weight) => [weight.node, weight]));
}

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
