import '@angular/compiler';
import { describe, expect, it } from '@jest/globals';
import type { WriteState } from '../../shared/problem/writing.js';
import { wordingOf } from '../../../testing/wording.js';
import { passwordFaults } from './password-faults.js';

const { t } = wordingOf('vi');
const failed = (code: string, fault?: string, status = 422): WriteState => ({
  status: 'failed',
  failure: {
    status,
    code,
    detail: null,
    errors: fault === undefined ? [] : [{ code: fault, path: 'next', message: '' }],
    refusal: null,
  },
});

describe('a change of the password', () => {
  it('says nothing before it is tried, then what is missing', () => {
    const none = { current: '', next: 'x' };
    expect(passwordFaults(false, none, { status: 'idle' }, t)).toEqual({
      current: null,
      next: null,
      form: null,
    });
    expect(passwordFaults(true, none, { status: 'idle' }, t).current).toBe('Cần nhập mục này.');
  });

  it.each([
    ['CURRENT_PASSWORD_WRONG', undefined, 'current', 'Mật khẩu hiện tại chưa đúng.'],
    [
      'PASSWORD_TOO_WEAK',
      'PASSWORD_HOLDS_NAME',
      'next',
      'Không dùng tên hoặc thư điện tử của mình trong mật khẩu.',
    ],
    [
      'PASSWORD_TOO_WEAK',
      'SOMETHING_NEW',
      'next',
      'Mật khẩu này dễ đoán. Thêm vài từ không liên quan với nhau.',
    ],
    ['VALIDATION', undefined, 'form', 'Yêu cầu không được chấp nhận.'],
  ] as const)('%s (%s) stands at %s', (code, fault, field, words) => {
    expect(passwordFaults(true, { current: 'a', next: 'b' }, failed(code, fault), t)[field]).toBe(words);
  });

  it('tried too often asks to wait', () => {
    const faults = passwordFaults(
      true,
      { current: 'a', next: 'b' },
      failed('SIGN_IN_THROTTLED', undefined, 429),
      t,
    );
    expect(faults.form).toBe('Đã thử quá nhiều lần. Chờ ít phút rồi thử lại.');
  });
});
