import { buffer } from 'node:stream/consumers';
import { readFile } from 'node:fs/promises';

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
    readFile: (path) => readFile(path),
    readInput: () => buffer(process.stdin),
    out: outputOf(process.stdout),
    err: outputOf(process.stderr),
  };
}

function outputOf(stream: NodeJS.WriteStream): Output {
  return { isTTY: stream.isTTY === true, write: (text) => void stream.write(text) };
}
