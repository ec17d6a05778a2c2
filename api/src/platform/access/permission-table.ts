/**
 * Who may do what: the one table from which the guard, the service checks, the sweep of the tests and the
 * page docs/guides/permissions.md are made. What is not in it is refused.
 */

/** Roles a person may hold; whoever is not signed in has none of them. */
export const ROLES = [
  'leader',
  'assessor',
  'chief_assessor',
  'unit_reporter',
  'unit_lead',
  'verifier',
  'association',
  'auditor',
  'operator',
] as const;
export type Role = (typeof ROLES)[number];

/** Roles that are held for a unit. Those of the ministry in charge sleep when it no longer is in charge. */
export const UNIT_ROLES = ['unit_reporter', 'unit_lead', 'verifier'] as const satisfies readonly Role[];
export const MINISTRY_ROLES = ['assessor', 'chief_assessor'] as const satisfies readonly Role[];

/** Roles that are worth nothing without a second factor. */
export const SECOND_FACTOR_ROLES = [
  'operator',
  'assessor',
  'chief_assessor',
] as const satisfies readonly Role[];

/**
 * Whose data a role reaches by an action:
 * `all`; `own` = the unit of the grant; `own+past` = that unit and those merged into it;
 * `none` is not written: a role that is absent may not.
 */
export type Reach = 'all' | 'own' | 'own+past';

/** `public`: anyone; `signed-in`: any person who is signed in, for what is theirs; `roles`: by the table. */
export type Audience = 'public' | 'signed-in' | 'roles';

export interface Permission {
  readonly vi: string;
  readonly en: string;
  readonly audience: Audience;
  /** By role; empty unless the audience is `roles`. */
  readonly roles: Partial<Readonly<Record<Role, Reach>>>;
  /** State of what is acted upon: what is published is everybody's, the rest is by role. */
  readonly state: 'published' | 'unpublished' | 'any';
  /** An API key may be made for it. */
  readonly byKey: boolean;
  /** `write`: every success is in the trail; `foreign-read`: a read of another unit's is. */
  readonly audited: 'no' | 'write' | 'foreign-read';
}

const MINISTRY = { assessor: 'all', chief_assessor: 'all' } as const;
const CHIEF = { chief_assessor: 'all' } as const;
const REPORTING = { unit_reporter: 'own', unit_lead: 'own', ...MINISTRY } as const;
const READING = {
  leader: 'all',
  ...MINISTRY,
  unit_reporter: 'own+past',
  unit_lead: 'own+past',
  verifier: 'own+past',
} as const;
const OPERATOR = { operator: 'all' } as const;

interface Words {
  readonly vi: string;
  readonly en: string;
}

function everyone(words: Words): Permission {
  return { ...words, audience: 'public', roles: {}, state: 'published', byKey: false, audited: 'no' };
}

function ownAffair(words: Words): Permission {
  return { ...words, audience: 'signed-in', roles: {}, state: 'any', byKey: false, audited: 'no' };
}

function reading(words: Words, roles: Permission['roles'], byKey = true): Permission {
  return { ...words, audience: 'roles', roles, state: 'unpublished', byKey, audited: 'foreign-read' };
}

function writing(words: Words, roles: Permission['roles'], byKey = false): Permission {
  return { ...words, audience: 'roles', roles, state: 'any', byKey, audited: 'write' };
}

