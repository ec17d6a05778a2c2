import { citationOf, parseReference, placeOf } from './citation.js';
import type { LegalBasisDto } from './law.dto.js';
import type { Clause, LegalDocument } from './law.entity.js';
import { hasLapsed } from './validity.js';

/** The documents and clauses that references lead to. */
export interface LawBooks {
  readonly documents: ReadonlyMap<string, LegalDocument>;
  /** By reference, `document#clause`. */
  readonly clauses: ReadonlyMap<string, Clause>;
}

/** References of successors, so that they can be cited as well. */
export function successorReferences({ documents, clauses }: LawBooks): readonly string[] {
  return [
    ...[...documents.values()].map(({ successorId }) => successorId),
    ...[...clauses.values()].map(({ successorRef }) => successorRef),
  ].filter((reference) => reference !== null);
}

/**
 * What a reference leads to, as it stands on the day; null where there is no such document. A row of an
 * annex is no clause of its own: it is cited by its code and holds as long as its document.
 */
export function legalBasis(reference: string, books: LawBooks, on: string): LegalBasisDto | null {
  const parts = parseReference(reference);
  const document = parts === null ? undefined : books.documents.get(parts.document);
  if (parts === null || document === undefined) return null;
  const clause = parts.clause === null ? undefined : books.clauses.get(reference);
  const cited = citation(document, clause, parts.clause);
  const held = clause ?? document;
  const successor = clause === undefined ? document.successorId : clause.successorRef;
  const next = successor === null ? null : citationByReference(successor, books);
  return {
    reference,
    document: parts.document,
    clause: parts.clause,
    citationVi: cited.vi,
    citationEn: cited.en,
    standing: document.standing,
    validFrom: held.validFrom,
    validTo: held.validTo,
    lapsed: hasLapsed(held, on),
    successor,
    successorCitationVi: next?.vi ?? null,
    successorCitationEn: next?.en ?? null,
  };
}

function citation(document: LegalDocument, clause: Clause | undefined, code: string | null) {
  if (clause !== undefined) return { vi: clause.citationVi, en: clause.citationEn };
  const own = { vi: document.citationVi, en: document.citationEn };
  return citationOf(own, code === null ? null : placeOf(code));
}

function citationByReference(reference: string, books: LawBooks) {
  const parts = parseReference(reference);
  const document = parts === null ? undefined : books.documents.get(parts.document);
  if (parts === null || document === undefined) return null;
  return citation(document, books.clauses.get(reference), parts.clause);
}
