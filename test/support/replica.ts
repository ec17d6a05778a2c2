import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApplication } from '../../api/src/application.ts';
import type { SessionDto } from '../../api/src/features/identity/session.dto.ts';
import type { ServedApplication } from './served-application.ts';
import type { Visitor } from './visitor.ts';

/** A second server on the database of the first, as behind a load balancer. */
export interface Replica {
  readonly app: NestFastifyApplication;
  /** Whether it knows the session of somebody who signed in at the other. */
  knows(who: Visitor): Promise<boolean>;
  close(): Promise<void>;
}

export async function replicaOf(served: ServedApplication): Promise<Replica> {
  const app = await createApplication({
    databaseUrl: served.databaseUrl,
    host: '127.0.0.1',
    port: 0,
    webRoot: null,
    embeddedDatabase: true,
    secretKey: Buffer.alloc(32, 7),
  });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    app,
    knows: async (who) => {
      const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await app.inject({ url: '/api/v1/session', headers: { host: 'localhost', cookie } });
      return answer.json<SessionDto>().signedIn;
    },
    close: () => app.close(),
  };
}
