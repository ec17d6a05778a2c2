import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Dataset } from '../../model/dataset.js';
import type { Framework } from '../../model/framework.js';
import type { Change } from '../../model/perturbation.js';
import { compute } from '../compute.js';
import { DTI_METHOD } from '../framework.fixture.js';
import { perturb } from './perturb.js';
import { after, CELLS, COLUMNS, FRAMEWORK, perturbed, refused, UNITS } from './perturbation.fixture.js';

describe('perturb, values', () => {
  it.each([
    ['cells', CELLS],
    ['columns', COLUMNS],
  ])('changes a value in %s and says what became of everybody', (_shape, dataset) => {
    const result = perturbed(FRAMEWORK, dataset, { kind: 'value', unit: 'z', element: 'a', value: 0.4 });
    expect(after(result)).toEqual([
      ['x', 0.5, 1],
      ['y', 0.4, 3],
      ['z', 0.45, 2],
    ]);
    expect(result.differences[2]).toEqual({
      unit: 'z',
      before: { state: 'scored', score: 0.3, rank: 3, band: null },
      after: { state: 'scored', score: 0.45, rank: 2, band: null },
      score: expect.closeTo(0.15, 12),
      rank: -1,
    });
    expect(result.differences[1]).toMatchObject({ score: 0, rank: 1 });
    expect(result.changes).toEqual([{ kind: 'value', unit: 'z', element: 'a', value: 0.4 }]);
    const before = compute(FRAMEWORK, dataset);
    expect(before.ok ? before.value : null).toEqual(result.before);
  });

  it.each([
    ['cells', CELLS],
    ['columns', COLUMNS],
  ])('takes a value away, in %s, with the reason that is stated', (_shape, dataset) => {
    const gap = (element: string, status?: 'M' | 'O'): unknown => {
      const change: Change = { kind: 'value', unit: 'x', element, value: null, ...(status && { status }) };
      const [x] = perturbed(FRAMEWORK, dataset, change).after.units;
      return [x?.score, x?.nodes.find(({ code }) => code === element)?.state];
    };
    expect(gap('a')).toEqual([null, 'not_collected']);
    expect(gap('b')).toEqual([null, 'not_collected']);
    expect(gap('a', 'O')).toEqual([null, 'missing']);
    expect(gap('b', 'M')).toEqual([0.4, 'not_applicable']);
    expect(gap('a', 'M')).toEqual([0.6, 'not_applicable']);
  });

  it('has no difference for a unit that loses its score', () => {
    const result = perturbed(FRAMEWORK, CELLS, { kind: 'value', unit: 'x', element: 'a', value: null });
    expect(result.differences[0]).toMatchObject({
      after: { state: 'incomplete', score: null, rank: null },
      score: null,
      rank: null,
    });
    expect(result.differences[1]).toMatchObject({ score: 0, rank: -1 });
  });

  it('gives a status with a value, in every shape of column', () => {
    const columns = [
      { element: 'a', values: [0.4, null, 0.1], statuses: ['A', 'O', 'A'] as const },
      { element: 'b', values: Float64Array.of(0.6, 0, 0.5), statuses: Uint8Array.of(0, 8, 0) },
    ];
    const result = perturbed(
      FRAMEWORK,
      { units: UNITS, columns },
      { kind: 'value', unit: 'y', element: 'a', value: 0.2, status: 'E' },
      { kind: 'value', unit: 'y', element: 'b', value: 0.4, status: 'P' },
    );
    expect(result.after.units[1]?.nodes.map(({ status, value }) => [status, value])).toEqual([
      [null, expect.closeTo(0.3, 12)],
      ['E', 0.2],
      ['P', 0.4],
    ]);
    expect(columns[0]?.values).toEqual([0.4, null, 0.1]);
    expect(columns[1]?.values).toEqual(Float64Array.of(0.6, 0, 0.5));
    expect(columns[1]?.statuses).toEqual(Uint8Array.of(0, 8, 0));
  });

  it('changes the same cell twice, and a cell that was not there', () => {
    const none: Dataset = { units: UNITS, cells: [] };
    const result = perturbed(
      FRAMEWORK,
      none,
      { kind: 'value', unit: 'x', element: 'a', value: 1 },
      { kind: 'value', unit: 'x', element: 'b', value: 1 },
      { kind: 'value', unit: 'x', element: 'a', value: 0.5 },
    );
    expect(after(result)[0]).toEqual(['x', 0.75, 1]);
  });

  it('changes an earlier period', () => {
    const growth: Framework = {
      ...FRAMEWORK,
      method: { ...DTI_METHOD, normalise: { method: 'goalposts', from: 0, upTo: 4, clamp: 'clamp' } },
      root: {
        code: 'root',
        points: 1,
        children: [
          { code: 'g', points: 1, formula: { kind: 'growth', element: 'n', zeroBefore: 'missing' } },
        ],
      },
    };
    const dataset: Dataset = {
      units: UNITS.slice(0, 1),
      columns: [{ element: 'n', values: [30] }],
      earlier: [{ columns: [{ element: 'n', values: [15] }] }],
    };
    const change: Change = { kind: 'value', unit: 'x', element: 'n', value: 10, periodsBack: 1 };
    const result = perturbed(growth, dataset, change);
    expect(result.differences[0]).toMatchObject({ before: { score: 0.25 }, after: { score: 0.5 } });
    expect(refused(growth, dataset, { ...change, periodsBack: 2 })).toEqual([
      'CHANGE_PERIOD_UNKNOWN changes[0].periodsBack',
    ]);
    expect(
      refused(growth, dataset, { ...change, periodsBack: -1 }, { ...change, periodsBack: 0.5 }),
    ).toHaveLength(2);
  });
});

