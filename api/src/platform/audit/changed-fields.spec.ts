import { describe, expect, it } from '@jest/globals';
import { changedFields } from './changed-fields.js';

describe('what the trail says of a change', () => {
  it('is the fields that differ, whatever the order of their keys', () => {
    expect(
      changedFields(
        { name: 'a', marks: ['x'], rule: { from: 1, to: 2 }, gone: 1 },
        { name: 'b', marks: ['x'], rule: { to: 2, from: 1 }, added: null },
      ),
    ).toEqual({ before: { name: 'a', gone: 1 }, after: { name: 'b', gone: null } });
    expect(changedFields({ a: 1 }, { a: 1 })).toEqual({ before: {}, after: {} });
  });
});
