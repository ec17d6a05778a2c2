import { describe, expect, it } from '@jest/globals';
import type { ChangeOf, UnitChangeRequest } from '../unit-change-request.dto.js';
import { planChange } from './plan-change.js';
import { known, named, unit } from './world.fixture.js';
import { applySteps, type Known, pastOf } from './world.js';

const legalBasis = { number: '202/2025/QH15', date: '2025-06-12' };
const north = { vi: 'Tỉnh Bắc Phú', shortVi: 'Bắc Phú', en: 'Bac Phu' };
const merger: ChangeOf<'merger'> = {
  kind: 'merger',
  predecessors: ['phu-tho', 'hoa-binh'],
  successor: {
    new: { unitKind: 'province', name: north, codes: [{ scheme: 'gso', code: '99' }], region: 'north' },
  },
  effectiveDate: '2025-07-01',
  legalBasis,
};
const on = { effectiveDate: '2025-07-01', legalBasis };

function faultsOf(change: UnitChangeRequest, world: Known = known()): readonly string[] {
  return planChange(change, world, null).faults.map(({ code, path }) => `${path} ${code}`);
}

const newUnit = (name: Partial<typeof north>, code = '99'): UnitChangeRequest => ({
  kind: 'new-unit',
  level: 'province',
  unitKind: 'province',
  name: { ...north, ...name },
  codes: [{ scheme: 'gso', code }],
  ...on,
});

describe('a merger into a new unit', () => {
  const before = known();
  const { steps, faults } = planChange(merger, before, 'Nghị quyết 202/2025/QH15');
  const after = applySteps(before.world, steps);

  it('ends its parts the day before and begins the new unit on the day', () => {
    expect(faults).toEqual([]);
    const days = steps.flatMap((step) =>
      step.table === 'unit' ? [[step.unitId, step.after?.validFrom, step.after?.validTo]] : [],
    );
    expect(days).toEqual([
      ['phu-tho', null, '2025-06-30'],
      ['hoa-binh', null, '2025-06-30'],
      ['bac-phu', '2025-07-01', null],
    ]);
  });

  it('gives the new unit the past of its parts, and of theirs', () => {
    expect(pastOf(after, 'bac-phu', '2025-06-30')).toEqual([]);
    expect(pastOf(after, 'bac-phu', '2025-07-01')).toEqual(['hoa-binh', 'phu-tho']);
    const again = planChange(
      {
        ...merger,
        predecessors: ['bac-phu', 'vinh-phuc'],
        successor: { unit: 'ha-noi' },
        effectiveDate: '2026-07-01',
      },
      { ...known(), world: { ...after, unit: [...after.unit, unit('ha-noi')] } },
      null,
    );
    expect(again.faults).toEqual([]);
    expect(pastOf(applySteps(after, again.steps), 'ha-noi', '2026-07-01')).toEqual([
      'bac-phu',
      'hoa-binh',
      'phu-tho',
      'vinh-phuc',
    ]);
  });

  it('may keep the name and the code of a part, which is no more', () => {
    const name = { vi: 'Phú Thọ', en: 'Phu Tho' };
    const kept = { unitKind: 'province' as const, name, codes: [{ scheme: 'gso' as const, code: '25' }] };
    const plan = planChange({ ...merger, successor: { new: kept } }, known(), null);
    expect([plan.faults, plan.steps.find(({ at }) => at === 'successor.new.id')?.unitId]).toEqual([
      [],
      'phu-tho-2025',
    ]);
  });
});

