import { expect, it } from '@jest/globals';
import type { MeasureState } from '../../api-client/models/measure-state.js';
import type { MeasureUnitFigure } from '../../api-client/models/measure-unit-figure.js';
import { wordingOf } from '../../../testing/wording.js';
import { laggards, worstFirst } from './unit-figures.js';

const unit = (nameVi: string, state: MeasureState, value: number | null): MeasureUnitFigure => ({
  unitId: nameVi,
  nameVi,
  nameEn: nameVi,
  level: 'province',
  measure: 'III.2.b-1',
  value,
  scoreState: value === null ? 'not_collected' : 'scored',
  numerator: null,
  denominator: null,
  state,
  reason: 'no_number',
  path: null,
  distance: null,
});
const FIGURES = [
  unit('Hà Nội', 'met', 100),
  unit('Đồng Nai', 'no_data', null),
  unit('Cần Thơ', 'no_data', null),
  unit('Huế', 'behind', 40),
  unit('Lào Cai', 'at_risk', 12),
  unit('Cà Mau', 'at_risk', 3),
  unit('Sơn La', 'not_applicable', null),
];

it('units that lag come first, the lowest first, then those that are silent by name', () => {
  expect(worstFirst(FIGURES, wordingOf('vi')).map(({ unitId }) => unitId)).toEqual([
    'Cà Mau',
    'Lào Cai',
    'Huế',
    'Cần Thơ',
    'Đồng Nai',
    'Hà Nội',
    'Sơn La',
  ]);
});

it('those that lag and those that are silent are counted', () => {
  expect(laggards(FIGURES)).toEqual({ late: 3, silent: 2, all: 7 });
});
