import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { SEEDS } from '../seed-folder.js';
import { generateFigures } from './generate-figures.js';
import { OUTLIERS } from './outliers.js';
import { reportedBy, SAMPLE, type SampleFigure } from './sample-world.js';
import { worldOfSeeds } from './sample-world.fixture.js';

const world = worldOfSeeds();
const { figures, reports } = generateFigures(world);
/** The latest of each cell, as the database would take it. */
const current = new Map(figures.map((figure) => [keyOf(figure), figure]));

function keyOf({ unitId, dataElement, period }: SampleFigure): string {
  return `${period} ${unitId} ${dataElement}`;
}

function valueAt(period: string, unitId: string, element: string): number | null {
  return current.get(`${period} ${unitId} ${element}`)?.value ?? null;
}

/** Numerators and denominators of every formula of the seeds. */
function ratiosOfSeeds(): readonly (readonly [part: string, whole: string])[] {
  const pairs = new Map<string, readonly [string, string]>();
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (typeof node !== 'object' || node === null) return;
    const { kind, numerator, denominator } = node as Record<string, unknown>;
    if (kind === 'ratio' && typeof numerator === 'string' && typeof denominator === 'string') {
      pairs.set(`${numerator} ${denominator}`, [numerator, denominator]);
    }
    Object.values(node).forEach(walk);
  };
  for (const folder of ['frameworks', 'targets']) {
    for (const name of filesIn(folder))
      walk(parse(readFileSync(join(SEEDS, folder, name), 'utf8'), { schema: 'core' }));
  }
  return [...pairs.values()];
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(join(SEEDS, folder)).filter((name) => name.endsWith('.yaml'));
  } catch {
    return [];
  }
}

describe('the figures of a sample', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(generateFigures(worldOfSeeds()).figures).toEqual(figures);
    const other = generateFigures(worldOfSeeds(7)).figures;
    const different = other.filter((figure, at) => figure.value !== figures[at]?.value);
    expect(different.length).toBeGreaterThan(figures.length / 4);
  });

  it('of a unit do not change when another data element comes in beside', () => {
    const wider = {
      ...world,
      elements: [...world.elements, { code: 'data.new.thing', valueType: 'count', levels: ['province'] }],
    };
    const grown = generateFigures(wider).figures.filter(
      ({ dataElement }) => dataElement !== 'data.new.thing',
    );
    expect(grown).toEqual(figures);
  });

  it('are there, or stated as a gap, for every unit and every element of its level, in every year', () => {
    const expected = world.years.flatMap(({ period, units }) =>
      units.flatMap(({ id, level }) =>
        reportedBy(world.elements, level).map(({ code }) => `${period} ${id} ${code}`),
      ),
    );
    expect(expected.length).toBeGreaterThan(10_000);
    expect([...current.keys()].sort()).toEqual(expected.sort());
  });

  it('have the rosters of their years: 63 provinces and then 34, ministries before and after March 2025', () => {
    const count = world.years.map(({ units }) => units.filter(({ level }) => level === 'province').length);
    expect(count).toEqual([63, 63, 34, 34]);
    const charged = (period: string) =>
      new Set(figures.filter((f) => f.period === period).map(({ unitId }) => unitId));
    expect(charged('2024')).toContain('bo-thong-tin-va-truyen-thong');
    expect(charged('2025')).not.toContain('bo-thong-tin-va-truyen-thong');
    expect(charged('2025')).toContain('bo-nong-nghiep-va-moi-truong');
    expect(charged('2024')).not.toContain('bo-nong-nghiep-va-moi-truong');
  });

  it('are within the bounds of their element: counts whole and not negative, yes or no 1 or 0', () => {
    const types = new Map(world.elements.map(({ code, valueType }) => [code, valueType]));
    for (const figure of figures) {
      const type = types.get(figure.dataElement);
      if (figure.value === null) continue;
      expect(Number.isSafeInteger(figure.value)).toBe(true);
      expect(figure.value).toBeGreaterThanOrEqual(0);
      if (type === 'yes_no') expect([0, 1]).toContain(figure.value);
      if (type === 'code') expect(figure.textValue).not.toBeNull();
    }
  });

  it('have a value unless their status says that there is none', () => {
    for (const { status, value, textValue } of figures) {
      expect(['M', 'L', 'O'].includes(status)).toBe(value === null && textValue === null);
    }
  });

  it('never have a numerator above its denominator, not even where a report was sent back', () => {
    const pairs = ratiosOfSeeds();
    expect(pairs.length).toBeGreaterThan(20);
    let compared = 0;
    for (const [part, whole] of pairs) {
      for (const figure of figures) {
        if (figure.dataElement !== part || figure.value === null) continue;
        const of = valueAt(figure.period, figure.unitId, whole);
        if (of === null) continue;
        compared += 1;
        if (figure.value > of) throw new Error(`${keyOf(figure)}: ${figure.value} of ${of} ${whole}`);
      }
    }
    expect(compared).toBeGreaterThan(1_000);
  });

  it('add up to about a billion exchanges a year', () => {
    const sums = ['2023', '2024', '2025'].map(
      (period) => valueAt(period, 'viet-nam', 'data.sharing.transactions') ?? 0,
    );
    const strange = OUTLIERS.filter(({ dataElement }) => dataElement === 'data.sharing.transactions');
    for (const [at, total] of sums.entries()) {
      const outlying = strange
        .filter(({ period }) => period === String(2023 + at))
        .map(({ period, unitId }) => valueAt(period, unitId, 'data.sharing.transactions') ?? 0);
      const usual = total - outlying.reduce((sum, value) => sum + value, 0);
      expect(usual).toBeGreaterThan(0.5e9);
      expect(usual).toBeLessThan(2e9);
    }
  });

  it('are skewed: the largest province has many times the exchanges of the middling one', () => {
    const values = world.years[1]?.units
      .filter(({ level }) => level === 'province')
      .flatMap(({ id }) => valueAt('2024', id, 'data.sharing.transactions') ?? [])
      .sort((a, b) => a - b) as number[];
    expect(values.at(-1) ?? 0).toBeGreaterThan(5 * (values[Math.floor(values.length / 2)] ?? 0));
  });

  it('of what was adopted stay adopted', () => {
    const yes = world.elements.filter(
      ({ code, valueType }) => valueType === 'yes_no' && code.startsWith('data.'),
    );
    for (const { code } of yes) {
      for (const { id } of world.years[0]?.units ?? []) {
        const [first, second] = ['2023', '2024'].map((period) => valueAt(period, id, code));
        if (first === 1 && second !== null) expect([code, id, second]).toEqual([code, id, 1]);
      }
    }
  });
});

