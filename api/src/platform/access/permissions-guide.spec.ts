import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ACTIONS, ROLES } from './permission-table.js';
import { permissionsGuide } from './permissions-guide.js';

const GUIDE = join(import.meta.dirname, '../../../../docs/guides/permissions.md');

describe('docs/guides/permissions.md', () => {
  it('is what the table says: npm run permissions:generate', () => {
    expect(readFileSync(GUIDE, 'utf8')).toBe(permissionsGuide());
  });

  it('has every role and every action', () => {
    const guide = permissionsGuide();
    expect([...ROLES, ...ACTIONS].filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
  });
});
