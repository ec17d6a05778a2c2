import type { Problem } from '../model/outcome.js';
import type { Unknowns } from '../stages/validate/shape.js';

/** A misspelt field that may be absent would change the simulation without a word. */
export function unknownFields(record: Unknowns, known: readonly string[], path: string): readonly Problem[] {
  return Object.keys(record)
    .filter((field) => !known.includes(field))
    .map((field) => ({
      code: 'SIMULATION_FIELD_UNKNOWN',
      path: `${path}.${field}`,
      params: { found: field, known: known.join(' ') },
    }));
}
