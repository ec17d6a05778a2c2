import type { DrawsFor } from './draws.js';

/**
 * The six databases of Decision 142, IV.3.a, with who owned each at the beginning of 2023. No document names
 * the owners of three of them; for invented figures a likely one will do.
 */
const OWNERS: Readonly<Record<string, string>> = {
  population: 'bo-cong-an',
  land: 'bo-tai-nguyen-va-moi-truong',
  business: 'bo-ke-hoach-va-dau-tu',
  finance: 'bo-tai-chinh',
  insurance: 'bao-hiem-xa-hoi-viet-nam',
  officials: 'bo-noi-vu',
};

export const PRIORITY_DATABASES = Object.keys(OWNERS);

/** Years since 2023 at which a database that is neither early nor late meets a condition. */
const CONDITIONS: Readonly<Record<string, number>> = {
  'machine-readable': 0,
  complete: 1,
  quality: 1.6,
  nationwide: 1.4,
  warehouse: 2.6,
  'real-time': 2.9,
};

/** Databases of those who owned them first, whoever has taken them over since. */
export function databasesOwnedBy(unitIds: readonly string[]): readonly string[] {
  return PRIORITY_DATABASES.filter((database) => unitIds.includes(OWNERS[database] ?? ''));
}

/** What a database meets so many years after 2023; what is met stays met. */
export function conditionsOf(database: string, years: number, drawsFor: DrawsFor): ReadonlySet<string> {
  const early = drawsFor('database', database).normal();
  const met = Object.entries(CONDITIONS).filter(([condition, usual]) => {
    const own = drawsFor('database', database, condition).normal();
    return years >= usual - 0.9 * early + 0.5 * own;
  });
  return new Set(met.map(([condition]) => condition));
}
