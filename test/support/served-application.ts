import type { AddressInfo } from 'node:net';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { createApplication } from '../../api/src/application.ts';
import type { Settings } from '../../api/src/config/settings.ts';
import { asSystem } from '../../api/src/platform/access/request-context.ts';
import { freshDatabase, type Content } from './fresh-database.ts';
import { plantSignedIn, STAFF, type Held, type SignedIn } from './signed-in.ts';

/** What a spec asks for: a route, and what goes with it. */
export interface Asked {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | object;
  /** The peer's address; loopback when absent. */
  readonly remoteAddress?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly bytes: Buffer;
  readonly text: string;
  /** The body as JSON. @throws SyntaxError when it is none */
  json<T = Record<string, unknown>>(): T;
}

/** The whole application on a database of the spec's own. */
export interface ServedApplication {
  readonly app: NestFastifyApplication;
  /** Connects as the owner of the tables, whom row-level security does not bind: to look and to plant. */
  readonly database: DataSource;
  /** The address that the application has. */
  readonly databaseUrl: string;
  readonly ownerUrl: string;
  /** Chief assessor and operator at once; null where the database is empty. */
  readonly staff: SignedIn | null;
  /** A service of the application whose methods run as the system's own. */
  get<S extends object>(service: Type<S>): S;
  /**
   * Asks without a socket, by a loopback peer under the host name that a browser would send, as the staff
   * of the ministry in charge; as anybody else by the headers of whom {@link signIn} gave.
   */
  ask(path: string, asked?: Asked): Promise<Answer>;
  /** The same as somebody; null is the public. */
  askAs(who: SignedIn | null, path: string, asked?: Asked): Promise<Answer>;
  /** Somebody who holds roles, signed in. */
  signIn(held: readonly Held[], strength?: 'one-factor' | 'two-factor' | 'demo'): Promise<SignedIn>;
  /** Listens on a free port of loopback and returns the address. */
  listen(): Promise<string>;
  close(): Promise<void>;
}

/** Opens the application on a fresh database. */
export async function serveApplication(
  content: Content = 'loaded',
  settings: Partial<Settings> & {
    /** Called before the routes are made. */
    prepare?: (app: NestFastifyApplication) => void;
  } = {},
): Promise<ServedApplication> {
  const fresh = await freshDatabase(content);
  const { prepare, ...given } = settings;
  const app = await createApplication({
    host: '127.0.0.1',
    port: 0,
    webRoot: null,
    embeddedDatabase: true,
    secretKey: Buffer.alloc(32, 7),
    ...given,
    databaseUrl: fresh.url,
  });
  prepare?.(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const database = await new DataSource({ type: 'postgres', url: fresh.ownerUrl }).initialize();
  const staff = content === 'loaded' ? await plantSignedIn(database, STAFF) : null;
  return {
    app,
    database,
    databaseUrl: fresh.url,
    ownerUrl: fresh.ownerUrl,
    staff,
    get: (service) => asSystemsOwn(app.get(service)),
    ask: (path, asked = {}) => ask(app, path, asked, staff),
    askAs: (who, path, asked = {}) => ask(app, path, asked, who),
    signIn: (held, strength) => plantSignedIn(database, held, strength),
    listen: async () => {
      await app.listen(0, '127.0.0.1');
      return `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
    },
    close: async () => {
      await app.close();
      await database.destroy();
      await fresh.drop();
    },
  };
}

/** A server trusts nobody who calls a service outside a request; what a spec calls runs as the system's own. */
function asSystemsOwn<S extends object>(service: S): S {
  return new Proxy(service, {
    get: (target, name) => {
      const found: unknown = Reflect.get(target, name);
      if (typeof found !== 'function') return found;
      return (...given: unknown[]) =>
        asSystem('spec', () => (found as (...all: unknown[]) => unknown).apply(target, given));
    },
  });
}

async function ask(
  app: NestFastifyApplication,
  path: string,
  asked: Asked,
  who: SignedIn | null,
): Promise<Answer> {
  const response = await app.inject({
    url: `/api/v1${path}`,
    method: asked.method ?? 'GET',
    headers: { host: 'localhost:3000', ...who?.headers, ...asked.headers },
    remoteAddress: asked.remoteAddress ?? '127.0.0.1',
    ...(asked.body === undefined ? {} : { payload: asked.body }),
  });
  return {
    status: response.statusCode,
    headers: response.headers,
    bytes: response.rawPayload,
    text: response.payload,
    json: <T>() => JSON.parse(response.payload) as T,
  };
}
