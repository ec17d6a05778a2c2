import { Controller, Get, Module, Post } from '@nestjs/common';
import {
  APP_FILTER,
  APP_GUARD,
  MetadataScanner,
  ModulesContainer,
  NestFactory,
  Reflector,
} from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RouteOptions } from 'fastify';
import { SETTINGS } from '../../api/src/config/settings.ts';
import { ACCESS } from '../../api/src/platform/access/access.ts';
import { AccessGuard } from '../../api/src/platform/access/access.guard.ts';
import { ProblemFilter } from '../../api/src/platform/http/problem.filter.ts';
import { rowCounts } from '../support/refused-statements.ts';
import { call } from '../support/http-call.ts';
import { serveApplication, type Asked, type ServedApplication } from '../support/served-application.ts';

let served: ServedApplication;
/** The same on a database that is not the embedded one. */
let remote: ServedApplication;
const routes: { method: string; url: string }[] = [];

function collect(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', ({ method, url }: RouteOptions) => {
      for (const one of [method].flat())
        if (one !== 'HEAD' && one !== 'OPTIONS') routes.push({ method: one, url });
    });
}

beforeAll(async () => {
  served = await serveApplication('loaded', { prepare: collect });
  remote = await serveApplication('loaded', { embeddedDatabase: false });
}, 60_000);
afterAll(async () => {
  await served?.close();
  await remote?.close();
});

interface Handler {
  readonly name: string;
  readonly access: unknown;
}

/** Every method of a controller that a route leads to, and what it declares. */
function handlers(): readonly Handler[] {
  const reflector = served.app.get(Reflector);
  const scanner = new MetadataScanner();
  return [...served.app.get(ModulesContainer).values()]
    .flatMap((module) => [...module.controllers.values()])
    .flatMap(({ metatype, name }) => {
      const { prototype } = metatype as { prototype: Record<string, () => unknown> };
      return scanner
        .getAllMethodNames(prototype)
        .map((method) => ({ method, handler: prototype[method] as () => unknown }))
        .filter(({ handler }) => Reflect.hasMetadata('path', handler))
        .map(({ method, handler }) => ({
          name: `${String(name)}.${method}`,
          access: reflector.getAllAndOverride(ACCESS, [handler, metatype as () => unknown]),
        }));
    });
}

const writes = () => routes.filter(({ method }) => method !== 'GET');

/** The address of a route with something that could be there for each parameter. */
function example(url: string): string {
  return url.replace('/api/v1', '').replace(':code', 'dti-2022').replace(/:\w+/, '1');
}

describe('every route', () => {
  it('declares who may call it', () => {
    expect(handlers().length).toBeGreaterThan(25);
    expect(handlers().filter(({ access }) => access !== 'read' && access !== 'write-local')).toEqual([]);
    expect(handlers()).toHaveLength(routes.length);
  });

  it('that changes anything declares that it does', () => {
    expect(
      writes()
        .map(({ method, url }) => `${method} ${url}`)
        .sort(),
    ).toEqual([
      'PATCH /api/v1/framework-versions/:code/nodes/:node',
      'POST /api/v1/assessments',
      'POST /api/v1/databases',
      'POST /api/v1/databases/:id/close',
      'POST /api/v1/databases/:id/inventories/:period/steps',
      'POST /api/v1/databases/:id/obstacles',
      'POST /api/v1/databases/:id/obstacles/:obstacle/steps',
      'POST /api/v1/databases/:id/services',
      'POST /api/v1/databases/:id/versions',
      'POST /api/v1/databases/national/:id/assertions',
      'POST /api/v1/databases/national/:id/owners',
      'POST /api/v1/duties/:code/returns',
      'POST /api/v1/duties/:code/submissions',
      'POST /api/v1/editions',
      'POST /api/v1/editions/:code/publish',
      'POST /api/v1/framework-versions/:code/copies',
      'POST /api/v1/framework-versions/:code/transitions',
      'POST /api/v1/guidance/frameworks/:code/maturity',
      'POST /api/v1/imports',
      'POST /api/v1/imports/preview',
      'POST /api/v1/tasks/:code/statuses',
      'POST /api/v1/tasks/:code/statuses/:id/withdrawal',
      'PUT /api/v1/framework-versions/:code',
      'PUT /api/v1/settings/:code',
    ]);
    expect(handlers().filter(({ access }) => access === 'write-local')).toHaveLength(24);
  });

  it('without a declaration is refused, whoever calls', async () => {
    @Controller('planted')
    class Planted {
      @Get()
      read(): string {
        return 'read';
      }
      @Post()
      write(): string {
        return 'written';
      }
    }
    @Module({
      controllers: [Planted],
      providers: [
        { provide: SETTINGS, useValue: { embeddedDatabase: true } },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    })
    class PlantedModule {}
    const app = await NestFactory.create<NestFastifyApplication>(PlantedModule, new FastifyAdapter(), {
      logger: false,
    });
    await app.init();
    const answers = await Promise.all(
      (['GET', 'POST'] as const).map((method) =>
        app.inject({ method, url: '/planted', headers: { host: 'localhost' } }),
      ),
    );
    await app.close();
    expect(answers.map((answer) => [answer.statusCode, answer.json<{ code: string }>().code])).toEqual([
      [403, 'ACCESS_NOT_DECLARED'],
      [403, 'ACCESS_NOT_DECLARED'],
    ]);
  });
});

describe('every route that changes data', () => {
  const body = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } } as const;
  const from = (headers: Readonly<Record<string, string>>, remoteAddress?: string): Asked => ({
    ...body,
    headers: { ...body.headers, ...headers },
    ...(remoteAddress === undefined ? {} : { remoteAddress }),
  });

  async function outcomes(of: ServedApplication, asked: Asked): Promise<ReadonlySet<string>> {
    const answers = await Promise.all(
      writes().map(({ url, method }) =>
        of.ask(example(url), { ...asked, method: method as NonNullable<Asked['method']> }),
      ),
    );
    return new Set(answers.map((answer) => `${answer.status} ${String(answer.json()['code'])}`));
  }

  const REFUSED = new Set(['403 WRITE_NOT_ALLOWED_HERE']);

  it.each([
    ['a peer of the network', from({}, '10.0.0.7')],
    ['a peer by IPv6', from({}, '2001:db8::1')],
    ['a proxy, by X-Forwarded-For', from({ 'x-forwarded-for': '127.0.0.1' })],
    ['a proxy, by Forwarded', from({ forwarded: 'for=127.0.0.1' })],
    ['a proxy, by Via', from({ via: '1.1 proxy' })],
    ['a proxy, by X-Forwarded-Proto alone', from({ 'x-forwarded-proto': 'https' })],
    ['a foreign host name', from({ host: 'dti.example:3000' })],
    ['a host name that begins like ours', from({ host: 'localhost.example' })],
    ["another site's page", from({ origin: 'https://evil.example' })],
    ['a page on another port of this machine', from({ origin: 'http://localhost:8080' })],
    ['a page in a sandbox', from({ origin: 'null' })],
  ])('is refused to %s', async (_who, asked) => {
    const before = await rowCounts(served.database);
    expect(await outcomes(served, asked)).toEqual(REFUSED);
    expect(await rowCounts(served.database)).toEqual(before);
  });

  it('is refused to everybody where the database is not the embedded one', async () => {
    expect(await outcomes(remote, from({}))).toEqual(REFUSED);
    expect((await remote.ask('/health')).json()).toMatchObject({
      embeddedDatabase: false,
      writesAllowedHere: false,
    });
  });

  it('is refused before its body is looked at: who may not write learns nothing of what is valid', async () => {
    const answer = await served.ask('/imports?framework=nothing&period=x', {
      method: 'POST',
      body: 'unit\n',
      headers: { 'content-type': 'text/csv' },
      remoteAddress: '10.0.0.7',
    });
    expect([answer.status, answer.json()['code']]).toEqual([403, 'WRITE_NOT_ALLOWED_HERE']);
  });

  it.each([
    ['a tool on this machine', from({})],
    ['a page of this server', from({ origin: 'http://localhost:3000' })],
    ['a tool by IPv6', from({ host: '[::1]:3000' }, '::1')],
  ])('is open to %s', async (_who, asked) => {
    expect([...(await outcomes(served, asked))].filter((outcome) => outcome.startsWith('403'))).toEqual([]);
  });
});

