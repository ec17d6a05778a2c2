import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RequestMethod } from '@nestjs/common';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ACCESS } from '../../api/src/platform/access/access.ts';
import { AccessService } from '../../api/src/platform/access/access.service.ts';
import { PERMISSIONS, type Action } from '../../api/src/platform/access/permission-table.ts';
import { ALLOWED, CALLERS, expectedOf, REFUSALS, signInAs, UNITS, type Caller } from '../support/callers.ts';
import { plantDatabase, plantUnpublished } from '../support/planted-rows.ts';
import { exampleOf, OF_A_UNIT, OF_OWN_GRANT, type Example, type Rows } from '../support/route-examples.ts';
import type { SignedIn } from '../support/signed-in.ts';
import { serveApplication, type Asked, type ServedApplication } from '../support/served-application.ts';

const OPENAPI = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'api', 'openapi.json'), 'utf8'),
) as { paths: Readonly<Record<string, Readonly<Record<string, unknown>>>> };

/** Every route, `GET /units/{id}`. */
const ROUTES = Object.entries(OPENAPI.paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace('/api/v1', '')}`),
);

interface Call {
  readonly route: string;
  readonly caller: Caller;
  readonly unit: string | undefined;
}

/** A route on which a unit depends is called for each unit, the others once. */
const CALLS: readonly Call[] = ROUTES.flatMap((route) =>
  CALLERS.flatMap((caller) =>
    (OF_A_UNIT[route] === undefined ? [undefined] : UNITS).map((unit) => ({ route, caller, unit })),
  ),
);

let served: ServedApplication;
let rows: Rows;
let sessions: ReadonlyMap<Caller, SignedIn | null>;
beforeAll(async () => {
  served = await serveApplication();
  rows = Object.fromEntries(await inTurn(UNITS, plantClosed, 1));
  const signedIn = await Promise.all(
    CALLERS.map(async (caller) => [caller, await signInAs(served, caller)] as const),
  );
  sessions = new Map(signedIn);
}, 60_000);
afterAll(() => served?.close());

/** Rows of a unit on an entry of its register that takes no more changes. */
async function plantClosed(unit: string) {
  const database = await plantDatabase(served.database, unit);
  await served.database.query(
    `INSERT INTO registered_database_version
       (database_id, version, state, name_vi, class, closed_on, change_note, written_by)
     SELECT database_id, 2, 'closed', name_vi, class, '2025-06-30', 'x', 'spec'
     FROM registered_database_version WHERE database_id = $1`,
    [database],
  );
  return [unit, await plantUnpublished(served.database, unit, database)] as const;
}

/** The action that each route declares. */
function declared(): ReadonlyMap<string, Action> {
  const reflector = served.app.get(Reflector);
  const scanner = new MetadataScanner();
  const controllers = [...served.app.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  return new Map(
    controllers.flatMap(({ metatype }) => {
      const controller = metatype as unknown as { prototype: Record<string, () => unknown> };
      const base = String(Reflect.getMetadata('path', metatype as object) ?? '');
      return scanner
        .getAllMethodNames(controller.prototype)
        .map((name) => controller.prototype[name] as () => unknown)
        .filter((handler) => Reflect.hasMetadata('path', handler))
        .map((handler) => {
          const method = RequestMethod[Reflect.getMetadata('method', handler) as number];
          const own = String(Reflect.getMetadata('path', handler));
          const path = [base, own].map((part) => part.replace(/^\/|\/$/g, '')).filter((part) => part !== '');
          const action = reflector.getAllAndOverride<Action>(ACCESS, [handler, metatype as () => unknown]);
          return [`${method} /${path.join('/').replaceAll(/:(\w+)/g, '{$1}')}`, action] as const;
        });
    }),
  );
}

function asked({ body }: Example, route: string): Asked {
  const method = route.split(' ')[0] as NonNullable<Asked['method']>;
  return { method, ...(body === undefined ? {} : { body }) };
}

/** What became of a call: the code by which access was refused, or that it was allowed. */
async function outcomeOf({ route, caller, unit }: Call): Promise<string> {
  const example = unit === undefined ? unsound(exampleOf(route)) : OF_A_UNIT[route]?.(unit, rows);
  if (example === undefined) return 'no example';
  // A session that ends is one of its own.
  const ends = route === 'DELETE /session' || route.endsWith(' /me/sessions');
  const who = ends ? await signInAs(served, caller) : (sessions.get(caller) ?? null);
  const answer = await served.askAs(who, example.path, asked(example, route));
  if (answer.status >= 500) return `${answer.status} ${answer.text}`;
  const code = answer.status < 400 ? undefined : answer.json()['code'];
  // Of what a sign-in refuses the code is of its own and the status the same.
  const refused = answer.status === 401 || answer.status === 403 || REFUSALS.includes(code);
  return refused && code !== 'SIGN_IN_REFUSED' ? String(code) : ALLOWED;
}

/** A list is asked for in a way that is refused after the guard: whether it may be asked is the question. */
function unsound({ path, body }: Example): Example {
  const query = 'size=x&lang=x&dataSet=%20&edition=none';
  return {
    path: `${path}${path.includes('?') ? '&' : '?'}${query}`,
    ...(body === undefined ? {} : { body }),
  };
}

async function inTurn<T, R>(all: readonly T[], work: (one: T) => Promise<R>, width = 8): Promise<R[]> {
  const done: R[] = [];
  for (let at = 0; at < all.length; at += width) {
    done.push(...(await Promise.all(all.slice(at, at + width).map(work))));
  }
  return done;
}

describe('the table of permissions', () => {
  it(`holds for ${ROUTES.length} routes × ${CALLERS.length} callers × the unit it is of: ${CALLS.length} calls`, async () => {
    const actions = declared();
    const told = await inTurn(CALLS, async (call) => {
      const action = actions.get(call.route);
      const expected = action === undefined ? 'in the table' : expectedOf(action, call.caller, call.unit);
      return { call, expected, found: await outcomeOf(call) };
    });
    const wrong = told.filter(({ expected, found }) => expected !== found);
    expect(
      wrong.map(({ call, ...rest }) => ({ route: call.route, as: call.caller.name, of: call.unit, ...rest })),
    ).toEqual([]);
  }, 240_000);

  it('has an example by unit for every route whose action reaches one unit and not the others', () => {
    const byUnit = [...declared()].filter(([, action]) =>
      Object.values(PERMISSIONS[action].roles as Record<string, string>).some((reach) => reach !== 'all'),
    );
    expect(byUnit.length).toBeGreaterThan(10);
    const unnamed = byUnit.map(([route]) => route).filter((route) => OF_A_UNIT[route] === undefined);
    expect(unnamed).toEqual(OF_OWN_GRANT);
    expect(Object.keys(OF_A_UNIT).filter((route) => !ROUTES.includes(route))).toEqual([]);
  });

  it('is what the refusal says: the action, the unit and whom to ask', async () => {
    const reporter = [...sessions].find(([{ name }]) => name === 'unit_reporter')?.[1] ?? null;
    const answer = await served.askAs(reporter, '/units/hue/work');
    expect([answer.status, answer.json()]).toEqual([
      403,
      expect.objectContaining({
        code: 'OTHER_UNIT',
        action: 'unpublished.read',
        unit: 'hue',
        ask: Object.keys(PERMISSIONS['unpublished.read'].roles),
      }),
    ]);
  });
});

/** Reads of what units report or are scored by; people, sessions and the trail are no unit's data. */
const READS = ROUTES.filter(
  (route) =>
    route.startsWith('GET ') &&
    !/\/(people|sessions|session|keys|me|delegations|audit-\w+|permissions|oidc|unit-changes|health)\b/.test(
      route,
    ) &&
    !route.endsWith('.pdf') &&
    !route.endsWith('.xlsx'),
);

describe('with the service check taken away', () => {
  it(`a reporter is still shown nothing of another unit, by any of ${READS.length} reads`, async () => {
    const other = 'bac-ninh-2025';
    const database = await plantDatabase(served.database, other);
    const probes = (await import('../support/planted-probes.ts')).probesOf(other, database, READS);
    const who = await served.signIn([{ role: 'unit_reporter', unit: UNITS[0] }]);
    const access = served.app.get(AccessService);
    const everything = {
      requireAny: () => undefined,
      require: () => Promise.resolve(),
      allows: () => true,
      reach: () => ({ all: true, units: [] }),
    };
    Object.assign(access, everything);
    try {
      const look = () =>
        inTurn(probes, async (path) => {
          const { status, text } = await served.askAs(who, path);
          return { path, status, text };
        });
      const before = await look();
      const planted = await plantUnpublished(served.database, other, database);
      const after = await look();
      expect(after.filter(({ text }) => text.includes(planted.mark))).toEqual([]);
      expect(after.filter(({ text }, at) => text !== before[at]?.text).map(({ path }) => path)).toEqual([]);
      expect(before.filter(({ status }) => status === 200).length).toBeGreaterThan(READS.length / 2);
      // The same reads show it to whoever reads everything: what is compared could have been seen.
      const chief = await served.signIn([{ role: 'leader' }]);
      const seen = await inTurn(probes, async (path) => (await served.askAs(chief, path)).text);
      expect(seen.filter((text) => text.includes(planted.mark)).length).toBeGreaterThan(5);
    } finally {
      for (const name of Object.keys(everything)) Reflect.deleteProperty(access, name);
    }
  }, 60_000);
});

describe('scope follows succession by date', () => {
  it('Phú Thọ’s people see Hòa Bình’s and Vĩnh Phúc’s past; Hòa Bình’s former people do not see Phú Thọ’s', async () => {
    const work = async (unit: string, of: string, from?: string) => {
      const who = await served.signIn([
        { role: 'unit_reporter', unit, ...(from === undefined ? {} : { validFrom: from }) },
      ]);
      return (await served.askAs(who, `/units/${of}/work`)).status;
    };
    expect(await work('phu-tho-2025', 'hoa-binh')).toBe(200);
    expect(await work('phu-tho-2025', 'vinh-phuc')).toBe(200);
    expect(await work('phu-tho-2025', 'phu-tho')).toBe(200);
    expect(await work('hoa-binh', 'phu-tho-2025')).toBe(403);
    expect(await work('hoa-binh', 'vinh-phuc')).toBe(403);
    expect(await work('hoa-binh', 'hoa-binh')).toBe(200);
    expect(await work('hue', 'hoa-binh')).toBe(403);
  });

  it('what Hòa Bình left is read and not written, and is marked as past', async () => {
    const who = await served.signIn([{ role: 'unit_reporter', unit: 'phu-tho-2025' }]);
    const past = (await served.askAs(who, '/units/hoa-binh/work')).json<{
      unit: { endedOn: string };
      may: string[];
      heirs: { id: string }[];
      figures: { total: number };
    }>();
    expect([past.unit.endedOn, past.heirs.map(({ id }) => id), past.figures.total]).toEqual([
      '2025-06-30',
      ['phu-tho-2025'],
      1,
    ]);
    expect(past.may).not.toContain('duty-submission.record');
    const own = (await served.askAs(who, '/units/phu-tho-2025/work')).json<{ pastUnits: { id: string }[] }>();
    expect(own.pastUnits.map(({ id }) => id).sort()).toEqual(['hoa-binh', 'phu-tho', 'vinh-phuc']);
  });
});
