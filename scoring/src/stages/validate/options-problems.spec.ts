import { describe, expect, it } from '@jest/globals';
import { compare } from '../compare/compare.js';
import { compute } from '../compute.js';
import { explain } from '../explain/explain.js';
import { gains } from '../explain/gains.js';
import { DTI_2020 } from '../framework.fixture.js';
import { perturb } from '../perturb/perturb.js';

const DATASET = { units: [{ code: 'u', group: 'g' }] };
const SIDE = { framework: DTI_2020, dataset: DATASET };

const DOOR: readonly (readonly [string, (options: never) => { readonly ok: boolean }, string])[] = [
  ['compute', (options) => compute(DTI_2020, DATASET, options), 'detail'],
  ['perturb', (options) => perturb(DTI_2020, DATASET, [], options), 'detail'],
  ['explain', (options) => explain(DTI_2020, DATASET, 'u', options), 'baseline'],
  ['gains', (options) => gains(DTI_2020, DATASET, 'u', options), 'steps elements grain costs reach'],
  ['compare', (options) => compare(SIDE, SIDE, options), 'corrected succession units split'],
];

describe('the options of the door', () => {
  it.each(DOOR)('of %s are refused where a name means nothing', (_name, call, known) => {
    expect(call({ detial: 'scores' } as never)).toMatchObject({
      ok: false,
      problems: [{ code: 'KEY_UNKNOWN', path: 'options.detial', params: { key: 'detial', known } }],
    });
    expect(call({} as never)).toMatchObject({ ok: true });
  });

  it.each(DOOR)('of %s are a set of settings', (_name, call) => {
    expect(call(7 as never)).toMatchObject({
      ok: false,
      problems: [{ code: 'OPTIONS_INVALID', path: 'options', params: { found: 7 } }],
    });
  });

  it.each(DOOR.slice(0, 2))('of %s name a detail that there is', (_name, call) => {
    expect(call({ detail: 'node' } as never)).toMatchObject({
      ok: false,
      problems: [
        { code: 'OPTIONS_INVALID', path: 'options.detail', params: { found: 'node', known: 'nodes scores' } },
      ],
    });
    expect(call({ detail: 'nodes' } as never).ok && call({ detail: 'scores' } as never).ok).toBe(true);
  });
});
