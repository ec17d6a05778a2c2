/**
 * The door of the built API to the launcher and the tests (api/src/launch.ts, where every function is
 * described). It is written by hand so that who comes in by the door need not compile what lies behind;
 * src/launch.ts is checked against it.
 */
type Progress = (line: string) => void;

export declare class LaunchError extends Error {
  constructor(code: string, message: string);
  readonly code: string;
}
export declare function checkDatabase(databaseUrl: string): Promise<void>;
export declare function pendingMigrations(databaseUrl: string): Promise<readonly string[]>;
export declare function migrate(
  ownerUrl: string,
  onProgress?: Progress,
  applicationUrl?: string,
): Promise<readonly string[]>;
export declare function loadReferenceData(databaseUrl: string, onProgress?: Progress): Promise<void>;
export declare function loadDemoAccounts(databaseUrl: string): Promise<number>;
export declare function loadSample(databaseUrl: string, onProgress?: Progress): Promise<void>;
export declare function startServer(options: {
  databaseUrl: string;
  host: string;
  port: number;
  webRoot: string;
  embeddedDatabase: boolean;
  publicUrl?: string | null;
  secretKey?: Buffer | null;
  mail?: { readonly url: string; readonly from: string } | null;
  trustedProxies?: readonly string[];
  oidc?: Readonly<Record<string, string>>;
}): Promise<{ url: string; firstOperatorLink(): Promise<string | null>; close(): Promise<void> }>;
export declare function runCli(
  argv: readonly string[],
  options: { databaseUrl: () => Promise<string>; embeddedDatabase: boolean; publicUrl?: string | null },
): Promise<number>;
export declare function describeApi(): Promise<string>;
export declare function describePermissions(): string;
