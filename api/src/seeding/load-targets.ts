import { join } from 'node:path';
import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import { DataElement } from '../features/observations/observation.entity.js';
import {
  Measure,
  Target,
  TargetCondition,
  TargetGroup,
  TargetOwner,
} from '../features/targets/target.entity.js';
import { OrganisationUnit } from '../features/units/unit.entity.js';
import { readSeed, seedProblem } from './seed-document.js';
import { filesBelow, SEEDS } from './seed-files.js';
import { targetFaults } from './target-faults.js';
import { conditionElement, formulaElements } from './target-formula.js';
import type { SeedMeasure, SeedTarget, TargetsFile } from './target-format.js';

/**
 * Loads the targets of every programme, in place of those that were there. Data elements and units are
 * loaded before. @throws Problem SEED_FILE_INVALID
 */
export async function loadTargets(manager: EntityManager): Promise<number> {
  const documents = filesBelow(join(SEEDS, 'targets'), ['.yaml']).map((path) => readSeed<TargetsFile>(path));
  const known = {
    elements: new Set((await manager.find(DataElement)).map(({ code }) => code)),
    units: new Set((await manager.find(OrganisationUnit)).map(({ id }) => id)),
  };
  const faults = documents.flatMap((document) => targetFaults(document, known));
  if (faults.length > 0) throw seedProblem(faults);
  for (const table of [Measure, TargetCondition, TargetOwner, Target, TargetGroup]) {
    await manager.createQueryBuilder().delete().from(table).execute();
  }
  for (const { value } of documents) await loadProgramme(manager, value, known.elements);
  return documents.reduce((count, { value }) => count + value.targets.length, 0);
}

async function loadProgramme(
  manager: EntityManager,
  file: TargetsFile,
  elements: ReadonlySet<string>,
): Promise<void> {
  const { programme, due, groups, targets } = file;
  const parts = targets.map((target) => ({ programme, target }));
  await manager.insert(
    TargetGroup,
    groups.map(({ code, clause, name }, position) => ({
      programme,
      code,
      clause: clause ?? null,
      nameVi: name.vi,
      nameEn: name.en,
      due,
      position,
    })),
  );
  await manager.insert(
    Target,
    targets.map((target, position) => targetRow(programme, due, target, position)),
  );
  await manager.insert(TargetOwner, parts.flatMap(ownerRows));
  await manager.insert(
    TargetCondition,
    parts.flatMap((part) => conditionRows(part, elements)),
  );
  await manager.insert(
    Measure,
    parts.flatMap(({ target }) =>
      target.measures.map((measure, position) => measureRow(programme, target, measure, position)),
    ),
  );
}

function targetRow(programme: string, due: string, target: SeedTarget, position: number): Target {
  return {
    programme,
    code: target.code,
    groupCode: target.group,
    position,
    nameVi: target.name.vi,
    nameEn: target.name.en,
    due: target.due ?? due,
    legalBasis: [...target.legal_basis],
    eachUnitBasis: target.each_unit?.legal_basis ?? null,
    ownerNoteVi: target.owner_note?.vi ?? null,
    ownerNoteEn: target.owner_note?.en ?? null,
    trackingVi: target.tracking?.body.vi ?? null,
    trackingEn: target.tracking?.body.en ?? null,
    trackingBasis: target.tracking?.legal_basis ?? null,
  };
}

interface Part {
  readonly programme: string;
  readonly target: SeedTarget;
}

function ownerRows({ programme, target }: Part): readonly TargetOwner[] {
  return (target.owners ?? []).map(({ unit, role, legal_basis: legalBasis, part }, position) => ({
    programme,
    targetCode: target.code,
    position,
    unitId: unit,
    role,
    legalBasis,
    partVi: part?.vi ?? null,
    partEn: part?.en ?? null,
  }));
}

function conditionRows(
  { programme, target }: Part,
  elements: ReadonlySet<string>,
): readonly TargetCondition[] {
  return (target.conditions ?? []).map(({ code, words, name }, position) => {
    const element = conditionElement(code);
    return {
      programme,
      code,
      targetCode: target.code,
      position,
      words,
      nameVi: name.vi,
      nameEn: name.en,
      dataElement: elements.has(element) ? element : null,
    };
  });
}

function measureRow(
  programme: string,
  target: SeedTarget,
  measure: SeedMeasure,
  position: number,
): QueryDeepPartialEntity<Measure> {
  return {
    programme,
    code: measure.code,
    targetCode: target.code,
    position,
    kind: measure.kind,
    words: measure.words,
    nameVi: measure.name.vi,
    nameEn: measure.name.en,
    comparator: measure.comparator ?? null,
    value: measure.value ?? null,
    unit: measure.unit,
    ...wordsOf(measure),
    freshness: measure.freshness?.kind ?? null,
    freshnessWords: measure.freshness?.words ?? null,
    levels: [...(measure.levels ?? [])],
    rollUp: measure.roll_up ?? null,
    notApplicable: measure.not_applicable ?? null,
    notApplicableStanding: measure.not_applicable_standing ?? null,
    notApplicableNoteVi: measure.not_applicable_note?.vi ?? null,
    notApplicableNoteEn: measure.not_applicable_note?.en ?? null,
    formula: measure.formula === undefined ? null : { ...measure.formula },
    dataElements: [...formulaElements(measure.formula)],
  };
}

function wordsOf(measure: SeedMeasure) {
  return {
    numeratorVi: measure.numerator?.vi ?? null,
    numeratorEn: measure.numerator?.en ?? null,
    denominatorVi: measure.denominator?.vi ?? null,
    denominatorEn: measure.denominator?.en ?? null,
    definition: measure.definition ?? null,
    definitionNoteVi: measure.definition_note?.vi ?? null,
    definitionNoteEn: measure.definition_note?.en ?? null,
    exclusionWords: measure.exclusion?.words ?? null,
    exclusionVi: measure.exclusion?.name.vi ?? null,
    exclusionEn: measure.exclusion?.name.en ?? null,
  };
}
