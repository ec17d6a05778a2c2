import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { createApplication } from '../../api/src/application.ts';
import { freshDatabase, type Content } from './fresh-database.ts';

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
  readonly database: DataSource;
  readonly databaseUrl: string;
  /** Asks without a socket, by a loopback peer under the host name that a browser would send. */
  ask(path: string, asked?: Asked): Promise<Answer>;
  /** Listens on a free port of loopback and returns the address. */
  listen(): Promise<string>;
  close(): Promise<void>;
}

/** Opens the application on a fresh database. `embeddedDatabase` is what lets it take changes. */
export async function serveApplication(
  content: Content = 'loaded',
  settings: {
    embeddedDatabase?: boolean;
    webRoot?: string | null;
    /** Called before the routes are made. */
    prepare?: (app: NestFastifyApplication) => void;
  } = {},
): Promise<ServedApplication> {
  const database = await freshDatabase(content);
  const app = await createApplication({
    databaseUrl: database.url,
    host: '127.0.0.1',
    port: 0,
    webRoot: settings.webRoot ?? null,
    embeddedDatabase: settings.embeddedDatabase ?? true,
  });
  settings.prepare?.(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    app,
    database: app.get(DataSource),
    databaseUrl: database.url,
    ask: (path, asked = {}) => ask(app, path, asked),
    listen: async () => {
      await app.listen(0, '127.0.0.1');
      return `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
    },
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}

async function ask(app: NestFastifyApplication, path: string, asked: Asked): Promise<Answer> {
  const response = await app.inject({
    url: `/api/v1${path}`,
    method: asked.method ?? 'GET',
    headers: { host: 'localhost:3000', ...asked.headers },
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
