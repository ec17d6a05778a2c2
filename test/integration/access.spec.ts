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
import { ACCESS } from '../../api/src/platform/access/access.ts';
import { AccessGuard } from '../../api/src/platform/access/access.guard.ts';
import { AccessService } from '../../api/src/platform/access/access.service.ts';
import { AUTHENTICATOR } from '../../api/src/platform/access/authenticator.ts';
import { isAction } from '../../api/src/platform/access/permission-table.ts';
import { RefusalLog } from '../../api/src/platform/audit/refusal-log.ts';
import { ProblemFilter } from '../../api/src/platform/http/problem.filter.ts';
import { call } from '../support/http-call.ts';
import { serveApplication, type ServedApplication } from '../support/served-application.ts';

let served: ServedApplication;
beforeAll(async () => {
  served = await serveApplication();
}, 60_000);
afterAll(() => served?.close());

/** Every method of a controller that a route leads to, and what it declares. */
function handlers(): readonly { readonly name: string; readonly access: unknown }[] {
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

describe('every route', () => {
  it('declares an action of the table of permissions', () => {
    expect(handlers().length).toBeGreaterThan(25);
    expect(handlers().filter(({ access }) => typeof access !== 'string' || !isAction(access))).toEqual([]);
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
        { provide: AccessService, useValue: {} },
        { provide: AUTHENTICATOR, useValue: {} },
        { provide: RefusalLog, useValue: { refused: () => undefined } },
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
      (['GET', 'POST'] as const).map((method) => app.inject({ method, url: '/planted' })),
    );
    await app.close();
    expect(answers.map((answer) => [answer.statusCode, answer.json<{ code: string }>().code])).toEqual([
      [403, 'ACCESS_NOT_DECLARED'],
      [403, 'ACCESS_NOT_DECLARED'],
    ]);
  });

  it('that changes anything is refused before its body is looked at', async () => {
    const answer = await served.askAs(null, '/imports?framework=nothing&period=x', {
      method: 'POST',
      body: 'unit\n',
      headers: { 'content-type': 'text/csv' },
    });
    expect([answer.status, answer.json()['code']]).toEqual([401, 'SIGN_IN_NEEDED']);
  });
});

describe('a session', () => {
  it('changes nothing without the header that another site cannot know, nor for a page of another site', async () => {
    const who = await served.signIn([{ role: 'operator' }]);
    const decide = (headers: Readonly<Record<string, string>>) =>
      served.askAs(null, '/settings/measure_state_rule', { method: 'PUT', body: {}, headers });
    const codes = async (...all: Readonly<Record<string, string>>[]) =>
      Promise.all(all.map(async (headers) => (await decide(headers)).json()['code']));
    const { cookie = '' } = who.headers;
    expect(
      await codes(
        { cookie },
        { cookie, 'x-xsrf-token': 'x'.repeat(43) },
        { ...who.headers, origin: 'https://evil.example' },
        { ...who.headers, 'sec-fetch-site': 'cross-site' },
        { ...who.headers, origin: 'http://localhost:3000' },
      ),
    ).toEqual(['CSRF_REFUSED', 'CSRF_REFUSED', 'CSRF_REFUSED', 'CSRF_REFUSED', 'REQUEST_INVALID']);
  });

  it('of one factor lets the roles sleep that want two', async () => {
    const who = await served.signIn([{ role: 'operator' }], 'one-factor');
    const answer = await served.askAs(who, '/settings/measure_state_rule', { method: 'PUT', body: {} });
    expect([answer.status, answer.json()['code']]).toEqual([403, 'SECOND_FACTOR_NEEDED']);
  });

  it('says who one is, with the past of what was merged, and ends', async () => {
    const who = await served.signIn([{ role: 'unit_lead', unit: 'phu-tho-2025' }]);
    const session = (await served.askAs(who, '/session')).json<{
      signedIn: boolean;
      grants: { role: string; pastUnits: { id: string }[] }[];
    }>();
    expect(session.signedIn).toBe(true);
    expect(session.grants[0]?.pastUnits.map(({ id }) => id)).toEqual(['hoa-binh', 'phu-tho', 'vinh-phuc']);
    expect((await served.askAs(who, '/session', { method: 'DELETE' })).status).toBe(204);
    expect((await served.askAs(who, '/session')).json()['signedIn']).toBe(false);
  });
});

describe('an account for trying out', () => {
  it('is worth nothing where the database is not the embedded one', async () => {
    const elsewhere = await serveApplication('loaded', { embeddedDatabase: false });
    try {
      const who = await elsewhere.signIn([{ role: 'leader' }], 'demo');
      const session = (await elsewhere.askAs(who, '/session')).json<{
        signedIn: boolean;
        signIn: { demo: unknown[] };
      }>();
      expect([session.signedIn, session.signIn.demo]).toEqual([false, []]);
      const asked = { method: 'POST', body: { account: 'operator' } } as const;
      const refused = await elsewhere.askAs(null, '/session/demo', asked);
      expect([refused.status, refused.json()['code']]).toEqual([403, 'DEMO_NOT_HERE']);
    } finally {
      await elsewhere.close();
    }
  });
});

describe('over a real socket', () => {
  let origin: string;
  beforeAll(async () => {
    origin = await served.listen();
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
