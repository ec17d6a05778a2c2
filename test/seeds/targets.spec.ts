/** The counts of section III of Decision 142/QĐ-TTg and of what came before it (requirements B, I, K). */
import { describe, expect, it } from '@jest/globals';
import type { SeedMeasure, TargetsFile } from '../../api/src/seeding/target-format.ts';
import { seedYaml } from './seed-files.ts';

const read = (name: string): TargetsFile => seedYaml(`targets/${name}.yaml`) as TargetsFile;
const decision = read('decision-142-2024');
const measuresOf = ({ targets }: TargetsFile): readonly SeedMeasure[] => targets.flatMap(({ measures }) => measures);
const kinds = (file: TargetsFile) => {
  const count = (kind: SeedMeasure['kind']) => measuresOf(file).filter((measure) => measure.kind === kind).length;
  return { printed: count('printed'), carried: count('carried'), noFigure: count('no_figure') };
};

describe('Decision 142', () => {
  const measures = measuresOf(decision);

  it('has 20 targets in groups of 2, 6, 11 and 1', () => {
    expect(decision.targets).toHaveLength(20);
    expect(
      decision.groups.map(({ code }) => decision.targets.filter(({ group }) => group === code).length),
    ).toEqual([2, 6, 11, 1]);
  });

  it('has them in the Vietnamese order of letters', () => {
    const letters = (group: string) =>
      decision.targets.filter((target) => target.group === group).map(({ code }) => code.replace(`${group}.`, ''));
    expect(letters('III.2')).toEqual(['a', 'b', 'c', 'd', 'đ', 'e']);
    expect(letters('III.3')).toEqual(['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l']);
  });

  it('has 32 measures: 25 printed, 5 carried, 2 without a figure', () => {
    expect(kinds(decision)).toEqual({ printed: 25, carried: 5, noFigure: 2 });
    expect(measures.filter(({ kind }) => kind === 'carried').map(({ code }) => code)).toEqual([
      'III.1.b-2',
      'III.2.a-2',
      'III.2.a-3',
      'III.4-2',
      'III.4-3',
    ]);
    expect(measures.filter(({ kind }) => kind === 'no_figure').map(({ code }) => code)).toEqual([
      'III.3.a-2',
      'III.3.e-2',
    ]);
  });

  it('prints nineteen 100 %, one 90, one 95, at least 80, 70 and 40, and 5 exchanges', () => {
    const printed = measures.filter(({ kind }) => kind === 'printed');
    expect(printed.filter(({ value }) => value === 100)).toHaveLength(19);
    const others = printed.filter(({ value }) => value !== 100);
    expect(others.map(({ code, value, unit }) => [code, value, unit])).toEqual([
      ['III.2.d-2', 80, 'percent'],
      ['III.2.đ-1', 70, 'percent'],
      ['III.3.c-1', 90, 'percent'],
      ['III.3.e-3', 40, 'percent'],
      ['III.3.k-1', 95, 'percent'],
      ['III.3.l-1', 5, 'count'],
    ]);
    expect(measures.filter(({ kind }) => kind === 'carried').every(({ value }) => value === 100)).toBe(true);
  });

  it('has two measures in each of the targets that print two figures', () => {
    const twice = decision.targets.filter(
      ({ measures: own }) => own.filter(({ kind }) => kind === 'printed').length === 2,
    );
    expect(twice.map(({ code }) => code)).toEqual(['III.2.d', 'III.3.a', 'III.3.c', 'III.3.d', 'III.3.e']);
  });

  it('takes out databases of special professional work in exactly two places', () => {
    const excluded = measures.filter(({ exclusion }) => exclusion !== undefined);
    expect(excluded.map(({ code }) => code)).toEqual(['III.2.b-1', 'III.2.d-2']);
  });

  it('asks for freshness in III.3.đ, III.3.h and III.3.i', () => {
    expect(measures.flatMap(({ code, freshness }) => (freshness ? [[code, freshness.kind]] : []))).toEqual([
      ['III.3.đ-1', 'timely'],
      ['III.3.h-1', 'real_time'],
      ['III.3.i-1', 'timely'],
    ]);
  });

  it('leaves to be defined what the Decision does not define', () => {
    const open = measures.filter(({ definition }) => definition === 'to_be_defined');
    expect(open.map(({ code }) => code)).toEqual([
      'III.1.b-1',
      'III.1.b-2',
      'III.2.đ-1',
      'III.3.g-1',
      'III.3.h-1',
      'III.3.i-1',
      'III.3.k-1',
    ]);
    expect(open.every((m) => m.definition_note?.vi.includes('không được định nghĩa trong văn bản') === true)).toBe(true);
  });

  it('says of III.2.b alone that without need it is not applicable', () => {
    expect(measures.filter((m) => m.not_applicable_standing === 'stated').map(({ code }) => code)).toEqual(['III.2.b-1']);
  });

  it('says who is in charge of each target, that every unit is, or that no clause does', () => {
    const silent = decision.targets.filter((target) => (target.owners ?? []).length === 0 && !target.each_unit);
    expect(silent.map(({ code, owner_note: note }) => [code, note?.vi.includes('cần đối chiếu')])).toEqual([
      ['III.1.b', true],
    ]);
  });

  it('never lets a national figure be typed in where units report', () => {
    const fromUnits = measures.filter(({ levels }) => levels?.includes('nation') === false);
    expect(fromUnits.map(({ code }) => code.split('-')[0])).toEqual([
      'III.2.b',
      'III.2.c',
      'III.2.d',
      'III.2.d',
      'III.2.đ',
      'III.2.e',
      'III.3.k',
      'III.4',
      'III.4',
      'III.4',
    ]);
    expect(fromUnits.every((m) => m.roll_up === 'sum_over_sum' || m.roll_up === 'share_of_yes')).toBe(true);
  });

  it('is in NFC throughout', () => {
    const text = JSON.stringify(decision);
    expect(text).toBe(text.normalize('NFC'));
  });
});

