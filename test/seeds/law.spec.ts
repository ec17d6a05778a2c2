import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { readLawBook } from '../../api/src/seeding/law-book.ts';
import { checkReferences } from '../../api/src/seeding/references.ts';
import { readSeed } from '../../api/src/seeding/seed-document.ts';
import { SEEDS, seedPaths } from './seed-files.ts';

const book = readLawBook();
const decision = book.clauses.filter(({ document }) => document === 'decision-142-2024');
const parents = new Set(decision.map(({ parent }) => parent));
/** Clauses of a section that have no part of their own. */
const leaves = (section: string) =>
  decision.filter(({ code }) => code.startsWith(`${section}.`) && !parents.has(code));

describe('Decision 142, clause by clause', () => {
  it.each([
    ['I', 7],
    ['III', 20],
    ['III.1', 2],
    ['III.2', 6],
    ['III.3', 11],
    ['IV', 26],
    ['V', 16],
    ['VI', 22],
    ['VII', 2],
    ['VIII', 70],
  ])('has in %s %i clauses', (section, count) => {
    expect(leaves(section)).toHaveLength(count);
  });

  it('has its three articles, its vision, and III.4 as a target without points', () => {
    const codes = decision.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['1', '2', '3', 'II', 'III.4']));
    expect(leaves('III').at(-1)?.code).toBe('III.4');
  });

  it('has the words of every clause that has no parts, and a mark of how they were checked', () => {
    const bare = decision.filter(({ code }) => !parents.has(code));
    expect(bare.filter(({ text, check }) => text === undefined || check === undefined)).toEqual([]);
  });

  it('keeps the order of the Vietnamese letters, đ after d', () => {
    const points = (of: string) => leaves(of).map(({ code }) => code.split('.')[2]).join('');
    expect(points('III.2')).toBe('abcdđe');
    expect(points('III.3')).toBe('abcdđeghikl');
    expect(points('VIII.2')).toBe('abcdđeghik');
  });

  it('says damaged of one place, and puts […] there and nowhere else', () => {
    const damaged = book.clauses.filter(({ check }) => check === 'damaged').map(({ code }) => code);
    expect(damaged).toEqual(['I.3']);
    expect(book.clauses.filter(({ text }) => text?.includes('[…]')).map(({ code }) => code)).toEqual(damaged);
  });
});

describe('the texts of law', () => {
  const texts = book.clauses.flatMap(({ document, code, text, reported }) =>
    [text, reported?.text].flatMap((words) => (words === undefined ? [] : [[`${document}#${code}`, words] as const])),
  );

  it('are composed, without doubled spaces or marks of the scan', () => {
    const strange = texts.filter(
      ([, text]) => text !== text.normalize('NFC') || /[ \t]{2}|[<>*#_$\\]|\uFFFD|^\s|\s$/.test(text),
    );
    expect(strange).toEqual([]);
  });

  // Each was a fault of text recognition somewhere in the source.
  it.each(['liêu', 'họp', 'lọi', 'ninh mang', 'pham vi', 'thức đẩy', 'đào tao', 'Î', 'sởn', 'kết nổi', 'mực tiêu'])(
    'of the Decision are without the misread %s',
    (misread) => {
      const found = decision.filter(({ text, heading }) => `${heading?.vi ?? ''} ${text ?? ''}`.includes(misread));
      expect(found.map(({ code }) => code)).toEqual([]);
    },
  );

  it('are none for a decree whose text is not held', () => {
    const held = book.clauses.filter(({ document, text }) => document.startsWith('decree-') && text !== undefined);
    expect(held).toEqual([]);
  });
});

describe('validity', () => {
  const open = book.clauses.filter(
    ({ document, code }) => document === 'decree-47-2020' && /^(17|18|19|20|21)(\.|$)/.test(code),
  );

  it('of the open-data articles of Decree 47/2020 ends on 18/08/2025, with a successor', () => {
    expect(open.length).toBeGreaterThanOrEqual(5);
    expect(new Set(open.map(({ validTo }) => validTo))).toEqual(new Set(['2025-08-18']));
    expect(new Set(open.map(({ successor }) => successor))).toEqual(new Set(['decree-194-2025']));
  });

  it('of its other articles goes on, and so does that of the whole', () => {
    const rest = book.clauses.filter(({ document, code }) => document === 'decree-47-2020' && /^(7|16|24|25|54)/.test(code));
    expect(rest.filter(({ validTo }) => validTo !== null)).toEqual([]);
    expect(book.documents.find(({ id }) => id === 'decree-47-2020')?.valid).toEqual({ from: '2020-05-25' });
  });

  it('is none for what is not law', () => {
    const notLaw = book.documents.filter(({ standing }) => standing !== 'binding').map(({ id }) => id);
    expect(notLaw).toEqual(
      expect.arrayContaining(['draft-strategy-2020', 'data-year-2023', 'mic-action-plan-2024', 'guidance-2024']),
    );
    expect(notLaw).not.toContain('decision-142-2024');
  });
});

describe('references of all seeds', () => {
  it('lead to documents and clauses that there are', () => {
    const seeds = seedPaths('.yaml').map((path) => readSeed<unknown>(join(SEEDS, path)));
    expect(checkReferences(seeds, book)).toEqual([]);
  });
});
