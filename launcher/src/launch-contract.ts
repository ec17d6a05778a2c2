import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CHECKOUT } from './checkout.ts';
import { Refusal } from './refusal.ts';

export type SayProgress = (line: string) => void;

export interface ServerOptions {
  readonly databaseUrl: string;
  readonly host: string;
  readonly port: number;
  /** Folder with the built web application's index.html. */
  readonly webRoot: string;
  readonly embeddedDatabase: boolean;
  /** Under which address people reach it; null: as it listens. */
  readonly publicUrl: string | null;
  /** 32 bytes that seal second-factor secrets. */
  readonly secretKey: Buffer;
  readonly mail: { readonly url: string; readonly from: string } | null;
  readonly trustedProxies: readonly string[];
  /** The settings `OIDC_…` as given; the API reads them, since it knows the roles. */
  readonly oidc: Readonly<Record<string, string>>;
}

export interface RunningServer {
  readonly url: string;
  /** Makes the link by which the first operator signs in; null when there is an operator. */
  firstOperatorLink(): Promise<string | null>;
  close(): Promise<void>;
}

export interface CommandLineOptions {
  /** Called only by a command that needs the database. */
  readonly databaseUrl: () => Promise<string>;
  readonly embeddedDatabase: boolean;
  /** Where people reach the product, for links that a command prints. */
  readonly publicUrl: string;
}

/**
 * What the built API offers to the launcher (api/src/launch.ts). It is loaded by path when it
 * has been built, hence described here and not imported. Every failure is an error with a
 * one-line message.
 */
export interface LaunchContract {
  /** Checks that the database answers and is PostgreSQL 15 or newer. */
  checkDatabase(databaseUrl: string): Promise<void>;
  pendingMigrations(databaseUrl: string): Promise<readonly string[]>;
  /** Applies what is pending as the owner, and lets the application's role work on it. Returns the names. */
  migrate(ownerUrl: string, onProgress?: SayProgress, applicationUrl?: string): Promise<readonly string[]>;
  /** Loads what seeds/ holds; changes nothing when it is loaded already. */
  loadReferenceData(databaseUrl: string, onProgress?: SayProgress): Promise<void>;
  /** Makes the accounts for trying out that are not there. For the embedded database alone. */
  loadDemoAccounts(databaseUrl: string): Promise<number>;
  /** Loads the sample data set; changes nothing when it is loaded. For the embedded database alone. */
  loadSample(databaseUrl: string, onProgress?: SayProgress): Promise<void>;
  startServer(options: ServerOptions): Promise<RunningServer>;
  /** Arguments without node and script; returns the exit status. */
  runCli(argv: readonly string[], options: CommandLineOptions): Promise<number>;
}

/**
 * Loads the built API. It is some three thousand modules: Node keeps what it compiled of them
 * beside the build, which saves a third of the time at the next start.
 */
export async function loadApi(): Promise<LaunchContract> {
  const built = join(CHECKOUT, 'api', 'dist');
  const door = join(built, 'launch.js');
  if (!existsSync(door)) throw new Refusal('The API is not built: run `npm run build`.');
  enableCompileCache(join(built, '.compile-cache'));
  return (await import(pathToFileURL(door).href)) as LaunchContract;
}
