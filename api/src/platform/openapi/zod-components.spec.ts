import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { zodComponents } from './zod-components.js';

const unit = z.object({ id: z.string(), since: z.iso.date().nullable() }).meta({ id: 'Unit' });
const page = z
  .object({ items: z.array(unit), size: z.coerce.number().int().default(100) })
  .meta({ id: 'UnitPage' });

describe('zodComponents', () => {
  it('makes a schema with an id a component, and points at it', () => {
    const converted = zodComponents(z.object({ page }), { schemaType: 'output' });
    const text = JSON.stringify(converted?.schema);
    expect(text).toContain('"#/components/schemas/UnitPage"');
    expect(text).not.toContain('$defs');
    expect(Object.keys(converted?.components ?? {}).sort()).toEqual(['Unit', 'UnitPage']);
  });

  it('leaves out the pattern of a day and keeps its format', () => {
    const { components } = zodComponents(page, { schemaType: 'output' })!;
    const text = JSON.stringify([components, zodComponents(unit, { schemaType: 'output' })]);
    expect(text).toContain('"format":"date"');
    expect(text).not.toContain('"pattern"');
  });

  it('lets answers grow and keeps requests strict', () => {
    const strict = z.object({ code: z.string() }).strict();
    expect(zodComponents(strict, { schemaType: 'input' })?.schema).toHaveProperty(
      'additionalProperties',
      false,
    );
    expect(zodComponents(strict, { schemaType: 'output' })?.schema).not.toHaveProperty(
      'additionalProperties',
    );
  });

  it('asks of a request only what has no default', () => {
    const required = (schemaType: 'input' | 'output') =>
      (
        zodComponents(z.object({ a: z.string(), b: z.string().default('x') }), { schemaType })?.schema as {
          required: string[];
        }
      ).required;
    expect(required('input')).toEqual(['a']);
    expect(required('output')).toEqual(['a', 'b']);
  });

  it('leaves what is no zod schema to others', () => {
    expect(zodComponents({ '~standard': {} } as never, { schemaType: 'output' })).toBeUndefined();
  });
});
