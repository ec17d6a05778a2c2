import type { Permission } from '../../api-client/models/permission.js';
import type { SessionGrant } from '../../api-client/models/session-grant.js';
import type { TextKey } from '../../shared/language/text-key.js';
import type { Wording } from '../../shared/language/wording.js';
import { grantWords, type Reach } from '../../shared/session/session-model.js';

/** The roles one holds, written out: since when, until when, whose past, on whose behalf, why not now. */
export function ownRoles(grants: readonly SessionGrant[], wording: Wording) {
  const { t, formats, name } = wording;
  return grants.map((grant) => ({
    id: grant.id,
    words: grantWords(grant, wording),
    validity: [
      grant.validTo === null
        ? t('profile.roles.since', { from: formats.date(grant.validFrom) })
        : t('profile.roles.period', {
            from: formats.date(grant.validFrom),
            to: formats.date(grant.validTo),
          }),
      ...(grant.delegatedBy === null ? [] : [t('profile.roles.delegated', { name: grant.delegatedBy })]),
    ].join(' · '),
    past:
      grant.pastUnits.length === 0
        ? null
        : t('profile.roles.past', { units: grant.pastUnits.map(name).join(', ') }),
    asleep: grant.asleep === null ? null : t(ASLEEP[grant.asleep]),
  }));
}

const ASLEEP: Readonly<Record<'second-factor' | 'not-in-charge', TextKey>> = {
  'second-factor': 'profile.roles.asleepFactor',
  'not-in-charge': 'profile.roles.asleepCharge',
};

/** What actions are about, in the order of the table; anything new stands under the last. */
const GROUPS: readonly { readonly heading: TextKey; readonly actions: RegExp }[] = [
  { heading: 'permissions.group.read', actions: /^(published|unpublished|results-draft)\./ },
  {
    heading: 'permissions.group.report',
    actions: /^(task-status|duty-submission|maturity|database|national-database)\./,
  },
  { heading: 'permissions.group.assess', actions: /^(import|assessment|edition|framework)\./ },
  {
    heading: 'permissions.group.people',
    actions: /^(unit-people|delegation|person|role|session\.manage|key)/,
  },
  { heading: 'permissions.group.rest', actions: /./ },
];

/** One action: whether it is allowed, and on whose data. */
export interface PermissionRow {
  readonly action: string;
  readonly words: string;
  readonly allowed: boolean;
  readonly reach: string;
}

/** Every action by what it is about, with what this session may; actions of everybody are left out. */
export function permissionGroups(
  table: readonly Permission[],
  reachOf: (action: string) => Reach,
  unitName: (id: string) => string,
  wording: Pick<Wording, 't' | 'name'>,
): readonly { readonly heading: TextKey; readonly rows: readonly PermissionRow[] }[] {
  const left = table.filter(({ audience }) => audience === 'roles');
  const groupOf = (action: string) => GROUPS.find(({ actions }) => actions.test(action));
  return GROUPS.map((group) => ({
    heading: group.heading,
    rows: left
      .filter(({ action }) => groupOf(action) === group)
      .map(({ action, vi, en }) => ({
        action,
        words: wording.name({ nameVi: vi, nameEn: en }),
        ...reachWords(reachOf(action), unitName, wording.t),
      })),
  }))
    .map((group) => ({ ...group, rows: allowedFirst(group.rows, ({ allowed }) => allowed) }))
    .filter(({ rows }) => rows.length > 0);
}

/** The order stays but for this: what is allowed stands first. */
function allowedFirst<T>(items: readonly T[], allowed: (item: T) => boolean): readonly T[] {
  return [...items.filter(allowed), ...items.filter((item) => !allowed(item))];
}

function reachWords(
  { all, units }: Reach,
  unitName: (id: string) => string,
  t: Wording['t'],
): Pick<PermissionRow, 'allowed' | 'reach'> {
  if (all) return { allowed: true, reach: t('permissions.all') };
  if (units.length === 0) return { allowed: false, reach: t('permissions.none') };
  return { allowed: true, reach: units.map(unitName).join(', ') };
}
