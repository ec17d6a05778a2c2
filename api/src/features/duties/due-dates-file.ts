import { stringify } from 'csv-stringify/sync';
import { ICalCalendar, ICalEventTransparency } from 'ical-generator';
import type { DueDateDto, DueDatesDto } from './duty.dto.js';

export type FileLanguage = 'vi' | 'en';

const WORDS = {
  vi: {
    calendar: 'Nghĩa vụ báo cáo và hạn',
    sample: 'DỮ LIỆU MẪU',
    due: 'Hạn cuối',
    period: 'Kỳ',
    duty: 'Nghĩa vụ',
    code: 'Mã',
    standing: 'Giá trị pháp lý',
    actor: 'Cơ quan thực hiện',
    recipients: 'Nơi nhận',
    bySetting: 'Hạn do đơn vị vận hành đặt',
    units: 'Số đơn vị',
    received: 'Đúng hạn',
    late: 'Trễ hạn',
    missing: 'Chưa nhận được',
    notYetDue: 'Chưa đến hạn',
    state: 'Tình trạng',
    yes: 'có',
    no: 'không',
    standings: { binding: 'bắt buộc', guidance: 'hướng dẫn', proposed: 'đề xuất', history: 'lịch sử' },
    states: {
      received: 'đúng hạn',
      late: 'trễ hạn',
      missing: 'chưa nhận được',
      not_yet_due: 'chưa đến hạn',
    },
    toBeVerified: '(cần đối chiếu)',
  },
  en: {
    calendar: 'Reporting duties and due dates',
    sample: 'SAMPLE DATA',
    due: 'Last day',
    period: 'Period',
    duty: 'Duty',
    code: 'Code',
    standing: 'Standing',
    actor: 'Who',
    recipients: 'To whom',
    bySetting: 'Day set by the operator',
    units: 'Units',
    received: 'In time',
    late: 'Late',
    missing: 'Not received',
    notYetDue: 'Not yet due',
    state: 'State',
    yes: 'yes',
    no: 'no',
    standings: { binding: 'binding', guidance: 'guidance', proposed: 'proposed', history: 'history' },
    states: { received: 'in time', late: 'late', missing: 'not received', not_yet_due: 'not yet due' },
    toBeVerified: '(to be verified)',
  },
} as const;

/** Due dates as CSV with a byte order mark; a sample says so in its first column. */
export function dueDatesCsv({ items, sample }: DueDatesDto, language: FileLanguage): string {
  const words = WORDS[language];
  const mark = sample ? [words.sample] : [];
  const heading = [
    ...mark,
    words.due,
    words.period,
    words.duty,
    words.code,
    words.standing,
    words.actor,
    words.recipients,
    words.bySetting,
    words.units,
    words.received,
    words.late,
    words.missing,
    words.notYetDue,
    words.state,
  ];
  const rows = items.map((item) => [
    ...mark,
    item.dueOn,
    item.period,
    nameOf(item, language),
    item.duty,
    words.standings[item.standing],
    language === 'vi' ? item.actorVi : item.actorEn,
    recipientsOf(item, language),
    item.bySetting ? words.yes : words.no,
    item.counts?.units ?? null,
    item.counts?.received ?? null,
    item.counts?.late ?? null,
    item.counts?.missing ?? null,
    item.counts?.notYetDue ?? null,
    item.state === null ? null : words.states[item.state],
  ]);
  return stringify([heading, ...rows], { bom: true, escape_formulas: true });
}

/**
 * Due dates as an iCalendar file (RFC 5545): one whole day for each, without a zone, so that every calendar
 * shows the day that the duty names. The same due date has the same UID in every file.
 */
export function dueDatesCalendar({ items, sample, today }: DueDatesDto, language: FileLanguage): string {
  const words = WORDS[language];
  const mark = sample ? `[${words.sample}] ` : '';
  const calendar = new ICalCalendar({
    name: `${mark}${words.calendar}`,
    prodId: { company: 'dti-monitor', product: 'due-dates', language: language.toUpperCase() },
  });
  for (const item of items) {
    calendar.createEvent({
      id: uidOf(item),
      // Midnight UTC: of a whole day the library writes the day in UTC.
      start: new Date(`${item.dueOn}T00:00:00Z`),
      allDay: true,
      stamp: new Date(`${today}T00:00:00Z`),
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: `${mark}${nameOf(item, language)} (${item.period})`,
      description: descriptionOf(item, language),
    });
  }
  return calendar.toString();
}

/** Letters of a data set's name would not be a plain identifier: anything else becomes a hyphen. */
function uidOf({ duty, period }: DueDateDto): string {
  return `${duty}-${period.replaceAll(/[^0-9A-Za-z-]/g, '-')}@dti-monitor`;
}

function descriptionOf(item: DueDateDto, language: FileLanguage): string {
  const words = WORDS[language];
  const lines = [
    `${words.actor}: ${language === 'vi' ? item.actorVi : item.actorEn}`,
    item.recipients.length === 0 ? null : `${words.recipients}: ${recipientsOf(item, language)}`,
    `${words.standing}: ${words.standings[item.standing]}`,
    item.bySetting ? words.bySetting : null,
  ];
  return lines.filter((line) => line !== null).join('\n');
}

function nameOf(item: DueDateDto, language: FileLanguage): string {
  return language === 'vi' ? item.nameVi : item.nameEn;
}

function recipientsOf({ recipients }: DueDateDto, language: FileLanguage): string {
  const { toBeVerified } = WORDS[language];
  return recipients
    .map((one) => {
      const name = language === 'vi' ? one.nameVi : one.nameEn;
      return one.toBeVerified ? `${name} ${toBeVerified}` : name;
    })
    .join('; ');
}
