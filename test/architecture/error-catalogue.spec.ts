import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../..');
const guide = readFileSync(join(ROOT, 'docs/guides/errors.md'), 'utf8');

/** Words in capitals that are no error codes: environment variables, and codes of a package. */
const NOT_CODES =
  /^(INIT_CWD|PUBLIC_URL|OIDC_(ISSUER|CLIENT_ID|CLIENT_SECRET|NAME_VI|NAME_EN|SCOPES|ROLE_CLAIM|UNIT_CLAIM|ROLE_MAP|GRANT_DAYS)|OAUTH_[A-Z_]+)$/;

/** The engine's codes have a catalogue of their own, held against the engine in `scoring/cli`. */
function sources(): string {
  const files = globSync('api/src/**/*.ts', { cwd: ROOT }).filter(
    (path) => !/\.(spec|fixture)\.ts$/.test(path) && !path.includes('annual-report'),
  );
  return files.map((path) => readFileSync(join(ROOT, path), 'utf8')).join('\n');
}

/** Codes as the source writes them: whole, or as the thing that was not found. */
function codesInUse(): readonly string[] {
  const text = sources();
  const things = [...text.matchAll(/notFound\(\s*'([A-Z_]+)'/g)].map(([, thing = '']) => thing);
  const whole = [...text.matchAll(/'([A-Z]+(?:_[A-Z]+)+)'/g)].map(([, code = '']) => code);
  const codes = [
    ...whole.filter((code) => !things.includes(code)),
    ...things.map((thing) => `${thing}_NOT_FOUND`),
  ];
  return [...new Set(codes)].filter((code) => !NOT_CODES.test(code)).sort();
}

describe('the catalogue of error codes', () => {
  const explained = [...new Set([...guide.matchAll(/`([A-Z]+(?:_[A-Z]+)+)`/g)].map(([, code = '']) => code))]
    .filter((code) => code !== 'DATABASE_URL')
    .sort();

  it('explains every code that the API and the command line use', () => {
    expect(codesInUse().filter((code) => !explained.includes(code))).toEqual([]);
  });

  it('explains no code that is not used', () => {
    expect(explained.filter((code) => !codesInUse().includes(code))).toEqual([]);
  });
});
