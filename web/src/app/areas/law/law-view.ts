import type { LegalClause } from '../../api-client/models/legal-clause.js';
import type { LegalDocument } from '../../api-client/models/legal-document.js';
import type { LegalDocumentDetail } from '../../api-client/models/legal-document-detail.js';
import type { Wording } from '../../shared/language/wording.js';
import { lapseRemark, lawDays } from '../../shared/law/law-words.js';
import type { DocumentsQuestion } from './law-client.js';

type Filter = NonNullable<DocumentsQuestion['state']>;
const FILTERS: readonly Filter[] = ['in_force', 'unverified', 'lapsed', 'history'];

/** The filter that an address stands for; without one, all. */
export function filterOf(text: string | undefined): Filter | undefined {
  return FILTERS.find((filter) => filter === text);
}

/** How many documents each choice of the filter leaves. */
export interface StateCounts {
  readonly all: number;
  readonly in_force: number;
  readonly unverified: number;
  readonly lapsed: number;
  readonly history: number;
  /** Documents of which a part has lapsed. */
  readonly partly: number;
}

export function stateCounts(documents: readonly LegalDocument[]): StateCounts {
  const of = (...states: readonly LegalDocument['state'][]): number =>
    documents.filter(({ state }) => states.includes(state)).length;
  return {
    all: documents.length,
    in_force: of('in_force', 'not_yet'),
    unverified: of('unverified'),
    lapsed: of('lapsed'),
    history: of('not_law'),
    partly: documents.filter(({ lapsedCount }) => lapsedCount > 0).length,
  };
}

/** The finding of the page of documents: what has lapsed comes before what is there. */
export function lawFinding(counts: StateCounts, { t }: Wording): string {
  return t('law.finding', { lapsed: counts.lapsed, partly: counts.partly, all: counts.all });
}

/** What stands against relying on a document, in a sentence; null where nothing does. */
export function documentRemark(document: LegalDocument, wording: Wording): string | null {
  const { t } = wording;
  if (document.state === 'lapsed') {
    return lapseRemark(
      {
        validTo: document.validTo,
        successorCitationVi: document.successor?.citationVi ?? null,
        successorCitationEn: document.successor?.citationEn ?? null,
      },
      wording,
    );
  }
  if (document.state === 'not_law') return t(`law.standing.${document.standing}`);
  if (document.lapsedCount > 0) return t('law.partly', { count: document.lapsedCount });
  return document.state === 'in_force' ? null : t(`law.state.${document.state}`);
}

/** Who issued a document, when, and from when to when it holds. */
export function documentFacts(document: LegalDocumentDetail, wording: Wording): string {
  const { t, formats, name } = wording;
  const issuer = name({ nameVi: document.issuedByVi, nameEn: document.issuedByEn });
  const issued =
    document.issuedOn === null ? null : t('law.issuedOn', { date: formats.date(document.issuedOn) });
  const known = document.validFrom !== null || document.validTo !== null;
  const valid =
    known || document.state !== 'not_law' ? t('law.validity', { days: lawDays(document, wording) }) : null;
  return [t(`law.kind.${document.kind}`), issuer, issued, valid].filter((fact) => fact !== null).join(' · ');
}

/** A heading of the table of contents with what stands beneath it. */
export interface ContentsEntry {
  readonly clause: LegalClause;
  readonly parts: readonly ContentsEntry[];
}

/** The contents of a document as a tree; only what leads on: headings, or the articles of a decree. */
export function contentsOf(clauses: readonly LegalClause[]): readonly ContentsEntry[] {
  const under = (parent: string | null): readonly ContentsEntry[] =>
    clauses
      .filter((clause) => clause.parent === parent && (parent === null || clause.headingVi !== null))
      .map((clause) => ({ clause, parts: under(clause.code) }));
  return under(null);
}

/** Where a clause stands on the page; ids may hold any letter but blanks. */
export function anchorOf(code: string): string {
  return `clause-${code}`;
}

/**
 * What a clause is called beside its document: its code where that says it all (III.2.đ), else the place
 * in words (Điều 20, Điểm a khoản 2 Điều 16).
 */
export function clauseLabel(clause: LegalClause, { name }: Wording): string {
  const place = name({ nameVi: clause.citationVi, nameEn: clause.citationEn });
  const words = place.slice(0, place.lastIndexOf(', '));
  if (words.endsWith(` ${clause.code}`) && !/^\d/.test(clause.code)) return clause.code;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
