import type { Role } from '../../platform/access/permission-table.js';

/** What roles are called in letters; the screens have texts of their own. */
export const ROLE_WORDS: Readonly<Record<Role, { readonly vi: string; readonly en: string }>> = {
  leader: { vi: 'Lãnh đạo', en: 'Leader (National Committee)' },
  assessor: { vi: 'Chuyên viên đánh giá', en: 'Assessor' },
  chief_assessor: { vi: 'Phụ trách đánh giá', en: 'Chief assessor' },
  unit_reporter: { vi: 'Cán bộ báo cáo', en: 'Unit reporter' },
  unit_lead: { vi: 'Trưởng đơn vị', en: 'Unit lead' },
  verifier: { vi: 'Cán bộ xác minh', en: 'IT verifier' },
  association: { vi: 'Hiệp hội', en: 'Association' },
  auditor: { vi: 'Kiểm toán viên', en: 'Auditor' },
  operator: { vi: 'Quản trị hệ thống', en: 'Operator' },
};
