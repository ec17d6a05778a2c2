import { Injectable } from '@nestjs/common';
import { today } from '../../platform/clock.js';
import { paginate, type Page } from '../../platform/http/page.js';
import { notFound } from '../../platform/http/problem.js';
import { ObservationsService } from '../observations/observations.service.js';
import { searchKey } from '../units/name-key.js';
import { isAnnexRow, parseReference } from './citation.js';
import type {
  ClauseDetail,
  ClauseDto,
  ClauseQuery,
  LegalBasisDto,
  LegalDocumentDetail,
  LegalDocumentDto,
  LegalDocumentQuery,
} from './law.dto.js';
import type { Clause, LegalDocument } from './law.entity.js';
import { clauseDto, documentDto } from './law.mapper.js';
import { LawRepository } from './law.repository.js';
import { legalBasis, successorReferences, type LawBooks } from './legal-basis.js';

/** Legal documents, their clauses, and what a reference to one of them means today. */
@Injectable()
export class LawService {
  constructor(
    private readonly repository: LawRepository,
    private readonly observations: ObservationsService,
  ) {}

  async list(query: LegalDocumentQuery): Promise<Page<LegalDocumentDto>> {
    const documents = await this.documentDtos();
    const wanted = query.q === undefined ? null : searchKey(query.q);
    const found = documents.filter(
      (document) =>
        (query.kind === undefined || document.kind === query.kind) &&
        (query.state === undefined || inState(document, query.state)) &&
        (wanted === null || namesOf(document).some((name) => searchKey(name).includes(wanted))),
    );
    return paginate(found, query);
  }

  /** @throws Problem LEGAL_DOCUMENT_NOT_FOUND */
  async detail(id: string): Promise<LegalDocumentDetail> {
    const document = await this.document(id);
    const all = await this.documentDtos();
    const summary = all.find((one) => one.id === id);
    if (summary === undefined) throw notFound('LEGAL_DOCUMENT', id);
    const before = all.filter((one) => one.successor?.document === id).map((one) => one.id);
    const bases = await this.bases([...before, ...(document.endedBy === null ? [] : [document.endedBy])]);
    return {
      ...summary,
      endedBy: document.endedBy === null ? null : (bases.get(document.endedBy) ?? null),
      predecessors: before.flatMap((one) => bases.get(one) ?? []),
      sources: await this.observations.sourcesByIds(document.sourceIds),
    };
  }

  /** All clauses in the document's order, or those with the words asked for. @throws Problem LEGAL_DOCUMENT_NOT_FOUND */
  async clauses(id: string, query: ClauseQuery): Promise<Page<ClauseDto>> {
    const document = await this.document(id);
    const all = await this.clauseDtos(document, await this.repository.clausesOf(id));
    const wanted = query.q === undefined ? null : searchKey(query.q);
    const found = all.filter(
      (clause) => wanted === null || wordsOf(clause).some((text) => searchKey(text).includes(wanted)),
    );
    return paginate(found, query);
  }

  /** @throws Problem LEGAL_DOCUMENT_NOT_FOUND, CLAUSE_NOT_FOUND */
  async clause(id: string, code: string): Promise<ClauseDetail> {
    const document = await this.document(id);
    const all = await this.clauseDtos(document, await this.repository.clausesOf(id));
    const clause = all.find((one) => one.code === code.normalize('NFC'));
    if (clause === undefined) throw notFound('CLAUSE', `${id}#${code}`);
    return {
      ...clause,
      documentCitationVi: document.citationVi,
      documentCitationEn: document.citationEn,
      standing: document.standing,
      within: ancestorsOf(clause, all).map(({ code: own, headingVi, headingEn }) => ({
        code: own,
        headingVi,
        headingEn,
      })),
      parts: all.filter(({ parent }) => parent === clause.code),
      sources: await this.observations.sourcesByIds(clause.sourceIds),
    };
  }

