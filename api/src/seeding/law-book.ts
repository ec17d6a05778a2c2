import { basename, dirname, join } from 'node:path';
import { citationOf, placeOf, referenceOf, type Bilingual } from '../features/law/citation.js';
import type { Confidence, DocumentKind, Standing, TextCheck } from '../features/law/law.dto.js';
import type { ProblemDetail } from '../platform/http/problem.js';
import { annexClauses, guidanceClauses } from './borrowed-clauses.js';
import { circleIn } from './circles.js';
import type { GuidanceFile } from './duty-format.js';
import { readSeed, seedFault, seedProblem, type SeedDocument, type SeedPath } from './seed-document.js';
import { filesBelow, SEEDS } from './seed-folder.js';
import type { TasksFile } from './task-formats.js';

interface Days {
  readonly from?: string;
  readonly to?: string;
}

export interface SeedLegalDocument {
  readonly id: string;
  readonly number?: string;
  readonly kind: DocumentKind;
  readonly title: Bilingual;
  readonly cite: Bilingual;
  readonly issued_by: Bilingual;
  readonly issued_on?: string;
  readonly valid?: Days;
  readonly standing: Standing;
  readonly successor?: string;
  readonly ended_by?: string;
  readonly source: readonly string[];
  readonly confidence: Confidence;
  readonly note?: Bilingual;
}

export interface SeedClause {
  readonly code: string;
  readonly parent?: string;
  readonly cite?: Bilingual;
  readonly heading?: Bilingual;
  readonly text?: string;
  readonly check?: TextCheck;
  readonly reported?: { readonly source: string; readonly text: string };
  readonly valid?: Days;
  readonly successor?: string;
  readonly ended_by?: string;
  readonly note?: Bilingual;
}

export interface DocumentsFile {
  readonly documents: readonly SeedLegalDocument[];
}

export interface ClausesFile {
  readonly document: string;
  readonly source: readonly string[];
  readonly confidence: Confidence;
  readonly clauses: readonly SeedClause[];
}

/** A file of clauses; those of another seed say where in it each stands. */
export interface ClausesSeed extends SeedDocument<ClausesFile> {
  readonly pathOf?: (at: number) => SeedPath;
}

/** A clause with what it has from the clause around it and from its document. */
export interface BookClause extends SeedClause {
  readonly document: string;
  readonly depth: number;
  readonly citation: Bilingual;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly source: readonly string[];
  readonly confidence: Confidence;
}

/** All of law that the seeds hold, whole in itself. */
export interface LawBook {
  readonly documents: readonly SeedLegalDocument[];
  readonly clauses: readonly BookClause[];
}

/** Parts of the annex of the Decision; their rows are tasks. */
const ANNEX = ['a', 'b', 'c'].map((part) => join(SEEDS, 'tasks', 'decision-142-2024', `${part}.yaml`));
const GUIDANCE = join(SEEDS, 'guidance', 'framework-2024.yaml');

/**
 * Reads `seeds/law`, and the clauses whose words other seeds hold: rows of the annex, activities of the
 * guidance.
 *
 * @throws Problem SEED_FILE_INVALID for whatever does not hold together
 */
export function readLawBook(): LawBook {
  const folder = join(SEEDS, 'law');
  const documents = readSeed<DocumentsFile>(join(folder, 'documents.yaml'));
  const borrowed = [
    ...ANNEX.map((path) => annexClauses(readSeed<TasksFile>(path))),
    guidanceClauses(readSeed<GuidanceFile>(GUIDANCE)),
  ].map((file) => ({ folder: file.value.document, file }));
  const own = filesBelow(folder, ['.yaml'])
    .filter((path) => basename(path) !== 'documents.yaml')
    .map((path) => ({ folder: basename(dirname(path)), file: readSeed<ClausesFile>(path) }));
  return bindLaw(documents, [...own, ...borrowed]);
}

interface Placed {
  readonly clause: SeedClause;
  readonly file: SeedDocument<ClausesFile>;
  readonly path: SeedPath;
}

