import type { EChartsCoreOption } from 'echarts/core';
import { chartGround, type ChartLook, escapeHtml } from './chart-look.js';
import { type Classification, rampStep } from './classes.js';
import type { Archipelago, RosterMap } from './viet-nam-topology.js';

export interface ChoroplethUnit {
  readonly id: string;
  readonly name: string;
  readonly value: number | null;
}

export interface ChoroplethText {
  /** The value written out, or the words for "no data". */
  readonly value: (value: number | null) => string;
  readonly archipelago: (archipelago: Archipelago) => string;
}

/**
 * A map of one roster: five classes of colour, a dashed outline where there is no value, and the
 * islands of Hoàng Sa and Trường Sa as points in their province's colour, always named.
 * Every item carries the unit's id, so that a press can open it.
 */
export function choroplethOption(
  roster: RosterMap,
  units: readonly ChoroplethUnit[],
  archipelagos: readonly Archipelago[],
  classification: Classification,
  text: ChoroplethText,
  look: ChartLook,
): EChartsCoreOption {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const fill = (id: string): string | null => {
    const index = classification.classOf(byId.get(id)?.value ?? null);
    return index === null ? null : (look.ramp[rampStep(index, classification.classes.length)] ?? null);
  };
  const ground = chartGround(look);
  const said = (id: string): string => {
    const unit = byId.get(id);
    return unit ? `${escapeHtml(unit.name)}<br><b>${escapeHtml(text.value(unit.value))}</b>` : '';
  };
  return {
    ...ground,
    tooltip: {
      ...ground.tooltip,
      formatter: (island: { data: { id: string } }) => said(island.data.id),
    },
    geo: geoOf(roster, units, fill, said, look),
    series: [islandSeries(roster, archipelagos, fill, look), labelSeries(roster, archipelagos, text, look)],
  };
}

function geoOf(
  roster: RosterMap,
  units: readonly ChoroplethUnit[],
  fill: (id: string) => string | null,
  said: (id: string) => string,
  look: ChartLook,
): Record<string, unknown> {
  return {
    map: roster,
    // A degree of longitude at 16° N is 0.96 of a degree of latitude.
    aspectScale: 0.96,
    // On a phone the names of the archipelagos take two lines, the lower of which needs room to the south.
    boundingCoords: [
      [101.9, 23.6],
      [116.6, look.narrow ? 5.2 : 6.5],
    ],
    left: 0,
    right: 0,
    top: 0,
    bottom: 0,
    preserveAspect: 'contain',
    // A region is no item of a series: without words of its own it would show its id.
    tooltip: { show: true, formatter: (region: { name: string }) => said(region.name) },
    selectedMode: false,
    itemStyle: noDataStyle(look),
    emphasis: { label: { show: false }, itemStyle: { borderColor: look.ink, borderWidth: 2 } },
    regions: units.flatMap((unit) => {
      const areaColor = fill(unit.id);
      if (areaColor === null) return [];
      const itemStyle = { areaColor, borderColor: look.surface, borderWidth: 0.75, borderType: 'solid' };
      return [{ name: unit.id, itemStyle, emphasis: { itemStyle: { areaColor } } }];
    }),
  };
}

function noDataStyle(look: ChartLook): Record<string, unknown> {
  return { areaColor: look.surface, borderColor: look.lineStrong, borderWidth: 0.75, borderType: 'dashed' };
}

function islandSeries(
  roster: RosterMap,
  archipelagos: readonly Archipelago[],
  fill: (id: string) => string | null,
  look: ChartLook,
): Record<string, unknown> {
  return {
    type: 'scatter',
    coordinateSystem: 'geo',
    symbol: 'circle',
    symbolSize: look.narrow ? 4 : 5,
    data: archipelagos.flatMap((archipelago) => {
      const id = archipelago.provinces[roster];
      const itemStyle = { color: fill(id) ?? look.surface, borderColor: look.lineStrong, borderWidth: 1 };
      return archipelago.islands.map((place) => ({ id, value: [...place], itemStyle }));
    }),
  };
}

function labelSeries(
  roster: RosterMap,
  archipelagos: readonly Archipelago[],
  text: ChoroplethText,
  look: ChartLook,
): Record<string, unknown> {
  return {
    type: 'scatter',
    coordinateSystem: 'geo',
    symbolSize: 0,
    silent: true,
    data: archipelagos.map((archipelago) => ({
      id: archipelago.provinces[roster],
      value: [
        Math.min(...archipelago.islands.map(([longitude]) => longitude)) - 0.6,
        Math.min(...archipelago.islands.map(([, latitude]) => latitude)) - (look.narrow ? 1 : 0.6),
      ],
      label: {
        show: true,
        position: 'right',
        distance: 0,
        // On a phone the province stands on a line of its own, clear of the coast and of the edge.
        formatter: look.narrow
          ? text.archipelago(archipelago).replace(' (', '\n(')
          : text.archipelago(archipelago),
        color: look.ink2,
        fontFamily: look.words,
        fontSize: look.narrow ? look.text * 0.85 : look.text,
        lineHeight: look.text * 1.1,
      },
    })),
  };
}