export const PERMISSIONS = {
  'published.read': everyone({ vi: 'Xem dữ liệu đã công bố', en: 'Read what is published' }),
  'session.use': everyone({ vi: 'Đăng nhập và đăng xuất', en: 'Sign in and out' }),
  'self.manage': ownAffair({
    vi: 'Quản lý tài khoản, phiên đăng nhập và khóa API của mình',
    en: 'Manage the own account, sessions and API keys',
  }),

  'unpublished.read': reading(
    { vi: 'Xem dữ liệu chưa công bố của đơn vị', en: "Read a unit's unpublished data" },
    READING,
  ),
  'results-draft.read': reading(
    { vi: 'Xem kết quả đánh giá chưa công bố', en: 'Read results that are not published' },
    READING,
  ),

  'import.read': reading({ vi: 'Xem lịch sử nhập số liệu', en: 'Read what was imported' }, MINISTRY),
  'import.preview': {
    vi: 'Kiểm tra tệp số liệu trước khi nhập',
    en: 'Check a file of figures before it is imported',
    audience: 'roles',
    roles: MINISTRY,
    state: 'any',
    byKey: true,
    audited: 'no',
  },
  'import.write': writing({ vi: 'Nhập số liệu từ tệp', en: 'Import figures from a file' }, MINISTRY, true),
  'assessment.run': writing({ vi: 'Chạy đánh giá', en: 'Run an assessment' }, MINISTRY, true),
  'edition.draft': writing({ vi: 'Lập ấn bản', en: 'Draft an edition' }, MINISTRY),
  'edition.publish': writing({ vi: 'Công bố ấn bản', en: 'Publish an edition' }, CHIEF),
  'framework.draft': writing({ vi: 'Soạn bộ chỉ số', en: 'Draft a framework' }, MINISTRY),
  'framework.transition': writing(
    { vi: 'Phê duyệt, áp dụng, ngừng áp dụng bộ chỉ số', en: 'Approve, use or retire a framework' },
    CHIEF,
  ),

  'task-status.record': writing(
    { vi: 'Báo cáo tình hình nhiệm vụ', en: 'Report the state of a task' },
    REPORTING,
    true,
  ),
  'task-status.withdraw': writing(
    { vi: 'Rút báo cáo tình hình nhiệm vụ', en: 'Withdraw a reported state' },
    { unit_lead: 'own', ...MINISTRY },
  ),
  'duty-submission.record': writing(
    { vi: 'Ghi nhận việc gửi báo cáo', en: 'Record that a report was sent' },
    REPORTING,
    true,
  ),
  'duty-submission.return': writing(
    { vi: 'Trả lại báo cáo', en: 'Return a report' },
    { verifier: 'own', ...MINISTRY },
  ),
  'maturity.record': writing(
    { vi: 'Tự đánh giá mức độ trưởng thành', en: 'Assess the own maturity' },
    REPORTING,
    true,
  ),
  'database.register': writing(
    { vi: 'Đăng ký và cập nhật cơ sở dữ liệu', en: 'Register and update a database' },
    REPORTING,
    true,
  ),
  'database.close': writing(
    { vi: 'Đóng đăng ký cơ sở dữ liệu', en: 'Close a registered database' },
    { unit_lead: 'own', ...MINISTRY },
  ),
  'database.inventory': writing(
    { vi: 'Ghi bước kiểm kê cơ sở dữ liệu', en: 'Record a step of an inventory' },
    { ...REPORTING, verifier: 'own' },
  ),
  'database.obstacle': writing(
    { vi: 'Ghi vướng mắc chia sẻ dữ liệu', en: 'Record an obstacle to sharing' },
    REPORTING,
  ),
  'database.service': writing(
    { vi: 'Ghi dịch vụ chia sẻ dữ liệu', en: 'Record a sharing service' },
    REPORTING,
    true,
  ),
  'national-database.assert': writing(
    { vi: 'Ghi nhận tình trạng cơ sở dữ liệu quốc gia', en: 'State what a national database has reached' },
    MINISTRY,
  ),

  'unit-people.read': reading(
    { vi: 'Xem nhân sự và phân quyền của đơn vị', en: 'See the people and roles of a unit' },
    { unit_lead: 'own', chief_assessor: 'own', operator: 'all' },
    false,
  ),
  'unit-people.invite': writing(
    { vi: 'Mời cán bộ báo cáo của đơn vị', en: 'Invite a reporter of the unit' },
    { unit_lead: 'own', operator: 'all' },
  ),
  'delegation.make': writing(
    { vi: 'Ủy quyền có thời hạn', en: 'Delegate for a time' },
    { unit_lead: 'own', chief_assessor: 'own' },
  ),

  'setting.decide': writing({ vi: 'Quyết định thiết lập', en: 'Decide a setting' }, OPERATOR),
  'person.read': reading({ vi: 'Xem tài khoản', en: 'See the accounts' }, OPERATOR, false),
  'person.manage': writing(
    { vi: 'Mời, sửa, tạm khóa tài khoản', en: 'Invite, change and suspend accounts' },
    OPERATOR,
  ),
  'role.grant': writing({ vi: 'Cấp và thu hồi vai trò', en: 'Grant and revoke roles' }, OPERATOR),
  'session.manage': writing(
    { vi: 'Xem và thu hồi phiên đăng nhập của người khác', en: 'See and revoke sessions of others' },
    OPERATOR,
  ),
  'key.manage': writing(
    { vi: 'Xem và thu hồi khóa API của người khác', en: 'See and revoke API keys of others' },
    OPERATOR,
  ),
  'unit.change': writing({ vi: 'Thay đổi đơn vị, sáp nhập', en: 'Change units, enter a merger' }, OPERATOR),
  'audit.read': reading(
    { vi: 'Xem và xuất nhật ký kiểm toán', en: 'Read and export the audit trail' },
    { auditor: 'all' },
    false,
  ),
} as const satisfies Readonly<Record<string, Permission>>;

export type Action = keyof typeof PERMISSIONS;
export const ACTIONS = Object.keys(PERMISSIONS) as readonly Action[];

export function permissionOf(action: Action): Permission {
  return PERMISSIONS[action];
}

export function isAction(text: string): text is Action {
  return Object.hasOwn(PERMISSIONS, text);
}

/** Actions by which units' rows are written: what they reach is what the database lets be written. */
export const UNIT_DATA_WRITES = [
  'import.write',
  'assessment.run',
  'edition.draft',
  'edition.publish',
  'national-database.assert',
  'task-status.record',
  'task-status.withdraw',
  'duty-submission.record',
  'duty-submission.return',
  'maturity.record',
  'database.register',
  'database.close',
  'database.inventory',
  'database.obstacle',
  'database.service',
] as const satisfies readonly Action[];
