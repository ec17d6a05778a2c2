import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { reachOf, type UnitReach } from '../access/decide.js';
import { UNIT_DATA_WRITES } from '../access/permission-table.js';
import type { Principal } from '../access/principal.js';
import { currentContext } from '../access/request-context.js';

/** Settings of a connection that the row-level security of the database reads. */
const SCOPE = `SELECT set_config('dti.reads', $1, false), set_config('dti.writes', $2, false)`;

const scopeOf = new WeakMap<pg.PoolClient, string>();

const anyScope = new AsyncLocalStorage<true>();

/**
 * Runs what reads no row that is anybody's by unit (who a token stands for) on whichever connection is free,
 * with the scope that it has: asked before each request, it would else have every connection change twice.
 */
export function inAnyScope<T>(work: () => T): T {
  return anyScope.run(true, work);
}

type Done = (error?: Error | boolean) => void;
type Callback = (error: Error | undefined, client: pg.PoolClient | undefined, done: Done) => void;

/**
 * A pool whose connections always carry whose data may be seen: whoever takes one gets it set to the caller
 * of the moment. A connection that last served the same scope is handed out as it is, so that it costs a
 * round trip only where the caller changes. Nothing set means nothing of any unit.
 */
export class ScopedPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Callback): void;
  override connect(callback?: Callback): Promise<pg.PoolClient> | void {
    // Read before waiting: a connection that becomes free is handed over in the context of whoever freed it.
    const scope = anyScope.getStore() === true ? null : currentScope();
    const taken = super.connect().then((client) => (scope === null ? client : scoped(client, scope)));
    if (callback === undefined) return taken;
    taken.then(
      (client) => callback(undefined, client, (error) => client.release(error)),
      (error: unknown) => callback(error as Error, undefined, () => undefined),
    );
  }
}

async function scoped(client: pg.PoolClient, scope: Scope): Promise<pg.PoolClient> {
  const key = scope.join('\n');
  if ((scopeOf.get(client) ?? '\n') === key) return client;
  try {
    scopeOf.delete(client);
    await client.query(SCOPE, [...scope]);
    scopeOf.set(client, key);
    return client;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

type Scope = readonly [string, string];

/** Worked out once for whoever is served, who takes a connection for each statement. */
const scopes = new WeakMap<Principal, Scope>();

function currentScope(): Scope {
  const { principal } = currentContext();
  const known = scopes.get(principal);
  if (known !== undefined) return known;
  const scope = scopeFor(principal);
  scopes.set(principal, scope);
  return scope;
}

function scopeFor(principal: Principal): Scope {
  const written = together(UNIT_DATA_WRITES.map((action) => reachOf(principal, action)));
  // Whoever writes a row gets it back; a key may be for writing alone.
  const read = together([reachOf(principal, 'unpublished.read'), written]);
  return [listed(read), listed(written)];
}

function together(reaches: readonly UnitReach[]): UnitReach {
  return {
    all: reaches.some(({ all }) => all),
    units: [...new Set(reaches.flatMap(({ units }) => units))].sort(),
  };
}

/** `*` for every unit, a PostgreSQL array otherwise; ids of units are letters, digits and dashes. */
function listed({ all, units }: UnitReach): string {
  if (all) return '*';
  return units.length === 0 ? '' : `{${units.join(',')}}`;
}
