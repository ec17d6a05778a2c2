import type { LegalBasis } from '../../api-client/models/legal-basis.js';
import type { ValidityState } from '../../api-client/models/validity-state.js';
import type { TextKey } from '../language/text-key.js';
import type { Wording } from '../language/wording.js';

/** The day after a calendar day: of 2025-08-18, 2025-08-19. */
export function dayAfter(iso: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

/** How a document or clause is cited in the language on screen. */
export function citation(
  cited: { readonly citationVi: string; readonly citationEn: string },
  { name }: Wording,
): string {
  return name({ nameVi: cited.citationVi, nameEn: cited.citationEn });
}

/**
 * What a reader must know before relying on a basis: that it has lapsed, since when and what took its
 * place, or that it is no law. Null where nothing stands against it.
 */
export function basisRemark(basis: LegalBasis, wording: Wording): string | null {
  const { t } = wording;
  if (basis.lapsed && basis.validTo !== null) return lapseRemark(basis, wording);
  return basis.standing === 'binding' ? null : t(`law.standing.${basis.standing}`);
}

/** "hết hiệu lực từ 19/08/2025, thay bằng Nghị định 194/2025/NĐ-CP". */
export function lapseRemark(
  of: Pick<LegalBasis, 'validTo' | 'successorCitationVi' | 'successorCitationEn'>,
  { t, formats, name }: Wording,
): string {
  const date = formats.date(dayAfter(of.validTo ?? ''));
  if (of.successorCitationVi === null) return t('law.lapsed', { date });
  const successor = name({
    nameVi: of.successorCitationVi,
    nameEn: of.successorCitationEn ?? of.successorCitationVi,
  });
  return t('law.lapsedFor', { date, successor });
}

/** A remark as a sentence of its own begins with a capital. */
export function asSentence(remark: string): string {
  return remark.charAt(0).toUpperCase() + remark.slice(1);
}

/** Where the pages of a document and of its clauses are. */
export function lawLink(reference: { readonly document: string; readonly clause: string | null }): {
  readonly path: readonly string[];
  readonly query: { readonly clause?: string };
} {
  return {
    path: ['/law', reference.document],
    query: reference.clause === null ? {} : { clause: reference.clause },
  };
}

/** The days that something holds, with what is not known said in words. */
export function lawDays(
  of: {
    readonly validFrom: string | null;
    readonly validTo: string | null;
    readonly state: ValidityState;
  },
  { t, formats }: Wording,
): string {
  const { validFrom: from, validTo: to } = of;
  if (from !== null && to !== null)
    return t('law.days.both', { from: formats.date(from), to: formats.date(to) });
  if (from !== null) return t('law.days.from', { from: formats.date(from) });
  if (to !== null) return t('law.days.to', { to: formats.date(to) });
  return of.state === 'not_law' ? t('law.days.none') : t('law.days.unknown');
}

/** The word for a state of validity. */
export function stateKey(state: ValidityState): TextKey {
  return `law.state.${state}`;
}
