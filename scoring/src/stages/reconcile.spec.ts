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
});
