import { describe, expect, it } from '@jest/globals';
import { wordingOf } from '../../../testing/wording.js';
import type { DatabaseTerms } from '../../api-client/models/database-terms.js';
import type { Inventory } from '../../api-client/models/inventory.js';
import type { InventoryAction } from '../../api-client/models/inventory-action.js';
import type { InventoryStep } from '../../api-client/models/inventory-step.js';
import { findingRows, inventorySentence, stations, stepsInForce } from './inventory-view.js';

const vi = wordingOf('vi');
const TERMS = {
  steps: [{ code: 'verify', nameVi: 'Thẩm tra', nameEn: 'Verify', actor: 'it_unit' }],
  assessments: [{ code: 'quality', nameVi: 'Chất lượng', nameEn: 'Quality' }],
  assessmentAspects: [{ code: 'accuracy', nameVi: 'Độ chính xác', nameEn: 'Accuracy' }],
} as unknown as DatabaseTerms;
const steps = (...actions: InventoryAction[]) =>
  actions.map((action, index) => ({ action, doneOn: `2026-01-0${index + 1}` })) as InventoryStep[];
const inventory = (allowed: InventoryAction[], ...actions: InventoryAction[]) =>
  ({ allowed, steps: steps(...actions), findings: [] }) as unknown as Inventory;

describe('the stations of an inventory', () => {
  it.each<[string, Inventory, string[]]>([
    ['not begun', inventory(['assess']), ['next', 'ahead', 'ahead', 'ahead', 'ahead']],
    [
      'assessed, and may be assessed again',
      inventory(['assess', 'send'], 'assess'),
      ['done', 'next', 'ahead', 'ahead', 'ahead'],
    ],
    ['sent', inventory(['verify', 'return'], 'assess', 'send'), ['done', 'done', 'next', 'ahead', 'ahead']],
    [
      'returned',
      inventory(['assess'], 'assess', 'send', 'return'),
      ['next', 'ahead', 'ahead', 'ahead', 'ahead'],
    ],
    [
      'with its result returned',
      inventory(['remedy'], 'assess', 'send', 'verify', 'remedy', 'report', 'return'),
      ['done', 'done', 'done', 'next', 'ahead'],
    ],
    [
      'ended',
      inventory(['return'], 'assess', 'send', 'verify', 'remedy', 'report'),
      ['done', 'done', 'done', 'done', 'done'],
    ],
  ])('%s', (_what, given, states) => {
    expect(stations(given, TERMS, vi).map(({ state }) => state)).toEqual(states);
  });

  it('name who takes them', () => {
    expect(stations(inventory(['assess']), TERMS, vi)[2]).toMatchObject({
      name: 'Thẩm tra',
      role: 'Đơn vị chuyên trách CNTT',
    });
  });

  it('hold the step in force: the latest of its kind', () => {
    const standing = stepsInForce(steps('assess', 'send', 'return', 'assess'));
    expect([...standing.keys()]).toEqual(['assess']);
    expect(standing.get('assess')?.doneOn).toBe('2026-01-04');
  });
});

describe('findings', () => {
  const finding = (state: string, figure: number | null = null) => ({
    state,
    figure,
    figureUnit: null,
    note: null,
  });
  const rows = (reported: object | null, verified: object | null) =>
    findingRows(
      {
        findings: [{ assessment: 'quality', aspect: 'accuracy', reported, verified }],
      } as unknown as Inventory,
      TERMS,
      vi,
    );

  it('tell where what was verified is not what was reported', () => {
    expect(rows(finding('yes'), finding('no'))[0]?.differs).toBe(true);
    expect(rows(finding('yes', 97), finding('yes', 90))[0]?.differs).toBe(true);
    expect(rows(finding('yes', 97), finding('yes', 97))[0]?.differs).toBe(false);
    expect(rows(finding('yes'), null)[0]?.differs).toBe(false);
  });

  it('name assessment and aspect, the assessment once', () => {
    expect(rows(null, null)[0]).toMatchObject({
      assessment: 'Chất lượng',
      aspect: 'Độ chính xác',
      first: true,
      span: 1,
    });
  });
});

describe('whether the report was in time', () => {
  const told = (sentOn: string | null, late: boolean) =>
    inventorySentence({ period: '2025', dueOn: '2025-12-30', sentOn, late } as Inventory, vi);

  it('is said in words', () => {
    expect(told(null, false)).toContain('muộn nhất ngày 30/12/2025');
    expect(told('2025-12-30', false)).toContain('đúng hạn');
    expect(told('2025-12-31', true)).toContain('muộn hạn');
  });
});
