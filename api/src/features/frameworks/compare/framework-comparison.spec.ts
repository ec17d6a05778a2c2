import { describe, expect, it } from '@jest/globals';
import { weightsOf } from '@dti-monitor/scoring';
import { rowsOf } from '../document/document-rows.js';
import type { FrameworkDocument, NodeDocument } from '../document/framework-document.js';
import { scoringFramework } from '../scoring-framework.js';
import { compareFrameworks, countNodes } from './framework-comparison.js';
import { frameworkChanges } from './framework-changes.js';
import { changesWhatScores } from './scoring-changes.js';

function leaf(code: string, own: Partial<NodeDocument> = {}): NodeDocument {
  return { code, kind: 'indicator', name: { vi: code, en: code }, element: `x.${code}`, weight: 1, ...own };
}

function part(
  code: string,
  children: readonly NodeDocument[],
  own: Partial<NodeDocument> = {},
): NodeDocument {
  return { code, kind: 'component', name: { vi: code, en: code }, weight: 1, children, ...own };
}

function framework(
  children: readonly NodeDocument[],
  own: Partial<FrameworkDocument> = {},
): FrameworkDocument {
  return {
    code: 'a',
    index: 'data',
    level: 'province',
    name: { vi: 'A', en: 'A' },
    version: '1',
    legal_basis: 'x',
    periods: { from: '2024' },
    status: 'draft',
    source: ['x'],
    confidence: 'high',
    method: { weights: 'given', aggregation: 'arithmetic', missing: 'no_value', not_applicable: 'reweight' },
    tree: { code: 'whole', kind: 'index', name: { vi: 'W', en: 'W' }, children },
    ...own,
  };
}

function compared(document: FrameworkDocument) {
  const rows = rowsOf(document);
  if (!rows.ok) throw new Error(JSON.stringify(rows.problems));
  const weights = weightsOf(scoringFramework(rows.value.version, rows.value.nodes));
  if (!weights.ok) throw new Error(JSON.stringify(weights.problems));
  return { document, weights: new Map(weights.value.map((weight) => [weight.node, weight])) };
}

const BEFORE = framework([part('p', [leaf('a'), leaf('b')]), part('q', [leaf('c')])]);

const compare = (after: FrameworkDocument) => compareFrameworks(compared(BEFORE), compared(after));
const nodeOf = (after: FrameworkDocument, code: string) =>
  compare(after).nodes.find((node) => node.code === code);

