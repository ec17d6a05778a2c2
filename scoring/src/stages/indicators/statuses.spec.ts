import { describe, expect, it } from '@jest/globals';
import { OBSERVATION_STATUSES, type DataColumn, type ObservationStatus } from '../../model/dataset.js';
import type { Formula } from '../../model/formula.js';
import { elementSource } from './element-source.js';
import { indicator } from './indicator.js';
import { statusesOf } from './statuses.js';

const WITHOUT_VALUE = 'MLO';

/** A data element of value 1 wherever its letter is a status with a value. */
function column(element: string, letters: string, value = 1): DataColumn {
  const statuses = [...letters] as ObservationStatus[];
  return {
    element,
    values: statuses.map((status) => (WITHOUT_VALUE.includes(status) ? null : value)),
    statuses,
  };
}

function told(formula: Formula, now: readonly DataColumn[], before: readonly DataColumn[] = []): string {
  const units = (now[0]?.values as readonly number[]).map((_, index) => ({ code: `u${index}`, group: null }));
  const source = elementSource({ units, columns: now, earlier: [{ columns: before }] });
  const leaf = { code: 'n', formula };
  return [...statusesOf(leaf, indicator(leaf, source), source)]
    .map((number) => OBSERVATION_STATUSES[number])
    .join('');
}

const RATIO: Formula = {
  kind: 'ratio',
  numerator: 'a',
  denominator: 'b',
  zeroDenominator: 'undetermined',
  nothingToCount: 'not_applicable',
  exceeding: 'keep',
};

describe('statusesOf', () => {
  it('is that of the data element where there is one', () => {
    expect(told({ kind: 'value', element: 'a' }, [column('a', 'AEIPVBMLO')])).toBe('AEIPVBMLO');
  });

  it('is the weakest of several, in either place', () => {
    expect(told(RATIO, [column('a', 'AAAAAABPVE'), column('b', 'ABPVEIPVEI')])).toBe('ABPVEIPVEI');
    expect(told(RATIO, [column('a', 'ABPVEIPVEI'), column('b', 'AAAAAABPVE')])).toBe('ABPVEIPVEI');
  });

  it('goes by the state where there is no number', () => {
    expect(told(RATIO, [column('a', 'MOLI'), column('b', 'EEEL')])).toBe('MOLL');
    // 0 of 0: the policy says not applicable. 1 of 0: undetermined, of data that were estimated.
    expect(told(RATIO, [column('a', 'E', 0), column('b', 'E', 0)])).toBe('M');
    expect(told(RATIO, [column('a', 'E', 1), column('b', 'A', 0)])).toBe('E');
  });

  it('takes a gap that is accepted for no status of the sum', () => {
    const formula: Formula = { kind: 'sum', elements: ['a', 'b'], gap: 'zero' };
    expect(told(formula, [column('a', 'APM'), column('b', 'OLO')])).toBe('APA');
  });

  it('looks at the period before for growth alone', () => {
    const now = [column('a', 'AP')];
    const before = [column('a', 'EB')];
    expect(told({ kind: 'growth', element: 'a', zeroBefore: 'missing' }, now, before)).toBe('EP');
    expect(told({ kind: 'value', element: 'a' }, now, before)).toBe('AP');
  });
});
