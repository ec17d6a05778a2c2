import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { indicatorTable } from './data-index-table.ts';
import { SEEDS } from './seed-files.ts';

const guide = readFileSync(join(SEEDS, '..', 'docs', 'guides', 'data-sub-index.md'), 'utf8');

describe('the guide of the data sub-index', () => {
  it.each(['data.open', 'data.national', 'data.sharing', 'data.big'])('lists %s as its files have it', (component) => {
    expect(guide).toContain(indicatorTable(component));
  });
});
