import { buffer } from 'node:stream/consumers';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** What the command line touches of the machine. */
export interface Terminal {
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly readInput: () => Promise<Uint8Array>;
  readonly out: Output;
  readonly err: Output;
}

export interface Output {
  readonly isTTY: boolean;
  write(text: string): void;
}

/** That of this process. Whoever reads our output may go before we do, as in `dti-score … | head`. */
export function terminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  return {
    readFile: (path) => readFile(fromCaller(path)),
    readInput: () => buffer(process.stdin),
    out: outputOf(process.stdout),
    err: outputOf(process.stderr),
  };
}

/**
 * Called below a workspace's folder, `npx` runs a program in that folder and says where the caller stood.
 * What it says is only true there: programs that we are started by may have moved on since. A script of a
 * package (`npm run`) means the folder that it runs in.
 */
function fromCaller(path: string): string {
  const { INIT_CWD: caller, npm_command: command, npm_package_json: manifest } = process.env;
  const isMoved = command === 'exec' && manifest !== undefined && process.cwd() === dirname(manifest);
  return resolve((isMoved ? caller : undefined) ?? '.', path);
}

function outputOf(stream: NodeJS.WriteStream): Output {
  return { isTTY: stream.isTTY === true, write: (text) => void stream.write(text) };
}
