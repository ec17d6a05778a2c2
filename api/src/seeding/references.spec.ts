import { describe, expect, it } from '@jest/globals';
import { citationOf, placeOf } from '../features/law/citation.js';
import type { LawBook, SeedLegalDocument } from './law-book.js';
import { checkReferences, referencesIn } from './references.js';
import type { SeedPath } from './seed-document.js';

const seed = (file: string, value: unknown) => ({ file, value, lineOf: (path: SeedPath) => path.length });
const document = (id: string) => ({ id }) as SeedLegalDocument;
const clause = (of: string, code: string) => ({
  document: of,
  code,
  depth: 0,
  citation: citationOf({ vi: of, en: of }, placeOf(code)),
  validFrom: null,
  validTo: null,
  source: [],
  confidence: 'high' as const,
});
const BOOK: LawBook = {
  documents: ['decision-142-2024', 'decree-47-2020', 'guidance-2024'].map(document),
  clauses: [
    clause('decision-142-2024', 'III.2.đ'),
    clause('decision-142-2024', 'VI.7.a'),
    clause('decree-47-2020', '20'),
  ],
};
const faults = (value: unknown, file = 'seeds/targets/x.yaml') =>
  checkReferences([seed(file, value)], BOOK).map(({ code, path }) => `${code} ${path}`);

describe('references in seeds', () => {
  it.each([
    ['a list of legal bases', { legal_basis: ['decree-47-2020#20', 'decree-47-2020'] }],
    ['a clause by its code alone, of the Decision', { clause: 'III.2.đ' }],
    [
      'a clause by its code alone, of the document around it',
      { document: 'decree-47-2020', rows: [{ clause: '20' }] },
    ],
    ['a list of clauses', { body_clauses: ['VI.7.a', 'decree-47-2020#20'] }],
    ['prose under the same key', { legal_basis: 'Quyết định 142/QĐ-TTg, mục VIII.2.b' }],
    ['a unit as a successor, outside the law', { successor: 'tuyen-quang-2025' }],
    ['a web address', { url: 'https://example.vn/a#b' }],
  ])('are found good: %s', (_what, value) => {
    expect(faults(value)).toEqual([]);
  });

  it.each([
    [
      'an unknown document',
      { legal_basis: ['decree-48-2020#20'] },
      'DOCUMENT_UNKNOWN seeds/targets/x.yaml:2 /legal_basis/0',
    ],
    [
      'an unknown clause',
      { legal_basis: ['decree-47-2020#22'] },
      'CLAUSE_UNKNOWN seeds/targets/x.yaml:2 /legal_basis/0',
    ],
    [
      'a clause that no document has',
      { a: [{ clause: 'III.2.z' }] },
      'CLAUSE_UNKNOWN seeds/targets/x.yaml:3 /a/0/clause',
    ],
    [
      'd where đ is meant',
      { clause: 'decision-142-2024#III.2.d' },
      'CLAUSE_UNKNOWN seeds/targets/x.yaml:1 /clause',
    ],
    [
      'prose in a list',
      { legal_basis: ['Nghị định 47/2020/NĐ-CP'] },
      'REFERENCE_MALFORMED seeds/targets/x.yaml:2 /legal_basis/0',
    ],
    [
      'a reference under any other key',
      { why: 'decree-47-2020#22' },
      'CLAUSE_UNKNOWN seeds/targets/x.yaml:1 /why',
    ],
    [
      'an unknown document by name',
      { document: 'decree-1-2000' },
      'DOCUMENT_UNKNOWN seeds/targets/x.yaml:1 /document',
    ],
  ])('are refused with file, line and path: %s', (_what, value, fault) => {
    expect(faults(value)).toEqual([fault]);
  });

  it('of law itself are held to it too', () => {
    const reported = { source: 'decree-2-2000', text: 'x' };
    const value = { documents: [{ successor: 'decree-1-2000', ended_by: 'decree-47-2020#20', reported }] };
    expect(faults(value, 'seeds/law/documents.yaml')).toEqual([
      'DOCUMENT_UNKNOWN seeds/law/documents.yaml:3 /documents/0/successor',
      'DOCUMENT_UNKNOWN seeds/law/documents.yaml:4 /documents/0/reported/source',
    ]);
  });

  it('are told all at once', () => {
    expect(faults({ legal_basis: ['a#1', 'b#2'], clause: 'III.9' })).toHaveLength(3);
  });

  it('are read composed, however the file writes them', () => {
    const [written] = referencesIn(seed('x', { clause: 'III.2.đ'.normalize('NFD') }));
    expect(written?.reference).toBe('decision-142-2024#III.2.đ');
  });
});
