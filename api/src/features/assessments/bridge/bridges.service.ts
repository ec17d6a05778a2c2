import { mean } from '@dti-monitor/scoring';
import { Injectable } from '@nestjs/common';
import { ofDataSet } from '../../../platform/http/data-set.js';
import { Problem } from '../../../platform/http/problem.js';
import { FrameworksService, summaryOf, type LoadedFramework } from '../../frameworks/frameworks.service.js';
import type { AssemblyInput } from '../assembly-input.js';
import { AssessmentsService } from '../assessments.service.js';
import { scoringRefused } from '../scoring-refused.js';
import { bridge, type BridgedUnit } from './bridge.js';
import type { BridgeDto, BridgeQuery } from './bridge.dto.js';

/** One year under two versions of a method, side by side; nothing is stored. */
@Injectable()
export class BridgesService {
  constructor(
    private readonly frameworks: FrameworksService,
    private readonly assessments: AssessmentsService,
  ) {}

  /** @throws Problem FRAMEWORK_VERSION_NOT_FOUND, FRAMEWORK_LEVELS_DIFFER, NOTHING_TO_SCORE, SCORING_REFUSED */
  async bridge(code: string, query: BridgeQuery): Promise<BridgeDto> {
    const { with: other, period, dataSet } = query;
    const [a, b] = [await this.frameworks.load(code, period), await this.frameworks.load(other, period)];
    refuseLevels(a, b);
    const before = await this.assessments.inputOf(a, query);
    const after = await this.assessments.inputOf(b, query);
    if (before.observations.length === 0 && after.observations.length === 0) {
      throw new Problem(
        422,
        'NOTHING_TO_SCORE',
        'There are no figures for this period',
        `${code}, ${other}, ${period}`,
      );
    }
    const outcome = bridge(before, after);
    if (!outcome.ok) throw scoringRefused(outcome.problems);
    const units = inOrder(outcome.value);
    const differences = units.flatMap(({ scoreDifference }) => scoreDifference ?? []);
    return {
      a: summaryOf(a),
      b: summaryOf(b),
      period,
      rosterDate: before.rosterDate,
      covered: { a: covers(a, period), b: covers(b, period) },
      ...ofDataSet(dataSet),
      parts: partNames(a, b),
      unitCount: units.length,
      scoredByBoth: differences.length,
      meanDifference: differences.length === 0 ? null : mean(differences),
      units: withNames(units, before),
    };
  }
}

/** @throws Problem FRAMEWORK_LEVELS_DIFFER */
function refuseLevels(a: LoadedFramework, b: LoadedFramework): void {
  if (a.version.level === b.version.level) return;
  throw new Problem(
    422,
    'FRAMEWORK_LEVELS_DIFFER',
    'The two versions measure different levels',
    `${a.version.code}: ${a.version.level}; ${b.version.code}: ${b.version.level}.`,
  );
}

function covers({ version }: LoadedFramework, period: string): boolean {
  return period >= version.periodFrom && (version.periodTo === null || period <= version.periodTo);
}

/** The main parts of both, those of the later one first. */
function partNames(a: LoadedFramework, b: LoadedFramework): BridgeDto['parts'] {
  const names = new Map<string, BridgeDto['parts'][number]>();
  for (const { code, nameVi, nameEn, depth } of [...b.nodes, ...a.nodes]) {
    if (depth === 1 && !names.has(code)) names.set(code, { code, nameVi, nameEn });
  }
  return [...names.values()];
}

/** Ranked units first, group by group; the others in the order of the roster. */
function inOrder(units: readonly BridgedUnit[]): readonly BridgedUnit[] {
  const last = Number.MAX_SAFE_INTEGER;
  const rankOf = ({ before, after }: BridgedUnit): number => before?.rank ?? after?.rank ?? last;
  return [...units].sort((x, y) => rankOf(x) - rankOf(y));
}

function withNames(units: readonly BridgedUnit[], { roster }: AssemblyInput): BridgeDto['units'] {
  const names = new Map(roster.map((unit) => [unit.id, unit]));
  return units.map(({ parts, ...unit }) => ({
    ...unit,
    nameVi: names.get(unit.unitId)?.nameVi ?? unit.unitId,
    nameEn: names.get(unit.unitId)?.nameEn ?? unit.unitId,
    parts: [...parts],
  }));
}
