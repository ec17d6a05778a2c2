import { describe, expect, it } from '@jest/globals';
import { SnakeNamingStrategy } from './snake-naming.strategy.js';

describe('SnakeNamingStrategy', () => {
  it.each([
    ['validFrom', 'valid_from'],
    ['nameVi', 'name_vi'],
    ['sha256', 'sha256'],
    ['id', 'id'],
  ])('calls %s %s', (property, column) => {
    expect(new SnakeNamingStrategy().columnName(property, undefined, [])).toBe(column);
  });
});
