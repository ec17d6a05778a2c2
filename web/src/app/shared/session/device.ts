import type { TextKey } from '../language/text-key.js';

/** What a browser calls itself, as far as it can be said in words. */
export interface Device {
  /** A name that is the same in every language; null where it is not known. */
  readonly browser: string | null;
  readonly system: string | null;
  readonly mobile: boolean;
}

/** The first that fits counts: Edge and Opera call themselves Chrome too, and Chrome calls itself Safari. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:A|iOS)?\//, 'Microsoft Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bcoc_coc_browser\//, 'Cốc Cốc'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
  [/^curl\//, 'curl'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\b(?:iPhone|iPad|iPod)\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

/** Reads what a browser says of itself; what it does not know it does not guess. */
export function deviceOf(agent: string | null): Device {
  const text = agent ?? '';
  const first = (known: readonly (readonly [RegExp, string])[]): string | null =>
    known.find(([pattern]) => pattern.test(text))?.[1] ?? null;
  return {
    browser: first(BROWSERS),
    system: first(SYSTEMS),
    mobile: /\bMobile\b|\bAndroid\b|\biPad\b/.test(text),
  };
}

/** Texts of how a session was proven. */
export const VIA_KEYS: Readonly<Record<'password' | 'link' | 'oidc' | 'demo', TextKey>> = {
  password: 'sessions.via.password',
  link: 'sessions.via.link',
  oidc: 'sessions.via.oidc',
  demo: 'sessions.via.demo',
};
