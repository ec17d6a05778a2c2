import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A letter as its reader's program reads it. */
export interface Received {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** A real mail server that keeps what it is handed. */
export interface Mailbox {
  /** For `Settings.mail`. */
  readonly mail: { readonly url: string; readonly from: string };
  readonly letters: readonly Received[];
  /** The token of the one-time link in the last letter to an address. @throws when there is none */
  tokenFor(address: string): string;
  close(): Promise<void>;
}

export async function openMailbox(): Promise<Mailbox> {
  const letters: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, { envelope }, done) {
      void simpleParser(stream).then(({ subject = '', text = '' }) => {
        letters.push(...envelope.rcptTo.map(({ address }) => ({ to: address, subject, text })));
        done();
      }, done);
    },
  });
  await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready));
  const { port } = server.server.address() as AddressInfo;
  return {
    mail: { url: `smtp://127.0.0.1:${port}`, from: 'giamsat@spec.example' },
    letters,
    tokenFor: (address) => {
      const letter = letters.findLast(({ to }) => to === address);
      const token = /\/link#([\w-]+)/.exec(letter?.text ?? '')?.[1];
      if (token === undefined) throw new Error(`no link came to ${address}`);
      return token;
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
