import { describe, expect, it } from '@jest/globals';
import { groupBy } from '../../api/src/platform/group-by.ts';
import { dutyFaults } from '../../api/src/seeding/load-duties.ts';
import { guidanceFaults } from '../../api/src/seeding/load-guidance.ts';
import type { DutiesFile, GuidanceFile, SeedDuty } from '../../api/src/seeding/duty-format.ts';
import { parseSeed } from '../../api/src/seeding/seed-document.ts';
import { seedPaths, seedText, seedYaml } from './seed-files.ts';

const files = seedPaths('.yaml')
  .filter((path) => path.startsWith('duties/'))
  .map((path) => seedYaml(path) as DutiesFile);
const framework = seedYaml('guidance/framework-2024.yaml') as GuidanceFile;
const counted = (by: string): readonly SeedDuty[] =>
  files.filter((file) => file.counted === by).flatMap(({ duties }) => duties);

/** Of each clause of the Decision, its words on one line. */
const clauseTexts = new Map(
  seedPaths('.yaml')
    .filter((path) => path.startsWith('law/decision-142-2024/'))
    .flatMap((path) => (seedYaml(path) as { clauses: { code: string; text?: string }[] }).clauses)
    .map(({ code, text }) => [code, text ?? ''] as const),
);

describe('duties as the requirements count them', () => {
  it('27 in Decision 142 and 13 in other documents', () => {
    expect(counted('decision-142-2024')).toHaveLength(27);
    expect(counted('other-documents')).toHaveLength(13);
  });

  it('of the Decision: by clause', () => {
    const clauses = counted('decision-142-2024').map(({ legal_basis: [first = ''] }) => first.split('#')[1]);
    const counts = [...groupBy(clauses, (clause) => clause)].map(([of, all]) => [of, all.length] as const);
    expect(Object.fromEntries(counts)).toEqual({
      'VI.1.b': 2,
      'VI.2.c': 1,
      'VI.7.a': 3,
      'VI.7.b': 4,
      'VIII.1.a': 1,
      'VIII.1.e': 1,
      'VIII.1.g': 1,
      'VIII.2': 1,
      'VIII.2.b': 5,
      'VIII.2.d': 1,
      'VIII.2.h': 2,
      'VIII.3.a': 1,
      'VIII.4.a': 1,
      'VIII.16.c': 1,
      'VIII.16.e': 1,
      'VIII.17': 1,
    });
  });

  it('every duty of the Decision is in the words of its clause', () => {
    const strange = counted('decision-142-2024').filter(({ legal_basis: [first = ''], words = '' }) => {
      const text = clauseTexts.get(first.split('#')[1] ?? '');
      return text === undefined || words === '' || !text.includes(words);
    });
    expect(strange.map(({ code }) => code)).toEqual([]);
  });

  it('only two kinds of report name a day, the end of the year', () => {
    const dated = files.flatMap(({ duties }) => duties).filter(({ schedule }) => schedule.type === 'yearly_before');
    expect(dated.map(({ schedule }) => schedule)).toEqual(dated.map(() => ({ type: 'yearly_before', month: 12, day: 31 })));
    expect(dated.filter(({ time_printed: printed }) => printed !== undefined).map(({ code }) => code)).toEqual([
      'report-province-yearly',
      'report-database-owner-yearly',
    ]);
  });

  it('nothing of the draft of 2020 is in force, and no binding duty rests on anything but the Decision', () => {
    const all = files.flatMap(({ duties }) => duties);
    const drafts = all.filter(({ legal_basis: bases }) => bases.includes('draft-strategy-2020'));
    expect(drafts.map(({ in_force: inForce }) => inForce)).toEqual(drafts.map(() => false));
    const binding = all.filter(({ standing }) => standing === 'binding').flatMap(({ legal_basis: bases }) => bases);
    expect(binding.filter((reference) => !reference.startsWith('decision-142-2024#'))).toEqual([]);
  });
});