describe('two versions, node by node', () => {
  it('that are the same have nothing that differs', () => {
    const { version, nodes } = compare({ ...BEFORE, code: 'other', copied_from: 'a', author: 'x' });
    expect(version).toEqual([]);
    expect(countNodes(nodes)).toEqual({ same: 6, changed: 0, added: 0, removed: 0, moved: 0, reweighted: 0 });
  });

  it('tell a node that is new and one that is gone, and whose share of the whole that changed', () => {
    const after = framework([part('p', [leaf('a'), leaf('new')]), part('q', [leaf('c'), leaf('d')])]);
    expect(nodeOf(after, 'new')).toMatchObject({
      state: 'added',
      before: null,
      after: { weightEffective: 0.25 },
    });
    expect(nodeOf(after, 'b')).toMatchObject({ state: 'removed', after: null, before: { parentCode: 'p' } });
    expect(nodeOf(after, 'c')).toMatchObject({
      state: 'same',
      reweighted: true,
      before: { weightAsked: 1, weightEffective: 0.5 },
      after: { weightAsked: 0.5, weightEffective: 0.25 },
    });
    expect(compare(after).nodes.map(({ code }) => code)).toEqual([
      'whole',
      'p',
      'a',
      'new',
      'q',
      'c',
      'd',
      'b',
    ]);
  });

  it('tell a node that moved, and between which parents', () => {
    const after = framework([part('p', [leaf('a')]), part('q', [leaf('c'), leaf('b')])]);
    expect(nodeOf(after, 'b')).toMatchObject({
      state: 'changed',
      moved: true,
      before: { parentCode: 'p' },
      after: { parentCode: 'q' },
    });
    expect(frameworkChanges(BEFORE, after)).toEqual([
      { node: 'b', kind: 'moved', field: null, before: 'p', after: 'q' },
    ]);
  });

  it.each([
    ['weight', { weight: 3 }, 1, 3],
    ['scored', { scored: false }, null, false],
    ['name', { name: { vi: 'khác', en: 'other' } }, { vi: 'a', en: 'a' }, { vi: 'khác', en: 'other' }],
    ['legal_basis', { legal_basis: ['decree-194-2025'] }, null, ['decree-194-2025']],
    [
      'normalise',
      { normalise: { method: 'boolean', threshold: 1 } },
      null,
      { method: 'boolean', threshold: 1 },
    ],
    ['direction', { direction: 'lower_is_better' }, null, 'lower_is_better'],
    ['element', { element: 'x.other' }, 'x.a', 'x.other'],
  ])('tell that %s changed, from what to what', (field, own, before, after) => {
    const node = nodeOf(framework([part('p', [leaf('a', own), leaf('b')]), part('q', [leaf('c')])]), 'a');
    expect(node?.changes).toEqual([{ node: 'a', kind: 'changed', field, before, after }]);
  });

  it('tell a formula in place of a data element', () => {
    const { element: _, ...bare } = leaf('a');
    const formula = { kind: 'sum', elements: ['x.a', 'x.b'], gap: 'zero' };
    const node = nodeOf(
      framework([part('p', [{ ...bare, formula } as NodeDocument, leaf('b')]), part('q', [leaf('c')])]),
      'a',
    );
    expect(node?.changes.map(({ field }) => field).sort()).toEqual(['element', 'formula']);
  });

  it('tell the order of children, and rules of the method one by one', () => {
    const turned = framework([part('p', [leaf('b'), leaf('a')]), part('q', [leaf('c')])], {
      method: { ...BEFORE.method, missing: 'zero' },
      name: { vi: 'B', en: 'B' },
    });
    expect(compare(turned).version.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['name', { vi: 'A', en: 'A' }, { vi: 'B', en: 'B' }],
      ['method.missing', 'no_value', 'zero'],
    ]);
    expect(nodeOf(turned, 'p')?.changes).toEqual([
      { node: 'p', kind: 'changed', field: 'children', before: ['a', 'b'], after: ['b', 'a'] },
    ]);
  });
});

describe('whether a change touches what scores', () => {
  const changed = (own: Partial<NodeDocument>, version: Partial<FrameworkDocument> = {}) =>
    changesWhatScores(
      frameworkChanges(
        BEFORE,
        framework([part('p', [leaf('a', own), leaf('b')]), part('q', [leaf('c')])], version),
      ),
    );

  it.each([
    [{ name: { vi: 'x', en: 'x' } }],
    [{ note: 'x' }],
    [{ evidence: { vi: 'x', en: 'x' } }],
    [{ legal_basis: ['x'] }],
    [{ proposed: { vi: 'x', en: 'x' } }],
  ])('%j: words do not', (own) => expect(changed(own)).toBe(false));

  it.each([
    [{ weight: 2 }],
    [{ scored: false }],
    [{ element: 'x.y' }],
    [{ direction: 'lower_is_better' }],
    [{ kind: 'component' as const }],
  ])('%j: rules do', (own) => expect(changed(own)).toBe(true));

  it('the end of its periods does not, their beginning does', () => {
    expect(changed({}, { periods: { from: '2024', to: '2025' } })).toBe(false);
    expect(changed({}, { periods: { from: '2023' } })).toBe(true);
  });

  it('a node more does', () => {
    const more = framework([part('p', [leaf('a'), leaf('b'), leaf('d')]), part('q', [leaf('c')])]);
    expect(changesWhatScores(frameworkChanges(BEFORE, more))).toBe(true);
  });
});
