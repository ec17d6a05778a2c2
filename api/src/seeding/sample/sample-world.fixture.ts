import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { SEEDS } from '../seed-folder.js';
import { SAMPLE, type SampleElement, type SampleUnit, type SampleWorld } from './sample-world.js';

interface UnitSeed {
  readonly id: string;
  readonly level: SampleUnit['level'];
  readonly valid: { readonly from?: string; readonly to?: string };
  readonly kinds: readonly { readonly kind: string }[];
  readonly regions?: readonly { readonly region: string; readonly from?: string; readonly to?: string }[];
}

/** The world as the seeds tell it, for specs without a database. */
export function worldOfSeeds(seed: number = SAMPLE.seed): SampleWorld {
  const units = seedsIn<UnitSeed>('units/roster', 'units');
  const elements = seedsIn<{ code: string; value_type: string; levels?: readonly string[] }>(
    'data-elements',
    'data_elements',
  );
  const successions = seedsIn<{ predecessor: string; successor: string }>('units/succession', 'succession');
  return {
    seed,
    successions: successions.map(({ predecessor, successor }) => ({
      predecessorId: predecessor,
      successorId: successor,
    })),
    elements: elements
      .map(({ code, value_type, levels }): SampleElement => ({
        code,
        valueType: value_type,
        levels: levels ?? [],
      }))
      .filter(({ levels }) => levels.length > 0),
    years: SAMPLE.years.map((period) => {
      const on = `${period}-12-31`;
      const existing = units.filter(({ valid }) => holds(valid, on));
      const mapped = existing.map((unit): SampleUnit => ({
        id: unit.id,
        level: unit.level,
        kind: unit.kinds[0]?.kind ?? unit.level,
        regionId: (unit.regions ?? []).find((region) => holds(region, on))?.region ?? null,
      }));
      return {
        period,
        units: mapped,
        regions: [...new Set(mapped.flatMap(({ regionId }) => (regionId === null ? [] : [regionId])))],
      };
    }),
  };
}

function holds({ from, to }: { readonly from?: string; readonly to?: string }, on: string): boolean {
  return (from === undefined || from <= on) && (to === undefined || on <= to);
}

function seedsIn<T>(folder: string, key: string): readonly T[] {
  return readdirSync(join(SEEDS, folder))
    .filter((name) => name.endsWith('.yaml'))
    .flatMap(
      (name) =>
        (
          parse(readFileSync(join(SEEDS, folder, name), 'utf8'), { schema: 'core' }) as Record<
            string,
            readonly T[]
          >
        )[key] ?? [],
    );
}
