import { describe, expect, it } from '@jest/globals';
import { decodeRing, STEPS_PER_DEGREE } from './delta-encoding.ts';

/** Writes steps as the package does: zigzag, one character for each, from code 64 on. */
function encode(...steps: readonly number[]): string {
  return steps.map((step) => String.fromCharCode(64 + ((step << 1) ^ (step >> 31)))).join('');
}

const degrees = (steps: number) => steps / STEPS_PER_DEGREE;

describe('decodeRing', () => {
  it('takes each pair as a step east and north from the point before', () => {
    const ring = decodeRing(encode(0, 0, 5, -3, -7, 100), [107294, 10771]);
    expect(ring).toEqual([
      [degrees(107294), degrees(10771)],
      [degrees(107299), degrees(10768)],
      [degrees(107292), degrees(10868)],
    ]);
  });

  it('reads "@@" as no step and "A" as one step back', () => {
    expect(decodeRing('@@A@', [1024, 2048])).toEqual([
      [1, 2],
      [degrees(1023), 2],
    ]);
  });

  it('refuses half a pair', () => {
    expect(() => decodeRing('@@@', [0, 0])).toThrow(RangeError);
  });
});