describe('a merged province in a sample', () => {
  it('continues its predecessors: as many people as they had, and about as many datasets', () => {
    const merged = world.successions
      .filter(({ successorId }) => successorId === 'tuyen-quang-2025')
      .map(({ predecessorId }) => predecessorId);
    expect(merged).toHaveLength(2);
    const before = (element: string) =>
      merged.map((id) => valueAt('2024', id, element) ?? 0).reduce((sum, value) => sum + value, 0);
    for (const [element, from, to] of [
      ['data.unit.population', 0.99, 1.03],
      ['data.open.datasets', 0.9, 2],
    ] as const) {
      const ratio = (valueAt('2025', 'tuyen-quang-2025', element) ?? 0) / before(element);
      expect(ratio).toBeGreaterThan(from);
      expect(ratio).toBeLessThan(to);
    }
    expect(current.get('2025 tuyen-quang-2025 data.open.datasets')?.status).toBe('B');
  });
});

describe('the gaps of a sample', () => {
  const share = (period: string, statuses: readonly string[]) => {
    const all = [...current.values()].filter((figure) => figure.period === period);
    return all.filter(({ status }) => statuses.includes(status)).length / all.length;
  };

  it('say why: not asked before the Decision, not applicable, not answered', () => {
    const targets = figures.filter((f) => f.period === '2023' && f.dataElement.startsWith('target.'));
    expect(new Set(targets.map(({ status }) => status))).toEqual(new Set(targets.length > 0 ? ['L'] : []));
    expect(share('2024', ['O'])).toBeGreaterThan(0.02);
    expect(share('2024', ['O'])).toBeLessThan(0.12);
    expect(share('2024', ['M'])).toBeGreaterThan(0.005);
  });

  it('are many in the year in course, and what is there is provisional', () => {
    expect(share(SAMPLE.yearInCourse, ['L'])).toBeGreaterThan(0.2);
    const there = figures.filter((f) => f.period === SAMPLE.yearInCourse && f.value !== null);
    expect(new Set(there.map(({ status }) => status))).toEqual(new Set(['P', 'V']));
  });
});

describe('the reports of a sample', () => {
  it('came in every way: in time, late, returned, with gaps, not at all', () => {
    expect(new Set(reports.map(({ kind }) => kind))).toEqual(
      new Set(['full', 'late', 'returned', 'partial', 'none']),
    );
    for (const report of reports.filter(({ kind }) => kind === 'late')) {
      expect(report.submittedOn?.slice(0, 4)).toBe(String(Number(report.period) + 1));
    }
    for (const { submittedOn, returnedOn, resubmittedOn } of reports.filter(
      ({ kind }) => kind === 'returned',
    )) {
      expect(
        [submittedOn, returnedOn, resubmittedOn].every(
          (day, at, all) => at === 0 || (day ?? '') > (all[at - 1] ?? ''),
        ),
      ).toBe(true);
    }
  });

  it('that were returned leave the figure that was sent back in the history', () => {
    const returned = figures.filter(({ status }) => status === 'V');
    expect(returned.length).toBeGreaterThan(20);
    for (const figure of returned) {
      const latest = current.get(keyOf(figure));
      expect(latest?.status).not.toBe('V');
      expect((latest?.writtenAt ?? '') > figure.writtenAt).toBe(true);
      expect(latest?.value).not.toBe(figure.value);
    }
  });
});

describe('the outliers of a sample', () => {
  const planted = OUTLIERS.filter(({ dataElement }) =>
    world.elements.some(({ code }) => code === dataElement),
  );

  it.each(planted)(
    '$unitId $period $dataElement is planted and says so',
    ({ unitId, period, dataElement, note }) => {
      expect(current.get(`${period} ${unitId} ${dataElement}`)).toMatchObject({ note });
    },
  );

  it('are no others', () => {
    expect(figures.filter(({ note }) => note?.startsWith('Giá trị bất thường')).length).toBe(planted.length);
  });
});
