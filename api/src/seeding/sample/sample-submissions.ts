import type { UnitReport } from './reporting.js';
import { DECISION_YEARS, type SampleDuty, type SampleReference, type TableRows } from './sample-reference.js';
import { SAMPLE, type SampleWorld } from './sample-world.js';

const RETURNED = 'Mẫu: số liệu chưa khớp với minh chứng, đề nghị rà soát.';

/** What each unit sent of its yearly duties: in time, late, returned and sent again, or not at all. */
export function sampleSubmissions(
  world: SampleWorld,
  reports: readonly UnitReport[],
  { duties }: SampleReference,
): TableRows {
  const levels = new Map(
    world.years.flatMap(({ units }) => units.map(({ id, level }) => [id, level] as const)),
  );
  const rows = reports.flatMap((report, at) => {
    const level = levels.get(report.unitId);
    if (level === undefined || !DECISION_YEARS.some((year) => year === report.period)) return [];
    return duties
      .filter((duty) => duty.levels.includes(level) && isHeld(duty, `${report.period}-12-30`))
      .flatMap((duty) => lines(report).map((line) => row(duty, report, at, line)));
  });
  return { table: 'duty_submission', rows };
}

function isHeld({ validFrom, validTo }: SampleDuty, on: string): boolean {
  return (validFrom === null || validFrom <= on) && (validTo === null || on <= validTo);
}

interface Line {
  readonly action: 'sent' | 'returned';
  readonly on: string;
}

function lines({ submittedOn, returnedOn, resubmittedOn }: UnitReport): readonly Line[] {
  const told: readonly (readonly [Line['action'], string | null])[] = [
    ['sent', submittedOn],
    ['returned', returnedOn],
    ['sent', resubmittedOn],
  ];
  return told.flatMap(([action, on]) => (on === null ? [] : [{ action, on }]));
}

function row(duty: SampleDuty, report: UnitReport, at: number, { action, on }: Line) {
  return {
    dataSet: SAMPLE.dataSet,
    dutyCode: duty.code,
    unitId: report.unitId,
    period: report.period,
    action,
    happenedOn: on,
    documentNumber: action === 'sent' ? `${100 + at}/BC-MẪU` : null,
    reason: action === 'returned' ? RETURNED : null,
    note: report.kind === 'partial' ? 'Mẫu: báo cáo còn thiếu số liệu.' : null,
    writtenAt: `${on}T02:00:00.000Z`,
    writtenBy: SAMPLE.actor,
  };
}
