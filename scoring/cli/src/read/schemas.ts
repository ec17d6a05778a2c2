import { readFileSync } from 'node:fs';
import { Ajv2020, type AnySchemaObject, type ValidateFunction } from 'ajv/dist/2020.js';

/** The schemas of this package, by name; they lie beside the code, built or not. */
export function schema(name: 'framework-file' | 'method'): AnySchemaObject {
  const file = new URL(`../../schemas/${name}.schema.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as AnySchemaObject;
}

/** What a framework file keeps to. */
export function frameworkFileValidator(): ValidateFunction {
  const ajv = new Ajv2020({
    allErrors: true,
    discriminator: true,
    verbose: true,
    strictRequired: false,
    strictTypes: false,
  });
  ajv.addSchema(schema('method'));
  return ajv.compile(schema('framework-file'));
}