describe('every route that reads', () => {
  it('is open to a peer of the network, by a proxy and under any name', async () => {
    const asked = {
      remoteAddress: '10.0.0.7',
      headers: { host: 'dti.example', 'x-forwarded-for': '10.0.0.8' },
    };
    const light = routes.filter(({ method, url }) => method === 'GET' && !url.endsWith('.pdf'));
    const answers = await Promise.all(light.map(({ url }) => served.ask(example(url), asked)));
    expect(answers.filter(({ status }) => status === 403)).toEqual([]);
  });
});

describe('over a real socket', () => {
  let origin: string;
  beforeAll(async () => {
    origin = await served.listen();
  });

  it('the peer is who it is: a write from loopback is taken, one under a foreign name or by a proxy is not', async () => {
    const address = `${origin}/api/v1/imports/preview?framework=dti-922-province&period=2023`;
    const csv = { method: 'POST', body: 'unit,dti.total,source\nHuế,0.5,press\n' };
    const status = async (headers: Readonly<Record<string, string>>) =>
      (await call(address, { ...csv, headers: { 'content-type': 'text/csv', ...headers } })).status;
    expect(await status({})).toBe(200);
    expect(await status({ host: 'dti.example' })).toBe(403);
    expect(await status({ 'x-forwarded-for': '10.0.0.8' })).toBe(403);
    expect(await status({ origin: 'https://evil.example' })).toBe(403);
    expect(await status({ origin })).toBe(200);
  });

  it('an answer that is packed has its tag too, and is found unchanged by it', async () => {
    const address = `${origin}/api/v1/rankings`;
    const packed = await call(address, { headers: { 'accept-encoding': 'gzip' } });
    expect([packed.status, packed.headers['content-encoding']]).toEqual([200, 'gzip']);
    const tag = String(packed.headers['etag']);
    expect(tag).toContain('"');
    const again = await call(address, { headers: { 'accept-encoding': 'gzip', 'if-none-match': tag } });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  it('a body over the limit is refused by what it says of its length, and the server goes on', async () => {
    const address = `${origin}/api/v1/imports?framework=dti-922-province&period=2023`;
    const length = 33 * 1024 * 1024;
    const answer = await call(address, {
      method: 'POST',
      headers: { 'content-type': 'text/csv', 'content-length': String(length) },
      unfinished: true,
    });
    const problem = JSON.parse(answer.body.toString()) as { code: string };
    expect([answer.status, problem.code]).toEqual([413, 'BODY_TOO_LARGE']);
    expect((await call(`${origin}/api/v1/health`)).status).toBe(200);
  });
});
