import { parseReference, referenceOf } from '../features/law/citation.js';
import type { ProblemDetail } from '../platform/http/problem.js';
import type { LawBook } from './law-book.js';
import { seedFault, type SeedDocument, type SeedPath } from './seed-document.js';

/** A reference to law as a seed file writes it, and where. */
export interface WrittenReference {
  /** `document` or `document#clause`; null where the text is none. */
  readonly reference: string | null;
  readonly text: string;
  readonly path: SeedPath;
}

type Seed = Pick<SeedDocument<unknown>, 'file' | 'value' | 'lineOf'>;

/** Lists of references. A single text under one of these keys is prose, as in the roster of units. */
const LISTS: readonly string[] = ['legal_basis', 'references', 'basis'];
/** Clauses, written in full or, of the document named around them, by code alone. */
const CLAUSES: readonly string[] = ['clause', 'clauses', 'body_clauses', 'annex_rows'];
/** What else is a reference in `seeds/law`; elsewhere a successor is a unit. */
const WITHIN_LAW: readonly string[] = ['successor', 'ended_by'];
/** A clause by its code alone is one of the Decision, unless a `document` stands around it. */
const DECISION = 'decision-142-2024';

const IN_FULL = /^[a-z0-9]+(-[a-z0-9]+)*#\S+$/u;

/** Every reference of a file, wherever it stands. */
export function referencesIn(seed: Seed): readonly WrittenReference[] {
  return walk(seed.value, [], null, seed.file.startsWith('seeds/law/'));
}

function walk(
  value: unknown,
  path: SeedPath,
  around: string | null,
  law: boolean,
): readonly WrittenReference[] {
  if (typeof value === 'string') return written(value.normalize('NFC'), path, around, law);
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, at) => walk(item, [...path, at], around, law));
  }
  if (typeof value !== 'object' || value === null) return [];
  const named: unknown = (value as Record<string, unknown>)['document'];
  const document = typeof named === 'string' ? named : around;
  return Object.entries(value).flatMap(([key, inner]) => walk(inner, [...path, key], document, law));
}

function written(
  text: string,
  path: SeedPath,
  around: string | null,
  law: boolean,
): readonly WrittenReference[] {
  const key = String(path.findLast((part) => typeof part === 'string') ?? '');
  const listed = typeof path.at(-1) === 'number';
  const whole = (): readonly WrittenReference[] => [
    { reference: parseReference(text) === null ? null : text, text, path },
  ];
  if (IN_FULL.test(text)) return whole();
  if (LISTS.includes(key)) return listed ? whole() : [];
  const reporter = key === 'source' && path.at(-2) === 'reported';
  if (key === 'document' || (law && (WITHIN_LAW.includes(key) || reporter))) return whole();
  if (!CLAUSES.includes(key)) return [];
  if (/^[a-z]/.test(text) && text.includes('-')) return whole();
  const reference = referenceOf(around ?? DECISION, text);
  return [{ reference: parseReference(reference) === null ? null : reference, text, path }];
}

/**
 * Holds every reference of the seeds against the law that there is.
 *
 * @returns a fault with file, line and path for each that leads nowhere
 */
export function checkReferences(seeds: readonly Seed[], book: LawBook): readonly ProblemDetail[] {
  const documents = new Set(book.documents.map(({ id }) => id));
  const clauses = new Set(book.clauses.map(({ document, code }) => referenceOf(document, code)));
  return seeds.flatMap((seed) =>
    referencesIn(seed).flatMap(({ reference, text, path }) => {
      const parts = reference === null ? null : parseReference(reference);
      if (parts === null) {
        return [
          seedFault(seed, 'REFERENCE_MALFORMED', path, `"${text}" is neither document nor document#clause`),
        ];
      }
      if (!documents.has(parts.document)) {
        return [seedFault(seed, 'DOCUMENT_UNKNOWN', path, `seeds/law has no document ${parts.document}`)];
      }
      if (parts.clause === null || clauses.has(referenceOf(parts.document, parts.clause))) return [];
      return [seedFault(seed, 'CLAUSE_UNKNOWN', path, `${parts.document} has no clause ${parts.clause}`)];
    }),
  );
}
