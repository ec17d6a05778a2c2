/** The parts of a request that tell where it comes from. */
export interface RequestOrigin {
  readonly remoteAddress: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);
const PROXY_HEADERS = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

function isLoopbackAddress(address: string | undefined): boolean {
  if (address === undefined) return false;
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}

function hostName(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase();
}

/**
 * True only for a request made on this machine by a page of this server or by a tool.
 * - The peer is loopback, and no proxy speaks for somebody else.
 * - `Host` is a loopback name, so a rebound foreign name does not count.
 * - `Origin`, when a browser sends one, is this very server, so another site's page does not count.
 */
export function isLocalRequest(request: RequestOrigin): boolean {
  const { headers } = request;
  if (!isLoopbackAddress(request.remoteAddress)) return false;
  if (PROXY_HEADERS.some((name) => headers[name] !== undefined)) return false;
  const host = headers['host'];
  if (typeof host !== 'string' || !LOOPBACK_NAMES.has(hostName(host))) return false;
  const origin = headers['origin'];
  return origin === undefined || origin === `http://${host}`;
}
