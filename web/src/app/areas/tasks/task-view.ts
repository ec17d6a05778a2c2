import type { TaskDetail } from '../../api-client/models/task-detail.js';
import type { TaskStatus } from '../../api-client/models/task-status.js';
import type { UnitSummary } from '../../api-client/models/unit-summary.js';
import { actorWords } from '../../shared/format/actor.js';
import type { Wording } from '../../shared/language/wording.js';
import { bodyText, periodText } from './task-words.js';

export interface TaskFact {
  readonly label: string;
  readonly values: readonly string[];
  /** The cell as printed, where it differs from how the bodies are named here. */
  readonly printed: string | null;
  readonly damaged: boolean;
}

/** Implementing body, coordinators, expected result, years, deadline. */
export function taskFacts(task: TaskDetail, wording: Wording): readonly TaskFact[] {
  const { t, formats } = wording;
  const plain = (label: string, value: string): TaskFact => ({
    label,
    values: [value],
    printed: null,
    damaged: false,
  });
  const none = (values: readonly string[], word: string) => (values.length === 0 ? [word] : values);
  return [
    {
      label: t('tasks.fact.leads'),
      values: none(
        task.leads.map((lead) => bodyText(lead, wording)),
        t('tasks.noLead'),
      ),
      printed: task.leadsPrinted,
      damaged: task.leadsCheck === 'damaged',
    },
    {
      label: t('tasks.fact.coordinators'),
      values: none(
        task.coordinators.map((one) => bodyText(one, wording)),
        t(task.coordinatorsCheck === 'damaged' ? 'tasks.unreadable' : 'tasks.fact.noCoordinators'),
      ),
      printed: task.coordinatorsPrinted,
      damaged: task.coordinatorsCheck === 'damaged',
    },
    plain(t('tasks.fact.answeredBy'), t(`tasks.answeredBy.${task.answeredBy}`)),
    plain(
      t('tasks.fact.result'),
      task.expectedResultVi === null
        ? t('tasks.fact.noResult')
        : wording.name({
            nameVi: task.expectedResultVi,
            nameEn: task.expectedResultEn ?? task.expectedResultVi,
          }),
    ),
    plain(t('tasks.fact.period'), periodText(task.schedule, wording)),
    plain(
      t('tasks.fact.due'),
      task.schedule.due === null ? t('tasks.fact.noDue') : formats.date(task.schedule.due),
    ),
  ];
}

/** How a task stands, in a sentence. */
export function taskFinding(task: TaskDetail, { t, formats, name }: Wording): string {
  const state = t(`tasks.state.${task.state}`);
  const title = t('tasks.finding.one', { code: task.code, name: name(task), state });
  if (task.late) return t('tasks.finding.late', { title });
  if (task.pastDue && task.schedule.due !== null) {
    return t('tasks.finding.past', { title, date: formats.date(task.schedule.due) });
  }
  return title;
}

/** Bodies that may answer a task, in Vietnamese order. */
export function answeringUnits(
  task: TaskDetail,
  units: readonly UnitSummary[],
  { unitName, formats }: Wording,
): readonly { readonly id: string; readonly name: string }[] {
  const levels: Readonly<Record<TaskDetail['answeredBy'], readonly string[]>> = {
    lead: [],
    each_ministry: ['ministry'],
    each_province: ['province'],
    each_ministry_and_province: ['ministry', 'province'],
  };
  return units
    .filter(({ level }) => levels[task.answeredBy].includes(level))
    .map((unit) => ({ id: unit.id, name: unitName(unit) }))
    .sort((a, b) => formats.compare(a.name, b.name));
}

/** A row of the history, written out. */
export function historyRows(
  history: readonly TaskStatus[],
  wording: Wording,
  unitName: (id: string) => string,
) {
  const { t, formats } = wording;
  return history.map((row) => ({
    row,
    unit:
      row.unitNameVi === null
        ? null
        : wording.name({ nameVi: row.unitNameVi, nameEn: row.unitNameEn ?? row.unitNameVi }),
    about: row.action === null ? null : t('tasks.status.action', { number: row.action }),
    asOf: formats.date(row.asOf),
    recorded: t('tasks.status.recorded', {
      date: formats.date(row.recordedAt.slice(0, 10)),
      by: actorWords(row.recordedBy, t, unitName),
    }),
    evidence: row.evidence.map((one) => ({
      url: one.url,
      text: [one.number, one.date === null ? null : formats.date(one.date), one.description]
        .filter((part) => part !== null)
        .join(' · '),
    })),
    withdrawable: row.kind === 'status' && row.withdrawnBy === null,
  }));
}
