import { describe, expect, it } from '@jest/globals';
import type { FrameworkEvent } from '../../api-client/models/framework-event.js';
import { wordingOf } from '../../../testing/wording.js';
import { copyCode, lifeRows, nextStatus } from './life-view.js';

const event = (own: Partial<FrameworkEvent>): FrameworkEvent => ({
  id: '1',
  kind: 'created',
  fromStatus: null,
  toStatus: 'draft',
  author: 'Vụ A',
  reason: 'Lấy ý kiến',
  day: '2026-11-22',
  changes: [],
  writtenBy: 'http',
  writtenAt: '2026-11-22T03:00:00Z',
  ...own,
});

describe('the life of a version', () => {
  const vi = wordingOf('vi');

  it.each([
    [event({}), 'Lập phiên bản (Dự thảo)'],
    [event({ kind: 'transition', fromStatus: 'draft', toStatus: 'approved' }), 'Dự thảo → Đã phê duyệt'],
    [
      event({
        kind: 'edited',
        changes: [{ node: 'a', kind: 'changed', field: 'weight', before: 1, after: 2 }],
      }),
      'Sửa dự thảo, 1 thay đổi',
    ],
    [event({ kind: 'corrected', toStatus: 'in_use' }), 'Sửa lời văn, 0 thay đổi'],
  ])('says what was done', (one, what) => {
    expect(lifeRows([one], vi)[0]?.what).toBe(what);
  });

  it('says who, when and why, and when it was written down where that is another day', () => {
    expect(lifeRows([event({ writtenAt: '2026-11-23T03:00:00Z' })], wordingOf('en'))).toEqual([
      {
        id: '1',
        day: '22/11/2026',
        what: 'Made (Draft)',
        who: 'Vụ A',
        why: 'Lấy ý kiến',
        written: 'written 23/11/2026',
      },
    ]);
    expect(lifeRows([event({})], vi)[0]?.written).toBe('');
  });

  it('goes one step at a time and ends', () => {
    expect((['draft', 'approved', 'in_use', 'retired'] as const).map(nextStatus)).toEqual([
      'approved',
      'in_use',
      'retired',
      null,
    ]);
  });

  it('gives a copy the next free code', () => {
    expect(copyCode('data-2026-draft-province', [])).toBe('data-2026-draft-province-v2');
    expect(copyCode('a-v2', ['a', 'a-v2'])).toBe('a-v3');
  });
});
