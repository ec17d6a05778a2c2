import { isAction, permissionOf } from '../../platform/access/permission-table.js';

interface Words {
  readonly vi: string;
  readonly en: string;
}

/** What the trail holds beside the actions of the table of permissions, in words. */
const PRODUCT_ACTIONS: Readonly<Record<string, Words>> = {
  'session.begin': { vi: 'Đăng nhập', en: 'Signed in' },
  'session.end': { vi: 'Kết thúc phiên đăng nhập', en: 'Session ended' },
  'seed.load': { vi: 'Nạp dữ liệu tham chiếu', en: 'Loaded the reference data' },
  'sample.load': { vi: 'Nạp dữ liệu mẫu', en: 'Loaded the sample data' },
  'sample.purge': { vi: 'Xóa dữ liệu mẫu', en: 'Removed the sample data' },
  'oidc.link': { vi: 'Liên kết tài khoản OpenID Connect', en: 'Linked an OpenID Connect account' },
  'oidc.roles': { vi: 'Cập nhật vai trò theo OpenID Connect', en: 'Roles taken from OpenID Connect' },
  'oidc.refuse': { vi: 'Từ chối đăng nhập OpenID Connect', en: 'Refused an OpenID Connect sign-in' },
};

/** An action in words; the code itself where none are known. */
export function actionWords(action: string): Words {
  if (isAction(action)) {
    const { vi, en } = permissionOf(action);
    return { vi, en };
  }
  return PRODUCT_ACTIONS[action] ?? { vi: action, en: action };
}

/** Actions of the product itself that have words. */
export const PRODUCT_ACTION_CODES = Object.keys(PRODUCT_ACTIONS);
