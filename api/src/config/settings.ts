/** What the process is told from outside, parsed once at start. */
export interface Settings {
  readonly databaseUrl: string;
  readonly host: string;
  readonly port: number;
  /** Folder of the built web application; null serves the API alone. */
  readonly webRoot: string | null;
  /** True when the database is the embedded one of this checkout, on loopback. */
  readonly embeddedDatabase: boolean;
}

/** Injection token of {@link Settings}. */
export const SETTINGS = Symbol('SETTINGS');
