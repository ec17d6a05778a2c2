import { describe, expect, it } from '@jest/globals';
import { Problem } from '../platform/http/problem.js';
import { bindLaw, type ClausesFile, type DocumentsFile, type SeedClause } from './law-book.js';
import { parseSeed } from './seed-document.js';

const DOCUMENTS = `
documents:
  - id: decree-a
    kind: decree
    title: { vi: A, en: A }
    cite: { vi: Nghị định A, en: Decree A }
    issued_by: { vi: Chính phủ, en: Government }
    valid: { from: 2020-05-25 }
    standing: binding
    source: [recollection]
    confidence: medium
  - id: decree-b
    kind: decree
    title: { vi: B, en: B }
    cite: { vi: Nghị định B, en: Decree B }
    issued_by: { vi: Chính phủ, en: Government }
    standing: binding
    source: [recollection]
    confidence: medium
`;
const documents = (text = DOCUMENTS) =>
  parseSeed<DocumentsFile>(text, 'seeds/law/documents.yaml', 'law-documents.schema.json');

function bind(clauses: readonly SeedClause[], text = DOCUMENTS, folder = 'decree-a', document = 'decree-a') {
  const value: ClausesFile = { document, source: ['recollection'], confidence: 'medium', clauses };
  const file = { file: 'seeds/law/x.yaml', value, lineOf: () => 7 };
  return bindLaw(documents(text), [{ folder, file }]);
}

function faults(...input: Parameters<typeof bind>): readonly string[] {
  try {
    bind(...input);
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.errors.map(({ code, path }) => `${code} ${path}`);
  }
}

describe('the law of the seeds', () => {
  it('gives a point what the article around it says, and the article what its document says', () => {
    const { clauses } = bind([
      { code: '17', valid: { to: '2025-08-18' }, successor: 'decree-b' },
      { code: '17.2', parent: '17' },
      { code: '24' },
    ]);
    expect(
      clauses.map(({ code, validFrom, validTo, successor, depth }) => [
        code,
        validFrom,
        validTo,
        successor,
        depth,
      ]),
    ).toEqual([
      ['17', '2020-05-25', '2025-08-18', 'decree-b', 0],
      ['17.2', '2020-05-25', '2025-08-18', 'decree-b', 1],
      ['24', '2020-05-25', null, undefined, 0],
    ]);
    expect(clauses[1]?.citation.vi).toBe('khoản 2 Điều 17, Nghị định A');
  });

  it.each([
    [
      'a clause that stands twice',
      [{ code: '1' }, { code: '1' }],
      'CLAUSE_DOUBLED seeds/law/x.yaml:7 /clauses/0/code',
    ],
    [
      'a parent that is not there',
      [{ code: '1.2', parent: '1' }],
      'CLAUSE_UNKNOWN seeds/law/x.yaml:7 /clauses/0/parent',
    ],
    [
      'a clause that is its own part',
      [{ code: '1', parent: '1' }],
      'CLAUSE_CIRCLE seeds/law/x.yaml:7 /clauses/0/parent',
    ],
  ])('refuses %s', (_what, clauses, fault) => {
    expect(faults(clauses)).toContain(fault);
  });

  it('refuses a circle of parts at each of them', () => {
    expect(
      faults([
        { code: '1', parent: '2' },
        { code: '2', parent: '1' },
      ]),
    ).toHaveLength(2);
  });

  it('refuses clauses of a document that is not listed, and of another than their folder', () => {
    expect(faults([], DOCUMENTS, 'decree-c', 'decree-c')).toEqual([
      'DOCUMENT_UNKNOWN seeds/law/x.yaml:7 /document',
    ]);
    expect(faults([], DOCUMENTS, 'decree-b', 'decree-a')).toEqual([
      'DOCUMENT_UNKNOWN seeds/law/x.yaml:7 /document',
    ]);
  });

  it('refuses documents that take each other’s place, by line', () => {
    const circle = DOCUMENTS.replace(
      '    kind: decree\n    title: { vi: A',
      '    successor: decree-b\n    kind: decree\n    title: { vi: A',
    ).replace(
      '    kind: decree\n    title: { vi: B',
      '    successor: decree-a\n    kind: decree\n    title: { vi: B',
    );
    expect(faults([], circle)).toEqual([
      'SUCCESSOR_CIRCLE seeds/law/documents.yaml:4 /documents/0/successor',
      'SUCCESSOR_CIRCLE seeds/law/documents.yaml:14 /documents/1/successor',
    ]);
  });

  it('refuses a document that stands twice', () => {
    expect(faults([], DOCUMENTS.replace('decree-b', 'decree-a'))).toEqual([
      'DOCUMENT_DOUBLED seeds/law/documents.yaml:12 /documents/1/id',
    ]);
  });
});