describe('perturb, rosters', () => {
  it.each([
    ['cells', CELLS],
    ['columns', COLUMNS],
  ])('adds a unit to %s', (_shape, dataset) => {
    const result = perturbed(FRAMEWORK, dataset, {
      kind: 'add_unit',
      unit: { code: 'n', group: 'g' },
      values: [
        { element: 'a', value: 0.5 },
        { element: 'b', value: null, status: 'M' },
      ],
    });
    expect(after(result)).toEqual([
      ['x', 0.5, 1],
      ['y', 0.4, 3],
      ['z', 0.3, 4],
      ['n', 0.5, 1],
    ]);
    expect(result.differences[3]).toMatchObject({ before: null, score: null, rank: null });
    const silent = perturbed(FRAMEWORK, dataset, {
      kind: 'add_unit',
      unit: { code: 'n', group: null },
      values: [],
    });
    expect(silent.after.units[3]).toMatchObject({ state: 'not_collected', group: null });
  });

  it.each([
    ['cells', CELLS],
    ['columns', COLUMNS],
  ])('takes a unit out of %s', (_shape, dataset) => {
    const result = perturbed(FRAMEWORK, dataset, { kind: 'remove_unit', unit: 'x' });
    expect(after(result)).toEqual([
      ['x', null, null],
      ['y', 0.4, 1],
      ['z', 0.3, 2],
    ]);
    expect(result.differences[0]).toMatchObject({ after: null, score: null, rank: null });
  });

  it('keeps values with their units when rosters and values change in turn', () => {
    const result = perturbed(
      FRAMEWORK,
      COLUMNS,
      { kind: 'remove_unit', unit: 'x' },
      { kind: 'value', unit: 'z', element: 'a', value: 0.9 },
      { kind: 'add_unit', unit: { code: 'x', group: 'g' }, values: [{ element: 'b', value: 0.1 }] },
      { kind: 'value', unit: 'x', element: 'a', value: 0.3 },
      { kind: 'value', unit: 'y', element: 'b', value: 0.4 },
    );
    expect(after(result)).toEqual([
      ['x', 0.2, 3],
      ['y', 0.5, 2],
      ['z', 0.7, 1],
    ]);
  });

  it('refuses to take everybody out', () => {
    const changes = UNITS.map(({ code: unit }) => ({ kind: 'remove_unit', unit }));
    expect(refused(FRAMEWORK, CELLS, ...changes)).toEqual(['NO_UNITS after.dataset.units']);
  });
});

