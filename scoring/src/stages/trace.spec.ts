import { describe, expect, it } from '@jest/globals';
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
});
