import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import {
  DatabaseTerm,
  NationalDatabase,
  NationalDatabaseFact,
} from '../features/databases/national-database.entity.js';
import type { DatabaseClassesFile, NationalDatabasesFile, SeedNationalDatabase } from './database-formats.js';
import { readSeed } from './seed-document.js';
import { SEEDS } from './seed-files.js';

type TermRow = Omit<DatabaseTerm, 'position'>;

/** Loads the national databases and the words about databases; returns how many databases there are. */
export async function loadDatabases(manager: EntityManager): Promise<number> {
  const national = readSeed<NationalDatabasesFile>(join(SEEDS, 'databases/national.yaml')).value;
  const classes = readSeed<DatabaseClassesFile>(join(SEEDS, 'databases/classes.yaml')).value;
  const terms = [...nationalTerms(national), ...classTerms(classes), ...inventoryTerms(classes)];
  await manager.createQueryBuilder().delete().from(DatabaseTerm).execute();
  await manager.insert(
    DatabaseTerm,
    terms.map((term, position) => ({ ...term, position })),
  );
  await manager.upsert(NationalDatabase, national.databases.map(databaseRow), ['id']);
  await manager.createQueryBuilder().delete().from(NationalDatabaseFact).execute();
  await manager.insert(NationalDatabaseFact, national.databases.flatMap(factRows));
  return national.databases.length;
}

interface Printed {
  readonly code: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly text?: string;
  readonly legal_basis?: readonly string[];
}

function term(kind: TermRow['kind'], printed: Printed, own: Partial<TermRow>): TermRow {
  return {
    kind,
    code: printed.code,
    parentCode: null,
    nameVi: printed.name.vi,
    nameEn: printed.name.en,
    text: printed.text ?? null,
    standing: 'printed',
    legalBasis: [...(printed.legal_basis ?? [])],
    levels: [],
    needs: [],
    actor: null,
    classGroup: null,
    sourceIds: [],
    confidence: 'high',
    ...own,
  };
}

function nationalTerms({ conditions, qualities }: NationalDatabasesFile): TermRow[] {
  const sourced = ({ source }: { readonly source: readonly string[] }) => ({ sourceIds: [...source] });
  return [
    ...conditions.map((condition) => term('condition', condition, sourced(condition))),
    ...conditions.flatMap((condition) =>
      condition.aspects.map((aspect) =>
        term('condition_aspect', aspect, {
          ...sourced(condition),
          parentCode: condition.code,
          legalBasis: [...condition.legal_basis],
        }),
      ),
    ),
    ...qualities.map((quality) => term('quality', quality, sourced(quality))),
  ];
}

function classTerms({ classes, marks }: DatabaseClassesFile): TermRow[] {
  return [
    ...classes.map((one) =>
      term('class', one, {
        classGroup: one.group,
        levels: [...one.levels],
        sourceIds: [...one.source],
        confidence: one.confidence,
      }),
    ),
    ...marks.map((one) =>
      term('mark', one, {
        needs: [...one.needs],
        sourceIds: [...one.source],
        confidence: one.confidence,
      }),
    ),
  ];
}

function inventoryTerms({ inventory }: DatabaseClassesFile): TermRow[] {
  const sourced = { sourceIds: [...inventory.source], confidence: inventory.confidence };
  return [
    ...inventory.assessments.map((one) => term('assessment', one, sourced)),
    ...inventory.assessments.flatMap((one) =>
      one.aspects.map((aspect) =>
        term('assessment_aspect', aspect, {
          ...sourced,
          parentCode: one.code,
          legalBasis: [...one.legal_basis],
        }),
      ),
    ),
    ...inventory.steps.map((one) =>
      term('step', one, { ...sourced, actor: one.actor, standing: one.standing }),
    ),
  ];
}

function databaseRow(database: SeedNationalDatabase, position: number): NationalDatabase {
  const { owner } = database;
  return {
    id: database.id,
    position,
    nameVi: database.name.vi,
    nameEn: database.name.en,
    shortNameVi: database.short.vi,
    shortNameEn: database.short.en,
    legalBasis: [...database.legal_basis],
    ownerStanding: owner.standing,
    ownerUnitId: owner.unit ?? null,
    ownerLegalBasis: [...(owner.legal_basis ?? [])],
    ownerNoteVi: owner.note.vi,
    ownerNoteEn: owner.note.en,
    ownerConfidence: owner.confidence,
    recollectedOwnerId: owner.recollection?.unit ?? null,
    sourceIds: [...database.source],
    confidence: database.confidence,
  };
}

function factRows({ id, facts }: SeedNationalDatabase): NationalDatabaseFact[] {
  return facts.map((fact, position) => ({
    databaseId: id,
    code: fact.code,
    position,
    nameVi: fact.name.vi,
    nameEn: fact.name.en,
    value: fact.value ?? null,
    unitVi: fact.unit?.vi ?? null,
    unitEn: fact.unit?.en ?? null,
    asOf: fact.as_of,
    textVi: fact.text.vi,
    textEn: fact.text.en,
    sourceIds: [...fact.source],
    confidence: fact.confidence,
  }));
}
