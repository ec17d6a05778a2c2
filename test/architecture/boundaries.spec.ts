import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

/**
 * The lint of the layers, tested: a violation is planted where a real file stands, and the rule that must
 * refuse it is named. The run starts from an empty project-graph cache, where the layer rule would check
 * nothing if the configuration did not make the graph itself.
 */

const root = join(import.meta.dirname, '../..');

/** A text is linted in a real file's place, so that it has that file's project, tags and types. */
function fileIn(folder: string, suffix = '.ts'): string {
  const found = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(suffix))
    .filter((entry) => suffix === '.spec.ts' || !entry.name.endsWith('.spec.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !path.includes('api-client'))
    .sort()[0];
  if (found === undefined) throw new Error(`no ${suffix} file in ${folder}`);
  return found;
}

const scoring = 'scoring/src/index.ts';
const scoringCli = fileIn('scoring/cli/src');
const scoringSpec = fileIn('scoring/src', '.spec.ts');
const api = fileIn('api/src/features');
const web = fileIn('web/src/app');

interface Case {
  readonly plant: string;
  readonly path: string;
  readonly text: string;
  /** The rule that refuses it, or null where the text is allowed. */
  readonly refusedBy: string | null;
  /** What the refusal says, where one rule has several reasons. */
  readonly saying?: RegExp;
}

const nxRule = '@nx/enforce-module-boundaries';
const cases: readonly Case[] = [
  // scoring imports nothing
  {
    plant: 'a package in scoring',
    path: scoring,
    text: `import { Injectable } from '@nestjs/common';\nexport const planted = Injectable;\n`,
    refusedBy: nxRule,
    saying: /"layer:scoring" is not allowed to import "@nestjs\/common"/,
  },
  {
    plant: "a package's type in scoring",
    path: scoring,
    text: `import type { DataSource } from 'typeorm';\nexport type Planted = DataSource;\n`,
    refusedBy: nxRule,
  },
  {
    plant: 'a package that nobody declares in scoring',
    path: scoring,
    text: `import planted from 'not-a-package';\nexport const it = planted as string;\n`,
    refusedBy: nxRule,
  },
  {
    plant: 'the test tools in scoring outside a spec',
    path: scoring,
    text: `import { fc } from 'fast-check';\nexport const planted: unknown = fc;\n`,
    refusedBy: nxRule,
  },
  {
    plant: 'node:fs in scoring',
    path: scoring,
    text: `import { readFileSync } from 'node:fs';\nexport const planted = readFileSync;\n`,
    refusedBy: 'no-restricted-imports',
  },
  {
    plant: 'fs, without its prefix, in scoring',
    path: scoring,
    text: `import { readFileSync } from 'fs';\nexport const planted = readFileSync;\n`,
    refusedBy: 'no-restricted-imports',
  },
  {
    plant: 'fs/promises, without its prefix, in scoring',
    path: scoring,
    text: `export { readFile } from 'fs/promises';\n`,
    refusedBy: 'no-restricted-imports',
  },
  {
    plant: 'a dynamic import in scoring',
    path: scoring,
    text: `export const planted = (name: string): Promise<unknown> => import(name);\n`,
    refusedBy: 'no-restricted-syntax',
  },
  {
    plant: 'a type taken by import() in scoring, where the layer rule does not look',
    path: scoring,
    text: `export type Planted = import('typeorm').DataSource;\n`,
    refusedBy: '@typescript-eslint/consistent-type-imports',
  },
  // scoring sees no clock, no randomness, no machine
  {
    plant: 'Date.now in scoring',
    path: scoring,
    text: `export const planted = (): number => Date.now();\n`,
    refusedBy: 'no-restricted-properties',
  },
  {
    plant: 'new Date() in scoring',
    path: scoring,
    text: `export const planted = (): string => new Date().toISOString();\n`,
    refusedBy: 'no-restricted-globals',
  },
  {
    plant: 'Math.random in scoring',
    path: scoring,
    text: `export const planted = (): number => Math.random();\n`,
    refusedBy: 'no-restricted-properties',
  },
  {
    plant: 'Math.random, taken apart, in scoring',
    path: scoring,
    text: `const { random } = Math;\nexport const planted = random;\n`,
    refusedBy: 'no-restricted-properties',
  },
  {
    plant: 'performance.now in scoring',
    path: scoring,
    text: `export const planted = (): number => performance.now();\n`,
    refusedBy: 'no-restricted-properties',
  },
  ...[
    'process',
    'Buffer',
    'fetch',
    'setTimeout',
    'console',
    'window',
    'document',
    'crypto',
    'globalThis',
  ].map((name): Case => ({
    plant: `${name} in scoring`,
    path: scoring,
    text: `export const planted: unknown = ${name};\n`,
    refusedBy: 'no-restricted-globals',
  })),
  {
    plant: "the machine's order of letters in scoring",
    path: scoring,
    text: `export const planted = (a: string, b: string): number => a.localeCompare(b);\n`,
    refusedBy: 'no-restricted-properties',
  },
  {
    plant: 'Date.now in a spec of scoring',
    path: scoringSpec,
    text: `export const planted = (): number => Date.now();\n`,
    refusedBy: 'no-restricted-properties',
  },
  {
    plant: 'a package that is no test tool in a spec of scoring',
    path: scoringSpec,
    text: `import { Injectable } from '@nestjs/common';\nexport const planted = Injectable;\n`,
    refusedBy: nxRule,
  },
  // who may import whom
  {
    plant: 'the api in the web',
    path: web,
    text: `import { migrate } from '@dti-monitor/api/launch';\nexport const planted = migrate;\n`,
    refusedBy: nxRule,
  },
  {
    plant: 'the api in the web, by its path',
    path: web,
    text: `export * from '${'../'.repeat(web.split('/').length - 1)}${api.replace(/\.ts$/, '.js')}';\n`,
    refusedBy: nxRule,
  },
  {
    plant: 'the web in the api',
    path: api,
    text: `import * as web from '@dti-monitor/web';\nexport const planted: unknown = web;\n`,
    refusedBy: nxRule,
  },
  {
    plant: 'the api in scoring',
    path: scoring,
    text: `import { migrate } from '@dti-monitor/api/launch';\nexport const planted = migrate;\n`,
    refusedBy: nxRule,
  },
  {
    plant: 'the web in scoring',
    path: scoring,
    text: `import * as web from '@dti-monitor/web';\nexport const planted: unknown = web;\n`,
    refusedBy: nxRule,
  },
  {
    plant: 'the api in the command line of scoring',
    path: scoringCli,
    text: `import { migrate } from '@dti-monitor/api/launch';\nexport const planted = migrate;\n`,
    refusedBy: nxRule,
  },
  {
    plant: 'the command line in scoring',
    path: scoring,
    text: `import * as cli from '@dti-monitor/scoring-cli';\nexport const planted: unknown = cli;\n`,
    refusedBy: nxRule,
  },
  {
    plant: 'the command line of scoring in the api',
    path: api,
    text: `import * as cli from '@dti-monitor/scoring-cli';\nexport const planted: unknown = cli;\n`,
    refusedBy: nxRule,
  },
  {
    plant: 'a file of scoring in its command line, past the door',
    path: scoringCli,
    text: `export { rank } from '${'../'.repeat(scoringCli.split('/').length - 2)}src/stages/rank.js';\n`,
    refusedBy: nxRule,
  },
  {
    plant: 'a package that nobody declares in the command line of scoring',
    path: scoringCli,
    text: `import planted from 'not-a-package';\nexport const it = planted as string;\n`,
    refusedBy: nxRule,
  },
  // what the house forbids everywhere
  {
    plant: 'any',
    path: api,
    text: `export const planted = (value: any): unknown => value;\n`,
    refusedBy: '@typescript-eslint/no-explicit-any',
  },
  {
    plant: 'a promise that nobody awaits',
    path: api,
    text: `const answer = async (): Promise<number> => 1;\nexport function planted(): void {\n  answer();\n}\n`,
    refusedBy: '@typescript-eslint/no-floating-promises',
  },
  {
    plant: 'a violation under a comment that switches the lint off',
    path: api,
    text: `// eslint-disable-next-line\nexport const planted = (value: any): unknown => value;\n`,
    refusedBy: '@typescript-eslint/no-explicit-any',
  },
  {
    plant: 'a test that does not run',
    path: scoringSpec,
    text: `import { it } from '@jest/globals';\nit.skip('is skipped', () => undefined);\n`,
    refusedBy: 'no-restricted-syntax',
  },
  // the same places, when nothing is wrong
  {
    plant: 'arithmetic in scoring',
    path: scoring,
    text: `export const planted = (a: number): number => Math.max(a, 0);\n`,
    refusedBy: null,
  },
  {
    plant: 'the test tools in a spec of scoring',
    path: scoringSpec,
    text: `import { expect, it } from '@jest/globals';\nimport fc from 'fast-check';\nit('runs', () => {\n  expect(fc.integer()).toBeDefined();\n});\n`,
    refusedBy: null,
  },
  {
    plant: 'scoring in the api',
    path: api,
    text: `import * as scoring from '@dti-monitor/scoring';\nexport const planted: unknown = scoring;\n`,
    refusedBy: null,
  },
  {
    plant: 'scoring, files and packages in the command line of scoring',
    path: scoringCli,
    text: `import * as scoring from '@dti-monitor/scoring';\nimport { readFileSync } from 'node:fs';\nimport { parse } from 'yaml';\nexport const planted: unknown = [scoring, readFileSync, parse, new Date()];\n`,
    refusedBy: null,
  },
  {
    plant: 'scoring in the web',
    path: web,
    text: `import * as scoring from '@dti-monitor/scoring';\nexport const planted: unknown = scoring;\n`,
    refusedBy: null,
  },
];

describe('layer boundaries', () => {
  const emptyCache = mkdtempSync(join(tmpdir(), 'project-graph-'));
  let answers: readonly { ruleId: string | null; message: string }[][] = [];

  beforeAll(() => {
    const run = spawnSync(process.execPath, [join(import.meta.dirname, 'lint-texts.ts')], {
      cwd: root,
      input: JSON.stringify(cases.map(({ path, text }) => ({ path, text }))),
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      env: {
        ...process.env,
        NX_WORKSPACE_DATA_DIRECTORY: emptyCache,
        // In a single run the parser reads each file from disk, and would not see what is planted.
        TSESTREE_SINGLE_RUN: 'false',
        NODE_OPTIONS: '',
      },
    });
    const line = run.stdout.split('\n').find((text) => text.startsWith('answers:'));
    if (line === undefined) throw new Error(`lint did not run:\n${run.stdout}\n${run.stderr}`);
    answers = JSON.parse(line.slice('answers:'.length)) as typeof answers;
  }, 300_000);

  afterAll(() => rmSync(emptyCache, { recursive: true, force: true }));

  it.each(cases.map((given, index) => ({ ...given, index })).filter(({ refusedBy }) => refusedBy !== null))(
    'refuses $plant by $refusedBy',
    ({ index, refusedBy, saying = /./ }) => {
      const said = (answers[index] ?? []).filter(({ message }) => saying.test(message));
      expect(said.map(({ ruleId }) => ruleId)).toContain(refusedBy);
    },
  );

  it.each(cases.map((given, index) => ({ ...given, index })).filter(({ refusedBy }) => refusedBy === null))(
    'accepts $plant',
    ({ index }) => {
      expect(answers[index]).toEqual([]);
    },
  );

  it('made the project graph itself, from an empty cache', () => {
    expect(existsSync(join(emptyCache, 'project-graph.json'))).toBe(true);
  });
});
