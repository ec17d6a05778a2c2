import { describe, expect, it } from '@jest/globals';
import type { UncertainInput } from '../model/simulation.js';
import { Design, runCount, runsOfRow } from './design.js';

const choice = (name: string): UncertainInput => ({
  name,
  kind: 'missing',
  alternatives: ['zero', 'reweight'],
});
const weights = (name: string): UncertainInput => ({
  name,
  kind: 'weights',
  distribution: { method: 'simplex' },
});
const noise: UncertainInput = {
  name: 'noise',
  kind: 'data',
  noise: { distribution: 'normal', scale: 'relative', size: 0.1 },
};

describe('runsOfRow', () => {
  it('is A alone, or A, B and one exchanged run for each input', () => {
    expect(runsOfRow(3, false)).toEqual(['A']);
    expect(runsOfRow(2, true)).toEqual(['A', 'B', { exchanged: 0 }, { exchanged: 1 }]);
  });

  it.each([
    [1000, 5, false, 1000],
    [1000, 5, true, 7000],
    [1, 2, true, 4],
  ])('%p draws of %p inputs, sensitivity %p: %p runs', (draws, inputs, withSensitivity, runs) => {
    expect(runCount(draws, inputs, withSensitivity)).toBe(runs);
    expect(draws * runsOfRow(inputs, withSensitivity).length).toBe(runs);
  });
});

describe('Design', () => {
  const inputs = [choice('x'), weights('w'), choice('y'), noise];
  const design = new Design(7, inputs);
  const uniforms = (...of: Parameters<Design['draw']>): readonly number[] => [...design.draw(...of).uniforms];
  const stream = (input: number, ...of: Parameters<Design['draw']>): number =>
    design.draw(...of).streams[input]?.uniform() ?? NaN;

  it('exchanges one column and no other', () => {
    const [a, b] = [uniforms(3, 'A'), uniforms(3, 'B')];
    expect(a[0]).not.toBe(b[0]);
    expect(uniforms(3, { exchanged: 0 })).toEqual([b[0], 0, a[2], 0]);
    expect(uniforms(3, { exchanged: 2 })).toEqual([a[0], 0, b[2], 0]);
    const [ofA, ofB] = [stream(1, 3, 'A'), stream(1, 3, 'B')];
    expect(ofA).not.toBe(ofB);
    expect(stream(1, 3, { exchanged: 0 })).toBe(ofA);
    expect(stream(1, 3, { exchanged: 1 })).toBe(ofB);
  });

  it('gives a row the same numbers whenever it is asked', () => {
    const first = uniforms(0, 'A');
    uniforms(1, 'A');
    expect(uniforms(0, 'A')).toEqual(first);
    expect(uniforms(1, 'A')).not.toEqual(first);
    expect(stream(3, 0, 'A')).toBe(stream(3, 0, 'A'));
    expect(stream(3, 0, 'A')).not.toBe(stream(3, 1, 'A'));
  });

  it('has a generator for what is drawn alone', () => {
    expect(design.draw(0, 'A').streams.map((own) => own !== null)).toEqual([false, true, false, true]);
  });

  it('does not move an input when others come, go or change places', () => {
    const other = new Design(7, [noise, choice('y'), choice('new')]);
    expect(other.draw(5, 'A').uniforms[1]).toBe(uniforms(5, 'A')[2]);
    expect(other.draw(5, 'B').streams[0]?.uniform()).toBe(stream(3, 5, 'B'));
  });

  it('gives inputs, matrices and seeds numbers of their own', () => {
    const numbers = [0, 1, 2].flatMap((row) =>
      (['A', 'B'] as const).flatMap((kind) => [uniforms(row, kind)[0], uniforms(row, kind)[2]]),
    );
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(new Design(8, inputs).draw(0, 'A').uniforms[0]).not.toBe(uniforms(0, 'A')[0]);
    expect(numbers.every((own) => own !== undefined && own >= 0 && own < 1)).toBe(true);
  });
});
