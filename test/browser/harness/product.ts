import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The built product, running for the journeys. */
export interface Product {
  readonly url: string;
  /** Stops the server and its database and removes both. */
  stop(): Promise<void>;
}

/**
 * Starts the built product on a database of its own, with the seeds loaded.
 * @throws an error that carries what the product printed when it does not come up
 */
export async function startProduct(): Promise<Product> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'serve.ts')], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  let printed = '';
  child.stderr.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      printed += `${line}\n`;
      if (line.startsWith('{"url"')) resolve((JSON.parse(line) as { url: string }).url);
    });
    child.once('error', reject);
    child.once('close', (status) => reject(new Error(`The product ended with ${status}:\n${printed}`)));
  });
  return {
    url: url.replace(/\/$/, ''),
    stop: async () => {
      if (child.exitCode !== null) return;
      const ended = once(child, 'close');
      child.stdin.end();
      await ended;
    },
  };
}
