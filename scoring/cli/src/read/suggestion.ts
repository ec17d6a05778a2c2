import { closest, distance } from 'fastest-levenshtein';

/** The known word that was most likely meant, or `null` where none is near. */
export function suggestionFor(found: string, known: readonly string[]): string | null {
  if (known.length === 0) return null;
  const near = closest(found, known);
  return distance(found.toLowerCase(), near.toLowerCase()) <= Math.max(1, Math.floor(near.length / 3))
    ? near
    : null;
}
