import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * The rules of `.dependency-cruiser.mjs`, tested: a small tree of the same shape is written with one
 * violation of each rule and with the imports that are allowed, and the real configuration reads it.
 */

const root = join(import.meta.dirname, '../..');
const api = 'api/src/features';
const app = 'web/src/app';

interface Planted {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

/** Each is an import of `to` in `from`, refused by `rule`. */
const refused: readonly Planted[] = [
  { rule: 'no-circles', from: 'scoring/src/stages/circle-a.ts', to: 'scoring/src/stages/circle-b.ts' },
  {
    rule: 'specs-are-imported-by-nobody',
    from: 'scoring/src/stages/s1.ts',
    to: 'scoring/src/stages/a.spec.ts',
  },
  { rule: 'seeds-are-read-by-path', from: 'api/src/seeding/load.ts', to: 'seeds/units.json' },
  { rule: 'product-knows-no-tests-or-tools', from: 'api/src/main.ts', to: 'tools/check/plan.ts' },
  { rule: 'product-needs-no-development-package', from: 'api/src/cli/run.ts', to: 'fast-check' },
  { rule: 'outside-the-api-only-its-door', from: 'launcher/src/start.ts', to: 'api/src/main.ts' },
  { rule: 'outside-scoring-only-its-door', from: 'api/src/cli/run.ts', to: 'scoring/src/stages/rank.ts' },
  {
    rule: 'outside-scoring-only-its-door',
    from: 'scoring/cli/src/main.ts',
    to: 'scoring/src/stages/rank.ts',
  },
  {
    rule: 'scoring-knows-no-command-line',
    from: 'scoring/src/stages/s2.ts',
    to: 'scoring/cli/src/main.ts',
  },
  { rule: 'product-needs-no-development-package', from: 'scoring/cli/src/read.ts', to: 'fast-check' },
  { rule: 'tests-enter-by-the-door', from: 'test/golden/a.ts', to: `${api}/a/a.service.ts` },
  { rule: 'launcher-and-tools-apart', from: 'launcher/src/start.ts', to: 'tools/check/plan.ts' },
  {
    rule: 'scoring-model-and-numeric-stand-below',
    from: 'scoring/src/model/tree.ts',
    to: 'scoring/src/stages/rank.ts',
  },
  {
    rule: 'scoring-numeric-knows-no-model',
    from: 'scoring/src/numeric/n.ts',
    to: 'scoring/src/model/tree.ts',
  },
  { rule: 'scoring-door-is-for-others', from: 'scoring/src/sensitivity/s.ts', to: 'scoring/src/index.ts' },
  {
    rule: 'api-controller-asks-its-service',
    from: `${api}/a/a.controller.ts`,
    to: `${api}/a/a.repository.ts`,
  },
  { rule: 'api-controller-asks-its-service', from: `${api}/a/a.controller.ts`, to: `${api}/a/a.entity.ts` },
  { rule: 'api-controller-asks-its-service', from: `${api}/a/a.controller.ts`, to: 'typeorm' },
  { rule: 'api-service-knows-no-http', from: `${api}/b/b.service.ts`, to: `${api}/b/b.controller.ts` },
  { rule: 'api-service-knows-no-http', from: `${api}/b/b.service.ts`, to: 'fastify' },
  { rule: 'api-repository-serves', from: `${api}/c/c.repository.ts`, to: `${api}/c/c.service.ts` },
  { rule: 'api-entity-is-columns', from: `${api}/d/d.entity.ts`, to: `${api}/d/d.repository.ts` },
  { rule: 'api-schema-is-shape', from: `${api}/e/e.dto.ts`, to: `${api}/e/e.service.ts` },
  { rule: 'api-feature-through-its-service', from: `${api}/f/f.service.ts`, to: `${api}/a/a.repository.ts` },
  { rule: 'api-feature-through-its-service', from: `${api}/f/f.repository.ts`, to: `${api}/a/a.entity.ts` },
  { rule: 'api-modules-are-wired-by-modules', from: `${api}/g/g.service.ts`, to: `${api}/a/a.module.ts` },
  { rule: 'api-features-know-no-entrance', from: `${api}/h/h.service.ts`, to: 'api/src/seeding/seed.ts' },
  { rule: 'api-platform-has-no-domain', from: 'api/src/platform/http/page.ts', to: `${api}/a/a.service.ts` },
  { rule: 'api-migrations-stand-alone', from: 'api/src/migrations/m1.ts', to: `${api}/a/a.entity.ts` },
  { rule: 'web-areas-apart', from: `${app}/areas/x/x-store.ts`, to: `${app}/areas/y/y-store.ts` },
  { rule: 'web-areas-know-no-shell', from: `${app}/areas/x/x-page.ts`, to: `${app}/shell/frame.ts` },
  { rule: 'web-areas-are-lazy', from: `${app}/shell/shell.routes.ts`, to: `${app}/areas/x/x.routes.ts` },
  {
    rule: 'web-shared-knows-no-area',
    from: `${app}/shared/ui/tag.ts`,
    to: `${app}/areas/x/x-chart-options.ts`,
  },
  { rule: 'web-page-asks-its-store', from: `${app}/areas/x/x-page.ts`, to: `${app}/areas/x/x-client.ts` },
  { rule: 'web-ui-is-given-its-data', from: `${app}/areas/x/ui/row.ts`, to: `${app}/areas/x/x-store.ts` },
  { rule: 'web-store-knows-no-screen', from: `${app}/areas/z/z-store.ts`, to: `${app}/areas/z/ui/row.ts` },
  { rule: 'web-chart-options-are-pure', from: `${app}/areas/z/z-chart-options.ts`, to: '@angular/core' },
  { rule: 'web-one-owner-of-echarts', from: `${app}/areas/z/z-page.ts`, to: 'echarts' },
  { rule: 'resolvable', from: 'api/src/main.ts', to: 'api/src/nowhere.ts' },
];

/** Closes the circle that is reported where it begins. */
const closing = { from: 'scoring/src/stages/circle-b.ts', to: 'scoring/src/stages/circle-a.ts' };

/** Each is an import that every rule must let pass. */
const allowed: readonly Omit<Planted, 'rule'>[] = [
  { from: 'scoring/src/stages/rank.ts', to: 'scoring/src/numeric/round.ts' },
  { from: 'scoring/src/stages/a.spec.ts', to: 'scoring/src/index.ts' },
  { from: 'scoring/cli/src/score.ts', to: 'scoring/src/index.ts' },
  { from: 'scoring/examples/five-minutes.ts', to: 'scoring/src/index.ts' },
  { from: 'launcher/src/reset.ts', to: 'api/src/launch.ts' },
  { from: 'test/integration/a.ts', to: `${api}/a/a.service.ts` },
  { from: 'test/http/a.ts', to: 'test/support/served.ts' },
  { from: 'test/support/served.ts', to: 'api/src/application.ts' },
  { from: 'api/src/cli/score.ts', to: 'scoring/src/index.ts' },
  { from: `${api}/a/a.controller.ts`, to: `${api}/a/a.service.ts` },
  { from: `${api}/a/a.service.ts`, to: `${api}/a/a.repository.ts` },
  { from: `${api}/a/a.repository.ts`, to: `${api}/a/a.entity.ts` },
  { from: `${api}/a/a.repository.ts`, to: 'typeorm' },
  { from: `${api}/b/b.service.ts`, to: `${api}/a/a.service.ts` },
  { from: `${api}/b/b.module.ts`, to: `${api}/a/a.module.ts` },
  { from: `${api}/b/b.dto.ts`, to: `${api}/a/a.dto.ts` },
  { from: `${app}/areas/y/y-page.ts`, to: `${app}/areas/y/y-store.ts` },
  { from: `${app}/areas/y/y-store.ts`, to: `${app}/areas/y/y-client.ts` },
  { from: `${app}/areas/y/y-client.ts`, to: `${app}/api-client/services.ts` },
  { from: `${app}/areas/y/y-page.ts`, to: `${app}/areas/y/ui/row.ts` },
  { from: `${app}/areas/y/y-page.ts`, to: `${app}/shared/charts/chart.ts` },
  { from: `${app}/shared/charts/chart.ts`, to: 'echarts' },
];

const packages: Record<string, 'dependencies' | 'devDependencies'> = {
  typeorm: 'dependencies',
  fastify: 'dependencies',
  echarts: 'dependencies',
  '@angular/core': 'dependencies',
  'fast-check': 'devDependencies',
};

const isPath = (to: string): boolean => /^(scoring|api|web|launcher|tools|test|seeds)\//.test(to);

/** Each is an import of types alone that a rule lets pass, though it refuses the same import of values. */
const allowedAsTypes: readonly Omit<Planted, 'rule'>[] = [
  { from: `${api}/k/k.service.ts`, to: `${api}/a/a.entity.ts` },
  { from: 'test/http/b.ts', to: `${api}/a/a.dto.ts` },
  { from: `${api}/k/k.entity.ts`, to: `${api}/a/a.dto.ts` },
  { from: `${app}/areas/k/k-page.ts`, to: `${app}/api-client/services.ts` },
  { from: `${app}/areas/k/k-page.ts`, to: 'echarts' },
];

/** Writes the tree: for each file its imports, each file existing, each package declared. */
function writeTree(folder: string): void {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const texts = new Map<string, string>();
  for (const [index, { from, to }] of [...refused, closing, ...allowed].entries()) {
    const up = '../'.repeat(from.split('/').length - 1);
    const target = isPath(to) ? `${up}${to}` : to;
    texts.set(from, `${texts.get(from) ?? ''}import * as n${index} from '${target}';\nvoid n${index};\n`);
    if (isPath(to) && !to.endsWith('nowhere.ts')) texts.set(to, texts.get(to) ?? '');
  }
  for (const { from, to } of allowedAsTypes) {
    const target = isPath(to) ? `${'../'.repeat(from.split('/').length - 1)}${to}` : to;
    texts.set(from, `import { type here } from '${target}';\nexport type Here = typeof here;\n`);
  }
  for (const [path, text] of texts) {
    write(path, path.endsWith('.json') ? '{}' : `${text}export const here = true;\n`);
  }
  const declared = (kind: string): Record<string, string> =>
    Object.fromEntries(
      Object.keys(packages)
        .filter((name) => packages[name] === kind)
        .map((name) => [name, '1.0.0']),
    );
  const manifest = { dependencies: declared('dependencies'), devDependencies: declared('devDependencies') };
  write('package.json', JSON.stringify({ name: 'planted', type: 'module', ...manifest }));
  for (const name of Object.keys(packages)) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, type: 'module', main: 'index.js' }));
    write(`node_modules/${name}/index.js`, 'export {};\n');
  }
}

