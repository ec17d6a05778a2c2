/**
 * A server that says it is an old PostgreSQL: as much of the frontend/backend protocol 3.0
 * as a client needs to connect and ask for the version. No such server can be had from npm.
 */
import { createServer, type Server, type Socket } from 'node:net';

const SSL_REQUEST = 80_877_103;
const TEXT_OID = 25;

/** Every question is answered with the version, under the name that the question gives it. */
export function oldPostgres(version: string, versionNumber: number): Server {
  return createServer((socket) => {
    let pending: Buffer = Buffer.alloc(0);
    let startedUp = false;
    let column = '';
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      pending = Buffer.concat([pending, chunk]);
      for (;;) {
        const start = startedUp ? 1 : 0;
        if (pending.length < start + 4) return;
        const end = start + pending.readUInt32BE(start);
        if (pending.length < end) return;
        const kind = startedUp ? String.fromCharCode(pending[0] ?? 0) : 'startup';
        const body = pending.subarray(start + 4, end);
        pending = pending.subarray(end);
        if (kind === 'startup' && body.readUInt32BE(0) === SSL_REQUEST) socket.write('N');
        else if (kind === 'startup') startedUp = greet(socket, version);
        else column = answer(socket, kind, body, column, { version, versionNumber });
      }
    });
  });
}

function greet(socket: Socket, version: string): true {
  send(socket, 'R', integer(0, 4));
  for (const [name, value] of [
    ['server_version', version],
    ['client_encoding', 'UTF8'],
    ['server_encoding', 'UTF8'],
  ] as const) {
    send(socket, 'S', text(name), text(value));
  }
  send(socket, 'K', integer(1, 4), integer(1, 4));
  send(socket, 'Z', Buffer.from('I'));
  return true;
}

/** Returns the name of the column that the next rows are described by. */
function answer(
  socket: Socket,
  kind: string,
  body: Buffer,
  column: string,
  said: { readonly version: string; readonly versionNumber: number },
): string {
  const value = column.includes('num') ? String(said.versionNumber) : said.version;
  switch (kind) {
    case 'Q': {
      const name = columnOf(body.toString('utf8'));
      describe(socket, name);
      row(socket, name.includes('num') ? String(said.versionNumber) : said.version);
      send(socket, 'Z', Buffer.from('I'));
      return name;
    }
    case 'P':
      send(socket, '1');
      return columnOf(body.toString('utf8'));
    case 'B':
      send(socket, '2');
      return column;
    case 'D':
      describe(socket, column);
      return column;
    case 'E':
      row(socket, value);
      return column;
    case 'S':
      send(socket, 'Z', Buffer.from('I'));
      return column;
    default:
      return column;
  }
}

/** `SELECT … AS name`, `SHOW name`, or what the question is about. */
function columnOf(statement: string): string {
  const named = /\bAS\s+"?(\w+)/i.exec(statement) ?? /\bSHOW\s+(\w+)/i.exec(statement);
  return named?.[1] ?? (statement.includes('server_version_num') ? 'server_version_num' : 'version');
}

function describe(socket: Socket, name: string): void {
  const field = [
    text(name),
    integer(0, 4),
    integer(0, 2),
    integer(TEXT_OID, 4),
    integer(-1, 2),
    integer(-1, 4),
  ];
  send(socket, 'T', integer(1, 2), ...field, integer(0, 2));
}

function row(socket: Socket, value: string): void {
  send(socket, 'D', integer(1, 2), integer(Buffer.byteLength(value), 4), Buffer.from(value));
  send(socket, 'C', text('SELECT 1'));
}

function send(socket: Socket, kind: string, ...parts: readonly Buffer[]): void {
  const body = Buffer.concat(parts);
  socket.write(Buffer.concat([Buffer.from(kind), integer(body.length + 4, 4), body]));
}

function integer(value: number, bytes: 2 | 4): Buffer {
  const buffer = Buffer.alloc(bytes);
  buffer.writeIntBE(value, 0, bytes);
  return buffer;
}

function text(value: string): Buffer {
  return Buffer.from(`${value}\0`);
}