describe('a merger is refused', () => {
  it.each<[string, Partial<typeof merger>, readonly string[]]>([
    [
      'of itself',
      { predecessors: ['phu-tho'], successor: { unit: 'phu-tho' } },
      ['predecessors.0 UNIT_SUCCESSION_CIRCLE'],
    ],
    ['of one that has ended', { predecessors: ['phu-tho', 'ha-tay'] }, ['predecessors.1 UNIT_ENDED']],
    ['of one that nobody knows', { predecessors: ['phu-tho', 'nowhere'] }, ['predecessors.1 UNIT_NOT_FOUND']],
    [
      'named twice',
      { predecessors: ['phu-tho', 'phu-tho', 'hoa-binh'] },
      ['predecessors.1 UNIT_NAMED_TWICE'],
    ],
    ['of two levels', { predecessors: ['phu-tho', 'bo-noi-vu'] }, ['predecessors.1 UNIT_LEVELS_DIFFER']],
    ['of one into a new one', { predecessors: ['phu-tho'] }, ['predecessors UNIT_MERGER_OF_ONE']],
    [
      'of the nation',
      { predecessors: ['viet-nam', 'phu-tho'] },
      ['predecessors.0 UNIT_NATION_STAYS', 'predecessors.1 UNIT_LEVELS_DIFFER'],
    ],
    ['into another level', { successor: { unit: 'bo-noi-vu' } }, ['successor.unit UNIT_LEVELS_DIFFER']],
    ['into one that has ended', { successor: { unit: 'ha-tay' } }, ['successor.unit UNIT_ENDED']],
    [
      'before what is published',
      { effectiveDate: '2022-12-31' },
      ['effectiveDate UNIT_CHANGE_TOUCHES_PUBLISHED'],
    ],
    [
      'before one of them was there',
      { predecessors: ['phu-tho', 'vinh-phuc'], effectiveDate: '1996-01-01' },
      ['predecessors.1 UNIT_NOT_THERE_YET', 'effectiveDate UNIT_CHANGE_TOUCHES_PUBLISHED'],
    ],
  ])('%s', (_what, own, faults) => {
    const found = faultsOf({ ...merger, ...own });
    expect(found).toEqual(expect.arrayContaining([...faults]));
  });

  it('into one that begins on another day', () => {
    const world = known();
    const later = {
      ...world,
      world: { ...world.world, unit: [...world.world.unit, unit('moi', { validFrom: '2025-08-01' })] },
    };
    expect(faultsOf({ ...merger, successor: { unit: 'moi' } }, later)).toEqual([
      'successor.unit UNIT_SUCCESSOR_BEGINS_LATER',
    ]);
  });

  it('through others, however far', () => {
    const line = (predecessorId: string, successorId: string) => ({
      change: 'absorb',
      effectiveDate: '2024-01-01',
      predecessorId,
      successorId,
      legalBasis: null,
      note: null,
      confidence: 'high',
      sourceIds: [],
    });
    const world = known({ succession: [line('hoa-binh', 'vinh-phuc'), line('vinh-phuc', 'phu-tho')] });
    expect(
      faultsOf({ ...merger, predecessors: ['phu-tho'], successor: { unit: 'hoa-binh' } }, world),
    ).toEqual(['predecessors.0 UNIT_SUCCESSION_CIRCLE']);
  });

  it('where a part is recorded to end on another day', () => {
    const before = known();
    const first = planChange(merger, before, null);
    const world = { ...before, world: applySteps(before.world, first.steps) };
    const second: ChangeOf<'merger'> = {
      ...merger,
      successor: { unit: 'vinh-phuc' },
      effectiveDate: '2025-06-01',
    };
    expect(faultsOf(second, world)).toEqual([
      'predecessors.0 UNIT_PERIOD_OVERLAPS',
      'predecessors.1 UNIT_PERIOD_OVERLAPS',
    ]);
  });
});

describe('a name', () => {
  it.each([
    ['Phú Thọ', 'UNIT_NAME_TAKEN'],
    ['Phu Tho', 'UNIT_NAME_LOOKS_ALIKE'],
    ['Phù Thổ', 'UNIT_NAME_LOOKS_ALIKE'],
    ['Hòa  Bình', 'UNIT_NAME_TAKEN'],
    ['Hoà Bình', 'UNIT_NAME_TAKEN'],
    ['Vĩnh Phúc', 'UNIT_NAME_TAKEN'],
    ['Рhú Thọ', 'UNIT_NAME_SCRIPT'],
    ['Phú\u200bThọ Mới', 'UNIT_NAME_SCRIPT'],
    ['Ｐhú Mới', 'UNIT_NAME_SCRIPT'],
    ['Phú Thọ\u202e Mới', 'UNIT_NAME_SCRIPT'],
  ])('%j cannot be given: %s', (vi, code) => {
    expect(faultsOf(newUnit({ vi, shortVi: vi }))).toContain(`name.vi ${code}`);
  });

  it.each(['Hà Tây', 'Bắc Phú', 'Bà Rịa – Vũng Tàu', 'TP. Huế (mới)', 'Đắk Lắk'])('%s can be given', (vi) => {
    expect(faultsOf(newUnit({ vi, shortVi: vi }))).toEqual([]);
  });
});

describe('a code', () => {
  it.each([
    ['25', ['codes.0.code UNIT_CODE_TAKEN']],
    ['28', []],
    ['2', ['codes.0.code UNIT_CODE_MALFORMED']],
  ])('%s of the statistics office: %j', (code, faults) =>
    expect(faultsOf(newUnit({}, code))).toEqual(faults),
  );
});

