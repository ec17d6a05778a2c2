import type { StandardSchemaConverter } from '@nestjs/swagger';
import { z } from 'zod';

/**
 * Zod to OpenAPI 3.1 (JSON Schema 2020-12). A schema with `.meta({ id })` becomes a named
 * component, so that the generated client has a named type for it.
 */
export const zodComponents: StandardSchemaConverter = (schema, { schemaType }) => {
  if (!(schema instanceof z.ZodType)) return undefined;
  const {
    $schema: _,
    $defs,
    ...root
  } = z.toJSONSchema(schema, {
    io: schemaType,
    override: ({ jsonSchema }) => {
      // `format` says it; the pattern of a calendar day is 200 characters of noise.
      if (jsonSchema.format === 'date' || jsonSchema.format === 'date-time') delete jsonSchema.pattern;
      // Answers may gain fields within a version of the API; requests stay strict.
      if (schemaType === 'output' && jsonSchema.additionalProperties === false)
        delete jsonSchema.additionalProperties;
    },
  }) as Record<string, unknown>;
  return { schema: inComponents(root), components: inComponents(($defs ?? {}) as Record<string, unknown>) };
};

/** JSON Schema keeps its named parts in `$defs`, OpenAPI in `components`. */
function inComponents(schema: Record<string, unknown>): Record<string, unknown> {
  const text = JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/');
  return JSON.parse(text) as Record<string, unknown>;
}
