import { describe, expect, it } from '@jest/globals';
import type { SuccessionLink } from '../../model/succession.js';
import { leavesOf, lineageOf, type Lineage, type Origin } from './lineage.js';
import { linksProblems } from './links-problems.js';

/** `A>B` = A went into B; `A>B:0.4` = 0.4 of it. */
function links(...texts: readonly string[]): readonly SuccessionLink[] {
  return texts.map((text) => {
    const [ends = '', share] = text.split(':');
    const [predecessor = '', successor = ''] = ends.split('>');
    return { predecessor, successor, ...(share === undefined ? {} : { share: Number(share) }) };
  });
}

function lineage(data: string, ...texts: readonly string[]): Lineage {
  const units = [...data].map((code) => ({ code, group: 'g' }));
  return lineageOf(links(...texts), units);
}

/** `A` a unit of the data, `A?` one that is not in it, `C(A,B?)` one that is merged. */
function drawn(origin: Origin): string {
  if (origin.kind === 'unit') return origin.unit;
  if (origin.kind === 'absent') return `${origin.unit}?`;
  return `${origin.unit}(${origin.parts.map((part) => drawn(part.origin)).join(',')})`;
}

describe('lineageOf', () => {
  it.each([
    ['a unit that nothing happened to', 'A', [], 'A', 'A'],
    ['a unit that nobody knows', 'A', [], 'X', 'X?'],
    ['two that were merged', 'AB', ['A>C', 'B>C'], 'C', 'C(A,B)'],
    ['a predecessor that is not in the data', 'A', ['A>C', 'B>C'], 'C', 'C(A,B?)'],
    ['none of whose predecessors is in the data', 'X', ['A>C', 'B>C'], 'C', 'C?'],
    ['a chain, step by step', 'ABD', ['A>C', 'B>C', 'C>E', 'D>E'], 'E', 'E(C(A,B),D)'],
    ['a chain whose first step is over', 'CD', ['A>C', 'C>E', 'D>E'], 'E', 'E(C,D)'],
    ['one that took others in and lives on', 'AB', ['A>B', 'B>B'], 'B', 'B(A,B)'],
    ['the same once the others are gone', 'B', ['A>B', 'B>B'], 'B', 'B'],
    ['the same before it was in the data itself', 'A', ['A>B', 'B>B'], 'B', 'B(A,B?)'],
    ['one half of a unit that was split', 'AB', ['A>C:0.4', 'A>D:0.6', 'B>D'], 'D', 'D(A,B)'],
    ['one that gave a part away and is less than it was', 'A', ['A>A:0.7', 'A>C:0.3'], 'A', 'A(A)'],
    ['who got the part', 'AB', ['A>A:0.7', 'A>C:0.3', 'B>C'], 'C', 'C(A,B)'],
    ['one that gave nothing away', 'A', ['A>A:1'], 'A', 'A'],
  ] as const)('finds %s', (_what, data, texts, unit, expected) => {
    const found = lineage(data, ...texts);
    expect(found.problems).toEqual([]);
    expect(drawn(found.originOf(unit))).toBe(expected);
  });

  it('tells which units ended and which were formed, a step on the way being neither', () => {
    const found = lineage('ABDX', 'A>C', 'B>C', 'C>E', 'D>E', 'Y>Z');
    expect([...found.ended]).toEqual(['A', 'B', 'D']);
    expect(found.formed).toEqual(['E']);
  });

  it('lets a unit that links to itself live on', () => {
    const found = lineage('AB', 'A>B', 'B>B');
    expect([...found.ended]).toEqual(['A']);
    expect(found.formed).toEqual(['B']);
  });

  it('takes the whole of a predecessor where no share is stated', () => {
    const origin = lineage('AB', 'A>C:0.25', 'B>C').originOf('C');
    expect(origin.kind === 'merged' ? origin.parts.map(({ share }) => share) : []).toEqual([0.25, 1]);
  });

  it.each([
    ['a circle of two', 'AB', ['A>B', 'B>A'], 'SUCCESSION_CYCLE', { unit: 'B' }],
    ['a circle of three', 'A', ['A>B', 'B>C', 'C>A'], 'SUCCESSION_CYCLE', { unit: 'B' }],
    [
      'a split without shares',
      'A',
      ['A>B', 'A>C'],
      'PREDECESSOR_USED_TWICE',
      { predecessor: 'A', successors: 'B C' },
    ],
    [
      'a split with one share alone',
      'A',
      ['A>B:0.5', 'A>C'],
      'PREDECESSOR_USED_TWICE',
      { predecessor: 'A', successors: 'B C' },
    ],
    [
      'one that lives on and gives a part away, without shares',
      'A',
      ['A>A', 'A>C'],
      'PREDECESSOR_USED_TWICE',
      { predecessor: 'A', successors: 'A C' },
    ],
    [
      'more shares than there is',
      'A',
      ['A>B:0.75', 'A>C:0.5'],
      'SHARES_ABOVE_ONE',
      { predecessor: 'A', total: 1.25 },
    ],
    [
      'a unit that took another in and gave a part away',
      'AB',
      ['A>B', 'B>B:0.5', 'B>C:0.5'],
      'SUCCESSION_AMBIGUOUS',
      { unit: 'B' },
    ],
    ['a unit of the data that took another in', 'AB', ['A>B'], 'SUCCESSION_AMBIGUOUS', { unit: 'B' }],
  ] as const)('refuses %s', (_what, data, texts, code, params) => {
    expect(lineage(data, ...texts).problems).toEqual([{ code, path: 'links', params }]);
  });

  it('takes shares that sum to 1 but for the last digits, and says nothing of units that are not in the data', () => {
    expect(lineage('A', 'A>B:0.1', 'A>C:0.2', 'A>D:0.7').problems).toEqual([]);
    expect(lineage('A', 'X>B', 'X>C').problems).toEqual([]);
  });

  it('follows 16 steps and refuses 17', () => {
    const chain = (steps: number): readonly string[] =>
      Array.from({ length: steps }, (_, i) => `${i === 0 ? 'A' : `u${i}`}>u${i + 1}`);
    expect(lineage('A', ...chain(16)).problems).toEqual([]);
    expect(drawn(lineage('A', ...chain(16)).originOf('u16'))).toContain('u1(A)');
    expect(lineage('A', ...chain(17)).problems).toEqual([
      { code: 'SUCCESSION_TOO_LONG', path: 'links', params: { unit: 'u17', steps: 16 } },
    ]);
    expect(lineage('A', ...[...chain(17)].reverse()).problems).toMatchObject([
      { code: 'SUCCESSION_TOO_LONG' },
    ]);
  });

  it('names each unit once that an origin goes back to', () => {
    const origin = lineage('AB', 'A>C:0.4', 'A>D:0.6', 'B>D', 'C>E', 'D>E', 'X>E').originOf('E');
    expect(leavesOf(origin).map(drawn)).toEqual(['A', 'B', 'X?']);
  });
});

