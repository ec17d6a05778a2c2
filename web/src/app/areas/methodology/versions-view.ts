import type { FrameworkVersionSummary } from '../../api-client/models/framework-version-summary.js';
import type { Level } from '../../api-client/models/level.js';
import type { TextKey } from '../../shared/language/text-key.js';
import type { Wording } from '../../shared/language/wording.js';

/** Versions of one index, in the order of its levels, the newest first within a level. */
export interface VersionsOfIndex {
  readonly index: string;
  readonly name: string;
  readonly versions: readonly FrameworkVersionSummary[];
}

export const LEVELS: readonly Level[] = ['province', 'ministry', 'nation'];
/** The index that the product is about first, then the one that it is part of. */
const INDICES = ['data', 'dti'] as const;

/** The level of an address; all of them where it names none that there is. */
export function levelOf(text: string | undefined): Level | null {
  return LEVELS.find((level) => level === text) ?? null;
}

export function byIndex(
  versions: readonly FrameworkVersionSummary[],
  level: Level | null,
  { t }: Wording,
): readonly VersionsOfIndex[] {
  const shown = versions.filter((version) => level === null || version.level === level);
  const codes = [...new Set(shown.map(({ index }) => index))].sort(
    (a, b) => placeOf(a) - placeOf(b) || a.localeCompare(b),
  );
  return codes.map((index) => ({
    index,
    name: isNamed(index) ? t(`methodology.index.${index}`) : index,
    versions: shown
      .filter((version) => version.index === index)
      .sort(
        (a, b) =>
          LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
          b.periodFrom.localeCompare(a.periodFrom) ||
          b.code.localeCompare(a.code),
      ),
  }));
}

function isNamed(index: string): index is (typeof INDICES)[number] {
  return INDICES.some((known) => known === index);
}

function placeOf(index: string): number {
  const place = INDICES.findIndex((known) => known === index);
  return place < 0 ? INDICES.length : place;
}

/** The years that a version measures: "2021–2023", "từ 2023". */
export function periodsText(
  { periodFrom, periodTo }: Pick<FrameworkVersionSummary, 'periodFrom' | 'periodTo'>,
  { t }: Wording,
): string {
  if (periodTo === null) return t('methodology.periods.from', { from: periodFrom });
  return periodFrom === periodTo ? periodFrom : `${periodFrom}–${periodTo}`;
}

/** How many versions are drafts and how many in use: the finding of the list. */
export function listFinding(versions: readonly FrameworkVersionSummary[], { t }: Wording): string {
  const of = (status: FrameworkVersionSummary['status']): number =>
    versions.filter((version) => version.status === status).length;
  const [drafts, inUse] = [of('draft'), of('in_use')];
  return t('methodology.list.finding', { count: versions.length, drafts, inUse });
}

export type StatusKey = FrameworkVersionSummary['status'];

export function statusKey(status: StatusKey): TextKey {
  return `methodology.status.${status}`;
}
