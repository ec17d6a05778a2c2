import { isIP } from 'node:net';
import { Refusal } from './refusal.ts';

/** What the environment says to the launcher; docs/guides/running.md lists every setting. */
export interface Settings {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Undefined: the embedded database. */
  readonly databaseUrl: string | undefined;
  /** Undefined: `.data/` of the checkout, or where the server's account can reach. */
  readonly stateFolder: string | undefined;
  /** Whether a start on the embedded database loads the sample data set. */
  readonly sampleData: boolean;
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
    databaseUrl: readDatabaseUrl(given(environment, 'DATABASE_URL')),
    stateFolder: given(environment, 'STATE_DIR'),
    sampleData: readSwitch('SAMPLE_DATA', given(environment, 'SAMPLE_DATA') ?? 'on'),
  };
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

function readDatabaseUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // The value is not repeated: it may hold a password.
  if (url === undefined || !['postgres:', 'postgresql:'].includes(url.protocol)) {
    throw new Refusal(
      'DATABASE_URL is not an address of the form postgresql://user:password@host:5432/database.',
    );
  }
  return text;
}
