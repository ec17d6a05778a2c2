import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { NewUnitRequest, UnitChangeRequest } from '../unit-change-request.dto.js';
import { startOf, endOf } from './period.js';
import { planChange } from './plan-change.js';
import { overlaps } from './succession-rules.js';
import { known, named, unit } from './world.fixture.js';
import { applySteps, type World } from './world.js';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const NAMES = ['Anh', 'Bắc', 'Cung', 'Duy', 'Em', 'Phong'];
const legalBasis = { number: '1', date: '2023-01-01' };

/** Ids that were made on the way are asked for as well. */
const id = fc.constantFrom(...IDS, 'moi', 'moi-2024', 'khac', 'khac-2025');
const day = fc.constantFrom('2023-06-01', '2024-01-01', '2024-06-15', '2025-01-01', '2026-01-01');
const name = fc.constantFrom({ vi: 'Mới', en: 'Moi' }, { vi: 'Khác', en: 'Khac' }, { vi: 'Anh', en: 'Anh' });
const made = fc.record({
  unitKind: fc.constant('province' as const),
  name,
  codes: fc.constant<NewUnitRequest['codes']>([]),
});

const change: fc.Arbitrary<UnitChangeRequest> = fc.oneof(
  fc.record({
    kind: fc.constant('merger' as const),
    predecessors: fc.array(id, { minLength: 1, maxLength: 3 }),
    successor: fc.oneof(fc.record({ unit: id }), fc.record({ new: made })),
    effectiveDate: day,
    legalBasis: fc.constant(legalBasis),
  }),
  fc.record({
    kind: fc.constant('split' as const),
    unit: id,
    parts: fc.array(made, { minLength: 2, maxLength: 2 }),
    effectiveDate: day,
    legalBasis: fc.constant(legalBasis),
  }),
  fc.record({
    kind: fc.constant('rename' as const),
    unit: id,
    name,
    effectiveDate: day,
    legalBasis: fc.constant(legalBasis),
  }),
  fc.record({
    kind: fc.constant('end' as const),
    unit: id,
    effectiveDate: day,
    legalBasis: fc.constant(legalBasis),
  }),
  fc.record({
    kind: fc.constant('correction' as const),
    unit: id,
    fact: fc.constantFrom('unit' as const, 'name' as const),
    recorded: fc.record({ from: fc.option(day), to: fc.constant(null) }),
    validFrom: fc.option(day),
    validTo: fc.option(day),
  }),
);

/** Takes lines away whose beginning nothing leads to, until none is left or only circles are. */
function circles(world: World): World['succession'] {
  let lines = world.succession.filter(({ predecessorId, successorId }) => predecessorId !== successorId);
  for (;;) {
    const reached = new Set(lines.map(({ successorId }) => successorId));
    const left = lines.filter(({ predecessorId }) => reached.has(predecessorId));
    if (left.length === lines.length) return lines;
    lines = left;
  }
}

it('no sequence of accepted changes makes a circle, an overlap, or a unit that ends before it begins', () => {
  const start = known({
    unit: IDS.map((one) => unit(one)),
    name: IDS.map((one, index) => named(one, NAMES[index] ?? one)),
    kind: IDS.map((unitId) => ({ unitId, kind: 'province' as const, validFrom: null, validTo: null })),
    code: [],
    charge: [],
  });
  let accepted = 0;
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
      const end = changes.reduce((world, one) => {
        const { steps } = planChange(
          one,
          { ...start, published: { nation: null, ministry: null, province: null }, world },
          null,
        );
        accepted += steps.length > 0 ? 1 : 0;
        return applySteps(world, steps);
      }, start.world);
      expect(circles(end)).toEqual([]);
      expect(overlaps(end)).toEqual([]);
      expect(end.unit.filter((one) => startOf(one) > endOf(one))).toEqual([]);
    }),
    { numRuns: 300 },
  );
  // Where hardly anything is accepted, nothing is shown.
  expect(accepted).toBeGreaterThan(300);
});
