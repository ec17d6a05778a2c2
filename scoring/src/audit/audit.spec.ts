import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawn } from '../door.fixture.js';
import { copyOf, deepFreeze, notNumbers, SHAPES } from '../door-shapes.fixture.js';
import type { AuditOptions } from '../model/audit.js';
import { ENGINE_VERSION } from '../version.js';
import { audit } from './audit.js';
import { audited, dataset, framework, ORTHOGONAL } from './audit.fixture.js';

const plain = framework([['p', ['a', 'b']], 'c']);

describe('audit', () => {
  it('answers with its recipe, thresholds and every part', () => {
    const result = audited(plain, dataset(ORTHOGONAL));
    expect(result).toMatchObject({
      engineVersion: ENGINE_VERSION,
      recipe: plain,
      correlation: 'pearson',
      thresholds: {
        availability: 0.65,
        nonZero: 0.5,
        unique: 0.5,
        skewness: 2,
        kurtosis: 3.5,
        redundant: 0.92,
        negative: 0,
        silent: 0.3,
      },
      leftOut: [],
      refusals: [],
    });
    expect(result.indicators.map(({ node }) => node)).toEqual(['a', 'b', 'c']);
    expect(result.withinGroups).toHaveLength(2);
    expect(result.acrossLevels).toHaveLength(6);
    expect(result.groups).toHaveLength(3);
    expect(result.removals).toHaveLength(4);
  });

  it('takes statistics before imputation, treatment and normalisation, of indicators that are not scored too', () => {
    const listed = { code: 'b', scored: false };
    const { indicators } = audited(
      framework(['a', listed], { impute: { method: 'mean' } }),
      dataset({ a: [1, null, 3], b: [8, 9, 9] }),
    );
    expect(indicators.map(({ node, available, mean }) => [node, available, mean])).toEqual([
      ['a', 2, 2],
      ['b', 3, 26 / 3],
    ]);
  });

  it('lists findings in the order of its parts', () => {
    const data = dataset({ a: [1, 1, 1, 5], b: [1, 1, 1, 6], c: [4, 3, 2, 1] });
    const { findings } = audited(framework(['a', 'b', 'c']), data, { thresholds: { unique: 0.6 } });
    expect(findings.map(({ code, nodes }) => `${code} ${nodes.join(' ')}`)).toEqual([
      'FEW_UNIQUE a',
      'FEW_UNIQUE b',
      'REDUNDANT_PAIR a b',
      'NEGATIVE_PAIR a c',
      'NEGATIVE_PAIR b c',
      'AGAINST_INDEX c index',
      'REMOVAL_CHANGES_NO_RANK a',
      'REMOVAL_CHANGES_NO_RANK b',
    ]);
  });

  it('changes nothing that it is given, and says the same again', () => {
    const [of, data] = [deepFreeze(copyOf(plain)), deepFreeze(dataset(ORTHOGONAL))];
    expect(JSON.stringify(audited(of, data))).toBe(JSON.stringify(audited(plain, dataset(ORTHOGONAL))));
  });

  it('does not depend on the order of the units', () => {
    const turned = dataset(
      Object.fromEntries(Object.entries(ORTHOGONAL).map(([code, values]) => [code, [...values].reverse()])),
    );
    const [one, other] = [audited(plain, dataset(ORTHOGONAL)), audited(plain, turned)];
    expect(other.findings.map(({ code, nodes }) => [code, nodes])).toEqual(
      one.findings.map(({ code, nodes }) => [code, nodes]),
    );
    one.withinGroups.forEach(({ correlation }, at) => {
      expect(other.withinGroups[at]?.correlation).toBeCloseTo(correlation as number, 12);
    });
  });

  it('has a finite number or null wherever a number belongs, and a refusal for each null, whatever is handed in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
        const outcome = audit(drawn(seed).framework, SHAPES.typed(drawn(seed)));
        if (!outcome.ok) return;
        const { value } = outcome;
        expect(notNumbers(value)).toEqual([]);
        const told = new Set(value.refusals.map(({ step, nodes }) => `${step} ${nodes.join(' ')}`));
        for (const { node, other, correlation } of [...value.withinGroups, ...value.acrossLevels]) {
          if (correlation === null) expect(told).toContain(`correlation ${node} ${other}`);
          else expect(Math.abs(correlation)).toBeLessThanOrEqual(1);
        }
        for (const { node, alpha, components } of value.groups) {
          if (alpha === null) expect(told).toContain(`consistency ${node}`);
          if (components === null) expect(told).toContain(`components ${node}`);
        }
        for (const { node, skewness } of value.indicators) {
          if (skewness === null) expect(told).toContain(`statistics ${node}`);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('audit, refused', () => {
  const codes = (options: unknown): readonly string[] => {
    const outcome = audit(plain, dataset(ORTHOGONAL), options as AuditOptions);
    return outcome.ok ? [] : outcome.problems.map(({ code, path }) => `${code} ${path}`);
  };

  it.each([
    [null, ['AUDIT_OPTIONS_INVALID options']],
    [[], ['AUDIT_OPTIONS_INVALID options']],
    [{ correlation: 'phi' }, ['AUDIT_CORRELATION_UNKNOWN options.correlation']],
    [{ correlation: null }, ['AUDIT_CORRELATION_UNKNOWN options.correlation']],
    [{ threshold: {} }, ['AUDIT_FIELD_UNKNOWN options.threshold']],
    [{ thresholds: 3 }, ['AUDIT_THRESHOLDS_INVALID options.thresholds']],
    [{ thresholds: null }, ['AUDIT_THRESHOLDS_INVALID options.thresholds']],
    [{ thresholds: { redundnat: 0.9 } }, ['AUDIT_FIELD_UNKNOWN options.thresholds.redundnat']],
    [
      { correlation: 1, thresholds: { availability: 1.1, silent: Number.NaN } },
      [
        'AUDIT_CORRELATION_UNKNOWN options.correlation',
        'AUDIT_THRESHOLD_INVALID options.thresholds.availability',
        'AUDIT_THRESHOLD_INVALID options.thresholds.silent',
      ],
    ],
    [{ thresholds: { redundant: '0.9' } }, ['AUDIT_THRESHOLD_INVALID options.thresholds.redundant']],
    [{ thresholds: { negative: null } }, ['AUDIT_THRESHOLD_INVALID options.thresholds.negative']],
    [
      { thresholds: { skewness: Number.POSITIVE_INFINITY } },
      ['AUDIT_THRESHOLD_INVALID options.thresholds.skewness'],
    ],
    [{ correlation: 'kendall', thresholds: {} }, []],
    [{}, []],
  ])('with the options %j: %j', (options, expected) => {
    expect(codes(options)).toEqual(expected);
  });

  it.each([
    ['availability', 0, 1],
    ['nonZero', 0, 1],
    ['unique', 0, 1],
    ['redundant', 0, 1],
    ['negative', -1, 1],
    ['silent', 0, 1],
  ])('takes the threshold %s from %p to %p', (name, lowest, highest) => {
    for (const value of [lowest, highest]) expect(codes({ thresholds: { [name]: value } })).toEqual([]);
    for (const value of [lowest - 1e-9, highest + 1e-9]) {
      expect(codes({ thresholds: { [name]: value } })).toEqual([
        `AUDIT_THRESHOLD_INVALID options.thresholds.${name}`,
      ]);
    }
  });

  it('takes any skewness from 0 and any kurtosis', () => {
    expect(codes({ thresholds: { skewness: 0, kurtosis: -2 } })).toEqual([]);
    expect(codes({ thresholds: { skewness: -0.1 } })).toHaveLength(1);
  });

  it('names what it found and what it knows', () => {
    const outcome = audit(plain, dataset(ORTHOGONAL), {
      thresholds: { silent: 2 },
      correlation: 'phi',
    } as never);
    expect(!outcome.ok && outcome.problems).toEqual([
      {
        code: 'AUDIT_CORRELATION_UNKNOWN',
        path: 'options.correlation',
        params: { found: 'phi', known: 'pearson spearman kendall' },
      },
      {
        code: 'AUDIT_THRESHOLD_INVALID',
        path: 'options.thresholds.silent',
        params: { threshold: 'silent', found: 2, lowest: 0, highest: 1 },
      },
    ]);
  });

  it('names a field that it does not know, and what stands where a record belongs', () => {
    const params = (options: unknown): unknown => {
      const outcome = audit(plain, dataset(ORTHOGONAL), options as AuditOptions);
      return outcome.ok ? null : outcome.problems.map((problem) => problem.params);
    };
    expect(params({ threshold: {} })).toEqual([{ found: 'threshold', known: 'correlation thresholds' }]);
    expect(params(7)).toEqual([{ found: 7 }]);
    expect(params({ thresholds: 7 })).toEqual([{ found: 7 }]);
  });

  it('with every problem of framework and data as well', () => {
    const outcome = audit(plain, dataset({ a: [Number.NaN] }), { threshold: 1 } as never);
    expect(!outcome.ok && outcome.problems.map(({ code }) => code)).toContain('AUDIT_FIELD_UNKNOWN');
    expect(!outcome.ok && outcome.problems.length).toBeGreaterThan(1);
  });
});
