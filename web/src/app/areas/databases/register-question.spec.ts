import { describe, expect, it } from '@jest/globals';
import { isNarrowed, registerQuestion } from './register-question.js';

const asked = (address: Parameters<typeof registerQuestion>[0]) =>
  registerQuestion(address, 'official', '2026');

describe('the register that an address asks for', () => {
  it('is the first page of the open entries, unless it says otherwise', () => {
    expect(asked({})).toEqual({ dataSet: 'official', period: '2026', state: 'open', page: 1, size: 50 });
    expect(asked({ unit: '', q: '  ', page: '0', inventory: 'burnt', state: 'lost' })).toEqual(asked({}));
  });

  it('has the filters of the address', () => {
    const address = { unit: 'hue', class: 'internal', mark: 'important', inventory: 'sent', q: ' hộ tịch ' };
    expect(asked({ ...address, state: 'closed', page: '3' })).toMatchObject({
      ...address,
      q: 'hộ tịch',
      state: 'closed',
      page: 3,
    });
  });

  it('is narrowed by any filter', () => {
    expect(isNarrowed(asked({}))).toBe(false);
    expect(isNarrowed(asked({ page: '2' }))).toBe(false);
    expect(isNarrowed(asked({ mark: 'important' }))).toBe(true);
    expect(isNarrowed(asked({ state: 'closed' }))).toBe(true);
  });
});
