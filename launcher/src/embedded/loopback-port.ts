import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

export const LOOPBACK = '127.0.0.1';

/** The port of the last start when it is still free, otherwise any free one; kept for next time. */
export async function chooseLoopbackPort(stateFolder: string): Promise<number> {
  const file = join(stateFolder, 'port');
  const port = (await freePort(readPort(file))) ?? (await freePort(0));
  if (port === undefined) throw new Error(`no free port on ${LOOPBACK}`);
  writeFileSync(file, `${port}\n`);
  return port;
}

function readPort(file: string): number {
  try {
    const port = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(port) && port > 1023 && port < 65_536 ? port : 0;
  } catch {
    return 0;
  }
}

async function freePort(wanted: number): Promise<number | undefined> {
  const server = createServer();
  try {
    server.listen(wanted, LOOPBACK);
    await once(server, 'listening');
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : undefined;
  } catch {
    return undefined;
  } finally {
    server.close();
  }
}
