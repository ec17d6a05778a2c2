import { describe, expect, it } from '@jest/globals';
import type { CountsFile, PlanFile, SeedTask, SolutionsFile, TasksFile } from '../../api/src/seeding/task-formats.ts';
import { seedPaths, seedYaml } from './seed-files.ts';

const PROGRAMME = 'tasks/decision-142-2024';
const part = (name: string) => seedYaml(`${PROGRAMME}/${name}.yaml`) as TasksFile;
const [A, B, C, BODY] = [part('a'), part('b'), part('c'), part('body')] as const;
const rows = (file: TasksFile): SeedTask[] => file.groups.flatMap(({ tasks }) => [...tasks]);
const annex = [A, B, C].flatMap(rows);
const actions = annex.flatMap((task) => task.actions.map((action) => ({ task, action })));
const plan = seedYaml('tasks/mic-action-plan-2024.yaml') as PlanFile & { rows: { national: number; ministry: number } };

/** Points of one heading of the Decision's body: `IV.1` and `a-h`, without the letters that Vietnamese skips. */
function points(heading: string, last: string): string[] {
  const letters = [...'abcdđeghikl'];
  return letters.slice(0, letters.indexOf(last) + 1).map((letter) => `${heading}.${letter}`);
}

const BODY_CLAUSES = {
  IV: [
    ...points('IV.1', 'h'),
    ...points('IV.2', 'b'),
    ...points('IV.3', 'e'),
    ...points('IV.4', 'b'),
    ...points('IV.5', 'b'),
    ...points('IV.6', 'b'),
    ...points('IV.7', 'd'),
  ],
  V: [...points('V.1', 'd'), ...points('V.2', 'c'), ...points('V.3', 'd'), ...points('V.4', 'đ')],
  VI: [
    ...['VI.1', 'VI.2', 'VI.3', 'VI.4'].flatMap((heading) => points(heading, 'c')),
    ...points('VI.5', 'd'),
    ...points('VI.6', 'd'),
    ...points('VI.7', 'b'),
  ],
  VIII: [
    ...Object.entries({ 1: 'i', 2: 'k', 3: 'c', 4: 'c', 5: 'd', 6: 'e', 7: 'd', 8: 'd', 9: 'd', 10: 'b' }),
    ...Object.entries({ 11: 'c', 12: 'b', 13: 'b', 14: 'c', 15: 'd', 16: 'e' }),
  ]
    .flatMap(([number, last]) => points(`VIII.${number}`, last))
    .concat('VIII.17'),
} as const;

const code = (reference: string): string => reference.replace('decision-142-2024#', '');
const linked = actions.flatMap(({ action }) => action.body_clauses.map(code));

