/** Keys under which a document definition has functions that return content for each page. */
const perPage: readonly string[] = ['header', 'footer', 'background'];

/**
 * A copy that the layout may write into, with every text in Unicode's composed form (NFC): a letter and its
 * marks that come apart would be drawn, searched and copied as several characters.
 *
 * @returns a copy of plain objects, arrays and strings; functions stay, those that give content for a page
 * are wrapped so that what they give is copied too
 */
export function printCopy<Value>(value: Value): Value {
  return copyOf(value) as Value;
}

function copyOf(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map(copyOf);
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, copyOfProperty(key, each)]));
}

function copyOfProperty(key: string, value: unknown): unknown {
  if (typeof value !== 'function' || !perPage.includes(key)) return copyOf(value);
  const give = value as (...page: unknown[]) => unknown;
  return (...page: unknown[]) => copyOf(give(...page));
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