describe('inner layers and circles', () => {
  const folder = mkdtempSync(join(tmpdir(), 'layers-'));
  let found: readonly Planted[] = [];

  beforeAll(() => {
    writeTree(folder);
    const run = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
        ...['--config', join(root, '.dependency-cruiser.mjs'), '--output-type', 'json'],
        ...[
          'scoring/src',
          'scoring/cli',
          'scoring/examples',
          'api/src',
          'web/src',
          'launcher',
          'tools',
          'test',
        ],
      ],
      {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
        env: { ...process.env, NODE_OPTIONS: '' },
      },
    );
    if (!run.stdout.startsWith('{')) throw new Error(`the cruise did not run:\n${run.stdout}\n${run.stderr}`);
    const { summary } = JSON.parse(run.stdout) as {
      summary: { violations: { rule: { name: string }; from: string; to: string }[] };
    };
    found = summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(refused)('$rule refuses $to in $from', ({ rule, from, to }) => {
    const names = found
      .filter(
        (violation) =>
          violation.from === from && violation.to.includes(to.replace(/nowhere\.ts$/, 'nowhere')),
      )
      .map((violation) => violation.rule);
    expect(names).toContain(rule);
  });

  it.each(allowedAsTypes)('lets $from import the types of $to', ({ from }) => {
    expect(found.filter((violation) => violation.from === from)).toEqual([]);
  });

  it.each(allowed)('lets $from import $to', ({ from, to }) => {
    expect(found.filter((violation) => violation.from === from && violation.to.includes(to))).toEqual([]);
  });

  it('plants a violation of every rule', async () => {
    const { default: config } = (await import(join(root, '.dependency-cruiser.mjs'))) as {
      default: { forbidden: { name: string }[] };
    };
    const planted = new Set(refused.map(({ rule }) => rule));
    expect(config.forbidden.map(({ name }) => name).filter((name) => !planted.has(name))).toEqual([]);
  });
});
