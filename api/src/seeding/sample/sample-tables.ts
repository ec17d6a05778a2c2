/** A table as far as it matters to what is removed with a data set. */
export interface TableKeys {
  readonly table: string;
  /** Whether its rows say themselves which data set they are of. */
  readonly ofDataSet: boolean;
  readonly references: readonly TableReference[];
}

export interface TableReference {
  readonly parent: string;
  readonly columns: readonly string[];
  readonly parentColumns: readonly string[];
}

export interface Removal {
  readonly table: string;
  /** Condition on the alias `t`; the data set is the parameter $1. */
  readonly where: string;
}

/**
 * What to delete for a data set to be gone, children before their parents: rows that say that they are of
 * it, and rows that belong to such a row. Made from the keys that the database has, so that a table which is
 * new is not forgotten. Rows of tables that do neither are never touched.
 */
export function removalsOf(tables: readonly TableKeys[]): readonly Removal[] {
  const byName = new Map(tables.map((table) => [table.table, table]));
  const conditions = new Map<string, string | null>();
  const conditionOf = (name: string, path: readonly string[]): string | null => {
    const known = conditions.get(name);
    if (known !== undefined) return known;
    const table = byName.get(name);
    if (table === undefined || path.includes(name)) return null;
    const made = table.ofDataSet ? `t.data_set = $1` : ownedCondition(table, path);
    conditions.set(name, made);
    return made;
  };
  const ownedCondition = (table: TableKeys, path: readonly string[]): string | null => {
    const ways = table.references.flatMap((reference) => {
      const above = conditionOf(reference.parent, [...path, table.table]);
      if (above === null) return [];
      const join = reference.columns
        .map((column, at) => `${reference.parent}.${reference.parentColumns[at] ?? column} = t.${column}`)
        .join(' AND ');
      const own = above.replaceAll(/\bt\./g, `${reference.parent}.`);
      return [`EXISTS (SELECT 1 FROM ${reference.parent} WHERE ${join} AND ${own})`];
    });
    if (ways.length < 2) return ways[0] ?? null;
    return `(${ways.join(' OR ')})`;
  };
  const removals = tables.flatMap(({ table }) => {
    const where = conditionOf(table, []);
    return where === null ? [] : [{ table, where }];
  });
  return childrenFirst(removals, tables);
}

function childrenFirst(removals: readonly Removal[], tables: readonly TableKeys[]): readonly Removal[] {
  const parents = new Map(
    tables.map(({ table, references }) => [table, references.map(({ parent }) => parent)]),
  );
  const placed: Removal[] = [];
  const left = [...removals];
  while (left.length > 0) {
    const next = left.findIndex(
      ({ table }) =>
        !left.some((other) => other.table !== table && (parents.get(other.table) ?? []).includes(table)),
    );
    placed.push(...left.splice(Math.max(next, 0), 1));
  }
  return placed;
}
