import type { GuidanceFile, SeedActivity } from './duty-format.js';
import type { ClausesFile, ClausesSeed, SeedClause } from './law-book.js';
import type { SeedDocument, SeedPath } from './seed-document.js';
import type { SeedAction, TasksFile } from './task-formats.js';

/** A clause, and where the seed that defines it has it. */
interface Borrowed {
  readonly clause: SeedClause;
  readonly at: SeedPath;
}

/**
 * The rows of the annex, as clauses. Their words stand in `seeds/tasks`, once: a part, its groups, and
 * each row with the words of its actions.
 */
export function annexClauses(file: SeedDocument<TasksFile>): ClausesSeed {
  const { part, name, groups } = file.value;
  const borrowed = groups.flatMap((group, at): readonly Borrowed[] => [
    {
      clause: {
        code: group.code,
        parent: part,
        heading: group.name,
        check: group.name_check,
        ...(group.note === undefined ? {} : { note: group.note }),
      },
      at: ['groups', at],
    },
    ...group.tasks.map((task, row): Borrowed => {
      const text = wordsOf(task.actions);
      return {
        clause: {
          code: task.code,
          parent: group.code,
          ...(text === null ? {} : { text }),
          check: task.text_check,
          ...(task.note === undefined ? {} : { note: task.note }),
        },
        at: ['groups', at, 'tasks', row],
      };
    }),
  ]);
  const whole: Borrowed = { clause: { code: part, heading: name, check: 'as_printed' }, at: [] };
  return clausesFile(file, file.value, [whole, ...borrowed]);
}

/** One action is a sentence; several are set out with dashes, as the annex prints them. */
function wordsOf(actions: readonly SeedAction[]): string | null {
  const words = actions.flatMap(({ text }) => text ?? []);
  const [only] = words;
  if (only === undefined) return null;
  return words.length === 1 ? only : words.map((text) => `- ${text}`).join('\n');
}

/** The groups and activities of the guidance, as clauses; the cells of a row under their printed titles. */
export function guidanceClauses(file: SeedDocument<GuidanceFile>): ClausesSeed {
  const borrowed = file.value.groups.flatMap((group, at): readonly Borrowed[] => {
    const activities = group.activities.map((activity, row): Borrowed => {
      const text = cellsOf(activity);
      return {
        clause: {
          code: activity.code,
          // A group of one activity shares its code with it.
          ...(activity.code === group.code ? {} : { parent: group.code }),
          heading: activity.name,
          ...(text === '' ? {} : { text }),
          check: activity.text_check,
        },
        at: ['groups', at, 'activities', row],
      };
    });
    if (activities.some(({ clause }) => clause.code === group.code)) return activities;
    const clause = { code: group.code, heading: group.name, check: 'as_printed' as const };
    return [{ clause, at: ['groups', at] }, ...activities];
  });
  return clausesFile(file, file.value.framework, borrowed);
}

function cellsOf({ agency, objective, result, basis_printed: basis }: SeedActivity): string {
  const cells = [
    ['Cơ quan triển khai', agency],
    ['Mục tiêu', objective],
    ['Kết quả', result],
    ['Căn cứ', basis],
  ];
  return cells
    .flatMap(([title = '', words]) => (words === undefined ? [] : [`${title}: ${words}`]))
    .join('\n');
}

function clausesFile(
  file: Pick<SeedDocument<unknown>, 'file' | 'lineOf'>,
  { document, source }: Pick<ClausesFile, 'document' | 'source'>,
  borrowed: readonly Borrowed[],
): ClausesSeed {
  return {
    file: file.file,
    lineOf: file.lineOf,
    value: { document, source, confidence: 'high', clauses: borrowed.map(({ clause }) => clause) },
    pathOf: (at) => borrowed[at]?.at ?? [],
  };
}
