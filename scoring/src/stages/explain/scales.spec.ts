import { describe, expect, it } from '@jest/globals';
import type { Framework, FrameworkNode } from '../../model/framework.js';
import { flat } from '../framework.fixture.js';
import { data } from '../succession/succession.fixture.js';
import { combining, explained, node } from './explanation.fixture.js';

describe('explain, scales', () => {
  const scale = (leaf: Partial<FrameworkNode>, values = [0.2, 0.4, 0.5]): unknown => {
    const framework = flat({ a: 1 });
    const root = { ...framework.root, children: [{ code: 'a', points: 1, ...leaf }] };
    const [a = 0, b = 0, c = 0] = values;
    return node(explained({ ...framework, root }, data(['a'], { A: [a], B: [b], C: [c] }), 'A'), 'a').scale;
  };

  it.each([
    [{ method: 'ratio_to_maximum' }, { low: 0, high: 1 }],
    [
      { method: 'min_max', constant: 'undetermined' },
      { low: 0, high: 1 },
    ],
    [
      { method: 'min_max', to: [1, 100], constant: 'undetermined' },
      { low: 1, high: 100 },
    ],
    [
      { method: 'goalposts', from: 0, upTo: 2, to: [0, 10], clamp: 'clamp' },
      { low: 0, high: 10 },
    ],
    [{ method: 'z_score', constant: 'undetermined' }, null],
    [
      { method: 'z_score', limits: [-3, 3], constant: 'undetermined' },
      { low: -3, high: 3 },
    ],
    [{ method: 'scaled_z_score', mean: 50, deviation: 10, constant: 'undetermined' }, null],
    [
      { method: 'scaled_z_score', mean: 50, deviation: 10, limits: [0, 100], constant: 'undetermined' },
      { low: 0, high: 100 },
    ],
    [{ method: 'rank' }, { low: 1, high: 3 }],
    [{ method: 'borda' }, { low: 0, high: 2 }],
    [
      {
        method: 'steps',
        steps: [
          { from: 0.3, value: 1 },
          { from: 0.6, value: 2 },
        ],
        below: -1,
      },
      { low: -1, high: 2 },
    ],
    [
      { method: 'boolean', threshold: 0.3 },
      { low: 0, high: 1 },
    ],
  ] as const)('of %p is %p', (normalise, expected) => {
    expect(scale({ normalise })).toEqual(expected);
  });

  it('has no scale and no loss above a leaf that has none', () => {
    const framework = combining(
      { method: 'arithmetic' },
      { normalise: { method: 'z_score', constant: 'undetermined' } },
    );
    const result = explained(framework, data(['a', 'b'], { A: [1, 2], B: [2, 4], C: [3, 3] }), 'A', {
      baseline: 'scale_low',
    });
    expect([node(result, 'root').scale, node(result, 'root').lost, result.losses]).toEqual([null, null, []]);
  });

  it('has none of ranks where nobody is ranked', () => {
    const framework = flat({ a: 50, b: 50 }, { normalise: { method: 'rank' }, missing: 'reweight' });
    const result = explained(framework, data(['a', 'b'], { A: [0.5, 'O'], B: [0.4, 'O'] }), 'A');
    expect([node(result, 'b').scale, node(result, 'root').scale]).toEqual([null, { low: 1, high: 2 }]);
    const borda: Framework = {
      ...framework,
      method: { ...framework.method, normalise: { method: 'borda' } },
    };
    expect(node(explained(borda, data(['a', 'b'], { A: [0.5, 'O'] }), 'A'), 'b').scale).toBeNull();
  });

  it('hangs on what the unit has in use, or, without a value, could have', () => {
    const framework = (missing: 'reweight' | 'no_value'): Framework => ({
      ...flat({ a: 50, b: 50 }, { missing }),
      root: {
        code: 'root',
        points: 100,
        children: [
          {
            code: 'a',
            points: 50,
            normalise: { method: 'goalposts', from: 0, upTo: 1, to: [2, 10], clamp: 'clamp' },
          },
          { code: 'b', points: 50, normalise: { method: 'z_score', constant: 'undetermined' } },
        ],
      },
    });
    const scaleOf = (missing: 'reweight' | 'no_value', own: 'O' | 'M' | number): unknown =>
      node(
        explained(framework(missing), data(['a', 'b'], { A: [0.5, own], B: [0.2, 1], C: [0.2, 2] }), 'A'),
        'root',
      ).scale;
    expect(scaleOf('reweight', 1)).toBeNull();
    expect(scaleOf('reweight', 'O')).toEqual({ low: 2, high: 10 });
    expect(scaleOf('no_value', 'M')).toEqual({ low: 2, high: 10 });
    expect(scaleOf('no_value', 'O')).toBeNull();
  });

  it('of a parent without a value leaves out what cannot be, and is none where nothing can', () => {
    const framework: Framework = {
      ...flat({ a: 50, b: 50 }),
      root: {
        code: 'root',
        points: 100,
        children: [
          { code: 'a', points: 50 },
          { code: 'b', points: 50, normalise: { method: 'z_score', constant: 'undetermined' } },
        ],
      },
    };
    const scaleOf = (a: 'O' | 'M', b: 'O' | 'M'): unknown =>
      node(explained(framework, data(['a', 'b'], { A: [a, b], B: [0.2, 1], C: [0.2, 2] }), 'A'), 'root')
        .scale;
    expect(scaleOf('O', 'M')).toEqual({ low: 0, high: 1 });
    expect(scaleOf('O', 'O')).toBeNull();
    expect(scaleOf('M', 'M')).toBeNull();
  });

  it('of a contest counts those that take part, the unit or not', () => {
    const framework = combining({ method: 'copeland' });
    const dataset = data(['a', 'b'], { A: [0.5, 0.5], B: [0.4, 'O'], C: [0.3, 0.3] });
    const scaleOf = (unit: string): unknown => node(explained(framework, dataset, unit), 'root').scale;
    expect([scaleOf('A'), scaleOf('B')]).toEqual([
      { low: -1, high: 1 },
      { low: -2, high: 2 },
    ]);
  });

  it('of a geometric mean ends where its floor is', () => {
    const floored = combining({ method: 'geometric', nonPositive: { floor: 0.1 } });
    const result = explained(floored, data(['a', 'b'], { A: [0.5, 0.5] }), 'A');
    expect(node(result, 'root').scale).toEqual({ low: expect.closeTo(0.1, 12), high: 1 });
  });

  it('lists no loss of a value beyond the scale', () => {
    const framework = flat({ a: 1 }, { normalise: { method: 'goalposts', from: 0, upTo: 1, clamp: 'keep' } });
    const result = explained(framework, data(['a'], { A: [1.5] }), 'A');
    expect(node(result, 'a').lost).toMatchObject({ ofNode: -0.5, ofWhole: -0.5 });
    expect(result.losses).toEqual([]);
  });
});
