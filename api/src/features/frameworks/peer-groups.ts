import type { FrameworkVersion, PeerGroup } from './framework.entity.js';

const OF_LEVEL = {
  nation: { code: 'nation', nameVi: 'Quốc gia', nameEn: 'Nation' },
  ministry: {
    code: 'ministry',
    nameVi: 'Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ',
    nameEn: 'Ministries, ministry-level agencies and Government agencies',
  },
  province: {
    code: 'province',
    nameVi: 'Các tỉnh, thành phố trực thuộc trung ương',
    nameEn: 'Provinces and centrally-run cities',
  },
} as const;

/**
 * The groups in which units are ranked: those that a published table names; where none does, everybody of
 * the level on the roster date.
 */
export function peerGroups(
  version: FrameworkVersion,
  named: readonly PeerGroup[],
  period: string,
): readonly PeerGroup[] {
  if (named.length > 0 || version.groupElement !== null) return named;
  return [
    {
      frameworkVersion: version.code,
      period,
      ...OF_LEVEL[version.level],
      expected: null,
      wholeRoster: true,
      position: 0,
      note: null,
    },
  ];
}