describe('the framework of 2024', () => {
  it('has eight groups with 41 activities, and five levels with their criteria', () => {
    const { groups, levels } = framework;
    expect(groups.map(({ activities }) => activities.length)).toEqual([6, 6, 8, 8, 6, 4, 1, 2]);
    expect(groups.flatMap(({ activities }) => activities)).toHaveLength(41);
    expect(levels.map(({ criteria }) => criteria.length)).toEqual([3, 4, 4, 4, 4]);
    expect(levels.map(({ headline }) => headline !== undefined)).toEqual([false, false, true, true, true]);
  });

  it.each([
    ['II.1', ['province']],
    ['II.2', ['ministry']],
    ['II.5', ['province']],
    ['IV.1', ['province']],
    ['III.7', ['it_unit']],
    ['IV.8', ['it_unit']],
    ['VII', []],
  ])('%s applies to %p', (code, appliesTo) => {
    const found = framework.groups.flatMap(({ activities }) => activities).find((one) => one.code === code);
    expect(found?.applies_to).toEqual(appliesTo);
  });

  it('group III but for its verification is the database owner\'s', () => {
    const inventory = framework.groups.find(({ code }) => code === 'III')?.activities ?? [];
    const owners = inventory.filter(({ applies_to: who }) => who.join() === 'database_owner');
    expect(owners.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 8]);
  });

  it('the one activity of group VII has no number', () => {
    expect(framework.groups.find(({ code }) => code === 'VII')?.activities.map(({ number }) => number)).toEqual([null]);
  });
});

describe('the load refuses, by file, line and path', () => {
  const text = seedText('duties/not-in-the-documents.yaml');
  const read = (changed: string) => parseSeed<DutiesFile>(changed, 'seeds/duties/x.yaml');
  const units = new Set(['viet-nam']);
  const lineOf = (words: string) => text.split('\n').findIndex((line) => line.includes(words)) + 1;
  const refused = (changed: string): unknown => {
    try {
      read(changed);
      return null;
    } catch (problem) {
      return (problem as { errors: readonly unknown[] }).errors[0];
    }
  };

  it('a code that stands twice', () => {
    const document = read(text);
    expect(dutyFaults([document, document], units)).toEqual([
      {
        code: 'SEED_CODE_TWICE',
        path: `seeds/duties/x.yaml:${lineOf('code: report')} /duties/0/code`,
        message: 'report-ministry-yearly stands twice',
      },
    ]);
  });

  it('a unit and a setting that nobody knows', () => {
    const changed = text.replace('levels: [ministry]', 'unit: bo-khong-co').replace('ministry_report_due', 'some_day');
    expect(dutyFaults([read(changed)], units)).toMatchObject([
      { code: 'SEED_REFERENCE_UNKNOWN', path: `seeds/duties/x.yaml:${lineOf('who:')} /duties/0/who` },
      { code: 'SEED_REFERENCE_UNKNOWN', path: `seeds/duties/x.yaml:${lineOf('schedule:')} /duties/0/schedule` },
    ]);
  });

  it('a schedule that no rule has, and a day that is none', () => {
    const at = `seeds/duties/x.yaml:${lineOf('schedule:')} /duties/0/schedule`;
    expect(refused(text.replace('yearly_by_setting', 'now_and_then'))).toMatchObject({ code: 'SEED_VALUE_INVALID', path: expect.stringContaining(at) as unknown });
    expect(refused(text.replace('valid: { from: 2024-02-02 }', 'valid: { from: 2024-02-32 }'))).toMatchObject({
      path: `seeds/duties/x.yaml:${lineOf('valid:')} /valid/from`,
    });
  });

  it('an activity that stands in another place than its code says', () => {
    const guidance = seedText('guidance/framework-2024.yaml').replace('- code: II.3', '- code: II.4');
    const found = guidanceFaults(parseSeed<GuidanceFile>(guidance, 'seeds/guidance/x.yaml'));
    expect(found.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'SEED_CODE_MISPLACED: II.4 stands at II.3',
      'SEED_CODE_TWICE: II.4 stands twice',
    ]);
  });
});
