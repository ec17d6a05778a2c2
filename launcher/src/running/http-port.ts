import { once } from 'node:events';
import { createServer } from 'node:net';
import { hasErrorCode, oneLine, Refusal } from '../refusal.ts';

/**
 * Makes sure that the address can be listened on, before slow work begins.
 * @throws {Refusal} when it is taken, forbidden or not of this machine.
 */
export async function refuseTakenPort(host: string, port: number): Promise<void> {
  const server = createServer();
  try {
    server.listen({ host, port, exclusive: true });
    await once(server, 'listening');
  } catch (error) {
    throw explainPort(error, host, port);
  } finally {
    server.close();
  }
}

/** What stands in the way of listening there, as one line with what to do next. */
export function explainPort(error: unknown, host: string, port: number): Refusal {
  const other = `PORT=${port < 65_535 ? port + 1 : 3000} npm start`;
  if (hasErrorCode(error, 'EADDRINUSE')) {
    return new Refusal(
      `Port ${port} on ${host} is taken by another program: end it, or choose another port with \`${other}\`.`,
    );
  }
  if (hasErrorCode(error, 'EACCES')) {
    return new Refusal(
      `Port ${port} may not be used by this account: choose one above 1023, such as \`PORT=3000 npm start\`.`,
    );
  }
  if (hasErrorCode(error, 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL')) {
    return new Refusal(
      `HOST is "${host}", which is no address of this machine: use 127.0.0.1, or 0.0.0.0 for all of them.`,
    );
  }
  return new Refusal(`The address ${host}:${port} cannot be used (${oneLine(error)}).`);
}
