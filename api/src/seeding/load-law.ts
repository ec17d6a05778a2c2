import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import { Clause, LegalDocument } from '../features/law/law.entity.js';
import { readLawBook, type BookClause, type SeedLegalDocument } from './law-book.js';
import { loadProgrammes } from './load-programmes.js';
import { checkReferences } from './references.js';
import { readSeed, seedProblem } from './seed-document.js';
import { filesBelow, SEEDS } from './seed-folder.js';

/**
 * Holds every reference to law, in all seeds, against `seeds/law`.
 *
 * @throws Problem SEED_FILE_INVALID with file, line and path of each that leads nowhere
 */
export function refuseUnknownReferences(): void {
  const book = readLawBook();
  const seeds = filesBelow(SEEDS, ['.yaml']).map((path) => readSeed<unknown>(path));
  const faults = checkReferences(seeds, book);
  if (faults.length > 0) throw seedProblem(faults);
}

/** Loads legal documents, their clauses and the programmes; what was there is replaced. */
export async function loadLaw(manager: EntityManager): Promise<number> {
  const { documents, clauses } = readLawBook();
  for (const table of ['programme', 'clause', 'legal_document']) await manager.query(`DELETE FROM ${table}`);
  await manager.insert(LegalDocument, documents.map(documentRow));
  const positions = positionsOf(clauses);
  const rows = clauses.map((clause) => clauseRow(clause, positions.get(clause) ?? 0));
  await manager.insert(Clause, rows);
  await loadProgrammes(manager, join(SEEDS, 'programmes.yaml'));
  return documents.length;
}

function documentRow(document: SeedLegalDocument, position: number) {
  return {
    id: document.id,
    position,
    number: document.number ?? null,
    kind: document.kind,
    titleVi: document.title.vi,
    titleEn: document.title.en,
    citationVi: document.cite.vi,
    citationEn: document.cite.en,
    issuedByVi: document.issued_by.vi,
    issuedByEn: document.issued_by.en,
    issuedOn: document.issued_on ?? null,
    validFrom: document.valid?.from ?? null,
    validTo: document.valid?.to ?? null,
    standing: document.standing,
    successorId: document.successor ?? null,
    endedBy: document.ended_by ?? null,
    confidence: document.confidence,
    noteVi: document.note?.vi ?? null,
    noteEn: document.note?.en ?? null,
    sourceIds: [...document.source],
  };
}

function clauseRow(clause: BookClause, position: number) {
  return {
    documentId: clause.document,
    code: clause.code,
    parentCode: clause.parent ?? null,
    position,
    depth: clause.depth,
    citationVi: clause.citation.vi,
    citationEn: clause.citation.en,
    headingVi: clause.heading?.vi ?? null,
    headingEn: clause.heading?.en ?? null,
    textVi: clause.text ?? null,
    textCheck: clause.check ?? null,
    reportedVi: clause.reported?.text ?? null,
    reportedBy: clause.reported?.source ?? null,
    validFrom: clause.validFrom,
    validTo: clause.validTo,
    successorRef: clause.successor ?? null,
    endedBy: clause.ended_by ?? null,
    confidence: clause.confidence,
    noteVi: clause.note?.vi ?? null,
    noteEn: clause.note?.en ?? null,
    sourceIds: [...clause.source],
  };
}

/** The place of each clause in its document, by the order of files and of what stands in them. */
function positionsOf(clauses: readonly BookClause[]): ReadonlyMap<BookClause, number> {
  const next = new Map<string, number>();
  return new Map(
    clauses.map((clause) => {
      const position = next.get(clause.document) ?? 0;
      next.set(clause.document, position + 1);
      return [clause, position];
    }),
  );
}
