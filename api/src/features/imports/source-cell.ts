import { sha256 } from '../../platform/digest.js';
import type { Source } from '../observations/observation.entity.js';

/** What a source cell names: sources that are known, or one that is new. */
export interface SourceCell {
  readonly ids: readonly string[];
  /** A source to be recorded with the import, in the words of the file. */
  readonly added: Source | null;
}

/**
 * Reads a source cell: one or several known ids with spaces between, or else the words (a title, an
 * address) of a source not recorded so far, which the ministry may classify later.
 */
export function readSourceCell(text: string, known: ReadonlySet<string>): SourceCell {
  const words = text.split(/[\s;]+/).filter((word) => word !== '');
  if (words.every((word) => known.has(word))) return { ids: words, added: null };
  const id = `imported-${sha256(text).slice(0, 12)}`;
  const url = /^https?:\/\/\S+$/.test(text) ? text : null;
  return {
    ids: [id],
    added: { id, titleVi: text, titleEn: text, url, kind: 'unclassified', note: null, retrieved: null },
  };
}
