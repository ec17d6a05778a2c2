import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { readLawBook } from '../../api/src/seeding/law-book.ts';
import { checkReferences } from '../../api/src/seeding/references.ts';
import { readSeed } from '../../api/src/seeding/seed-document.ts';
import { SEEDS, seedPaths } from './seed-files.ts';

const book = readLawBook();
const whole = book.clauses.filter(({ document }) => document === 'decision-142-2024');
/** Its body; the words of the annex stand in seeds/tasks. */
const decision = whole.filter(({ code }) => !/^[ABC](\.|$)/.test(code));
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
    const damaged = decision.filter(({ check }) => check === 'damaged').map(({ code }) => code);
    expect(damaged).toEqual(['I.3']);
    expect(decision.filter(({ text }) => text?.includes('[…]')).map(({ code }) => code)).toEqual(damaged);
  });
});

describe('its annex, from the tasks', () => {
  const rows = (part: string) => whole.filter(({ code }) => new RegExp(`^${part}\\.[IVX]+\\.\\d+$`).test(code));

  it.each([
    ['A', 21],
    ['B', 14],
    ['C', 42],
  ])('has in part %s %i rows, each in a group of that part', (part, count) => {
    expect(rows(part)).toHaveLength(count);
    expect(rows(part).filter(({ depth }) => depth !== 2)).toEqual([]);
  });

  it('sets out several actions of a row with dashes', () => {
    expect(whole.find(({ code }) => code === 'A.I.3')?.text).toMatch(/^- Xây dựng các quy định.*\n- Xây dựng Nghị định/);
    expect(whole.find(({ code }) => code === 'A.I.1')?.text).toBe('Xây dựng Luật Công nghiệp công nghệ số.');
  });

  it('invents nothing for the row that the source has lost', () => {
    const lost = whole.find(({ code }) => code === 'C.XV.2');
    expect([lost?.text, lost?.check]).toEqual([undefined, 'damaged']);
  });
});

describe('the guidance of 2024, from its own seed', () => {
  it('has eight groups and 41 activities', () => {
    const clauses = book.clauses.filter(({ document }) => document === 'guidance-2024');
    expect(clauses.filter(({ depth }) => depth === 0)).toHaveLength(8);
    // Group VII is one activity, with the group's own code.
    expect(clauses.filter(({ depth, code }) => depth === 1 || code === 'VII')).toHaveLength(41);
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