describe('perturb, shapes of data', () => {
  it('leaves every shape of column as it was, and writes statuses out only where it must', () => {
    const list = Object.freeze([0.4, null, 0.1]);
    const letters = Object.freeze(['A', 'O', 'A'] as const);
    const dataset: Dataset = {
      units: UNITS,
      columns: [
        { element: 'a', values: list, statuses: letters },
        { element: 'b', values: Object.freeze([0.6, null, 0.5]) },
      ],
    };
    const result = perturbed(
      FRAMEWORK,
      dataset,
      { kind: 'value', unit: 'x', element: 'a', value: null, status: 'M' },
      { kind: 'value', unit: 'x', element: 'b', value: 0.7, status: 'E' },
      { kind: 'add_unit', unit: { code: 'n', group: 'g' }, values: [{ element: 'b', value: 1 }] },
    );
    const told = result.after.units.map(({ nodes }) =>
      nodes.slice(1).map(({ state, status }) => [state, status]),
    );
    expect(told).toEqual([
      [
        ['not_applicable', 'M'],
        ['scored', 'E'],
      ],
      [
        ['missing', 'O'],
        ['not_collected', 'L'],
      ],
      [
        ['scored', 'A'],
        ['scored', 'A'],
      ],
      [
        ['not_collected', 'L'],
        ['scored', 'A'],
      ],
    ]);
  });

  it('keeps earlier periods when a unit goes and when formulas change', () => {
    const growth: Framework = {
      ...FRAMEWORK,
      method: { ...DTI_METHOD, normalise: { method: 'goalposts', from: 0, upTo: 4, clamp: 'clamp' } },
      root: {
        code: 'root',
        points: 2,
        children: [
          { code: 'g', points: 1, formula: { kind: 'growth', element: 'n', zeroBefore: 'missing' } },
          { code: 'm', points: 1 },
        ],
      },
    };
    const dataset: Dataset = {
      units: UNITS.slice(0, 2),
      columns: [{ element: 'm', values: [4, 4] }],
      cells: [
        { unit: 'x', element: 'n', value: 30, status: 'A' },
        { unit: 'y', element: 'n', value: 30, status: 'A' },
      ],
      earlier: [
        {
          columns: [{ element: 'n', values: [30, 10] }],
          cells: [{ unit: 'x', element: 'm', value: 1, status: 'A' }],
        },
      ],
    };
    const gone = perturbed(growth, dataset, { kind: 'remove_unit', unit: 'x' });
    expect(gone.after.units.map(({ unit, score }) => [unit, score])).toEqual([['y', 0.75]]);
    const changed = perturbed(growth, dataset, {
      kind: 'node',
      node: 'm',
      set: {
        formula: { kind: 'value', element: 'n' },
        normalise: { method: 'goalposts', from: 0, upTo: 30, clamp: 'keep' },
      },
    });
    expect(changed.after.units.map(({ score }) => score)).toEqual([0.5, 0.75]);
    // Nothing of what is asked for now was dropped, and what is not asked for was.
    const back = perturbed(growth, dataset, {
      kind: 'node',
      node: 'g',
      set: { formula: { kind: 'value', element: 'm' } },
    });
    expect(back.after.units.map(({ score }) => score)).toEqual([1, 1]);
  });

  it('asks for nodes on both sides, or on neither', () => {
    const nodes = (detail?: 'scores'): readonly number[] => {
      const outcome = perturb(FRAMEWORK, CELLS, [], detail && { detail });
      return outcome.ok
        ? [outcome.value.before, outcome.value.after].map(({ units }) => units[0]?.nodes.length ?? -1)
        : [];
    };
    expect([nodes(), nodes('scores')]).toEqual([
      [3, 3],
      [0, 0],
    ]);
  });
});

describe('perturb, properties', () => {
  it('gives what a fresh computation of the changed data gives, and leaves its input alone', () => {
    const ratio = fc.double({ min: 0, max: 1, noNaN: true });
    const values = fc.array(ratio, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(values, values, ratio, fc.nat(2), fc.boolean(), (a, b, value, at, typed) => {
        const columnsOf = (first: readonly number[]): Dataset => ({
          units: UNITS,
          columns: [
            { element: 'a', values: typed ? Float64Array.from(first) : first },
            { element: 'b', values: b },
          ],
        });
        const unit = UNITS[at]?.code ?? '';
        const framework: Framework = {
          ...FRAMEWORK,
          method: { ...DTI_METHOD, normalise: { method: 'min_max', constant: { value: 0.5 } } },
        };
        const given = columnsOf(a);
        const result = perturbed(framework, given, { kind: 'value', unit, element: 'a', value });
        const fresh = compute(framework, columnsOf(a.with(at, value)));
        expect(fresh.ok ? fresh.value.units : null).toEqual(result.after.units);
        expect([...(given.columns?.[0]?.values ?? [])]).toEqual(a);
      }),
    );
  });
});
