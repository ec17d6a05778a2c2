import { describe, expect, it } from '@jest/globals';
import { Problem } from '../platform/http/problem.js';
import { parseSeed, seedFault } from './seed-document.js';

const HEAD = '# yaml-language-server: $schema=../schemas/data-elements.schema.json\n';

function faults(text: string, schema?: string): readonly unknown[] {
  try {
    parseSeed(text, 'seeds/data-elements/x.yaml', schema);
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect([error.status, error.code]).toEqual([422, 'SEED_FILE_INVALID']);
    return error.errors.map(({ code, path, message }) => [code, path, message]);
  }
}

const COUNT = `${HEAD}
data_elements:
  - code: data.open.datasets
    name: { vi: Số bộ dữ liệu mở, en: Open datasets }
    value_type: count
    unit: { vi: bộ dữ liệu, en: datasets }
    minimum: 0
    levels: [ministry, province]
    description: { vi: Đếm, en: Counted }
`;

describe('a seed file', () => {
  it('is read as plain data, and knows where things stand', () => {
    const document = parseSeed<{ data_elements: { code: string }[] }>(COUNT, 'x.yaml');
    expect(document.value.data_elements[0]?.code).toBe('data.open.datasets');
    expect(document.lineOf(['data_elements', 0, 'unit', 'en'])).toBe(7);
    expect(document.lineOf(['data_elements', 0])).toBe(4);
    expect(document.lineOf([])).toBe(3);
  });

  it('keeps days and numbers in quotes as the text they are', () => {
    const { value } = parseSeed<{ data_elements: { note: string }[] }>(
      `${COUNT}    note: 2024-02-02\n`,
      'x.yaml',
    );
    expect(value.data_elements[0]?.note).toBe('2024-02-02');
  });

  it.each([
    [
      'a word that no rule knows',
      COUNT.replace('value_type: count', 'value_type: cuont'),
      'SEED_VALUE_INVALID',
      ':6 /data_elements/0/value_type',
    ],
    [
      'a key that it does not know',
      COUNT.replace('levels:', 'level:'),
      'SEED_VALUE_INVALID',
      ':9 /data_elements/0/level',
    ],
    [
      'a count that may be below zero',
      COUNT.replace('minimum: 0', 'minimum: -1'),
      'SEED_VALUE_INVALID',
      ':8 /data_elements/0/minimum',
    ],
    ['what is not YAML', `${HEAD}a: [1\n`, 'YAML_INVALID', ':3'],
    ['a key that stands twice', `${HEAD}a: 1\na: 2\n`, 'YAML_INVALID', ':3'],
    ['a file that does not name its schema', 'a: 1\n', 'SEED_SCHEMA_UNNAMED', ':1 /'],
    [
      'a schema that there is not',
      COUNT.replace('data-elements.schema', 'nothing.schema'),
      'SEED_SCHEMA_UNKNOWN',
      ':3 /',
    ],
  ])('is refused for %s, by file, line and path', (_what, text, code, place) => {
    expect(faults(text)).toEqual([expect.arrayContaining([code, `seeds/data-elements/x.yaml${place}`])]);
  });

  it('tells all faults at once', () => {
    const text = COUNT.replace('minimum: 0', 'minimum: -1')
      .replace('value_type: count', 'value_type: amount')
      .replace('code: data', 'code: Data');
    expect(faults(text)).toHaveLength(2);
  });

  it('is checked by the schema that the caller names, whatever its first line says', () => {
    expect(faults(COUNT.replace(HEAD, ''), 'data-elements.schema.json')).toEqual([]);
    expect(faults(COUNT, 'sources.schema.json')).not.toEqual([]);
  });

  it('gives a fault that the schema cannot see the same place', () => {
    const document = parseSeed<unknown>(COUNT, 'x.yaml');
    expect(seedFault(document, 'CODE_DOUBLED', ['data_elements', 0, 'code'], 'stands twice')).toEqual({
      code: 'CODE_DOUBLED',
      path: 'x.yaml:4 /data_elements/0/code',
      message: 'stands twice',
    });
  });
});
