import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { day, pageQuery, paginate } from './page.js';

const query = z.object(pageQuery);

describe('paginate', () => {
  it.each([
    [1, 2, [1, 2]],
    [3, 2, [5]],
    [4, 2, []],
    [9_007_199_254_740_991, 500, []],
  ])('page %i of %i items', (page, size, items) => {
    expect(paginate([1, 2, 3, 4, 5], { page, size })).toEqual({ items, total: 5, page, size });
  });
});

describe('the query of a list', () => {
  it('is the first hundred when nothing is said', () => {
    expect(query.parse({})).toEqual({ page: 1, size: 100 });
  });

  it.each([
    { page: '0' },
    { page: '-1' },
    { page: '1.5' },
    { page: 'x' },
    { page: '' },
    { page: '1e300' },
    { page: ['1', '2'] },
    { size: '0' },
    { size: '501' },
    { size: 'NaN' },
  ])('is refused as %j', (asked) => expect(query.safeParse(asked).success).toBe(false));
});

describe('day', () => {
  it.each(['2024-02-29', '0001-01-01', '9999-12-31'])('takes %s', (text) => {
    expect(day.safeParse(text).success).toBe(true);
  });

  it.each([
    '2023-02-29',
    '2024-13-01',
    '0000-01-01',
    '20240101',
    '2024-1-1',
    '2024-01-01T00:00:00Z',
    ' 2024-01-01',
    '',
  ])('refuses %j', (text) => expect(day.safeParse(text).success).toBe(false));
});