  /**
   * What references lead to, as they stand today in Viet Nam. Unknown ones are absent: the load of the
   * reference data refuses them, so there are none in what it loaded.
   */
  async bases(references: readonly string[]): Promise<ReadonlyMap<string, LegalBasisDto>> {
    const wanted = [...new Set(references)];
    const books = await this.booksFor(wanted);
    const on = today();
    return new Map(
      wanted.flatMap((reference) => {
        const basis = legalBasis(reference, books, on);
        return basis === null ? [] : [[reference, basis] as const];
      }),
    );
  }

  /** References that lead nowhere: no such document, or a document that is held without such a clause. */
  async unknownReferences(references: readonly string[]): Promise<readonly string[]> {
    const wanted = [...new Set(references)];
    const { documents, clauses } = await this.booksOf(wanted);
    return wanted.filter((reference) => {
      const parts = parseReference(reference);
      if (parts === null || !documents.has(parts.document)) return true;
      return !(parts.clause === null || clauses.has(reference) || isAnnexRow(parts.clause));
    });
  }

  private async booksFor(references: readonly string[]): Promise<LawBooks> {
    const first = await this.booksOf(references);
    const further = successorReferences(first);
    if (further.length === 0) return first;
    return this.booksOf([...references, ...further]);
  }

  private async booksOf(references: readonly string[]): Promise<LawBooks> {
    const ids = references.flatMap((reference) => parseReference(reference)?.document ?? []);
    const [documents, clauses] = await Promise.all([
      this.repository.documentsByIds([...new Set(ids)]),
      this.repository.clausesByReference(references),
    ]);
    return { documents, clauses };
  }

  private async document(id: string): Promise<LegalDocument> {
    const document = (await this.repository.documentsByIds([id])).get(id);
    if (document === undefined) throw notFound('LEGAL_DOCUMENT', id);
    return document;
  }

  private async documentDtos(): Promise<LegalDocumentDto[]> {
    const on = today();
    const [documents, counts] = await Promise.all([
      this.repository.documents(),
      this.repository.clauseCounts(on),
    ]);
    const bases = await this.bases(documents.flatMap(({ successorId }) => successorId ?? []));
    const cite = citer(bases);
    return documents.map((document) => documentDto(document, counts.get(document.id), cite, on));
  }

  private async clauseDtos(document: LegalDocument, clauses: readonly Clause[]): Promise<ClauseDto[]> {
    const cited = clauses.flatMap(({ successorRef, endedBy, reportedBy }) => [
      successorRef,
      endedBy,
      reportedBy,
    ]);
    const bases = await this.bases(cited.filter((reference) => reference !== null));
    const cite = citer(bases);
    return clauses.map((clause) => clauseDto(clause, document, cite, today()));
  }
}

function citer(bases: ReadonlyMap<string, LegalBasisDto>) {
  return (reference: string | null): LegalBasisDto | null =>
    reference === null ? null : (bases.get(reference) ?? null);
}

function inState({ state }: LegalDocumentDto, wanted: NonNullable<LegalDocumentQuery['state']>): boolean {
  if (wanted === 'history') return state === 'not_law';
  if (wanted === 'in_force') return state === 'in_force' || state === 'not_yet';
  return state === wanted;
}

function namesOf(document: LegalDocumentDto): readonly string[] {
  return [
    document.number ?? '',
    document.citationVi,
    document.citationEn,
    document.titleVi,
    document.titleEn,
  ];
}

function wordsOf(clause: ClauseDto): readonly string[] {
  const { code, headingVi, headingEn, textVi, reportedVi, citationVi } = clause;
  return [code, citationVi, headingVi ?? '', headingEn ?? '', textVi ?? '', reportedVi ?? ''];
}

function ancestorsOf(clause: ClauseDto, all: readonly ClauseDto[]): readonly ClauseDto[] {
  const parent = all.find(({ code }) => code === clause.parent);
  return parent === undefined ? [] : [...ancestorsOf(parent, all), parent];
}
