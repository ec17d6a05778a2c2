import { nameKey, searchKey } from '../../units/name-key.js';
import { fault, type Fault } from './fault.js';
import { overlap, type Period, widens, within } from './period.js';
import { type Rows, type Step, unitOf, type World } from './world.js';

/** Marks that Vietnamese puts on a letter: five tones, the circumflex, the breve, the horn. */
const MARKS = /[\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b]/g;
/** What is left of a name without them; a letter of another script, or one nobody sees, is not among it. */
const PLAIN = /^[A-Za-z0-9 .,'’&()/\-–]+$/;

/** Whether a name is written in Vietnamese and English letters alone, so that no letter only looks like one. */
export function isPlainlyWritten(name: string): boolean {
  const bare = name.normalize('NFC').normalize('NFD').replaceAll(MARKS, '').replaceAll(/[Đđ]/g, 'd');
  return PLAIN.test(bare);
}

/** Two names with one outline are taken for each other: no marks, no difference of I, l and 1 or of O and 0. */
export function outline(name: string): string {
  return searchKey(name)
    .replaceAll(/[l1|]/g, 'i')
    .replaceAll('0', 'o')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}

interface Written {
  readonly unitId: string;
  readonly text: string;
  readonly row: Rows['name'] | Rows['alias'];
}

/** Every way in which units are written in Vietnamese, their aliases among them. */
function writtenIn(world: World): readonly Written[] {
  return [
    ...world.name.flatMap((row) =>
      [...new Set([row.nameVi, row.shortNameVi])].map((text) => ({ unitId: row.unitId, text, row })),
    ),
    ...world.alias.map((row) => ({ unitId: row.unitId, text: row.text, row })),
  ];
}

/**
 * Names that a change gives and that cannot be: written with letters of another script, or another unit's at
 * the same time, or so like it that only marks or look-alike letters tell them apart.
 */
export function nameFaults(after: World, steps: readonly Step[]): readonly Fault[] {
  const written = writtenIn(after);
  return steps.flatMap((step) => {
    if (step.after === null || !hasDays(step.after) || !widens(step.before as Period | null, step.after))
      return [];
    if (step.table === 'name')
      return fullNameFaults(after, written, step.after, step.at, step.before === null);
    if (step.table === 'alias') {
      const { text } = step.after;
      return [...textFaults(text, step.at), ...takenFaults(after, written, step.after, text, step.at)];
    }
    if (step.table !== 'unit' || step.before === null) return [];
    // A unit that is there for longer has its names for longer.
    return written
      .filter(({ unitId }) => unitId === step.unitId)
      .flatMap(({ row, text }) => takenFaults(after, written, row, text, step.at));
  });
}

function hasDays(row: object): row is Period {
  return 'validFrom' in row;
}

function fullNameFaults(
  after: World,
  written: readonly Written[],
  row: Rows['name'],
  at: string,
  isNew: boolean,
): readonly Fault[] {
  const { nameVi, shortNameVi, nameEn } = row;
  const path = (field: string) => (isNew ? `${at}.${field}` : at);
  return [
    ...textFaults(nameVi, path('vi')),
    ...textFaults(shortNameVi, path('shortVi')),
    ...textFaults(nameEn, path('en')),
    ...takenFaults(after, written, row, nameVi, path('vi')),
    ...(shortNameVi === nameVi ? [] : takenFaults(after, written, row, shortNameVi, path('shortVi'))),
  ];
}

function textFaults(text: string, path: string): readonly Fault[] {
  if (isPlainlyWritten(text)) return [];
  return [fault('UNIT_NAME_SCRIPT', path, 'holds a letter that is neither Vietnamese nor English')];
}

function takenFaults(
  world: World,
  written: readonly Written[],
  row: Rows['name'] | Rows['alias'],
  text: string,
  path: string,
): readonly Fault[] {
  const others = written.filter(
    (other) =>
      other.unitId !== row.unitId &&
      atOneTime(world, other.row, row) &&
      outline(other.text) === outline(text),
  );
  const [first] = others;
  if (first === undefined) return [];
  const same = others.find((other) => nameKey(other.text) === nameKey(text));
  return same === undefined
    ? [fault('UNIT_NAME_LOOKS_ALIKE', path, `"${first.text}" is ${first.unitId} at that time`)]
    : [fault('UNIT_NAME_TAKEN', path, `it is the name of ${same.unitId} at that time`)];
}

/** Whether two facts hold at one time, each within the life of its unit. */
export function atOneTime(
  world: World,
  a: Rows['name' | 'alias' | 'code'],
  b: Rows['name' | 'alias' | 'code'],
): boolean {
  const [one, other] = [a, b].map((row) => {
    const unit = unitOf(world, row.unitId);
    return unit === undefined ? null : within(row, unit);
  });
  return one != null && other != null && overlap(one, other);
}
