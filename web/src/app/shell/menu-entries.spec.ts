import { describe, expect, it } from '@jest/globals';
import { MENU, menuFor } from './menu-entries.js';

const paths = (may: (action: string) => boolean): readonly string[] =>
  menuFor(MENU, may).flatMap(({ entries }) => entries.map(({ path }) => path));

describe('the menu', () => {
  it('has for the public what is published, and no administration', () => {
    const shown = paths(() => false);
    expect(shown).toEqual(expect.arrayContaining(['/', '/ranking', '/tasks', '/editions']));
    expect(shown).not.toContain('/import');
    expect(menuFor(MENU, () => false).some(({ heading }) => heading !== undefined)).toBe(false);
  });

  it('has what a role may do, and nothing of the group beside it', () => {
    const shown = paths((action) => action === 'setting.decide');
    expect(shown).toContain('/settings');
    expect(shown).not.toContain('/sessions');
  });
});