describe('the annex of Decision 142', () => {
  it('has 77 rows, 21, 14 and 42, and 90 actions', () => {
    expect([A, B, C].map((file) => rows(file).length)).toEqual([21, 14, 42]);
    expect([A, B, C].map((file) => rows(file).flatMap((task) => task.actions).length)).toEqual([25, 16, 49]);
    expect(annex).toHaveLength(77);
    expect(actions).toHaveLength(90);
  });

  it.each([
    ['A', A, [7, 2, 4, 2, 2, 2, 2]],
    ['B', B, [4, 3, 4, 3]],
    ['C', C, [4, 3, 2, 3, 4, 2, 2, 4, 2, 3, 2, 2, 3, 3, 2, 1]],
  ] as const)('has in part %s its groups with so many rows each, numbered on', (name, file, counts) => {
    expect(file.groups.map(({ tasks }) => tasks.length)).toEqual(counts);
    const numerals = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI'.split(' ');
    expect(file.groups.map((group) => group.code)).toEqual(counts.map((_, at) => `${name}.${numerals[at]}`));
    for (const group of file.groups) {
      expect(group.tasks.map((task) => task.code)).toEqual(group.tasks.map((_, at) => `${group.code}.${at + 1}`));
    }
  });

  it('has 46 ongoing rows, 16 to 2030, 10 to 2025, 2 of 2024, and one each of the others', () => {
    const counts = new Map<string, number>();
    for (const { period } of annex) {
      const key = typeof period === 'object' ? `${period.from}-${period.to}` : (period ?? 'by action');
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect(Object.fromEntries(counts)).toEqual({
      ongoing: 46,
      '2024-2030': 16,
      '2024-2025': 10,
      '2024-2024': 2,
      '2024-2027': 1,
      '2025-2030': 1,
      'by action': 1,
    });
  });

  it('gives the two actions of A.I.3 a period each', () => {
    const periods = annex.find((task) => task.code === 'A.I.3')?.actions.map(({ period }) => period);
    expect(periods).toEqual([
      { from: '2024', to: '2027' },
      { from: '2025', to: '2030' },
    ]);
  });

  it('marks the ten damaged rows, and invents nothing for the one that is lost', () => {
    const damaged = annex.filter((task) => task.text_check === 'damaged').map((task) => task.code);
    expect(damaged).toEqual(
      'A.I.6 A.II.1 A.II.2 A.III.1 A.III.2 A.III.3 A.III.4 B.II.2 C.XV.2 C.XVI.1'.split(' '),
    );
    const unread = actions.filter(({ action }) => action.text === null).map(({ action }) => action.code);
    expect(unread).toEqual(['C.XV.2/1']);
  });

  it('has joint leads, empty coordinator cells, and leads that cannot be read', () => {
    const leads = new Map(annex.map((task) => [task.code, task.leads]));
    expect(leads.get('A.II.1')).toEqual(['bo-cong-an', 'bo-thong-tin-va-truyen-thong']);
    expect(leads.get('A.III.4')).toEqual(['bo-lao-dong-thuong-binh-va-xa-hoi', 'bo-giao-duc-va-dao-tao']);
    expect(leads.get('A.VII.2')).toHaveLength(2);
    expect(annex.filter((task) => task.leads.length === 0).map((task) => task.code)).toEqual(['A.I.6', 'A.III.1']);
    expect(annex.find((task) => task.code === 'A.IV.1')?.coordinators).toEqual([]);
  });

  it('lets every ministry and province answer part B, but for B.I.4', () => {
    const alone = rows(B).filter(({ answered_by }) => answered_by !== 'each_ministry_and_province');
    expect(alone.map((task) => [task.code, task.leads])).toEqual([['B.I.4', ['bo-thong-tin-va-truyen-thong']]]);
  });

  it('prints Vietnamese in composed letters, without what a scan leaves behind', () => {
    const texts = [...annex, ...rows(BODY)].flatMap((task) => task.actions.flatMap(({ text }) => text ?? []));
    expect(texts.filter((text) => text !== text.normalize('NFC'))).toEqual([]);
    expect(texts.filter((text) => /[<>_#]| họp|dữ liêu|sử dựng|tinh hình|  |\bli>/u.test(text))).toEqual([]);
  });
});

describe('the clauses of the body', () => {
  it('are 26, 16, 22 and 70', () => {
    expect(Object.values(BODY_CLAUSES).map((clauses) => clauses.length)).toEqual([26, 16, 22, 70]);
  });

  it('are each linked with a row or held as a duty: those without a row are the ones that are known', () => {
    const wanted = [...BODY_CLAUSES.IV, ...BODY_CLAUSES.V, ...BODY_CLAUSES.VIII];
    const unclear = annex.flatMap((task) => (task.unclear_clauses ?? []).map(code));
    const without = wanted.filter((clause) => !linked.includes(clause) && !unclear.includes(clause));
    expect(without).toEqual(['IV.3.đ', ...points('VIII.1', 'i'), 'VIII.2.c', 'VIII.2.i', 'VIII.7.d']);
    // The first sentence of V.1.d is row B.I.4, the second a duty of its own.
    expect(rows(BODY).map((task) => task.code)).toEqual(['IV.3.đ', 'V.1.d', ...without.slice(1)]);
    expect(unclear).toEqual(['VIII.16.a', 'VIII.16.c', 'VIII.16.đ', 'VIII.16.e']);
    expect(linked.filter((clause) => !wanted.includes(clause))).toEqual([]);
    expect(new Set(linked).size).toBe(linked.length);
  });

  it('say in a duty word for word what the clause says', () => {
    const file = seedPaths('.yaml').filter((path) => path.startsWith('law/decision-142-2024/'));
    const clauses = file.flatMap((path) => (seedYaml(path) as { clauses: { code: string; text?: string }[] }).clauses);
    const words = (text = ''): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
    for (const task of rows(BODY)) {
      const own = words(clauses.find((clause) => clause.code === task.code)?.text);
      expect([task.code, own.includes(words(task.actions[0]?.text ?? '?'))]).toEqual([task.code, true]);
    }
  });

  it('of section VI are 22 solutions', () => {
    const { solutions } = seedYaml(`${PROGRAMME}/solutions.yaml`) as SolutionsFile;
    expect(solutions.map(({ clause }) => code(clause))).toEqual(BODY_CLAUSES.VI);
  });

  it('without a time of their own are not given one', () => {
    const ongoing = rows(BODY).filter(({ period }) => period !== 'unstated');
    expect(ongoing.map((task) => [task.code, task.period])).toEqual(
      ['VIII.1.a', 'VIII.1.e', 'VIII.1.g'].map((own) => [own, 'ongoing']),
    );
    for (const task of ongoing) expect(task.actions[0]?.text).toContain('hằng năm');
  });
});

describe("the ministry's plan of 2024", () => {
  it('lets 14 duties be seen, 9 of them with a time, of 22 + 29 rows', () => {
    expect(plan.duties).toHaveLength(14);
    expect(plan.duties.filter(({ phase, deadline }) => phase ?? deadline)).toHaveLength(9);
    expect(plan.rows).toEqual({ national: 22, ministry: 29 });
  });

  it('has the dates that stand beside the annex', () => {
    const dates = plan.duties.flatMap(({ task, deadline }) => (deadline ? [[task, deadline.due]] : []));
    expect(dates).toEqual([
      ['A.III.3', '2025-06-30'],
      ['A.V.2', '2025-12-31'],
      ['A.V.1', '2026-12-31'],
      ['C.I.2', '2024-12-31'],
      ['C.I.3', '2025-12-31'],
      ['C.I.1', '2024-12-31'],
      ['C.I.1', '2024-09-30'],
      ['C.I.1', '2024-12-31'],
    ]);
  });
});

describe('the data year 2023', () => {
  it('had 32 tasks and one more, by number only', () => {
    const { counts } = seedYaml('tasks/data-year-2023.yaml') as CountsFile;
    expect(counts.filter(({ additional }) => additional !== true).map(({ count }) => count)).toEqual([8, 9, 5, 6, 4]);
    expect(counts.filter(({ additional }) => additional === true).map(({ count }) => count)).toEqual([1]);
  });
});
