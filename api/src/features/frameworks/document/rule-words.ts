/** Rules whose bare word stands for an object with that word alone, and what the word is called in it. */
const TAGS = new Map([
  ['impute', 'method'],
  ['treat', 'method'],
  ['normalise', 'method'],
  ['weights', 'method'],
  ['aggregation', 'method'],
  ['transformation', 'kind'],
]);

const FIRST = [
  'kind',
  'method',
  'by',
  'code',
  'numerator',
  'denominator',
  'element',
  'elements',
  'population',
  'conditions',
  'is',
  'target',
  'from',
  'up_to',
  'value',
  'steps',
];

const MILLISECONDS_A_DAY = 86_400_000;

/**
 * Rules in the engine's words as a file writes them: keys with underscores, a bare word where a rule has no
 * parameters, days as YYYY-MM-DD.
 */
export function ruleDocument(rules: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(rules)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]: [string, unknown]) => [snakeCase(key), ofRule(key, value)] as const)
      .sort(([a], [b]) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1)),
  );
}

/** The database keeps no order of keys; a reader expects the word first, then what it is about. */
function placeOf(key: string): number {
  const place = FIRST.indexOf(key);
  return place < 0 ? FIRST.length : place;
}

function ofRule(key: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => ofRule('', item));
  if (typeof value !== 'object' || value === null) return value;
  const tag = TAGS.get(key);
  const own = ruleDocument(value);
  if (tag !== undefined && Object.keys(own).length === 1 && typeof own[tag] === 'string') return own[tag];
  if (own['kind'] === 'age' && typeof own['at'] === 'number') return { ...own, at: dayOf(own['at']) };
  return own;
}

/** A day that the engine holds as days since 1970-01-01. */
function dayOf(days: number): string {
  return new Date(days * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

function snakeCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
