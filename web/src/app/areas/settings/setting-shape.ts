/** A field of a form, as the JSON Schema of a setting asks for it; `name` is empty where it is the value itself. */
export type SettingField = { readonly name: string } & (
  | {
      readonly kind: 'number';
      readonly integer: boolean;
      readonly minimum: number | null;
      readonly maximum: number | null;
    }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'day' | 'text' | 'json' }
);

export interface SettingShape {
  /** The setting may be left unset. */
  readonly nullable: boolean;
  readonly fields: readonly SettingField[];
}

type Schema = Readonly<Record<string, unknown>>;

/** Which fields a value of this schema is written by; what has no field of its own is written as JSON. */
export function shapeOf(schema: Schema): SettingShape {
  const options = schemasIn(schema['anyOf']);
  const [own, ...more] = options.filter(({ type }) => type !== 'null');
  if (own !== undefined && more.length === 0) return { nullable: true, fields: fieldsOf(own) };
  return { nullable: false, fields: fieldsOf(schema) };
}

function fieldsOf(schema: Schema): readonly SettingField[] {
  const properties = schema['properties'];
  if (schema['type'] === 'object' && isSchema(properties)) {
    return Object.entries(properties).map(([name, own]) => fieldOf(name, isSchema(own) ? own : {}));
  }
  return [fieldOf('', schema)];
}

function fieldOf(name: string, schema: Schema): SettingField {
  const { type, format } = schema;
  const choices = schema['enum'];
  if (Array.isArray(choices) && choices.every((one) => typeof one === 'string')) {
    return { name, kind: 'choice', choices };
  }
  if (type === 'integer' || type === 'number') {
    return {
      name,
      kind: 'number',
      integer: type === 'integer',
      minimum: numberIn(schema, 'minimum'),
      maximum: numberIn(schema, 'maximum'),
    };
  }
  if (type === 'string') return { name, kind: format === 'date' ? 'day' : 'text' };
  return { name, kind: 'json' };
}

function numberIn(schema: Schema, key: string): number | null {
  const value = schema[key];
  // Zod gives the range of safe integers where none was asked for.
  return typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : null;
}

function schemasIn(value: unknown): readonly Schema[] {
  return Array.isArray(value) ? (value as readonly unknown[]).filter(isSchema) : [];
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
