import type { TextKey } from '../shared/language/text-key.js';
import type { IconName } from '../shared/ui/icon.js';

export interface Entry {
  readonly path: string;
  readonly label: TextKey;
  readonly icon: IconName;
  /** Shown to whom this is allowed on any unit; to everybody without it. */
  readonly action?: string;
  /** Other pages stand below its address. */
  readonly exact?: boolean;
  /** The page shows one edition: the link keeps the one chosen. */
  readonly ofAnEdition?: boolean;
}

export interface EntryGroup {
  readonly heading?: TextKey;
  readonly entries: readonly Entry[];
}

/** Results, what is to be done, by what it is judged, the work on it, and the administration. */
export const MENU: readonly EntryGroup[] = [
  {
    entries: [
      { path: '/', label: 'nav.overview', icon: 'overview', exact: true, ofAnEdition: true },
      { path: '/ranking', label: 'nav.ranking', icon: 'ranking', ofAnEdition: true },
      { path: '/units', label: 'nav.units', icon: 'units' },
    ],
  },
  {
    entries: [
      { path: '/targets', label: 'nav.targets', icon: 'targets' },
      { path: '/tasks', label: 'nav.tasks', icon: 'tasks' },
      { path: '/databases', label: 'nav.databases', icon: 'databases' },
      { path: '/duties', label: 'nav.duties', icon: 'duties' },
    ],
  },
  {
    entries: [
      { path: '/methodology', label: 'nav.methodology', icon: 'bars' },
      { path: '/law', label: 'nav.law', icon: 'law' },
    ],
  },
  {
    entries: [
      { path: '/import', label: 'nav.import', icon: 'import', action: 'import.read' },
      { path: '/editions', label: 'nav.editions', icon: 'editions' },
    ],
  },
  {
    heading: 'nav.administration',
    entries: [
      { path: '/people', label: 'nav.people', icon: 'people', action: 'person.read' },
      { path: '/settings', label: 'nav.settings', icon: 'settings', action: 'setting.decide' },
      { path: '/unit-changes', label: 'nav.unitChanges', icon: 'units', action: 'unit.change' },
      { path: '/sessions', label: 'nav.sessions', icon: 'window', action: 'session.manage' },
      { path: '/audit', label: 'nav.audit', icon: 'file', action: 'audit.read' },
      { path: '/keys', label: 'nav.keys', icon: 'key', action: 'key.manage' },
    ],
  },
];

/** The menu of somebody: groups without an entry are left out. */
export function menuFor(
  menu: readonly EntryGroup[],
  may: (action: string) => boolean,
): readonly EntryGroup[] {
  return menu
    .map((group) => ({
      ...group,
      entries: group.entries.filter(({ action }) => action === undefined || may(action)),
    }))
    .filter(({ entries }) => entries.length > 0);
}
