import { Injectable } from '@nestjs/common';
import { paginate } from '../../platform/http/page.js';
import {
  excerpt,
  indexed,
  type IndexedEntry,
  questionOf,
  relevance,
  type SearchQuestion,
  withoutMarks,
} from './search-index.js';
import { SEARCH_KINDS, type SearchHit, type SearchQuery, type SearchResult } from './search.dto.js';
import { SearchRepository } from './search.repository.js';

/**
 * Search over everything that has a name: some thousands of short texts, held ready in memory and read
 * again when the database says that they may have changed.
 */
@Injectable()
export class SearchService {
  private held: { readonly stamp: string; readonly entries: readonly IndexedEntry[] } | null = null;

  constructor(private readonly repository: SearchRepository) {}

  async search(query: SearchQuery): Promise<SearchResult> {
    const entries = (await this.current()).filter(
      ({ entry }) => entry.dataSet === null || entry.dataSet === query.dataSet,
    );
    const asked = questionOf(query.q);
    const written = ranked(entries, asked);
    const question = written.length > 0 ? asked : withoutMarks(asked);
    const found = written.length > 0 ? written : ranked(entries, question);
    const shown = found.filter(({ entry }) => query.kind === undefined || entry.kind === query.kind);
    return {
      ...paginate(
        shown.map(({ entry }) => hit(entry, question)),
        query,
      ),
      kinds: SEARCH_KINDS.map((kind) => ({
        kind,
        count: found.filter(({ entry }) => entry.kind === kind).length,
      })).filter(({ count }) => count > 0),
      withoutDiacritics: written.length === 0 && found.length > 0,
    };
  }

  private async current(): Promise<readonly IndexedEntry[]> {
    const stamp = await this.repository.stamp();
    if (this.held?.stamp !== stamp) {
      this.held = { stamp, entries: (await this.repository.entries()).map(indexed) };
    }
    return this.held.entries;
  }
}

/** The best answers first; equals by kind, then as they stand in their documents. */
function ranked(entries: readonly IndexedEntry[], question: SearchQuestion): readonly IndexedEntry[] {
  const order = new Map(SEARCH_KINDS.map((kind, position) => [kind, position]));
  return entries
    .map((one, position) => ({ one, position, score: relevance(one, question) }))
    .filter(({ score }) => score > 0)
    .sort(
      (a, b) =>
        b.score - a.score ||
        (order.get(a.one.entry.kind) ?? 0) - (order.get(b.one.entry.kind) ?? 0) ||
        a.position - b.position,
    )
    .map(({ one }) => one);
}

function hit(entry: IndexedEntry['entry'], question: SearchQuestion): SearchHit {
  const { kind, ref, code, titleVi, titleEn, bodyVi, bodyEn, dataSet } = entry;
  const shown = (body: string | null) => (body === null || body === '' ? null : excerpt(body, question));
  return { kind, ref, code, titleVi, titleEn, excerptVi: shown(bodyVi), excerptEn: shown(bodyEn), dataSet };
}
