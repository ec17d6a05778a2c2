import type { CheckFigure } from '../../api-client/models/check-figure.js';
import type { Edition } from '../../api-client/models/edition.js';
import type { TextKey } from '../../shared/language/text-key.js';
import type { Wording } from '../../shared/language/wording.js';

/** A check figure in words: what was published, what recomputation gives, and whether they agree. */
export interface CheckRow {
  readonly group: string;
  readonly published: string;
  readonly recomputed: string;
  readonly held: string;
  readonly verdict: string;
  readonly agrees: boolean | null;
}

export function checkRow(check: CheckFigure, wording: Wording): CheckRow {
  const { t, formats } = wording;
  const verdict: TextKey =
    check.agrees === null
      ? 'edition.check.unknown'
      : check.agrees
        ? 'edition.check.agrees'
        : 'edition.check.differs';
  return {
    group:
      check.groupNameVi === null || check.groupNameEn === null
        ? t('level.nation')
        : wording.name({ nameVi: check.groupNameVi, nameEn: check.groupNameEn }),
    published: formats.fixed(check.published, check.decimals),
    recomputed: check.recomputed === null ? '–' : formats.fixed(check.recomputed, check.decimals),
    held: check.expected === null ? String(check.held) : `${check.held}/${check.expected}`,
    verdict: t(verdict),
    agrees: check.agrees,
  };
}

/** A revision number from an address; null for anything else. */
export function revisionOf(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}

export interface RevisionRow {
  readonly number: number;
  readonly text: string;
  readonly shown: boolean;
}

/** The revisions of an edition, newest first; a single one is not worth a list. */
export function revisionRows(edition: Edition, { t, formats }: Wording): readonly RevisionRow[] {
  if (edition.revisions.length < 2) return [];
  return edition.revisions.map(({ revision, status, publishedOn }) => ({
    number: revision,
    text: [
      t('edition.revision', { number: revision }),
      t(`edition.status.${status}`),
      ...(publishedOn === null ? [] : [formats.date(publishedOn)]),
    ].join(' · '),
    shown: revision === edition.revision,
  }));
}

/** Today in Viet Nam as an ISO day: the date a report carries unless another is chosen. */
export function todayInVietNam(now: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(now);
}
