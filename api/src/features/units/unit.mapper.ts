import type { SuccessionDto, UnitDetail, UnitSummary } from './unit.dto.js';
import type { Region } from './unit.entity.js';
import type { UnitRecord } from './units.repository.js';

interface Neighbours {
  readonly predecessors: SuccessionDto[];
  readonly successors: SuccessionDto[];
}

/** Puts a unit's record into the shape of the API. */
export function unitDetail(
  summary: UnitSummary,
  record: UnitRecord,
  neighbours: Neighbours,
  regions: readonly Region[],
): UnitDetail {
  const { unit } = record;
  // A name without days of its own holds as long as the unit.
  const days = (dated: { validFrom: string | null; validTo: string | null }) => ({
    validFrom: dated.validFrom ?? unit.validFrom,
    validTo: dated.validTo ?? unit.validTo,
  });
  return {
    ...summary,
    names: record.names.map((n) => ({
      nameVi: n.nameVi,
      shortNameVi: n.shortNameVi,
      nameEn: n.nameEn,
      ...days(n),
    })),
    kinds: record.kinds.map((k) => ({ kind: k.kind, ...days(k) })),
    codes: record.codes.map((c) => ({
      scheme: c.scheme,
      code: c.code,
      verified: c.verified,
      confidence: c.confidence,
      ...days(c),
    })),
    regions: record.regions.flatMap((period) => {
      const region = regions.find((candidate) => candidate.id === period.regionId);
      if (region === undefined) return [];
      return [{ region: { id: region.id, nameVi: region.nameVi, nameEn: region.nameEn }, ...days(period) }];
    }),
    aliases: record.aliases.map((a) => ({ text: a.text, ...days(a) })),
    ...neighbours,
    confidence: unit.confidence,
    legalBasis: unit.legalBasis,
    note: unit.note,
    sourceIds: unit.sourceIds,
  };
}
