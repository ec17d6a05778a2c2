import type { FrameworkVersion } from '../../api-client/models/framework-version.js';
import type { Wording } from '../../shared/language/wording.js';
import { lapsedBases, treeCounts } from './tree-view.js';
import { periodsText } from './versions-view.js';

export interface Tile {
  readonly label: string;
  readonly value: string;
  readonly note: string;
}

/** What a version is, in four numbers. */
export function versionTiles(version: FrameworkVersion, { t, formats }: Wording): readonly Tile[] {
  const counts = treeCounts(version.nodes);
  const whole = (value: number): string => formats.number(value, 0);
  return [
    {
      label: t('methodology.tile.components'),
      value: whole(counts.components),
      note:
        version.totalPoints === null
          ? ''
          : t('methodology.tile.points', { points: whole(version.totalPoints) }),
    },
    {
      label: t('methodology.tile.indicators'),
      value: whole(counts.indicators),
      note: t('methodology.tile.descriptive', { count: counts.descriptive }),
    },
    {
      label: t('methodology.tile.elements'),
      value: whole(counts.elements),
      note: t('methodology.tile.lapsed', { count: lapsedBases(version.nodes).length }),
    },
    {
      label: t('methodology.tile.proposed'),
      value: whole(counts.proposed),
      note: t('methodology.tile.ofNodes', { count: version.nodes.length }),
    },
  ];
}

/** "Tỉnh, thành phố · phiên bản 2026-draft · kỳ từ 2023 · …". */
export function versionContext(version: FrameworkVersion, wording: Wording): string {
  const { t, formats } = wording;
  return [
    t(`level.${version.level}`),
    t('methodology.version', { version: version.version }),
    t('methodology.periods', { periods: periodsText(version, wording) }),
    ...(version.issuedOn === null ? [] : [t('methodology.issued', { date: formats.date(version.issuedOn) })]),
  ].join(' · ');
}
