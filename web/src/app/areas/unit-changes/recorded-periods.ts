import type { UnitDetail } from '../../api-client/models/unit-detail.js';
import type { RecordedPeriod } from './change-draft.js';

/** A period of a unit's record, and what it is of. */
export interface RecordedFact extends RecordedPeriod {
  /** What it says: the name, the kind, the code; null for the unit itself. */
  readonly says: string | null;
}

/** Every period that is recorded of a unit, as its page shows them. */
export function recordedPeriods(detail: UnitDetail): readonly RecordedFact[] {
  const days = ({ validFrom, validTo }: { validFrom: string | null; validTo: string | null }) => ({
    from: validFrom,
    to: validTo,
  });
  return [
    { fact: 'unit', key: null, says: null, ...days(detail) },
    ...detail.names.map((one) => ({ fact: 'name' as const, key: null, says: one.nameVi, ...days(one) })),
    ...detail.kinds.map((one) => ({ fact: 'kind' as const, key: null, says: one.kind, ...days(one) })),
    ...detail.codes.map((one) => ({ fact: 'code' as const, key: one.scheme, says: one.code, ...days(one) })),
    ...detail.regions.map((one) => ({
      fact: 'region' as const,
      key: null,
      says: one.region.nameVi,
      ...days(one),
    })),
    ...detail.aliases.map((one) => ({ fact: 'alias' as const, key: one.text, says: one.text, ...days(one) })),
  ];
}
