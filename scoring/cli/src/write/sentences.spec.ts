import { describe, expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '@dti-monitor/scoring';
import { ROOT } from '../terminal.fixture.js';
import { SENTENCES, sentenceOf } from './sentences.js';

/** Codes that are no problems: why a node is as it is, why a step was not taken or has no answer. */
const REASONS = ['model/assessment.ts', 'model/audit.ts', 'model/comparison.ts', 'model/explanation.ts'];
const code = /'([A-Z0-9]+(?:_[A-Z0-9]+)+)'/g;
const codesIn = (paths: readonly string[]): readonly string[] =>
  paths.flatMap((path) =>
    [...readFileSync(join(ROOT, path), 'utf8').matchAll(code)].map(([, own = '']) => own),
  );

const sources = globSync('scoring/src/**/*.ts', { cwd: ROOT }).filter(
  (path) => !/\.(spec|fixture)\.ts$/.test(path),
);
const reasons = new Set(codesIn(REASONS.map((path) => `scoring/src/${path}`)));
/** The engine puts these together: what is wrong with a number, and which it is. */
const PUT_TOGETHER = ['WEIGHT_INVALID', 'WEIGHT_ABSENT', 'POINTS_ABSENT'];
const ofEngine = [...new Set([...codesIn(sources), ...PUT_TOGETHER])].filter((own) => !reasons.has(own));
const ofCommandLine = codesIn(
  globSync('scoring/cli/src/read/*.ts', { cwd: ROOT }).filter((path) => !path.endsWith('.spec.ts')),
);

describe('sentences', () => {
  it('are there for every code that the engine and the command line know', () => {
    expect(ofEngine.length).toBeGreaterThan(100);
    expect(ofEngine.filter((own) => !Object.hasOwn(SENTENCES, own)).sort()).toEqual([]);
    expect(ofCommandLine.filter((own) => !Object.hasOwn(SENTENCES, own)).sort()).toEqual([]);
  });

  it('are there for no code that nobody knows', () => {
    const known = new Set([...ofEngine, ...ofCommandLine]);
    expect(
      Object.keys(SENTENCES)
        .filter((own) => !known.has(own))
        .sort(),
    ).toEqual([]);
  });

  it('end with a point, and begin with a capital, a name or a number', () => {
    for (const sentence of Object.values(SENTENCES)) expect(sentence).toMatch(/^([A-Z"{]).*[.}]$/);
  });

  const told = (problem: Partial<Problem>): string =>
    sentenceOf({ code: 'X', path: '', params: {}, ...problem });

  it('name the parameters of the problem', () => {
    expect(told({ code: 'UNIT_DOUBLED', params: { unit: 'Huế' } })).toBe('The unit "Huế" is there twice.');
    expect(told({ code: 'NUMBER_OUT_OF_RANGE', params: { asked: '<= 1', found: 2 } })).toBe(
      'The number should be <= 1, and is 2.',
    );
    expect(told({ code: 'POINTS_INVALID', params: { points: null } })).toBe(
      'Points are a number from 0 on; found: nothing.',
    );
  });

  it('say what helps, where it is known', () => {
    expect(
      told({ code: 'KEY_UNKNOWN', params: { key: 'wieght', suggestion: 'weight', known: 'code weight' } }),
    ).toBe('"wieght" has no meaning here. Did you mean "weight"? Known here: code, weight.');
    expect(told({ code: 'NUMBER_INVALID', params: { found: '1,5', hint: 'decimals take a point' } })).toBe(
      '"1,5" is no number. Decimals take a point.',
    );
    expect(told({ code: 'FILE_NOT_UTF8', params: { looksLike: 'UTF-16' } })).toBe(
      'The file is not UTF-8. It looks like UTF-16: save it as UTF-8.',
    );
  });

  it('are the parameters for a code without one', () => {
    expect(told({ code: 'NEW_CODE', params: { a: 1, b: null } })).toBe('a: 1, b: nothing');
    expect(told({ code: 'toString', params: {} })).toBe('');
  });
});