describe('other changes', () => {
  const rename: ChangeOf<'rename'> = { kind: 'rename', unit: 'phu-tho', name: north, ...on };

  it('a rename ends the name that holds, and says so in the succession', () => {
    const { steps } = planChange(rename, known(), null);
    expect(
      steps.map(({ table, after }) => [table, after && 'validTo' in after ? after.validTo : null]),
    ).toEqual([
      ['name', '2025-06-30'],
      ['name', null],
      ['succession', null],
    ]);
  });

  it.each<[string, UnitChangeRequest, readonly string[]]>([
    [
      'a rename to the same name',
      { ...rename, name: { vi: 'Phú Thọ', en: 'Phú Thọ' } },
      ['name UNIT_CHANGE_NOTHING'],
    ],
    [
      'a kind of another level',
      { kind: 'kind', unit: 'phu-tho', unitKind: 'ministry', ...on },
      ['unitKind UNIT_KIND_NOT_OF_LEVEL'],
    ],
    [
      'a region that is no more',
      { kind: 'region', unit: 'phu-tho', region: 'old-north', ...on },
      ['region REGION_NOT_VALID'],
    ],
    [
      'a region that nobody knows',
      { kind: 'region', unit: 'phu-tho', region: 'x', ...on },
      ['region REGION_NOT_FOUND'],
    ],
    [
      'a region of a ministry',
      { kind: 'region', unit: 'bo-noi-vu', region: 'north', ...on },
      ['region REGION_NOT_FOR_LEVEL'],
    ],
    ['an id that is taken', { ...newUnit({}), id: 'phu-tho' } as UnitChangeRequest, ['id UNIT_ID_TAKEN']],
    [
      'a province in charge',
      { kind: 'ministry-in-charge', unit: 'phu-tho', abbreviation: 'X', ...on },
      ['unit UNIT_LEVELS_DIFFER'],
    ],
    [
      'in charge on a day that an edition prints',
      {
        kind: 'ministry-in-charge',
        unit: 'bo-cong-an',
        abbreviation: 'BCA',
        effectiveDate: '2023-07-12',
        legalBasis,
      },
      ['effectiveDate UNIT_CHANGE_TOUCHES_PUBLISHED'],
    ],
    [
      'an end before the beginning',
      { kind: 'end', unit: 'vinh-phuc', effectiveDate: '1997-01-01', legalBasis },
      ['unit UNIT_NOT_THERE_YET'],
    ],
    [
      'an alias that is a name',
      { kind: 'alias', unit: 'phu-tho', text: 'Hoà Bình', effectiveDate: null, until: null },
      ['text UNIT_NAME_TAKEN'],
    ],
    [
      'an alias backwards',
      { kind: 'alias', unit: 'phu-tho', text: 'PT', effectiveDate: '2025-01-02', until: '2025-01-01' },
      ['text UNIT_PERIOD_BACKWARDS'],
    ],
    [
      'a correction of what is not recorded',
      {
        kind: 'correction',
        unit: 'phu-tho',
        fact: 'name',
        recorded: { from: '2000-01-01', to: null },
        validFrom: null,
        validTo: null,
      },
      ['recorded UNIT_PERIOD_NOT_RECORDED'],
    ],
    [
      'a correction of what is published',
      {
        kind: 'correction',
        unit: 'vinh-phuc',
        fact: 'unit',
        recorded: { from: '1997-01-01', to: null },
        validFrom: '1997-02-01',
        validTo: null,
      },
      ['validFrom UNIT_CHANGE_TOUCHES_PUBLISHED'],
    ],
  ])('%s is refused', (_what, change, faults) => expect(faultsOf(change)).toEqual(faults));

  it('a later name that is recorded already stands in the way', () => {
    const world = known({
      name: [
        named('phu-tho', 'Phú Thọ', { validTo: '2025-12-31' }),
        named('phu-tho', 'Phú Mới', { validFrom: '2026-01-01' }),
      ],
    });
    expect(faultsOf(rename, world)).toEqual(['name UNIT_PERIOD_OVERLAPS']);
  });

  it('a correction moves days that nothing published rests on', () => {
    const change: UnitChangeRequest = {
      kind: 'correction',
      unit: 'ha-tay',
      fact: 'unit',
      recorded: { from: null, to: '2023-12-31' },
      validFrom: null,
      validTo: '2024-12-31',
    };
    const { steps, faults } = planChange(change, known(), null);
    expect([faults, steps.map(({ table, unitId }) => [table, unitId])]).toEqual([[], [['unit', 'ha-tay']]]);
  });

  it('of a split every part has the past', () => {
    const part = (vi: string, code: string) => ({
      unitKind: 'province' as const,
      name: { vi, en: vi },
      codes: [{ scheme: 'gso' as const, code }],
    });
    const change: UnitChangeRequest = {
      kind: 'split',
      unit: 'phu-tho',
      parts: [part('Bắc Phú', '98'), part('Nam Phú', '99')],
      ...on,
    };
    const before = known();
    const { steps, faults } = planChange(change, before, null);
    const after = applySteps(before.world, steps);
    expect([faults, pastOf(after, 'bac-phu', '2025-07-01'), pastOf(after, 'nam-phu', '2025-07-01')]).toEqual([
      [],
      ['phu-tho'],
      ['phu-tho'],
    ]);
    expect(faultsOf({ ...change, parts: [part('Bắc Phú', '98'), part('Bắc Phú', '98')] })).toEqual(
      expect.arrayContaining(['parts.1.name.vi UNIT_NAME_TAKEN', 'parts.1.codes.0.code UNIT_CODE_TAKEN']),
    );
  });
});
