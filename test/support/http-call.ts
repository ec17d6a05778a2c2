import { request } from 'node:http';

export interface Called {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Sends the headers alone and waits for the answer, as one does who has only begun to send a body. */
  readonly unfinished?: boolean;
}

/** Calls over a real socket, with whatever headers: `fetch` would not send a `Host` of the caller's. */
export function call(address: string, asked: Asked = {}): Promise<Called> {
  return new Promise((resolve, reject) => {
    const sent = request(
      address,
      { method: asked.method ?? 'GET', headers: asked.headers ?? {} },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
          });
          if (asked.unfinished === true) sent.destroy();
        });
      },
    );
    sent.on('error', reject);
    if (asked.unfinished === true) sent.flushHeaders();
    else sent.end(asked.body);
  });
}
