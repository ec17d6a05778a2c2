import { referenceOf } from './citation.js';
import type { ClauseDto, LegalBasisDto, LegalDocumentDto } from './law.dto.js';
import type { Clause, LegalDocument } from './law.entity.js';
import type { ClauseCounts } from './law.repository.js';
import { validityState } from './validity.js';

type Cite = (reference: string | null) => LegalBasisDto | null;

/** Puts a document into the shape of the API, as it stands on the day. */
export function documentDto(
  document: LegalDocument,
  counts: ClauseCounts | undefined,
  cite: Cite,
  on: string,
): LegalDocumentDto {
  const state = validityState(document, on);
  return {
    id: document.id,
    number: document.number,
    kind: document.kind,
    titleVi: document.titleVi,
    titleEn: document.titleEn,
    citationVi: document.citationVi,
    citationEn: document.citationEn,
    issuedByVi: document.issuedByVi,
    issuedByEn: document.issuedByEn,
    issuedOn: document.issuedOn,
    validFrom: document.validFrom,
    validTo: document.validTo,
    standing: document.standing,
    state,
    successor: cite(document.successorId),
    clauseCount: counts?.clauses ?? 0,
    textCount: counts?.texts ?? 0,
    lapsedCount: state === 'lapsed' || state === 'not_law' ? 0 : (counts?.lapsed ?? 0),
    confidence: document.confidence,
    noteVi: document.noteVi,
    noteEn: document.noteEn,
  };
}

/** Puts a clause into the shape of the API, as it stands on the day. */
export function clauseDto(clause: Clause, document: LegalDocument, cite: Cite, on: string): ClauseDto {
  return {
    document: clause.documentId,
    code: clause.code,
    parent: clause.parentCode,
    depth: clause.depth,
    reference: referenceOf(clause.documentId, clause.code),
    citationVi: clause.citationVi,
    citationEn: clause.citationEn,
    headingVi: clause.headingVi,
    headingEn: clause.headingEn,
    textVi: clause.textVi,
    textCheck: clause.textCheck,
    reportedVi: clause.reportedVi,
    reportedBy: cite(clause.reportedBy),
    validFrom: clause.validFrom,
    validTo: clause.validTo,
    state: validityState({ ...clause, standing: document.standing }, on),
    successor: cite(clause.successorRef),
    endedBy: cite(clause.endedBy),
    confidence: clause.confidence,
    noteVi: clause.noteVi,
    noteEn: clause.noteEn,
    sourceIds: clause.sourceIds,
  };
}
