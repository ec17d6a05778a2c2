import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }] as const,
  ),
);

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

const GROUNDS = ['ground', 'surface', 'sunk'];
const TEXT: readonly (readonly [string, readonly string[]])[] = [
  ['ink', [...GROUNDS, 'accent-soft', 'info-soft', 'warn-soft', 'bad-soft']],
  ['ink-2', [...GROUNDS, 'accent-soft']],
  ['ink-3', GROUNDS],
  ['accent', [...GROUNDS, 'accent-soft']],
  ['accent-ink', [...GROUNDS, 'accent-soft']],
  ['on-accent', ['accent']],
  ['bad', [...GROUNDS, 'bad-soft']],
  ['warn', [...GROUNDS, 'warn-soft']],
  ['info', [...GROUNDS, 'info-soft']],
  ...[1, 2, 3, 4, 5].map((step) => [`on-ramp-${step}`, [`ramp-${step}`]] as const),
];
const GRAPHICS: readonly (readonly [string, readonly string[]])[] = [
  ['line-strong', GROUNDS],
  ['focus', [...GROUNDS, 'accent-soft']],
  ['accent', GROUNDS],
];

describe.each(['light', 'dark'] as const)('contrast of the %s tokens', (theme) => {
  const of = (name: string): string => {
    const token = tokens.get(name);
    if (!token) throw new Error(`tokens.css has no colour --${name}`);
    return token[theme];
  };
  const pairs = (table: typeof TEXT): string[][] =>
    table.flatMap(([name, on]) => on.map((under) => [name, under]));

  it.each(pairs(TEXT))('text --%s reads on --%s: at least 4.5', (name, under) => {
    expect(contrast(of(name ?? ''), of(under ?? ''))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs(GRAPHICS))('--%s shows on --%s: at least 3', (name, under) => {
    expect(contrast(of(name ?? ''), of(under ?? ''))).toBeGreaterThanOrEqual(3);
  });

  it('steps of the ramp stand apart from each other', () => {
    const steps = [1, 2, 3, 4, 5].map((step) => luminance(of(`ramp-${step}`)));
    const sorted = [...steps].sort((a, b) => (theme === 'light' ? b - a : a - b));
    expect(steps).toEqual(sorted);
    for (let step = 1; step < 5; step += 1) {
      expect(contrast(of(`ramp-${step}`), of(`ramp-${step + 1}`))).toBeGreaterThanOrEqual(1.3);
    }
  });
});
