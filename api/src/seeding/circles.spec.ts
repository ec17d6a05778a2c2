import { describe, expect, it } from '@jest/globals';
import { circleIn } from './circles.js';

const next = (links: Readonly<Record<string, string>>) => (one: string) => links[one];

describe('a circle', () => {
  it.each([
    ['none in a line', 'a', { a: 'b', b: 'c' }, null],
    ['of one with itself', 'a', { a: 'a' }, ['a', 'a']],
    ['of three', 'b', { a: 'b', b: 'c', c: 'a' }, ['b', 'c', 'a', 'b']],
    ['further on is not one through the start', 'a', { a: 'b', b: 'c', c: 'b' }, null],
  ])('%s', (_what, start, links, circle) => {
    expect(circleIn(start, next(links))).toEqual(circle);
  });
});
