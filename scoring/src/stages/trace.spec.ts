import { describe, expect, it } from '@jest/globals';
import type { Dataset } from '../model/dataset.js';
import type { Framework } from '../model/framework.js';
import { compute } from './compute.js';
import { DTI_2020 } from './framework.fixture.js';
import { trace } from './trace.js';

describe('trace', () => {
  const cells = [
    { unit: 'hue', element: 'government', value: 0.522, status: 'A' as const },
    { unit: 'hue', element: 'economy', value: 0.304, status: 'A' as const },
    { unit: 'hue', element: 'society', value: 0.3655, status: 'A' as const },
  ];

  it('leads from the parts of Huế 2020 to 0.4097, leaves first', () => {
    const outcome = compute(DTI_2020, { units: [{ code: 'hue', group: 'g' }], cells });
    if (!outcome.ok) throw new Error('not computed');
    const [unit] = outcome.value.units;
    const steps = unit === undefined ? [] : trace(DTI_2020, unit);
    expect(steps.map((step) => `${step.stage} ${step.node}`)).toEqual([
      'normalise society',
      'normalise economy',
      'normalise government',
      'aggregate dti',
      'round dti',
      'rank dti',
    ]);
    expect(steps.find((step) => step.stage === 'round')?.after).toBe(0.4097);
    expect(steps.at(-1)).toMatchObject({ before: 0.4097, after: 1 });
  });

  it('ends at the gap when there is no score', () => {
    const outcome = compute(DTI_2020, { units: [{ code: 'hue', group: 'g' }], cells: cells.slice(1) });
    if (!outcome.ok) throw new Error('not computed');
    const [unit] = outcome.value.units;
    const steps = unit === undefined ? [] : trace(DTI_2020, unit);
    expect(steps.at(-1)).toMatchObject({
      stage: 'aggregate',
      after: null,
      parameters: { state: 'incomplete' },
    });
  });

  it('tells of a formula, a normalisation and a mean of their own, with their parameters', () => {
    const framework: Framework = {
      code: 'f',
      method: {
        normalise: { method: 'goalposts', from: 0, upTo: 50, clamp: 'clamp' },
        weights: { method: 'equal' },
        aggregation: { method: 'minimum' },
        missing: 'zero',
        notApplicable: 'reweight',
        rank: { method: 'dense', decimals: null, rounding: 'half_up_decimal', direction: 'ascending' },
      },
      root: {
        code: 'r',
        children: [
          {
            code: 'share',
            unit: 'percent',
            formula: {
              kind: 'ratio',
              numerator: 'n',
              denominator: 'd',
              scale: 100,
              zeroDenominator: 'missing',
              nothingToCount: 'missing',
              exceeding: 'keep',
            },
          },
          { code: 'plain', direction: 'lower_is_better' },
        ],
      },
    };
    const dataset: Dataset = {
      units: [
        { code: 'u', group: 'g' },
        { code: 'v', group: 'g' },
      ],
      columns: [
        { element: 'n', values: [3, 1] },
        { element: 'd', values: [4, 4] },
        { element: 'plain', values: [10, 10] },
      ],
    };
    const outcome = compute(framework, dataset);
    const unit = outcome.ok ? outcome.value.units[0] : undefined;
    if (unit === undefined) throw new Error('not computed');
    expect(trace(framework, unit)).toEqual([
      {
        node: 'plain',
        stage: 'normalise',
        method: 'goalposts',
        parameters: { state: 'scored', direction: 'lower_is_better', reasons: '' },
        before: 10,
        after: 0.8,
      },
      {
        node: 'share',
        stage: 'input',
        method: 'ratio',
        parameters: { state: 'scored', unit: 'percent' },
        before: null,
        after: 75,
      },
      {
        node: 'share',
        stage: 'normalise',
        method: 'goalposts',
        parameters: { state: 'scored', direction: 'higher_is_better', reasons: 'CLAMPED' },
        before: 75,
        after: 1,
      },
      {
        node: 'r',
        stage: 'aggregate',
        method: 'minimum',
        parameters: {
          state: 'scored',
          missing: 'zero',
          'contribution.share': null,
          'contribution.plain': null,
        },
        before: null,
        after: 0.8,
      },
      {
        node: 'r',
        stage: 'rank',
        method: 'dense',
        parameters: { direction: 'ascending', group: 'g', tied: false },
        before: 0.8,
        after: 2,
      },
    ]);
  });

  it('tells of points, of the rounding, and of no rank where there is none', () => {
    const outcome = compute(DTI_2020, { units: [{ code: 'hue', group: null }], cells });
    const unit = outcome.ok ? outcome.value.units[0] : undefined;
    if (unit === undefined) throw new Error('not computed');
    const steps = trace(DTI_2020, unit);
    expect(steps[0]).toMatchObject({
      method: 'ratio_to_maximum',
      parameters: { state: 'scored', maxPoints: 300 },
    });
    expect(steps[0]?.before).toBeCloseTo(109.65, 10);
    expect(steps.at(-1)).toMatchObject({
      stage: 'round',
      method: 'half_up_decimal',
      parameters: { decimals: 4 },
    });
  });
});
