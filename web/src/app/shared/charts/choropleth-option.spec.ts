import { describe, expect, it } from '@jest/globals';
import { LOOK } from '../../../testing/look.js';
import { choroplethOption } from './choropleth-option.js';
import { equalCountClasses } from './classes.js';
import type { Archipelago } from './viet-nam-topology.js';

const hoangSa: Archipelago = {
  id: 'hoang-sa',
  label: { vi: 'QĐ. Hoàng Sa (Đà Nẵng)', en: 'Hoang Sa archipelago (Da Nang)' },
  provinces: { 'roster-2008-08-01': 'da-nang', 'roster-2025-07-01': 'da-nang-2025' },
  centre: [112, 16.5],
  islands: [
    [111.5, 17.1],
    [112.9, 16.8],
  ],
};
const text = {
  value: (value: number | null) => (value === null ? 'không có' : String(value)),
  archipelago: (archipelago: Archipelago) => archipelago.label.vi,
};
const units = [
  { id: 'da-nang', name: 'Đà Nẵng', value: 0.8 },
  { id: 'hue', name: 'Huế', value: 0.4 },
  { id: 'ha-noi', name: 'Hà Nội', value: null },
];

interface Shape {
  readonly geo: {
    readonly map: string;
    readonly itemStyle: { readonly borderType: string };
    readonly tooltip: { readonly formatter: (region: unknown) => string };
    readonly regions: readonly {
      readonly name: string;
      readonly itemStyle: { readonly areaColor: string };
    }[];
  };
  readonly series: readonly [
    {
      readonly data: readonly {
        readonly id: string;
        readonly value: number[];
        readonly itemStyle: { readonly color: string };
      }[];
    },
    { readonly data: readonly { readonly label: { readonly formatter: string } }[] },
  ];
  readonly tooltip: { readonly formatter: (item: unknown) => string };
}

function option(roster: 'roster-2008-08-01' | 'roster-2025-07-01', look = LOOK): Shape {
  const classes = equalCountClasses([0.8, 0.4]);
  return choroplethOption(roster, units, [hoangSa], classes, text, look) as unknown as Shape;
}

describe('the map', () => {
  it('is the one of the roster', () => {
    expect(option('roster-2008-08-01').geo.map).toBe('roster-2008-08-01');
  });

  it('colours the highest class strongest and the lowest palest', () => {
    const colours = option('roster-2008-08-01').geo.regions.map(({ name, itemStyle }) => [
      name,
      itemStyle.areaColor,
    ]);
    expect(colours).toEqual([
      ['da-nang', 'ramp5'],
      ['hue', 'ramp1'],
    ]);
  });

  it('leaves a unit without a value to the dashed outline', () => {
    const { geo } = option('roster-2008-08-01');
    expect(geo.itemStyle.borderType).toBe('dashed');
    expect(geo.regions.map(({ name }) => name)).not.toContain('ha-noi');
  });

  it('draws the islands in the colour of their province, by the roster', () => {
    const [islands] = option('roster-2008-08-01').series;
    expect(islands.data.map(({ id, itemStyle }) => [id, itemStyle.color])).toEqual([
      ['da-nang', 'ramp5'],
      ['da-nang', 'ramp5'],
    ]);
    expect(option('roster-2025-07-01').series[0].data[0]).toMatchObject({
      id: 'da-nang-2025',
      itemStyle: { color: 'surface' },
    });
  });

  it('always names the archipelagos', () => {
    const [label] = option('roster-2008-08-01').series[1].data;
    expect(label?.label.formatter).toBe('QĐ. Hoàng Sa (Đà Nẵng)');
    const [narrow] = option('roster-2008-08-01', { ...LOOK, narrow: true }).series[1].data;
    expect(narrow?.label.formatter).toBe('QĐ. Hoàng Sa\n(Đà Nẵng)');
  });

  it('says name and value of a region and of an island', () => {
    const { geo, tooltip } = option('roster-2008-08-01');
    expect(geo.tooltip.formatter({ name: 'hue' })).toBe('Huế<br><b>0.4</b>');
    expect(geo.tooltip.formatter({ name: 'ha-noi' })).toBe('Hà Nội<br><b>không có</b>');
    expect(tooltip.formatter({ data: { id: 'da-nang' } })).toBe('Đà Nẵng<br><b>0.8</b>');
  });
});
