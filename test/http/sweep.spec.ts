import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RouteOptions } from 'fastify';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemSchema } from '../../api/src/platform/openapi/answers.ts';
import { rowCounts } from '../support/refused-statements.ts';
import { serveApplication, type ServedApplication } from '../support/served-application.ts';

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
  }[];
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}

const OPENAPI = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'api', 'openapi.json'), 'utf8'),
) as { paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };
const operations = Object.entries(OPENAPI.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
);

let served: ServedApplication;
let before: Readonly<Record<string, number>>;
const routes: string[] = [];
beforeAll(async () => {
  served = await serveApplication('loaded', { prepare: collect });
  before = await rowCounts(served.database);
}, 60_000);
afterAll(() => served?.close());

function collect(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', ({ method, url }: RouteOptions) => {
      const shown = url.replaceAll(/:(\w+)/g, '{$1}');
      for (const one of [method].flat())
        if (one !== 'HEAD' && one !== 'OPTIONS') routes.push(`${one} ${shown}`);
    });
}

describe('openapi.json', () => {
  it('lists exactly the routes that there are', () => {
    expect(operations.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([...routes].sort());
  });

  it('names each operation once and says of each what it answers and that it may be refused', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const unsaid = operations.filter(({ operation: { responses } }) => {
      const [success] = Object.entries(responses).find(([status]) => /^2|^303$/.test(status)) ?? [];
      return (
        success === undefined || responses['default']?.content?.['application/problem+json'] === undefined
      );
    });
    expect(unsaid).toEqual([]);
  });
});

/** What somebody may send for any parameter, by mistake or to do harm. */
const NASTY: readonly string[] = [
  "' OR '1'='1",
  "1'; DROP TABLE observation; --",
  '1) UNION SELECT * FROM edition --',
  '%',
  '_',
  '\\',
  '"',
  '\u0000',
  'a\u0000b',
  'Huế',
  'Huế'.normalize('NFD'),
  '🇻🇳',
  '\ud800',
  '\u202e\ufeff\u200b',
  '../../etc/passwd',
  '..%2f..%2f',
  '{{7*7}}<script>alert(1)</script>',
  '-1',
  '0',
  '1e309',
  '9'.repeat(18),
  '9'.repeat(19),
  '9'.repeat(90),
  'null',
  'undefined',
  '[object Object]',
  '__proto__',
  'constructor',
  '0000-00-00',
  '0000-01-01',
  '2024-02-30',
  '-2024-01-01',
  '2024-01-01T00:00:00Z',
  ' ',
  'true',
];

/** A value for each parameter that the others are tried beside. */
const SOUND: Readonly<Record<string, string>> = {
  id: '1',
  code: 'dti-2022',
  unitId: 'hue',
  framework: 'dti-922-province',
  period: '2022',
};

function address(path: string, values: Readonly<Record<string, string>>, operation: Operation): string {
  const written = path
    .replace('/api/v1', '')
    .replaceAll(/\{(\w+)\}/g, (_all, name: string) =>
      encodeURIComponent(wellFormed(values[name] ?? SOUND[name] ?? '1')),
    );
  const query = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
  const search = query.flatMap(({ name, required }) => {
    const value = values[name] ?? (required === true ? SOUND[name] : undefined);
    return value === undefined ? [] : [`${name}=${encodeURIComponent(wellFormed(value))}`];
  });
  return search.length === 0 ? written : `${written}?${search.join('&')}`;
}

/** A lone surrogate cannot be written in an address; it arrives as the character that stands for it. */
function wellFormed(value: string): string {
  return Buffer.from(value, 'utf8').toString('utf8');
}

describe('whatever is sent to a parameter', () => {
  const cases = operations
    // The report takes seconds a copy; of its date the odd values are told in answers.spec.ts.
    .filter(({ path }) => !path.endsWith('.pdf'))
    .flatMap(({ path, method, operation }) =>
      (operation.parameters ?? []).map(
        ({ name }) => [`${method} ${path}`, name, { path, method, operation }] as const,
      ),
    )
    // A file is asked for like the list that it holds, but for its language and what stands in its address.
    .filter(
      ([, name, { path }]) =>
        !/\.(csv|xlsx|ics)$/.test(path) || name === 'lang' || path.includes(`{${name}}`),
    );

  it.each(cases)(
    '%s %s: it is answered or refused, never a failure',
    async (_route, name, { path, method, operation }) => {
      const failures: string[] = [];
      for (const value of NASTY) {
        const url = address(path, { [name]: value }, operation);
        const write = {
          method: 'POST',
          body: 'unit,dti.total,source\n',
          headers: { 'content-type': 'text/csv' },
        } as const;
        const answer = await served.ask(url, method === 'POST' ? write : {});
        if (answer.status >= 500) failures.push(`${url} ${answer.status}`);
        if (answer.status >= 400) {
          const problem = problemSchema.safeParse(answer.json());
          const typed = answer.headers['content-type'] === 'application/problem+json; charset=utf-8';
          if (!problem.success || !typed) failures.push(`${url} ${answer.status} is no problem`);
        }
      }
      expect(failures).toEqual([]);
    },
    30_000,
  );

  it('and whatever is sent twice', async () => {
    for (const { path, method, operation } of operations.filter(({ method: own }) => own === 'GET')) {
      for (const { name } of (operation.parameters ?? []).filter((parameter) => parameter.in === 'query')) {
        const url = address(path, {}, operation);
        const answer = await served.ask(`${url}${url.includes('?') ? '&' : '?'}${name}=a&${name}=b`);
        expect([method, url, name, answer.status < 500]).toEqual([method, url, name, true]);
      }
    }
  }, 60_000);

  it('nothing of it has changed the data', async () => {
    expect(await rowCounts(served.database)).toEqual(before);
  });
});
