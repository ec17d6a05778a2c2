import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import {
  GuidanceActivity,
  GuidanceFramework,
  GuidanceGroup,
  MaturityCriterion,
  MaturityLevel,
} from '../features/guidance/guidance.entity.js';
import type { ProblemDetail } from '../platform/http/problem.js';
import type { GuidanceFile } from './duty-format.js';
import { readSeed, seedFault, seedProblem, type SeedDocument } from './seed-document.js';
import { filesBelow, SEEDS } from './seed-files.js';

/**
 * Loads frameworks of guidance: groups, activities, levels of maturity and their criteria.
 *
 * @throws Problem SEED_FILE_INVALID with file, line and path of every fault
 */
export async function loadGuidance(manager: EntityManager): Promise<number> {
  const files = filesBelow(join(SEEDS, 'guidance'), ['.yaml']).map((path) => readSeed<GuidanceFile>(path));
  const faults = files.flatMap(guidanceFaults);
  if (faults.length > 0) throw seedProblem(faults);
  for (const { value } of files) await loadFramework(manager, value);
  return files.length;
}

/** What no schema can see: a code that stands twice, or that does not say its group, number or level. */
export function guidanceFaults(file: SeedDocument<GuidanceFile>): readonly ProblemDetail[] {
  const faults: ProblemDetail[] = [];
  const seen = new Set<string>();
  const hold = (code: string, expected: string, path: readonly (string | number)[]) => {
    if (code !== expected)
      faults.push(seedFault(file, 'SEED_CODE_MISPLACED', path, `${code} stands at ${expected}`));
    if (seen.has(code)) faults.push(seedFault(file, 'SEED_CODE_TWICE', path, `${code} stands twice`));
    seen.add(code);
  };
  file.value.groups.forEach((group, at) =>
    group.activities.forEach(({ code, number }, index) => {
      const expected = number === null ? group.code : `${group.code}.${index + 1}`;
      hold(code, expected, ['groups', at, 'activities', index, 'code']);
    }),
  );
  file.value.levels.forEach(({ level, criteria }, at) =>
    criteria.forEach(({ code }, index) =>
      hold(code, `${level}.${index + 1}`, ['levels', at, 'criteria', index, 'code']),
    ),
  );
  return faults;
}

async function loadFramework(manager: EntityManager, file: GuidanceFile): Promise<void> {
  const { framework, groups, levels } = file;
  const frameworkCode = framework.code;
  await manager.upsert(
    GuidanceFramework,
    {
      code: frameworkCode,
      documentId: framework.document,
      nameVi: framework.name.vi,
      nameEn: framework.name.en,
      standing: framework.standing,
      presentedOn: framework.presented_on,
      confidence: framework.confidence,
      sourceIds: [...framework.source],
    },
    ['code'],
  );
  await manager.delete(GuidanceActivity, { frameworkCode });
  await manager.delete(GuidanceGroup, { frameworkCode });
  await manager.insert(
    GuidanceGroup,
    groups.map((group, position) => ({
      frameworkCode,
      code: group.code,
      position,
      nameVi: group.name.vi,
      nameEn: group.name.en,
      basisPrinted: group.basis_printed ?? null,
      legalBasis: [...group.legal_basis],
    })),
  );
  await loadActivities(manager, file);
  await loadLevels(manager, frameworkCode, levels);
}

async function loadActivities(manager: EntityManager, file: GuidanceFile): Promise<void> {
  const activities = file.groups.flatMap(({ code, activities: own }) =>
    own.map((activity) => ({ group: code, activity })),
  );
  await manager.insert(
    GuidanceActivity,
    activities.map(({ group, activity }, position) => ({
      frameworkCode: file.framework.code,
      code: activity.code,
      groupCode: group,
      number: activity.number,
      position,
      nameVi: activity.name.vi,
      nameEn: activity.name.en,
      agency: activity.agency ?? null,
      objective: activity.objective ?? null,
      result: activity.result ?? null,
      basisPrinted: activity.basis_printed ?? null,
      legalBasis: [...activity.legal_basis],
      appliesTo: [...activity.applies_to],
      textCheck: activity.text_check,
    })),
  );
}

/** Criteria stay where a unit has answered them: brought up to date, not removed. */
async function loadLevels(
  manager: EntityManager,
  frameworkCode: string,
  levels: GuidanceFile['levels'],
): Promise<void> {
  await manager.upsert(
    MaturityLevel,
    levels.map(({ level, name, headline }) => ({
      frameworkCode,
      level,
      nameVi: name.vi,
      nameEn: name.en,
      headlineVi: headline?.vi ?? null,
      headlineEn: headline?.en ?? null,
    })),
    ['frameworkCode', 'level'],
  );
  const criteria = levels.flatMap(({ level, criteria: own }) => own.map((one) => ({ level, ...one })));
  await manager.upsert(
    MaturityCriterion,
    criteria.map(({ level, code, vi, en, text_check }, position) => ({
      frameworkCode,
      code,
      level,
      position,
      textVi: vi,
      textEn: en,
      textCheck: text_check ?? 'as_printed',
    })),
    ['frameworkCode', 'code'],
  );
}
