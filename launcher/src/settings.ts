import { isIP } from 'node:net';
import { Refusal } from './refusal.ts';
import { readSecretKey } from './secret-key.ts';

/** What the environment says to the launcher; docs/guides/running.md lists every setting. */
export interface Settings {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Undefined: the embedded database. */
  readonly databaseUrl: string | undefined;
  /** The address of the tables' owner, for migrations; undefined: DATABASE_URL's own. */
  readonly ownerDatabaseUrl: string | undefined;
  /** Undefined: `.data/` of the checkout, or where the server's account can reach. */
  readonly stateFolder: string | undefined;
  /** Whether a start on the embedded database loads the sample data set. */
  readonly sampleData: boolean;
  /** Whether a start on the embedded database makes accounts that anybody at this machine may use. */
  readonly demoAccounts: boolean;
  /** Under which address people reach the product; null: as it listens. */
  readonly publicUrl: string | null;
  /** Seals second-factor secrets; undefined: the file of the embedded database's folder. */
  readonly secretKey: Buffer | undefined;
  readonly mail: { readonly url: string; readonly from: string } | null;
  /** Proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  /** Those of the identity provider, by name; read by the API. */
  readonly oidc: Readonly<Record<string, string>>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings; an empty value counts as not set.
 * @throws {Refusal} that names the setting with a bad value.
 */
export function readSettings(environment: Environment): Settings {
  return {
    host: readHost(given(environment, 'HOST') ?? '127.0.0.1'),
    port: readPort(given(environment, 'PORT') ?? '3000'),
    databaseUrl: readDatabaseUrl('DATABASE_URL', given(environment, 'DATABASE_URL')),
    ownerDatabaseUrl: readDatabaseUrl('OWNER_DATABASE_URL', given(environment, 'OWNER_DATABASE_URL')),
    stateFolder: given(environment, 'STATE_DIR'),
    sampleData: readSwitch('SAMPLE_DATA', given(environment, 'SAMPLE_DATA') ?? 'on'),
    demoAccounts: readSwitch('DEMO_ACCOUNTS', given(environment, 'DEMO_ACCOUNTS') ?? 'on'),
    publicUrl: readPublicUrl(given(environment, 'PUBLIC_URL')),
    secretKey: readSecretKey(given(environment, 'SECRET_KEY')),
    mail: readMail(given(environment, 'SMTP_URL'), given(environment, 'MAIL_FROM')),
    trustedProxies: readProxies(given(environment, 'TRUSTED_PROXIES') ?? ''),
    oidc: startingWith(environment, 'OIDC_'),
  };
}

function startingWith(environment: Environment, prefix: string): Readonly<Record<string, string>> {
  const names = Object.keys(environment).filter((name) => name.startsWith(prefix));
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = given(environment, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function readSwitch(name: string, text: string): boolean {
  if (text === 'on' || text === 'off') return text === 'on';
  throw new Refusal(`${name} is "${text}": give on or off, for instance ${name}=off.`);
}

function given(environment: Environment, name: string): string | undefined {
  const value = environment[name]?.trim();
  return value === '' ? undefined : value;
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new Refusal(`PORT is "${text}": give a whole number from 0 to 65535, for instance PORT=3001.`);
}

function readHost(text: string): string {
  if (isIP(text) !== 0 || /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(text)) return text;
  throw new Refusal(
    `HOST is "${text}": give an address or a name of this machine, for instance HOST=0.0.0.0.`,
  );
}

function readDatabaseUrl(name: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // The value is not repeated: it may hold a password.
  if (url === undefined || !['postgres:', 'postgresql:'].includes(url.protocol)) {
    throw new Refusal(`${name} is not an address of the form postgresql://user:password@host:5432/database.`);
  }
  return text;
}

function readPublicUrl(text: string | undefined): string | null {
  if (text === undefined) return null;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain = url !== undefined && url.search === '' && url.hash === '' && url.username === '';
  if (plain && ['http:', 'https:'].includes(url.protocol)) return text.replace(/\/+$/, '');
  throw new Refusal('PUBLIC_URL is not an address of the form https://dti.example.gov.vn.');
}

function readMail(url: string | undefined, from: string | undefined): Settings['mail'] {
  if (url === undefined && from === undefined) return null;
  if (url === undefined || from === undefined) {
    throw new Refusal('SMTP_URL and MAIL_FROM belong together: set both, or neither.');
  }
  // The value is not repeated: it may hold a password.
  if (!URL.canParse(url) || !['smtp:', 'smtps:'].includes(new URL(url).protocol)) {
    throw new Refusal('SMTP_URL is not an address of the form smtp://user:password@host:587.');
  }
  if (!/^[^\r\n]*[^@\s<>]+@[^@\s<>]+>?$/.test(from)) {
    throw new Refusal(`MAIL_FROM is "${from}": give an address, for instance "DTI <dti@example.gov.vn>".`);
  }
  return { url, from };
}

/** Addresses or networks, separated by commas: 10.0.0.1, 10.1.0.0/16. */
function readProxies(text: string): readonly string[] {
  const proxies = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const bad = proxies.find((proxy) => isIP(proxy.replace(/\/\d{1,3}$/, '')) === 0);
  if (bad === undefined) return proxies;
  throw new Refusal(`TRUSTED_PROXIES has "${bad}": give addresses or networks, for instance 10.0.0.0/8.`);
}