/** Puts documents and clauses together. @throws Problem SEED_FILE_INVALID with every fault */
export function bindLaw(
  documents: SeedDocument<DocumentsFile>,
  files: readonly { readonly folder: string; readonly file: ClausesSeed }[],
): LawBook {
  const listed = documents.value.documents;
  const byId = new Map(listed.map((document) => [document.id, document]));
  const placed = files.flatMap(({ file }) =>
    file.value.clauses.map((clause, at): Placed => ({
      clause,
      file,
      path: file.pathOf?.(at) ?? ['clauses', at],
    })),
  );
  const byReference = new Map(
    placed.map((one) => [referenceOf(one.file.value.document, one.clause.code), one]),
  );
  const faults = [
    ...documentFaults(documents),
    ...files.flatMap(({ folder, file }) => fileFaults(folder, file, byId)),
    ...placed.flatMap((one) => clauseFaults(one, byReference)),
  ];
  if (faults.length > 0) throw seedProblem(faults);
  return { documents: listed, clauses: placed.map((one) => resolve(one, byReference, byId)) };
}

function documentFaults(documents: SeedDocument<DocumentsFile>): readonly ProblemDetail[] {
  const listed = documents.value.documents;
  const successors = new Map(listed.map(({ id, successor }) => [id, successor]));
  return listed.flatMap(({ id }, at) => {
    const circle = circleIn(id, (one) => successors.get(one));
    return [
      ...(listed.findIndex((other) => other.id === id) < at
        ? [seedFault(documents, 'DOCUMENT_DOUBLED', ['documents', at, 'id'], `${id} stands twice`)]
        : []),
      ...(circle === null
        ? []
        : [seedFault(documents, 'SUCCESSOR_CIRCLE', ['documents', at, 'successor'], circle.join(' → '))]),
    ];
  });
}

function fileFaults(
  folder: string,
  file: SeedDocument<ClausesFile>,
  documents: ReadonlyMap<string, SeedLegalDocument>,
): readonly ProblemDetail[] {
  const { document } = file.value;
  if (!documents.has(document)) {
    return [seedFault(file, 'DOCUMENT_UNKNOWN', ['document'], `seeds/law/documents.yaml has no ${document}`)];
  }
  if (folder === document) return [];
  return [seedFault(file, 'DOCUMENT_UNKNOWN', ['document'], `the folder is that of ${folder}`)];
}

function clauseFaults(one: Placed, all: ReadonlyMap<string, Placed>): readonly ProblemDetail[] {
  const { clause, file, path } = one;
  const { document } = file.value;
  const own = referenceOf(document, clause.code);
  if (all.get(own) !== one) {
    return [seedFault(file, 'CLAUSE_DOUBLED', [...path, 'code'], `${own} stands twice`)];
  }
  if (clause.parent === undefined) return [];
  if (!all.has(referenceOf(document, clause.parent))) {
    return [
      seedFault(file, 'CLAUSE_UNKNOWN', [...path, 'parent'], `${document} has no clause ${clause.parent}`),
    ];
  }
  const circle = circleIn(clause.code, (code) => all.get(referenceOf(document, code))?.clause.parent);
  if (circle === null) return [];
  return [seedFault(file, 'CLAUSE_CIRCLE', [...path, 'parent'], circle.join(' → '))];
}

/** What a clause does not say of itself it has from the clause around it, that from its document. */
function resolve(
  one: Placed,
  all: ReadonlyMap<string, Placed>,
  documents: ReadonlyMap<string, SeedLegalDocument>,
): BookClause {
  const { clause, file } = one;
  const { document: id, source, confidence } = file.value;
  const chain = chainOf(one, all);
  const document = documents.get(id);
  const successor = firstOf(chain, (part) => part.successor) ?? document?.successor;
  const endedBy = firstOf(chain, (part) => part.ended_by) ?? document?.ended_by;
  return {
    ...clause,
    ...(successor === undefined ? {} : { successor }),
    ...(endedBy === undefined ? {} : { ended_by: endedBy }),
    document: id,
    depth: chain.length - 1,
    citation: citationOf(document?.cite ?? { vi: id, en: id }, clause.cite ?? placeOf(clause.code)),
    validFrom: firstOf(chain, (part) => part.valid?.from) ?? document?.valid?.from ?? null,
    validTo: firstOf(chain, (part) => part.valid?.to) ?? document?.valid?.to ?? null,
    source,
    confidence,
  };
}

/** The clause and all around it, the innermost first. */
function chainOf(one: Placed, all: ReadonlyMap<string, Placed>): readonly SeedClause[] {
  const { parent } = one.clause;
  const around = parent === undefined ? undefined : all.get(referenceOf(one.file.value.document, parent));
  return around === undefined ? [one.clause] : [one.clause, ...chainOf(around, all)];
}

function firstOf<T>(
  chain: readonly SeedClause[],
  pick: (clause: SeedClause) => T | undefined,
): T | undefined {
  return chain.map(pick).find((found) => found !== undefined);
}
