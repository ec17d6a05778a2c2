import type { Role } from './permission-table.js';

/** What roles are called, in letters and in the guide; the screens' own texts say the same. */
export const ROLE_WORDS: Readonly<Record<Role, { readonly vi: string; readonly en: string }>> = {
  leader: { vi: 'Lãnh đạo', en: 'Leader' },
  assessor: { vi: 'Chuyên viên đánh giá', en: 'Assessor' },
  chief_assessor: { vi: 'Phụ trách đánh giá', en: 'Chief assessor' },
  unit_reporter: { vi: 'Cán bộ báo cáo', en: 'Unit reporter' },
  unit_lead: { vi: 'Trưởng đơn vị', en: 'Unit lead' },
  verifier: { vi: 'Cán bộ xác minh', en: 'IT-unit verifier' },
  association: { vi: 'Hiệp hội', en: 'Association' },
  auditor: { vi: 'Kiểm toán viên', en: 'Auditor' },
  operator: { vi: 'Quản trị hệ thống', en: 'System operator' },
};
