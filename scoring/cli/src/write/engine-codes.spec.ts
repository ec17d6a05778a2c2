import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../terminal.fixture.js';
import { SENTENCES } from './sentences.js';

const guide = readFileSync(join(ROOT, 'docs/guides/engine-codes.md'), 'utf8');
const rows = new Set(guide.split('\n'));
const tables = guide.slice(guide.indexOf('## Why a result is as it is'));
const codes = (text: string): readonly string[] =>
  [...text.matchAll(/`([A-Z]+(?:_[A-Z]+)*)`/g)].map(([, own = '']) => own);

/** Codes that are no problems, as the model lists them. */
const reasons = ['assessment', 'audit', 'comparison', 'explanation'].flatMap((file) =>
  [...readFileSync(join(ROOT, `scoring/src/model/${file}.ts`), 'utf8').matchAll(/\| '([A-Z]+(?:_[A-Z]+)*)'/g)]
    .map(([, own = '']) => own)
    .filter((own) => own.length > 1),
);

describe('the guide to the codes of the engine', () => {
  it('has a row for each problem, with its sentence', () => {
    const wanted = Object.entries(SENTENCES).map(
      ([code, sentence]) => `| \`${code}\` | ${sentence.replaceAll('|', '\\|')} |`,
    );
    expect(wanted.filter((row) => !rows.has(row))).toEqual([]);
  });

  it('has no row for a problem that nobody tells', () => {
    const known = new Set([...Object.keys(SENTENCES), ...reasons]);
    expect(
      [...rows]
        .filter((row) => row.startsWith('| `'))
        .flatMap((row) => codes(row.split(' | ')[0] ?? ''))
        .filter((code) => !known.has(code)),
    ).toEqual([]);
  });

  it('explains every reason of a result, an audit, a comparison and gains', () => {
    expect(reasons.length).toBeGreaterThan(40);
    const explained = new Set(codes(tables));
    expect([...new Set(reasons)].filter((code) => !explained.has(code))).toEqual([]);
  });
});
