import { describe, expect, it } from '@jest/globals';
import { consecutiveBlocks, finestBlocks, unionOf } from './partition.js';

/** Everything allowed but what holds player 0 without player 1. */
const zeroNeedsOne = (subset: number): boolean => (subset & 0b11) !== 0b01;

describe('finestBlocks', () => {
  it.each([
    ['keeps all apart where all is allowed', 3, () => true, [0b001, 0b010, 0b100]],
    ['joins all where nothing between is', 3, () => false, [0b111]],
    ['joins two of which one needs the other', 3, zeroNeedsOne, [0b011, 0b100]],
    [
      'joins a pair that may only come together',
      4,
      (s: number) => ((s >> 1) & 1) === ((s >> 3) & 1),
      [1, 0b1010, 0b100],
    ],
    [
      'keeps the later ones apart where either would do',
      3,
      (s: number) => s !== 0b010 && s !== 0b101,
      [0b011, 0b100],
    ],
    ['takes one player, and none', 1, () => false, [1]],
    ['has no block of nobody', 0, () => true, []],
  ] as const)('%s', (_what, players, allowed, blocks) => {
    expect(finestBlocks(players, allowed)).toEqual(blocks);
  });

  it('asks neither for nobody nor for all', () => {
    const asked = new Set<number>();
    finestBlocks(2, (subset) => Boolean(asked.add(subset)));
    expect([...asked]).toEqual([1, 2]);
  });
});

describe('consecutiveBlocks', () => {
  it('follows the order, and joins what the next step needs', () => {
    expect(consecutiveBlocks([2, 0, 1], () => true)).toEqual([0b100, 0b001, 0b010]);
    expect(consecutiveBlocks([2, 0, 1], zeroNeedsOne)).toEqual([0b100, 0b011]);
    expect(consecutiveBlocks([1, 0, 2], zeroNeedsOne)).toEqual([0b010, 0b001, 0b100]);
    expect(consecutiveBlocks([0, 1], () => false)).toEqual([0b11]);
    expect(consecutiveBlocks([], () => true)).toEqual([]);
  });
});

describe('unionOf', () => {
  it('joins the blocks that are chosen', () => {
    expect(unionOf([0b001, 0b110], 0b00)).toBe(0);
    expect(unionOf([0b001, 0b110], 0b10)).toBe(0b110);
    expect(unionOf([0b001, 0b110], 0b11)).toBe(0b111);
  });
});
