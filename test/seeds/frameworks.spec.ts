import { describe, expect, it } from '@jest/globals';
import { frameworkOf } from '@dti-monitor/scoring';
import { type Framework, type Node, readDataElements, readFrameworks } from './seed-files.ts';

/** Those of the DTI; the data sub-index has a spec of its own. */
const frameworks = readFrameworks().filter(({ index }) => index === 'dti');
const nodes = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(nodes)];
const framework = (code: string) => frameworks.find((candidate) => candidate.code === code) as Framework;

describe('frameworks', () => {
  it('are the five whose figures are published here', () => {
    expect(frameworks.map(({ code }) => code).sort()).toEqual([
      'dti-1726-ministry',
      'dti-1726-province',
      'dti-922-ministry',
      'dti-922-nation',
      'dti-922-province',
    ]);
  });

  it('measure one period of a level by one framework only', () => {
    for (const year of ['2020', '2021', '2022', '2023']) {
      const levels = frameworks
        .filter(({ periods }) => periods.from <= year && year <= (periods.to ?? '9999'))
        .map(({ level }) => level);
      expect(new Set(levels).size).toBe(levels.length);
    }
  });

  it.each(frameworks.map((each) => [each.code, each] as const))(
    '%s: codes are unique, points of children add up to the parent\'s',
    (_code, { tree }) => {
      const all = nodes(tree);
      expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
      for (const { points, children } of all.filter((node) => node.children)) {
        expect((children ?? []).reduce((sum, child) => sum + (child.points ?? NaN), 0)).toBe(points);
      }
      expect(all.filter(({ points, scored }) => (points === 0) !== (scored === false))).toEqual([]);
    },
  );

  it.each(frameworks.map((each) => [each.code, each] as const))(
    '%s: a node takes a ratio, and the published rank is a rank where units are ranked',
    (_code, { tree, published, method }) => {
      const type = new Map(readDataElements().map(({ code, value_type: kind }) => [code, kind]));
      const taken = nodes(tree).flatMap(({ element }) => element ?? []);
      expect(taken.map((code) => type.get(code))).toEqual(taken.map(() => 'ratio'));
      expect(type.get(published?.total ?? '')).toBe('ratio');
      expect(published?.rank && type.get(published.rank)).toBe(method.rank && 'rank');
      expect(published?.checks.filter((code) => taken.includes(code))).toEqual([]);
    },
  );

  it.each(frameworks.map((each) => [each.code, each] as const))('%s is one that the engine reads', (code, file) => {
    const outcome = frameworkOf(file);
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        code,
        root: { code: file.tree.code },
        method: {
          normalise: { method: 'ratio_to_maximum' },
          weights: { method: 'points' },
          aggregation: { method: 'arithmetic' },
          missing: 'no_value',
          notApplicable: 'no_value',
          rank: { method: 'competition', decimals: file.method.rank ? 4 : null },
        },
      },
    });
  });

  it('has 1,000 points where the points are known', () => {
    expect(frameworks.map(({ code, tree }) => [code, tree.points])).toEqual([
      ['dti-1726-ministry', undefined],
      ['dti-1726-province', 1000],
      ['dti-922-ministry', undefined],
      ['dti-922-nation', undefined],
      ['dti-922-province', 1000],
    ]);
  });

  it('has the points of 2020 as 400, 300 and 300', () => {
    expect(framework('dti-1726-province').tree.children?.map(({ points }) => points)).toEqual([400, 300, 300]);
  });

  // Table I.1 of the annex of Decision 922/QĐ-BTTTT (eballsviet-922-annex); the last by subtraction.
  it('has the nine main indices of 922 with their points', () => {
    expect(framework('dti-922-province').tree.children?.map(({ name, points }) => [name.vi, points])).toEqual([
      ['Nhận thức số', 100],
      ['Thể chế số', 100],
      ['Hạ tầng số', 100],
      ['Nhân lực số', 100],
      ['An toàn thông tin mạng', 100],
      ['Đô thị thông minh', 0],
      ['Hoạt động chính quyền số', 200],
      ['Hoạt động kinh tế số', 150],
      ['Hoạt động xã hội số', 150],
    ]);
  });
});
