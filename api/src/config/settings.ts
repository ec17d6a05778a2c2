import type { OidcSettings } from './oidc-settings.js';

/** Where mail is handed over, and in whose name. */
export interface MailSettings {
  /** smtp:// or smtps:// with user and password where the server wants them. */
  readonly url: string;
  readonly from: string;
}

/** What the process is told from outside, parsed once at start. */
export interface Settings {
  /** Connects as the application's role, which row-level security binds. */
  readonly databaseUrl: string;
  readonly host: string;
  readonly port: number;
  /** Folder of the built web application; null serves the API alone. */
  readonly webRoot: string | null;
  /** True when the database is the embedded one of this checkout, on loopback. */
  readonly embeddedDatabase: boolean;
  /** Under which address people reach it, for links and cookies; null: as the request names it. */
  readonly publicUrl?: string | null;
  /** 32 bytes that seal second-factor secrets at rest. */
  readonly secretKey?: Buffer | null;
  readonly mail?: MailSettings | null;
  /** The identity provider that people may sign in by. */
  readonly oidc?: OidcSettings | null;
  /** Addresses or networks of proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies?: readonly string[];
}

/** Injection token of {@link Settings}. */
export const SETTINGS = Symbol('SETTINGS');

/** Whether browsers reach the product by TLS, so that cookies can be bound to it. */
export function isSecure(settings: Settings): boolean {
  return settings.publicUrl?.startsWith('https:') === true;
}
