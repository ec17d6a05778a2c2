import type { Column } from '../../model/column.js';
import type { ElementSource } from '../indicators/element-source.js';

/** Where the data of one unit are read: a data set by its number, and a row of it. */
export interface Carrier {
  readonly source: number;
  readonly row: number;
}

/**
 * The data elements of units that come from several data sets, in every period. Columns are put together
 * when asked for; nothing of the sources is changed.
 */
export function mixedSource(sources: readonly ElementSource[], carriers: readonly Carrier[]): ElementSource {
  const size = carriers.length;
  const used = [...new Set(carriers.map(({ source }) => source))];
  return {
    // What only validation asks for, and mixes are made of what was validated.
    ...(sources[0] as ElementSource),
    size,
    element: (code, periodsBack = 0) => {
      const columns: Column[] = [];
      for (const source of used) {
        columns[source] = (sources[source] as ElementSource).element(code, periodsBack);
      }
      const values = new Float64Array(size);
      const states = new Uint8Array(size);
      for (let u = 0; u < size; u++) {
        const { source, row } = carriers[u] as Carrier;
        const column = columns[source] as Column;
        values[u] = column.values[row] as number;
        states[u] = column.states[row] as number;
      }
      return { values, states, marks: new Uint16Array(size) };
    },
    statusesOf: (code, periodsBack = 0) =>
      Uint8Array.from(
        carriers,
        ({ source, row }) => (sources[source] as ElementSource).statusesOf(code, periodsBack)[row] as number,
      ),
  };
}

/** A source whose columns are read once. */
export function remembered(source: ElementSource): ElementSource {
  const columns = new Map<string, Column>();
  const statuses = new Map<string, Uint8Array>();
  const once = <T>(known: Map<string, T>, key: string, read: () => T): T => {
    const found = known.get(key) ?? read();
    known.set(key, found);
    return found;
  };
  return {
    ...source,
    element: (code, back = 0) => once(columns, `${back} ${code}`, () => source.element(code, back)),
    statusesOf: (code, back = 0) => once(statuses, `${back} ${code}`, () => source.statusesOf(code, back)),
  };
}