describe('what came before', () => {
  it('has 13 targets and 19 measures, 16 of them printed, in the draft of 2020', () => {
    const draft = read('draft-strategy-2020');
    expect(draft.targets).toHaveLength(13);
    expect(kinds(draft)).toEqual({ printed: 16, carried: 3, noFigure: 0 });
  });

  it('has nine quantified targets in the data year 2023, one of them by a word', () => {
    const year = read('data-year-2023');
    expect(year.targets).toHaveLength(9);
    expect(kinds(year)).toEqual({ printed: 8, carried: 0, noFigure: 1 });
  });

  it('is collected no more', () => {
    const past = [read('draft-strategy-2020'), read('data-year-2023')].flatMap(measuresOf);
    expect(past.filter(({ formula }) => formula !== undefined)).toEqual([]);
  });
});

describe('the words of each measure, condition and exclusion', () => {
  interface Clause {
    readonly code: string;
    readonly text?: string;
  }
  const clausesOf = (path: string): readonly Clause[] => (seedYaml(path) as { clauses: Clause[] }).clauses;
  const LAW = [
    ...clausesOf('law/decision-142-2024/03-targets.yaml').map((clause) => ['decision-142-2024', clause] as const),
    ...clausesOf('law/draft-strategy-2020/draft.yaml').map((clause) => ['draft-strategy-2020', clause] as const),
  ];
  const spaced = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
  const textOf = (reference: string): string => {
    const [, clause] = LAW.find(([document, { code }]) => `${document}#${code}` === reference) ?? [];
    return spaced(clause?.text ?? '');
  };
  const quotes = [decision, read('draft-strategy-2020')].flatMap(({ targets }) =>
    targets.flatMap(({ legal_basis: [reference = ''], conditions = [], measures }) => [
      ...conditions.map(({ code, words }) => [code, words, reference] as const),
      ...measures.map(({ code, words }) => [code, words, reference] as const),
      ...measures.flatMap(({ code, exclusion }) => (exclusion ? [[code, exclusion.words, reference] as const] : [])),
      ...measures.flatMap(({ code, freshness }) => (freshness ? [[code, freshness.words, reference] as const] : [])),
    ]),
  );

  it.each(quotes)('%s: "%s" stand in %s', (_code, words, reference) => {
    expect(textOf(reference)).toContain(spaced(words));
  });
});
