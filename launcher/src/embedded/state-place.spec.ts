import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findStatePlace, recordStatePlace } from './state-place.ts';

const reached = (): boolean => true;
const unreached = (): boolean => false;

describe('place of the state', () => {
  let checkout = '';
  beforeEach(() => {
    checkout = realpathSync(mkdtempSync(join(tmpdir(), 'dti place ')));
  });
  afterEach(() => rmSync(checkout, { recursive: true }));

  test('is .data of the checkout where PostgreSQL can reach it', () => {
    expect(findStatePlace(checkout, undefined, reached)).toEqual({
      folder: join(checkout, '.data'),
      record: undefined,
    });
  });

  test('is the setting before anything else', () => {
    expect(findStatePlace(checkout, join(checkout, 'x'), unreached).folder).toBe(join(checkout, 'x'));
  });

  test('is outside otherwise, its own for each checkout, and found again by its record', () => {
    const place = findStatePlace(checkout, undefined, unreached);
    expect(place.folder).toMatch(/^\/var\/lib\/dti-monitor\/[0-9a-f]{16}$/);
    recordStatePlace(place, checkout);
    expect(findStatePlace(checkout, undefined, reached)).toEqual(place);

    const moved = `${checkout} moved`;
    renameSync(checkout, moved);
    expect(findStatePlace(moved, undefined, reached).folder).toBe(place.folder);
    renameSync(moved, checkout);

    const copy = join(checkout, 'copy');
    mkdirSync(copy);
    cpSync(join(checkout, '.data'), join(copy, '.data'), { recursive: true });
    expect(findStatePlace(copy, undefined, unreached).folder).not.toBe(place.folder);
  });

  test('stays inside when a database is there, so that none seems lost', () => {
    mkdirSync(join(checkout, '.data', 'postgres'), { recursive: true });
    expect(findStatePlace(checkout, undefined, unreached).folder).toBe(join(checkout, '.data'));
  });
});
