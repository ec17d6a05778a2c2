import { describe, expect, it } from '@jest/globals';
import { aGrant, aSession } from '../../../testing/sessions.js';
import { wordingOf } from '../../../testing/wording.js';
import { grantWords, mayIn, ownUnits, PUBLIC_SESSION } from './session-model.js';

const session = aSession({
  permissions: [
    { action: 'task-status.record', all: false, units: ['ha-noi'] },
    { action: 'import.write', all: true, units: [] },
  ],
});

describe('what a session allows', () => {
  it.each([
    ['task-status.record', 'ha-noi', true],
    ['task-status.record', 'hue', false],
    ['task-status.record', undefined, true],
    ['task-status.record', null, false],
    ['import.write', 'hue', true],
    ['import.write', null, true],
    ['import.write', undefined, true],
    ['edition.publish', undefined, false],
    ['edition.publish', 'ha-noi', false],
  ])('%s on %s: %s', (action, unit, allowed) => {
    expect(mayIn(session, action, unit)).toBe(allowed);
  });

  it('is nothing for the public', () => {
    expect(mayIn(PUBLIC_SESSION, 'import.write')).toBe(false);
  });
});

describe('the own units', () => {
  it('are those of roles of units that count now, each once', () => {
    const hue = { id: 'hue', nameVi: 'Huế', nameEn: 'Hue' };
    const grants = [
      aGrant('unit_lead'),
      aGrant('unit_reporter'),
      aGrant('unit_lead', { unit: hue, asleep: 'not-in-charge' }),
      aGrant('assessor', { unit: hue }),
      aGrant('operator', { unit: null }),
    ];
    expect(ownUnits(grants).map(({ id }) => id)).toEqual(['ha-noi']);
  });

  it('stand beside the role, in the language on screen', () => {
    expect(grantWords(aGrant('unit_lead'), wordingOf('vi'))).toBe('Trưởng đơn vị, Hà Nội');
    expect(grantWords(aGrant('operator', { unit: null }), wordingOf('en'))).toBe('System operator');
  });
});
