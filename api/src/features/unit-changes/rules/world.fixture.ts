import { ENTERED } from './planning.js';
import type { Known, Rows, UnitRow, World } from './world.js';

const OPEN = { validFrom: null, validTo: null };

export function unit(id: string, own: Partial<UnitRow> = {}): UnitRow {
  return { id, level: 'province', ...OPEN, legalBasis: null, note: null, ...ENTERED, ...own };
}

export function named(unitId: string, nameVi: string, own: Partial<Rows['name']> = {}): Rows['name'] {
  return { unitId, nameVi, shortNameVi: nameVi, nameEn: nameVi, ...OPEN, ...own };
}

export function coded(unitId: string, code: string, own: Partial<Rows['code']> = {}): Rows['code'] {
  return { unitId, scheme: 'gso', code, verified: true, ...ENTERED, ...OPEN, ...own };
}

/** Four provinces, one of which ended with the last year, two ministries, the nation. */
export function known(own: Partial<World> = {}): Known {
  const units = [
    unit('viet-nam', { level: 'nation' }),
    unit('phu-tho'),
    unit('hoa-binh'),
    unit('vinh-phuc', { validFrom: '1997-01-01' }),
    unit('ha-tay', { validTo: '2023-12-31' }),
    unit('bo-noi-vu', { level: 'ministry' }),
    unit('bo-cong-an', { level: 'ministry' }),
  ];
  const names = ['Việt Nam', 'Phú Thọ', 'Hòa Bình', 'Vĩnh Phúc', 'Hà Tây', 'Bộ Nội vụ', 'Bộ Công an'];
  return {
    world: {
      unit: units,
      name: units.map(({ id }, index) => named(id, names[index] ?? id)),
      kind: units.map(({ id, level }) => ({ unitId: id, kind: level, ...OPEN })),
      code: [coded('phu-tho', '25'), coded('hoa-binh', '17'), coded('ha-tay', '28')],
      region: [],
      alias: [],
      charge: [{ unitId: 'bo-noi-vu', abbreviation: 'BNV', ...ENTERED, ...OPEN }],
      succession: [],
      ...own,
    },
    regions: [
      { id: 'north', ...OPEN },
      { id: 'old-north', validFrom: null, validTo: '2024-12-31' },
    ],
    published: { nation: '2022-12-31', ministry: '2021-12-31', province: '2022-12-31' },
    publishedOn: '2023-07-12',
  };
}
