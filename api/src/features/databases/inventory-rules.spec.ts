import { describe, expect, it } from '@jest/globals';
import { stepFaults, type StepContext } from './inventory-rules.js';
import type { StepRequest } from './inventory.dto.js';

const CONTEXT: StepContext = {
  period: '2026',
  today: '2026-11-22',
  previousOn: '2026-10-01',
  aspects: ['content', 'accuracy'],
};
const SOUND: StepRequest = { action: 'send', actor: 'Sở', doneOn: '2026-11-01', reference: '12/BC' };
const FINDINGS = [
  { aspect: 'content', state: 'yes' as const },
  { aspect: 'accuracy', state: 'partly' as const, figure: 97, figureUnit: '%' },
];
const codes = (step: Partial<StepRequest>, context: Partial<StepContext> = {}) =>
  stepFaults({ ...SOUND, ...step }, { ...CONTEXT, ...context }).map(({ code, path }) => `${code} ${path}`);

describe('a step of an inventory', () => {
  it('that is sound has no fault', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ action: 'assess', findings: FINDINGS })).toEqual([]);
    expect(codes({ action: 'return', reason: 'Thiếu số liệu' })).toEqual([]);
    expect(codes({ doneOn: '2026-11-22' }, { previousOn: null })).toEqual([]);
    expect(codes({ doneOn: '2026-10-01' })).toEqual([]);
  });

  it.each<[string, Partial<StepRequest>, string[]]>([
    ['an assessment without findings', { action: 'assess' }, ['INVENTORY_STEP_INCOMPLETE findings']],
    [
      'a sending without a document',
      { action: 'send', reference: undefined },
      ['INVENTORY_STEP_INCOMPLETE reference'],
    ],
    ['a return without a reason', { action: 'return' }, ['INVENTORY_STEP_INCOMPLETE reason']],
    [
      'a verification without notice and findings',
      { action: 'verify', reference: undefined },
      ['INVENTORY_STEP_INCOMPLETE reference', 'INVENTORY_STEP_INCOMPLETE findings'],
    ],
    ['a remedy that says nothing', { action: 'remedy' }, ['INVENTORY_STEP_INCOMPLETE note']],
    [
      'a report without a document',
      { action: 'report', reference: undefined },
      ['INVENTORY_STEP_INCOMPLETE reference'],
    ],
    ['a day to come', { doneOn: '2026-11-23' }, ['DAY_AHEAD doneOn']],
    ['a day before the year', { doneOn: '2025-12-31' }, ['DAY_BEFORE_PERIOD doneOn']],
    ['a day before the last step', { doneOn: '2026-09-30' }, ['DAY_BEFORE_LAST_STEP doneOn']],
    ['findings with a sending', { findings: FINDINGS }, ['INVENTORY_FINDINGS_UNASKED findings']],
    [
      'findings that leave an aspect out',
      { action: 'assess', findings: FINDINGS.slice(0, 1) },
      ['INVENTORY_ASPECT_MISSING findings'],
    ],
    [
      'findings of what is none',
      { action: 'assess', findings: [...FINDINGS, { aspect: 'colour', state: 'no' }] },
      ['INVENTORY_ASPECT_UNKNOWN findings'],
    ],
    [
      'findings that say a thing twice',
      { action: 'assess', findings: [...FINDINGS, { aspect: 'content', state: 'no' }] },
      ['INVENTORY_ASPECT_DOUBLED findings'],
    ],
  ])('%s is a fault', (_what, step, faults) => {
    expect(codes(step)).toEqual(faults);
  });
});
