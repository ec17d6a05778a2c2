import type { RoleGrant } from '../../api-client/models/role-grant.js';
import { roleWords } from '../format/actor.js';
import type { Wording } from '../language/wording.js';

/** "Trưởng đơn vị, Phú Thọ": a role with the unit it is held for. */
export function roleOfGrant(grant: RoleGrant, { t, name }: Wording): string {
  const role = roleWords(grant.role, t);
  if (grant.unitNameVi === null) return role;
  return t('actor.at', {
    role,
    unit: name({ nameVi: grant.unitNameVi, nameEn: grant.unitNameEn ?? grant.unitNameVi }),
  });
}

/** From when to when; without an end, until it is revoked. */
export function periodOfGrant(
  { validFrom, validTo }: Pick<RoleGrant, 'validFrom' | 'validTo'>,
  { t, formats }: Wording,
): string {
  const from = formats.date(validFrom);
  return validTo === null
    ? t('people.period.open', { from })
    : t('people.period', { from, to: formats.date(validTo) });
}