describe('linksProblems', () => {
  it('finds nothing in sound links, and nothing in none', () => {
    expect(linksProblems(links('A>B', 'B>B', 'C>B:1'), 'links')).toEqual([]);
    expect(linksProblems([], 'links')).toEqual([]);
  });

  it.each([
    ['text', 'A>B', [{ code: 'LINKS_INVALID', path: 'links', params: { found: 'A>B' } }]],
    ['no link', [null], [{ code: 'LINK_INVALID', path: 'links[0]', params: { found: null } }]],
    [
      'ends that are no codes',
      [{ predecessor: '', successor: 7 }],
      [
        { code: 'LINK_UNIT_INVALID', path: 'links[0].predecessor', params: { found: '' } },
        { code: 'LINK_UNIT_INVALID', path: 'links[0].successor', params: { found: 7 } },
      ],
    ],
    [
      'the same link twice',
      links('A>B', 'A>B:0.5'),
      [{ code: 'LINK_DOUBLED', path: 'links[1]', params: { predecessor: 'A', successor: 'B' } }],
    ],
  ])('refuses %s', (_what, found, problems) => {
    expect(linksProblems(found as never, 'links')).toEqual(problems);
  });

  it.each([0, -0.5, 1.0001, Number.NaN, '0.5', null])('refuses %p as a share', (share) => {
    const found = [{ predecessor: 'A', successor: 'B', share }];
    expect(linksProblems(found as never, 'links')).toMatchObject([
      { code: 'LINK_SHARE_INVALID', path: 'links[0].share' },
    ]);
  });
});
