import { describe, expect, it } from '@jest/globals';
import { elementsOf, frameworkOf, weightsOf, type Framework, type FrameworkNode } from '@dti-monitor/scoring';
import { type Framework as File, type Node, readDataElements, readFrameworks } from './seed-files.ts';

const LEVELS = ['province', 'ministry', 'nation'] as const;
const files = readFrameworks().filter(({ index }) => index === 'data');
const each = files.map((file) => [file.code, file] as const);

function read(file: File): Framework {
  const outcome = frameworkOf(file);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

const nodes = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(nodes)];
const indicators = (file: File): Node[] => nodes(file.tree).filter(({ kind }) => kind === 'indicator');
const leaves = (node: FrameworkNode): FrameworkNode[] => node.children?.flatMap(leaves) ?? [node];

/** What gives a reader the reason for a weight, in the words that the issue asks for. */
const NO_WEIGHT_STATED =
  'Không văn bản nào quy định trọng số; các thành phần và các chỉ số trong một thành phần được đặt bằng nhau.';

describe('the data sub-index, draft of 2026', () => {
  it('is a draft for each of the three levels', () => {
    expect(files.map(({ code, level, status }) => [code, level, status])).toEqual(
      [...LEVELS].sort().map((level) => [`data-2026-draft-${level}`, level, 'draft']),
    );
  });

  it.each(each)('%s has the four components of VI.7.a, in their order', (_code, { tree }) => {
    expect(tree.children?.map(({ code, name, legal_basis: basis }) => [code, name.vi, basis])).toEqual([
      ['data.open', 'Dữ liệu mở của cơ quan nhà nước', ['decision-142-2024#VI.7.a']],
      ['data.national', 'Mức độ hoàn thành các cơ sở dữ liệu quốc gia', ['decision-142-2024#VI.7.a']],
      ['data.sharing', 'Khả năng kết nối, chia sẻ dữ liệu', ['decision-142-2024#VI.7.a']],
      ['data.big', 'Các bộ dữ liệu lớn', ['decision-142-2024#VI.7.a']],
    ]);
  });

  it.each([
    ['data-2026-draft-province', { open: 10, national: 4, sharing: 7, big: 8 }],
    ['data-2026-draft-ministry', { open: 10, national: 11, sharing: 7, big: 7 }],
    ['data-2026-draft-nation', { open: 7, national: 7, sharing: 5, big: 7 }],
  ])('%s has its indicators', (code, counts) => {
    const file = files.find((candidate) => candidate.code === code) as File;
    const found = (file.tree.children ?? []).map((component) => [
      component.code.replace('data.', ''),
      component.children?.length,
    ]);
    expect(Object.fromEntries(found)).toEqual(counts);
  });

  it.each(each)('%s: components weigh a quarter, indicators within one the same', (_code, file) => {
    const outcome = weightsOf(read(file));
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
    const whole = new Map(outcome.value.map(({ node, ofWhole }) => [node, ofWhole]));
    const components = file.tree.children ?? [];
    for (const component of components) {
      expect(whole.get(component.code)).toBeCloseTo(1 / 4, 12);
      const scored = (component.children ?? []).filter((node) => node.scored !== false);
      for (const { code } of scored) {
        expect(whole.get(code)).toBeCloseTo(1 / 4 / scored.length, 12);
      }
    }
    const ofLeaves = indicators(file).reduce((sum, { code }) => sum + (whole.get(code) ?? 0), 0);
    expect(ofLeaves).toBeCloseTo(1, 12);
  });

  it.each(each)('%s: every node says what it is, what shows it, what it rests on and what is proposed', (_code, file) => {
    for (const node of nodes(file.tree)) {
      expect([node.code, node.definition !== undefined, (node.legal_basis ?? []).length > 0]).toEqual([node.code, true, true]);
      if (node.scored !== false) expect(node.proposed?.vi).toContain(NO_WEIGHT_STATED);
      expect(node.proposed?.en).toBeTruthy();
    }
    for (const node of indicators(file)) {
      expect([node.code, node.evidence !== undefined, node.not_applicable_rule !== undefined]).toEqual([node.code, true, true]);
    }
  });

  it('scores counts and volumes by rank among peers, and the nation without peers not at all', () => {
    const volumes = files.flatMap((file) =>
      leaves(read(file).root)
        .filter(({ code }) => code.endsWith('.volume'))
        .map((leaf) => [file.level, leaf.code, leaf.formula?.kind, leaf.normalise?.method, leaf.scored !== false]),
    );
    expect(volumes).toEqual([
      ['ministry', 'data.open.volume', 'growth', 'percentile_rank', true],
      ['ministry', 'data.sharing.volume', 'growth', 'percentile_rank', true],
      ['nation', 'data.open.volume', 'value', undefined, false],
      ['nation', 'data.sharing.volume', 'value', undefined, false],
      ['province', 'data.open.volume', 'value', 'percentile_rank', true],
      ['province', 'data.sharing.volume', 'per_head', 'percentile_rank', true],
    ]);
  });

  it('sets no count as a target: what counts are held against is the unit’s own plan', () => {
    const targets = files.flatMap((file) =>
      leaves(read(file).root).flatMap(({ formula }) => (formula?.kind === 'count_against_target' ? [formula.target] : [])),
    );
    expect(targets).toEqual(['data.open.datasets-planned', 'data.open.datasets-planned']);
  });

  it('asks for requests met over requests that exist, and for nothing where there is none', () => {
    for (const file of files) {
      const leaf = leaves(read(file).root).find(({ code }) => code === 'data.sharing.requests-met');
      expect(leaf?.formula).toMatchObject({
        numerator: 'data.sharing.requests-met',
        denominator: 'data.sharing.requests',
        nothingToCount: 'not_applicable',
      });
    }
  });

  it('rests on the lapsed articles of Decree 47 alone where Decision 142 does not carry the indicator', () => {
    const lapsedAlone = new Set(
      files.flatMap(indicators).flatMap(({ code, legal_basis: basis = [] }) =>
        basis.some((reference) => reference.startsWith('decision-142-2024')) ? [] : [code],
      ),
    );
    expect([...lapsedAlone].sort()).toEqual([
      'data.national.shared-inventoried',
      'data.open.catalogue-review',
      'data.open.feedback',
      'data.open.plan',
      'data.open.plan-reached',
    ]);
  });
});

describe('the data elements of the sub-index', () => {
  const defined = readDataElements().filter(({ code }) => code.startsWith('data.'));
  const asked = files.flatMap((file) =>
    leaves(read(file).root).flatMap((leaf) => elementsOf(leaf).map((code) => `${file.level} ${code}`)),
  );

  it('are collected at the levels that ask for them, and at no other', () => {
    const collected = defined.flatMap(({ code, levels = [], descriptive }) =>
      descriptive === undefined ? levels.map((level) => `${level} ${code}`) : [],
    );
    expect([...collected].sort()).toEqual([...new Set(asked)].sort());
  });

  it('are descriptive where no formula asks for them', () => {
    expect(defined.filter(({ descriptive }) => descriptive !== undefined).map(({ code }) => code)).toEqual([
      'data.open.catalogue-reviewed-on',
      'data.open.criteria-version',
      'data.big.criteria-version',
    ]);
  });
});
