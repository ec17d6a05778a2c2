import type { ValueTransformer } from 'typeorm';

/**
 * PostgreSQL's `numeric` keeps every decimal digit as published; in code it is the nearest double,
 * from which the digits come back, since published figures have far fewer than 15.
 */
export const numeric: ValueTransformer = {
  to: (value: number | null | undefined) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};
