import type { DataElement } from '../observations/observation.entity.js';
import type { WrittenName } from '../units/units.repository.js';
import { FaultList } from './fault-list.js';
import { FiguresReader } from './figures-reader.js';
import { columnNames, type FigureColumn, type ImportSpec } from './import-spec.js';
import { UnitResolver } from './unit-resolver.js';

function element(code: string, nameVi: string, valueType: DataElement['valueType']): DataElement {
  const isRank = valueType === 'rank';
  return {
    code,
    nameVi,
    nameEn: code,
    valueType,
    minimum: isRank ? 1 : 0,
    maximum: isRank ? null : 1,
    decimals: isRank ? 0 : 4,
    descriptionVi: null,
    descriptionEn: null,
    position: 0,
    unitVi: null,
    unitEn: null,
    levels: [],
  };
}

export const TOTAL: FigureColumn = {
  element: element('dti.total', 'Chỉ số chuyển đổi số (DTI)', 'ratio'),
  gapIsRecorded: true,
};
export const RANK: FigureColumn = {
  element: element('dti.rank', 'Xếp hạng DTI', 'rank'),
  gapIsRecorded: false,
};

const figures = [TOTAL, RANK];

/** A table of provinces of 2022 in one group, each row with its source. */
export const PROVINCES: ImportSpec = {
  level: 'province',
  rosterDate: '2022-12-31',
  figures,
  columns: columnNames(figures),
  groupElement: 'dti.group',
  groupCodes: ['province_63'],
  sourceIds: new Set(['press', 'official']),
  defaultSource: null,
};

/** A table of ministries, which are ranked in two groups. */
export const MINISTRIES: ImportSpec = {
  ...PROVINCES,
  level: 'ministry',
  groupCodes: ['with_public_service', 'without_public_service'],
};

const always = { validFrom: null, validTo: null };
export const NAMES: readonly WrittenName[] = [
  { unitId: 'hue', level: 'province', text: 'Thừa Thiên Huế', validFrom: null, validTo: '2024-12-31' },
  { unitId: 'hue', level: 'province', text: 'Huế', ...always },
  { unitId: 'da-nang', level: 'province', text: 'Đà Nẵng', validFrom: null, validTo: '2025-06-30' },
  { unitId: 'da-nang-2025', level: 'province', text: 'Đà Nẵng', validFrom: '2025-07-01', validTo: null },
  { unitId: 'hoa-binh', level: 'province', text: 'Hòa Bình', ...always },
  { unitId: 'bo-noi-vu', level: 'ministry', text: 'Bộ Nội vụ', ...always },
  { unitId: 'bo-tai-chinh', level: 'ministry', text: 'Bộ Tài chính', ...always },
];

export function provinceResolver(on = '2022-12-31'): UnitResolver {
  return new UnitResolver(NAMES, 'province', on);
}

/** Reads rows as a file would give them, one line each. */
export function readRows(
  rows: readonly (readonly string[])[],
  spec: ImportSpec = PROVINCES,
): { figures: FiguresReader['figures']; faults: FaultList } {
  const faults = new FaultList();
  const reader = new FiguresReader(spec, new UnitResolver(NAMES, spec.level, spec.rosterDate), faults);
  rows.forEach((cells, index) => reader.readRow({ line: index + 1, cells }));
  return { figures: reader.figures, faults };
}
