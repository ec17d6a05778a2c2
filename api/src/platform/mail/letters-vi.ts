import { timeAndDay, writtenDay, type Letters } from './letter.js';

const PRODUCT = 'Hệ thống giám sát Chiến lược dữ liệu quốc gia';

const greeting = (name: string): string => `Kính gửi ${name},`;

function holds(expiresAt: Date): string {
  const { time, day } = timeAndDay(expiresAt);
  return `Liên kết dùng được một lần và có hiệu lực đến ${time} ngày ${day} (giờ Việt Nam).`;
}

const AUTOMATIC = `Thư do ${PRODUCT} tự động gửi; xin không trả lời thư này.`;

/** Letters in Vietnamese, in the register of an official text. */
export const LETTERS_VI: Letters = {
  invitation: ({ name, roles, link, expiresAt }) => ({
    subject: `Thư mời sử dụng ${PRODUCT}`,
    greeting: greeting(name),
    paragraphs: [
      `Một tài khoản trên ${PRODUCT} đã được lập theo địa chỉ thư này.`,
      ...(roles.length === 0 ? [] : ['Vai trò được cấp:']),
    ],
    items: roles,
    link: { label: 'Đặt mật khẩu và bắt đầu sử dụng', address: link },
    closing: [
      holds(expiresAt),
      'Nếu không liên quan đến thư mời này, xin bỏ qua thư: tài khoản không dùng được khi chưa đặt mật khẩu.',
      AUTOMATIC,
    ],
  }),
  'password-reset': ({ name, link, expiresAt }) => ({
    subject: `Đặt lại mật khẩu: ${PRODUCT}`,
    greeting: greeting(name),
    paragraphs: [`Đã có yêu cầu đặt lại mật khẩu cho tài khoản trên ${PRODUCT} theo địa chỉ thư này.`],
    items: [],
    link: { label: 'Đặt mật khẩu mới', address: link },
    closing: [
      holds(expiresAt),
      'Nếu không yêu cầu đặt lại mật khẩu, xin bỏ qua thư này: mật khẩu hiện tại vẫn giữ nguyên. Nếu nhận thư nhiều lần, xin báo cho quản trị hệ thống.',
      AUTOMATIC,
    ],
  }),
  unlock: ({ name, link, expiresAt }) => ({
    subject: `Mở khóa tài khoản: ${PRODUCT}`,
    greeting: greeting(name),
    paragraphs: [
      `Tài khoản trên ${PRODUCT} theo địa chỉ thư này đã tạm khóa vì nhập sai mật khẩu nhiều lần.`,
      'Liên kết dưới đây mở khóa tài khoản.',
    ],
    items: [],
    link: { label: 'Mở khóa tài khoản', address: link },
    closing: [
      holds(expiresAt),
      'Nếu không phải do nhập sai mật khẩu, có thể người khác đang dò mật khẩu của tài khoản: xin không mở liên kết và báo cho quản trị hệ thống.',
      AUTOMATIC,
    ],
  }),
  delegation: ({ name, from, role, validFrom, validTo, link }) => ({
    subject: `Ủy quyền có thời hạn: ${PRODUCT}`,
    greeting: greeting(name),
    paragraphs: [
      `${from} đã ủy quyền thực hiện vai trò sau trên ${PRODUCT}, hiệu lực từ ${writtenDay(validFrom)} đến hết ${writtenDay(validTo)}:`,
    ],
    items: [role],
    link: { label: 'Xem vai trò và quyền của mình', address: link },
    closing: [
      `Ủy quyền tự hết hiệu lực sau ngày ${writtenDay(validTo)}; người ủy quyền và người được ủy quyền đều có thể chấm dứt sớm hơn.`,
      'Nếu không biết về việc ủy quyền này, xin báo cho người ủy quyền hoặc quản trị hệ thống.',
      AUTOMATIC,
    ],
  }),
};
