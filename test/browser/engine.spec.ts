import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as Engine from '@dti-monitor/scoring';
import * as here from '@dti-monitor/scoring';
import type { Page } from 'playwright-core';
import { useBrowser } from './harness/journey.ts';
import { open } from './harness/screen.ts';

const BUILT = join(import.meta.dirname, '../../scoring/dist');
/** Where the page finds the built engine; nothing there is part of the product. */
const DOOR = '/engine-under-test/index.js';

/** Skewed, with gaps: enough for every stage, logarithms and powers to have work. */
const UNITS = Array.from({ length: 30 }, (_, u) => ({ code: `u${u}`, group: u % 2 === 0 ? 'even' : 'odd' }));
const DATASET: Engine.Dataset = {
  units: UNITS,
  columns: ['a', 'b', 'c', 'd'].map((element, e) => ({
    element,
    values: UNITS.map((_, u) =>
      u === 7 && e === 1 ? null : Math.round(((u * 7919 + e * 104_729) % 997) ** (1 + e / 2)) + 1,
    ),
  })),
};
const FRAMEWORK: Engine.Framework = {
  code: 'four-indicators',
  method: {
    impute: { method: 'group_median', fallback: 'median' },
    treat: {
      method: 'test_and_treat',
      test: { skewness: 0.5, kurtosis: 2 },
      points: 2,
      transformation: { kind: 'log_shifted' },
      combine: false,
    },
    normalise: { method: 'min_max', to: [1, 100], constant: 'undetermined' },
    weights: { method: 'equal' },
    aggregation: { method: 'geometric', nonPositive: 'undetermined' },
    missing: 'no_value',
    notApplicable: 'reweight',
    rank: { method: 'competition', decimals: 6, rounding: 'half_up_decimal', direction: 'descending' },
  },
  root: {
    code: 'index',
    children: [
      { code: 'first', children: [{ code: 'a' }, { code: 'b' }] },
      { code: 'second', children: [{ code: 'c' }, { code: 'd', direction: 'lower_is_better' }] },
    ],
  },
};
const CHANGES: readonly Engine.Change[] = [
  { kind: 'value', unit: 'u3', element: 'a', value: 900 },
  { kind: 'method', set: { aggregation: { method: 'arithmetic' } } },
];
const DRAWS: Engine.SimulationSpecification = {
  draws: 200,
  seed: 7,
  inputs: [
    { name: 'weights', kind: 'weights', distribution: { method: 'noise', share: 0.25 } },
    { name: 'data', kind: 'data', noise: { distribution: 'normal', scale: 'relative', size: 0.05 } },
  ],
};

async function serveEngine(page: Page): Promise<void> {
  await page.route('**/engine-under-test/**', async (route) => {
    const path = new URL(route.request().url()).pathname.replace('/engine-under-test/', '');
    await route.fulfill({ contentType: 'text/javascript', body: await readFile(join(BUILT, path), 'utf8') });
  });
}

/** Engines may take the last digits of logarithms and powers differently: the promise is 1e-12. */
const TOLERANCE = 1e-12;

/** Where two plain values differ by more than that; the first places, so that a failure can be read. */
function differences(there: unknown, expected: unknown, path = ''): readonly string[] {
  if (typeof there === 'number' && typeof expected === 'number') {
    const near = Math.abs(there - expected) <= TOLERANCE * Math.max(1, Math.abs(expected));
    return near ? [] : [`${path}: ${there} instead of ${expected}`];
  }
  if (typeof there !== 'object' || typeof expected !== 'object' || there === null || expected === null) {
    return there === expected ? [] : [`${path}: ${String(there)} instead of ${String(expected)}`];
  }
  const keys = new Set([...Object.keys(there), ...Object.keys(expected)]);
  return [...keys].flatMap((key) =>
    differences(
      (there as Record<string, unknown>)[key],
      (expected as Record<string, unknown>)[key],
      `${path}/${key}`,
    ),
  );
}

/** What both sides are asked: a what-if and a simulation, as plain data. */
function answers(engine: typeof Engine): { readonly whatIf: unknown; readonly simulation: unknown } {
  return {
    whatIf: engine.perturb(FRAMEWORK, DATASET, CHANGES),
    simulation: engine.simulate(FRAMEWORK, DATASET, DRAWS),
  };
}

describe('the engine in the browser', () => {
  const { visit } = useBrowser();

  it('answers a what-if and a simulation as it does on the server: every number within 1e-12, every rank the same', async () => {
    const expected = JSON.parse(JSON.stringify(answers(here))) as {
      whatIf: { ok: boolean };
      simulation: { ok: boolean };
    };
    expect([expected.whatIf.ok, expected.simulation.ok]).toEqual([true, true]);
    await visit({}, async (page) => {
      await serveEngine(page);
      await open(page, '/');
      const there = await page.evaluate(
        async ({ door, framework, dataset, changes, draws }) => {
          const engine = (await import(door)) as typeof Engine;
          return JSON.stringify({
            whatIf: engine.perturb(framework, dataset, changes),
            simulation: engine.simulate(framework, dataset, draws),
          });
        },
        { door: DOOR, framework: FRAMEWORK, dataset: DATASET, changes: CHANGES, draws: DRAWS },
      );
      expect(there.length).toBeGreaterThan(10_000);
      expect(differences(JSON.parse(there), expected).slice(0, 5)).toEqual([]);
    });
  });
});
