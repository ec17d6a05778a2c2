import { describe, expect, it } from '@jest/globals';
import { FaultList } from './fault-list.js';

describe('FaultList', () => {
  it('keeps the first 1,000 word for word and counts all, the most frequent code first', () => {
    const faults = new FaultList();
    for (let line = 1; line <= 1_500; line += 1) faults.add(line, 'unit', 'UNIT_UNKNOWN', 'x', null);
    for (let line = 1; line <= 2_000; line += 1) faults.add(line, null, 'ROW_TOO_LONG', '9', '≤ 2');
    expect(faults.kept).toHaveLength(1_000);
    expect(faults.kept.at(-1)).toMatchObject({ line: 1_000, code: 'UNIT_UNKNOWN' });
    expect(faults.count).toBe(3_500);
    expect(faults.totals).toEqual([
      { code: 'ROW_TOO_LONG', count: 2_000 },
      { code: 'UNIT_UNKNOWN', count: 1_500 },
    ]);
    expect(faults.keeps).toBe(false);
  });

  it('shows 80 characters of what was found, none cut in half', () => {
    const faults = new FaultList();
    faults.add(1, 'c'.repeat(5_000), 'X', '𠀀'.repeat(500), null);
    faults.add(1, 'c', 'X', 'a'.repeat(80), null);
    const [long, fits] = faults.kept;
    expect(long?.found).toBe(`${'𠀀'.repeat(80)}…`);
    expect(long?.column).toBe(`${'c'.repeat(80)}…`);
    expect(fits?.found).toBe('a'.repeat(80));
  });
});
