import { describe, expect, it } from '@jest/globals';
import { wordingOf } from '../../../testing/wording.js';
import { actorWords, roleWords, unitOfActor } from './actor.js';

const { t } = wordingOf('vi');
const unitName = (id: string): string => (id === 'ha-noi' ? 'Hà Nội' : id);

describe('who wrote something', () => {
  it.each([
    ['unit_lead@ha-noi', 'Trưởng đơn vị, Hà Nội'],
    ['chief_assessor@bo-x', 'Phụ trách đánh giá, bo-x'],
    ['operator', 'Quản trị hệ thống'],
    ['cli', 'Dòng lệnh'],
    ['seed', 'Số liệu ban đầu'],
    ['http', 'Máy chủ, trước khi có đăng nhập'],
    ['Vụ Khoa học', 'Vụ Khoa học'],
    ['a.b@example.vn', 'a.b@example.vn'],
    ['', ''],
  ])('%j is %j', (actor, words) => {
    expect(actorWords(actor, t, unitName)).toBe(words);
  });

  it('names the unit to look up, of a role alone', () => {
    expect(['unit_lead@ha-noi', 'operator', 'a@b', 'cli'].map(unitOfActor)).toEqual([
      'ha-noi',
      null,
      null,
      null,
    ]);
  });

  it('leaves a role that it does not know as it is', () => {
    expect(roleWords('minister', t)).toBe('minister');
  });
});
