import { TABLE_CLASSES, type TableClass } from '../database/table-classes.js';
import {
  ACTIONS,
  MINISTRY_ROLES,
  permissionOf,
  ROLES,
  SECOND_FACTOR_ROLES,
  UNIT_ROLES,
  type Action,
  type Permission,
  type Reach,
  type Role,
} from './permission-table.js';
import { ROLE_WORDS } from './role-words.js';

const OF_THE_MINISTRY = 'the ministry in charge; asleep when it no longer is';

/** For what a role is held. */
function heldFor(role: Role): string {
  if (isOneOf(MINISTRY_ROLES, role)) return OF_THE_MINISTRY;
  return isOneOf(UNIT_ROLES, role) ? 'a unit' : 'no unit';
}

function isOneOf(roles: readonly Role[], role: Role): boolean {
  return roles.includes(role);
}

const REACHES: Readonly<Record<Reach, string>> = { all: 'all', own: 'own', 'own+past': 'own and past' };

const STATES: Readonly<Record<Permission['state'], string>> = {
  published: 'published',
  unpublished: 'not published',
  any: 'any',
};

const CLASSES: Readonly<Record<TableClass, string>> = {
  unit: 'Row-level security by unit: what is not released is seen by those who read for its unit',
  ministry: 'Row-level security: what is not released is seen by those who read everything',
  reference: "Everybody's to read; written by the product's own routes",
  identity: 'Of persons: read by the product for itself, shown by its services',
  trail: 'Only ever appended to; the application’s role cannot change or remove a row',
  technical: 'Tells of the database itself',
};

const INTRODUCTION = `# Who may do what

Made from \`api/src/platform/access/permission-table.ts\` by \`npm run permissions:generate\`; a test refuses this page
when it says something else. The same table decides in the product and is swept by the tests.

It is asked three times:

1. **The guard** stands before every route. Each route names its action (\`@Permit\`); one that names none is refused.
2. **The service** asks again with the unit whose data it is (\`AccessService.require\`): of an id in an address, whose
   that is is looked up first. Another unit's is refused (\`OTHER_UNIT\`) before anything else is told.
3. **The database** carries whose rows a connection reads and writes (\`dti.reads\`, \`dti.writes\`), and its row-level
   security holds to it. The application's role owns nothing and cannot go around it; the owner's role is for
   migrations alone.

A row that a unit reported is **released** when an edition that uses it is published, and everybody's from then on.
What was published elsewhere is released when it is loaded; rows of a sample are invented and everybody's to see.
Until then it is seen by those who read for its unit, by the ministry in charge and by leaders.

**Own and past**: the unit the role is held for, and those that were merged into it by the day, directly or through
others. Phú Thọ's people read what Hòa Bình and Vĩnh Phúc left, and write for none of them.`;

/** The guide docs/guides/permissions.md, whole. */
export function permissionsGuide(): string {
  return `${[INTRODUCTION, roles(), actions(), open(), tables()].join('\n\n')}\n`;
}

function roles(): string {
  const rows = ROLES.map((role) => {
    const { vi, en } = ROLE_WORDS[role];
    const second = isOneOf(SECOND_FACTOR_ROLES, role) ? 'yes' : '';
    return [`\`${role}\``, vi, en, heldFor(role), second];
  });
  return section('Roles', ['Role', 'Vai trò', 'In English', 'Held for', 'Second factor needed'], rows);
}

/** Actions that roles decide on, in the order of the table. */
function actions(): string {
  const rows = ACTIONS.filter((action) => permissionOf(action).audience === 'roles').map((action) => {
    const { vi, en, roles: reach, state, byKey, audited } = permissionOf(action);
    const held = ROLES.flatMap((role) =>
      reach[role] === undefined ? [] : [`${role}: ${REACHES[reach[role]]}`],
    );
    const trail = { no: '', write: 'every success', 'foreign-read': "another unit's" }[audited];
    return [`\`${action}\``, vi, en, held.join('<br>'), STATES[state], byKey ? 'yes' : '', trail];
  });
  const head = ['Action', 'Việc', 'In English', 'Who, and whose data', 'State', 'By API key', 'In the trail'];
  return section('Actions', head, rows);
}

function open(): string {
  const rows = (['public', 'signed-in'] as const).flatMap((audience) =>
    ACTIONS.filter((action) => permissionOf(action).audience === audience).map((action: Action) => {
      const { vi, en } = permissionOf(action);
      return [`\`${action}\``, vi, en, audience === 'public' ? 'anybody' : 'any person who is signed in'];
    }),
  );
  return section('Open to everybody, or to whom it is about', ['Action', 'Việc', 'In English', 'Who'], rows);
}

function tables(): string {
  const rows = (Object.keys(CLASSES) as TableClass[]).map((kind) => {
    const names = Object.keys(TABLE_CLASSES).filter((name) => TABLE_CLASSES[name] === kind);
    return [
      kind,
      CLASSES[kind],
      names
        .sort()
        .map((name) => `\`${name}\``)
        .join(', '),
    ];
  });
  return section('Tables of the database', ['Class', 'What holds', 'Tables'], rows);
}

function section(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [`## ${title}`, '', line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
