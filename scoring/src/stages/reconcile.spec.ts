import { describe, expect, it } from '@jest/globals';
import { DTI_METHOD } from './framework.fixture.js';
import { reconcile } from './reconcile.js';

const { rank: RULE } = DTI_METHOD;

describe('reconcile', () => {
  it('shows TP. Hồ Chí Minh 2022: computed 0.7164 from rounded parts, published 0.7163', () => {
    expect(reconcile(0.71637, 0.7163, RULE)).toEqual({
      computed: 0.7164,
      published: 0.7163,
      difference: 0.0001,
      agrees: false,
    });
  });

  it('agrees within the tolerance that published rounding needs', () => {
    expect(reconcile(0.71637, 0.7163, RULE, 1e-4).agrees).toBe(true);
  });

  it('says nothing where one of the two is not there', () => {
    expect(reconcile(null, 0.5, RULE)).toEqual({
      computed: null,
      published: 0.5,
      difference: null,
      agrees: null,
    });
    expect(reconcile(0.5, null, RULE).agrees).toBeNull();
  });

  it('agrees at the precision of the method: to 4 decimals, and without rounding to the last digit', () => {
    expect(reconcile(0.71634, 0.7163, RULE)).toMatchObject({ difference: 0, agrees: true });
    expect(reconcile(0.71634, 0.7163, { ...RULE, decimals: null })).toMatchObject({
      computed: 0.71634,
      agrees: false,
    });
    expect(reconcile(0.5, 0.5, { ...RULE, decimals: null })).toMatchObject({ difference: 0, agrees: true });
  });

  it('counts a difference alike on either side, up to the tolerance and no further', () => {
    expect(reconcile(0.7161, 0.7163, RULE, 2e-4)).toMatchObject({ difference: -0.0002, agrees: true });
    expect(reconcile(0.716, 0.7163, RULE, 2e-4)).toMatchObject({ difference: -0.0003, agrees: false });
    expect(reconcile(0.7166, 0.7163, RULE, 2e-4).agrees).toBe(false);
  });

  it('takes what is not a finite number as not there', () => {
    expect(reconcile(Number.NaN, Infinity, RULE)).toEqual({
      computed: null,
      published: null,
      difference: null,
      agrees: null,
    });
    expect(reconcile(0.5, Number.NaN, { ...RULE, decimals: null }).agrees).toBeNull();
  });

  it('says that two do not agree whose difference no number can hold', () => {
    expect(reconcile(1e308, -1e308, RULE)).toEqual({
      computed: 1e308,
      published: -1e308,
      difference: null,
      agrees: false,
    });
  });
});
