import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The product, running for the journeys. */
export interface Product {
  readonly url: string;
  /** What the start printed for whoever is to be the first operator. */
  readonly firstOperatorLink: string | null;
  /** Stops the server and its database and removes what they kept. */
  stop(): Promise<void>;
}

const start = join(import.meta.dirname, '../../../launcher/src/start.ts');

/**
 * Starts the product as its operator does, with an empty state folder of its own and on any free port:
 * what is not built is built, and the figures are loaded.
 * @param settings what the journey needs beside that
 * @throws an error that carries what the start printed when it does not come up
 */
export async function startProduct(settings: Readonly<Record<string, string>> = {}): Promise<Product> {
  const stateFolder = mkdtempSync(join(tmpdir(), 'dti-monitor-journeys-'));
  const child = spawn(process.execPath, [start], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      STATE_DIR: stateFolder,
      DATABASE_URL: '',
      NODE_OPTIONS: '',
      // The sample costs seconds and is for its own journey.
      SAMPLE_DATA: 'off',
      ...settings,
      // Run by npm, the start watches its parents: it ends when the test runner is killed.
      npm_lifecycle_event: 'start',
    },
  });
  const ended = once(child, 'close').finally(() => rmSync(stateFolder, { recursive: true, force: true }));
  let printed = '';
  const url = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
        const ready = /ready at (http:\/\/\S+)/.exec(printed)?.[1];
        if (ready !== undefined) resolve(ready.replace(/\/$/, ''));
      });
    }
    child.once('error', reject);
    void ended.then(() => reject(new Error(`The product did not start:\n${printed}`)), reject);
  });
  return {
    url: await url,
    firstOperatorLink: /http:\/\/\S+\/link#\S+/.exec(printed)?.[0] ?? null,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
