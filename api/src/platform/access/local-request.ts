/** The parts of a request that tell where it comes from. */
export interface RequestOrigin {
  readonly remoteAddress: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);
const PROXY_HEADERS = new Set(['forwarded', 'via', 'x-real-ip', 'x-client-ip', 'true-client-ip']);

function isLoopbackAddress(address: string | undefined): boolean {
  if (address === undefined) return false;
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}

/** By whichever name a proxy says for whom it speaks. */
function isProxyHeader(name: string): boolean {
  return PROXY_HEADERS.has(name) || /^x-forwarded(-|$)/.test(name);
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
  if (Object.keys(headers).some(isProxyHeader)) return false;
  const host = headers['host'];
  if (typeof host !== 'string' || !LOOPBACK_NAMES.has(hostName(host))) return false;
  const origin = headers['origin'];
  return origin === undefined || origin === `http://${host}`;
}
