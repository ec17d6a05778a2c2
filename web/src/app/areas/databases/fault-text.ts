import type { TextKey, Translate } from '../../shared/language/text-key.js';

const TEXTS: Readonly<Record<string, TextKey>> = {
  DATABASE_CLASS_NOT_OF_LEVEL: 'db.fault.classLevel',
  INFORMATION_SYSTEM_MISSING: 'db.fault.system',
  SPECIAL_PURPOSE_WITHOUT_REASON: 'db.fault.reason',
  SPECIAL_PURPOSE_WITHOUT_APPROVER: 'db.fault.approver',
  UNIT_NOT_VALID: 'db.fault.unitEnded',
};

/** What a fault of a field means; one that is not known here says that the field does not fit. */
export function faultText(code: string, t: Translate): string {
  return t(TEXTS[code] ?? 'db.fault.other');
}
