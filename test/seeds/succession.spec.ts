import { describe, expect, it } from '@jest/globals';
import { holdsOn, readSuccession, readUnits, shiftDay, type Succession, type Unit } from './seed-files.ts';

const units = new Map(readUnits().map((unit) => [unit.id, unit]));
const rows = readSuccession();
const mergers = rows.filter(({ effective_date: day, change }) => day === '2025-07-01' && change === 'merge');
const unit = (id: string): Unit => units.get(id) as Unit;

/** The heir stood before the day and stands on it. */
function goesOn(heir: Unit, day: string): boolean {
  return holdsOn(heir.valid, shiftDay(day, -1)) && holdsOn(heir.valid, day);
}

/** Whether the dates of the two units bear a row out. */
function joins({ change, effective_date: day, predecessor, successor }: Succession): boolean {
  const ended = unit(predecessor).valid.to === shiftDay(day, -1);
  const itself = predecessor === successor;
  switch (change) {
    case 'merge':
    case 'reorganise':
      return ended && unit(successor).valid.from === day;
    case 'absorb':
    case 'dissolve':
      return ended && goesOn(unit(successor), day);
    case 'rename':
      return itself && unit(successor).names.some(({ from }) => from === day);
    case 'kind_change':
      return itself && unit(successor).kinds.some(({ from }) => from === day);
  }
}

describe('succession', () => {
  it('joins up with the validity of the units it names', () => {
    expect(rows.filter((row) => !joins(row))).toEqual([]);
  });

  it('merges 52 provinces into 23 on 01/07/2025 and leaves 11 as they were', () => {
    expect(new Set(mergers.map(({ predecessor }) => predecessor)).size).toBe(52);
    expect(mergers).toHaveLength(52);
    expect(new Set(mergers.map(({ successor }) => successor)).size).toBe(23);
    const provinces = [...units.values()].filter(({ level }) => level === 'province');
    expect(provinces.filter(({ valid }) => valid.from !== '2025-07-01' && !valid.to)).toHaveLength(11);
  });

  it('merges two or three provinces into each, one of which bears the name', () => {
    for (const successor of new Set(mergers.map((row) => row.successor))) {
      const merged = mergers.filter((row) => row.successor === successor).map(({ predecessor }) => predecessor);
      expect([2, 3]).toContain(merged.length);
      expect(merged).toContain(successor.replace('-2025', ''));
    }
  });

  it('says of every unit that ended who came after, and of every one that began who came before', () => {
    const ended = [...units.values()].filter(({ valid }) => valid.to).map(({ id }) => id);
    const began = [...units.values()].filter(({ valid }) => (valid.from ?? '') >= '2025-01-01').map(({ id }) => id);
    expect(ended.filter((id) => !rows.some(({ predecessor }) => predecessor === id))).toEqual([]);
    expect(began.filter((id) => !rows.some(({ successor }) => successor === id))).toEqual([]);
  });

  it('tells every change of name or kind of a unit', () => {
    const told = (id: string, day: string, changes: readonly string[]) =>
      rows.some((row) => row.predecessor === id && row.effective_date === day && changes.includes(row.change));
    const untold = [...units.values()].flatMap(({ id, names, kinds }) => [
      ...names.filter(({ from }) => from && !told(id, from, ['rename', 'kind_change'])).map(() => `${id} name`),
      ...kinds.filter(({ from }) => from && !told(id, from, ['kind_change'])).map(() => `${id} kind`),
    ]);
    expect(untold).toEqual([]);
  });
});
