import { describe, expect, it } from '@jest/globals';
import { nodeResultOf, resultOf } from '../../../testing/rankings.js';
import { wordingOf } from '../../../testing/wording.js';
import { inOrder, orderOf } from './ranking-order.js';

const rows = [
  resultOf('Đà Nẵng', { rank: 1, nodes: [nodeResultOf('dti.a', 0.1, 0.2)] }),
  resultOf('An Giang', { rank: 2, nodes: [nodeResultOf('dti.a', 0.1, null)] }),
  resultOf('Bắc Kạn', { rank: 3, nodes: [nodeResultOf('dti.a', 0.1, 0)] }),
  resultOf('Cần Thơ', { rank: 4, nodes: [nodeResultOf('dti.a', 0.1, 0.9)] }),
];
const idsBy = (order: Parameters<typeof inOrder>[1]): string[] =>
  inOrder(rows, order, wordingOf('vi')).map((row) => row.unitId);

describe('the order of an address', () => {
  it.each([
    ['name', 'name'],
    ['node:dti.a', 'node:dti.a'],
    [undefined, 'rank'],
    ['total desc; drop table', 'rank'],
  ])('%s is %s', (text, order) => {
    expect(orderOf(text)).toBe(order);
  });
});

describe('rows in order', () => {
  it('of rank stay as they came', () => {
    expect(idsBy('rank')).toEqual(['Đà Nẵng', 'An Giang', 'Bắc Kạn', 'Cần Thơ']);
  });

  it('of name follow the Vietnamese alphabet', () => {
    expect(idsBy('name')).toEqual(['An Giang', 'Bắc Kạn', 'Cần Thơ', 'Đà Nẵng']);
  });

  it('of an index go from high to low, those not collected after the zeros', () => {
    expect(idsBy('node:dti.a')).toEqual(['Cần Thơ', 'Đà Nẵng', 'Bắc Kạn', 'An Giang']);
  });

  it('are a new list', () => {
    idsBy('name');
    expect(rows[0]?.unitId).toBe('Đà Nẵng');
  });
});
