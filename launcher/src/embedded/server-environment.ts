/** Variables that PostgreSQL's programs may see: none of the caller's PG* settings, no secrets. */
const PASSED_ON = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR'];

/** The environment in which initdb and postgres run. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { TZ: 'UTC' };
  for (const name of PASSED_ON) {
    if (process.env[name] !== undefined) environment[name] = process.env[name];
  }
  return environment;
}
