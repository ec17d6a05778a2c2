const OWN = 'http://own.invalid';

/**
 * A page of this product that a sign-in may lead back to; null for whatever else: another host, the API, an
 * address that browsers read otherwise than it looks (`//host`, `/\host`, control characters).
 */
export function returnPath(text: string): string | null {
  if (!text.startsWith('/') || text.length > 2_000 || /[\\\u0000-\u0020\u007f]/.test(text)) return null;
  const url = URL.canParse(text, OWN) ? new URL(text, OWN) : null;
  if (url?.origin !== OWN || url.pathname.startsWith('//') || /^\/api(\/|$)/i.test(url.pathname)) return null;
  return `${url.pathname}${url.search}${url.hash}`;
}

/**
 * The address that browsers reach this product at. Where none is set it listens on this machine alone, and the
 * request names it; whatever else a request names is not believed.
 */
export function publicBase(publicUrl: string | null, host: string | undefined): string {
  if (publicUrl !== null) return publicUrl.replace(/\/+$/, '');
  const local = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/.test(host ?? '');
  return `http://${local ? host : 'localhost'}`;
}
