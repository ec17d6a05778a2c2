import { isAction, permissionOf } from '../../platform/access/permission-table.js';

interface Words {
  readonly vi: string;
  readonly en: string;
}

/** What the trail holds beside the actions of the table of permissions, in words. */
const PRODUCT_ACTIONS: Readonly<Record<string, Words>> = {
  'session.begin': { vi: 'Đăng nhập', en: 'Signed in' },
  'session.refuse': { vi: 'Từ chối đăng nhập', en: 'Refused a sign-in' },
  'session.lock': { vi: 'Khóa tạm thời việc đăng nhập', en: 'Locked an account for a time' },
  'session.unlock': { vi: 'Mở khóa việc đăng nhập', en: 'Unlocked an account' },
  'password.change': { vi: 'Đổi mật khẩu', en: 'Changed the password' },
  'password.reset-asked': { vi: 'Yêu cầu đặt lại mật khẩu', en: 'Asked to reset the password' },
  'second-factor.enrol': { vi: 'Thiết lập xác thực hai lớp', en: 'Set up the second factor' },
  'second-factor.use': { vi: 'Xác thực lớp thứ hai', en: 'Used the second factor' },
  'second-factor.remove': { vi: 'Gỡ xác thực hai lớp', en: 'Removed the second factor' },
  'second-factor.reset': { vi: 'Đặt lại xác thực hai lớp', en: 'Reset the second factor' },
  'recovery-codes.renew': { vi: 'Tạo lại mã dự phòng', en: 'Made new recovery codes' },
  'person.change-own': { vi: 'Sửa thông tin tài khoản của mình', en: 'Changed the own account' },
  'link.make': { vi: 'Tạo liên kết dùng một lần', en: 'Made a one-time link' },
  'link.redeem': { vi: 'Sử dụng liên kết dùng một lần', en: 'Used a one-time link' },
  'link.refuse': { vi: 'Từ chối liên kết dùng một lần', en: 'Refused a one-time link' },
  'key.make': { vi: 'Tạo khóa API', en: 'Made an API key' },
  'key.revoke': { vi: 'Thu hồi khóa API', en: 'Revoked an API key' },
  'key.refuse': { vi: 'Từ chối khóa API', en: 'Refused an API key' },
  'request.refuse': { vi: 'Từ chối yêu cầu', en: 'Refused a request' },
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
