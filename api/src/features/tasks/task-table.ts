import { stringify } from 'csv-stringify/sync';
import { markedTable } from '../../platform/http/data-set.js';
import type { TaskDto } from './task.dto.js';
import type { TextCheck } from './task.entity.js';
import type { TaskState } from './task-state.js';

export type TableLanguage = 'vi' | 'en';
type Value = string | number | null;

interface TableWords {
  readonly heading: readonly string[];
  readonly ongoing: string;
  readonly checks: Readonly<Record<TextCheck, string>>;
  readonly states: Readonly<Record<TaskState, string>>;
}

const WORDS = {
  vi: {
    heading: [
      'Mã',
      'Nhóm',
      'Nhiệm vụ',
      'Nội dung',
      'Cơ quan chủ trì',
      'Cơ quan phối hợp',
      'Từ năm',
      'Đến năm',
      'Thời hạn',
      'Kế hoạch của Bộ Thông tin và Truyền thông',
      'Trạng thái',
      'Cập nhật đến ngày',
      'Văn bản',
    ],
    ongoing: 'Thường xuyên',
    checks: { as_printed: '', mended: '', damaged: 'cần đối chiếu bản chính thức' },
    states: {
      overdue: 'Quá hạn',
      ongoing_status_missing: 'Thường xuyên, chưa có cập nhật trong năm',
      no_status: 'Chưa có báo cáo',
      not_started: 'Chưa bắt đầu',
      in_progress: 'Đang thực hiện',
      ongoing_reported: 'Thường xuyên, đã cập nhật trong năm',
      done: 'Hoàn thành',
      not_yet_due: 'Chưa đến kỳ',
    },
  },
  en: {
    heading: [
      'Code',
      'Group',
      'Task',
      'Text',
      'Lead',
      'Coordinators',
      'From',
      'To',
      'Due',
      'Plan of the Ministry of Information and Communications',
      'State',
      'As of',
      'Text check',
    ],
    ongoing: 'Ongoing',
    checks: { as_printed: '', mended: '', damaged: 'to be checked against the official text' },
    states: {
      overdue: 'Overdue',
      ongoing_status_missing: 'Ongoing, no status this year',
      no_status: 'No status yet',
      not_started: 'Not started',
      in_progress: 'In progress',
      ongoing_reported: 'Ongoing, reported this year',
      done: 'Done',
      not_yet_due: 'Not yet due',
    },
  },
} as const satisfies Record<TableLanguage, TableWords>;

/** The tasks as rows: a heading, then one for each; every row of a sample says so. */
export function taskRows(tasks: readonly TaskDto[], language: TableLanguage, dataSet: string): Value[][] {
  const words = WORDS[language];
  const name = (named: { nameVi: string; nameEn: string }) =>
    language === 'vi' ? named.nameVi : named.nameEn;
  const body = tasks.map((task): Value[] => [
    task.code,
    task.group,
    name(task),
    task.actions.flatMap(({ textVi }) => textVi ?? []).join('\n'),
    task.leads.map(name).join('; '),
    task.coordinators.map(name).join('; '),
    task.schedule.kind === 'ongoing' ? words.ongoing : task.schedule.from,
    task.schedule.to,
    task.schedule.due,
    task.plan.flatMap(({ deadlinePrinted }) => deadlinePrinted ?? []).join('; '),
    words.states[task.state],
    task.lastAsOf,
    words.checks[task.textCheck],
  ]);
  return markedTable<Value>([[...words.heading], ...body], dataSet, language);
}

/** CSV with a byte order mark, so that spreadsheets read the diacritics. */
export function taskCsv(tasks: readonly TaskDto[], language: TableLanguage, dataSet: string): string {
  return stringify(taskRows(tasks, language, dataSet), { bom: true, escape_formulas: true });
}

export async function taskWorkbook(
  tasks: readonly TaskDto[],
  language: TableLanguage,
  dataSet: string,
): Promise<Buffer> {
  // Loaded when somebody asks for a workbook, not at every start.
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const [heading = [], ...body] = taskRows(tasks, language, dataSet);
  const sheet = [heading.map((value) => ({ value: String(value), fontWeight: 'bold' as const })), ...body];
  const columns = heading.map((title) => ({
    width: /Nội dung|Text$|Nhiệm vụ|Task/.test(String(title)) ? 60 : 20,
  }));
  return writeExcelFile(sheet, { columns, stickyRowsCount: 1, sheet: 'QD 142-2024' }).toBuffer();
}
