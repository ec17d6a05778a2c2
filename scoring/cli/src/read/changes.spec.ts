import { describe, expect, it } from '@jest/globals';
import type { Dataset } from '@dti-monitor/scoring';
import { changedDataset, readChanges } from './changes.js';

const KNOWN = {
  units: ['A', 'A.b', 'Hà Nội', 'TP. HCM'],
  elements: ['c', 'b.c', 'x=y', 'day'],
  days: new Set(['day']),
};
const read = (...given: string[]) => readChanges(given, KNOWN);

describe('what if', () => {
  it.each([
    ['A.c=12', 'A', 'c', 12, 'A'],
    ['Hà Nội.b.c=-0.5', 'Hà Nội', 'b.c', -0.5, 'A'],
    ['TP. HCM.c=3', 'TP. HCM', 'c', 3, 'A'],
    ['A.x=y=7', 'A', 'x=y', 7, 'A'],
    ['A.c=', 'A', 'c', null, 'L'],
    ['A.c=M', 'A', 'c', null, 'M'],
    ['A.day=1970-01-02', 'A', 'day', 1, 'A'],
    [' A.c = 4 ', 'A', 'c', 4, 'A'],
  ])('%s', (text, unit, element, value, status) => {
    expect(read(text)).toEqual([{ kind: 'value', unit, element, value, status }]);
  });

  it('is found however the accents are composed', () => {
    expect(read('Hà Nội.c=1'.normalize('NFD'))[0]).toMatchObject({ unit: 'Hà Nội' });
  });

  it.each([
    ['A.c', 'WHAT_IF_UNREADABLE'],
    [
      'B.c=1',
      'WHAT_IF_UNKNOWN: "B.c" names no unit of the data and data element of the framework. Did you mean "A.c"?',
    ],
    ['nothing=1', 'WHAT_IF_UNKNOWN'],
    ['A.c=1,5', 'NUMBER_INVALID: "1,5" is no number. Decimals take a point'],
  ])('%s is refused', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  it('refuses what can be read in two ways, and says everything at once', () => {
    expect(() => readChanges(['A.b.c=1'], KNOWN)).toThrow(
      'WHAT_IF_AMBIGUOUS: "A.b.c" can be read in several ways: b.c of A; c of A.b.',
    );
    expect(() => read('A.c', 'nothing=1')).toThrow(/WHAT_IF_UNREADABLE.*\n.*WHAT_IF_UNKNOWN/);
  });
});

describe('a changed data set', () => {
  const values = new Float64Array([1, 2]);
  const dataset: Dataset = {
    units: [
      { code: 'A', group: 'g' },
      { code: 'Hà Nội', group: 'g' },
    ],
    columns: [
      { element: 'c', values, statuses: new Uint8Array([0, 0]) },
      { element: 'day', values, statuses: new Uint8Array([0, 0]) },
    ],
  };

  it('has the new values, and leaves the old data as they were', () => {
    const changed = changedDataset(dataset, read('Hà Nội.c=5', 'A.c=O'));
    expect(changed.columns).toEqual([
      { element: 'c', values: new Float64Array([0, 5]), statuses: new Uint8Array([8, 0]) },
      dataset.columns?.[1],
    ]);
    expect([...values]).toEqual([1, 2]);
  });
});
