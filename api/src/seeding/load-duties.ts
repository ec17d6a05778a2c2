import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import { DUTY_SETTING_CODES } from '../features/duties/duty-settings.js';
import { Duty, type DutyHolder, type DutyRecipient } from '../features/duties/duty.entity.js';
import type { Schedule } from '../features/duties/schedule.js';
import { OrganisationUnit } from '../features/units/unit.entity.js';
import type { ProblemDetail } from '../platform/http/problem.js';
import { readSeed, seedFault, seedProblem, type SeedDocument } from './seed-document.js';
import { filesBelow, SEEDS } from './seed-files.js';
import type { DutiesFile, SeedDuty } from './duty-format.js';

/**
 * Loads the duties; what is there is brought up to date. A duty that the files have no more stays while
 * somebody has sent something under it.
 *
 * @throws Problem SEED_FILE_INVALID with file, line and path of every fault
 */
export async function loadDuties(manager: EntityManager): Promise<number> {
  const files = filesBelow(join(SEEDS, 'duties'), ['.yaml']).map((path) => readSeed<DutiesFile>(path));
  const units = await manager.find(OrganisationUnit, { select: { id: true } });
  const faults = dutyFaults(files, new Set(units.map(({ id }) => id)));
  if (faults.length > 0) throw seedProblem(faults);
  const rows = files.flatMap(({ value }) => value.duties.map((duty) => dutyRow(value, duty)));
  await manager.upsert(
    Duty,
    rows.map((row, position) => ({ ...row, position })),
    ['code'],
  );
  await manager.query(
    `DELETE FROM duty WHERE NOT code = ANY($1)
       AND NOT EXISTS (SELECT 1 FROM duty_submission s WHERE s.duty_code = duty.code)`,
    [rows.map(({ code }) => code)],
  );
  return rows.length;
}

/** What no schema can see: a code that stands twice, a unit or a setting that nobody knows. */
export function dutyFaults(
  files: readonly SeedDocument<DutiesFile>[],
  units: ReadonlySet<string>,
): readonly ProblemDetail[] {
  const seen = new Set<string>();
  return files.flatMap((file) =>
    file.value.duties.flatMap((duty, at) => {
      const faults: ProblemDetail[] = [];
      const add = (code: string, path: readonly (string | number)[], message: string) =>
        faults.push(seedFault(file, code, ['duties', at, ...path], message));
      if (seen.has(duty.code)) add('SEED_CODE_TWICE', ['code'], `${duty.code} stands twice`);
      seen.add(duty.code);
      const named = [holderUnit(duty.who), ...(duty.recipients ?? []).map(holderUnit)];
      for (const unit of named) {
        if (unit !== null && !units.has(unit))
          add('SEED_REFERENCE_UNKNOWN', ['who'], `no unit ${unit} in seeds/units`);
      }
      const setting = settingOf(duty.schedule);
      if (setting !== null && !DUTY_SETTING_CODES.includes(setting)) {
        add('SEED_REFERENCE_UNKNOWN', ['schedule'], `no setting ${setting}`);
      }
      return faults;
    }),
  );
}

function holderUnit(of: DutyHolder | DutyRecipient): string | null {
  return 'unit' in of ? of.unit : null;
}

function settingOf(schedule: Schedule): string | null {
  if ('setting' in schedule) return schedule.setting;
  if ('anchor_setting' in schedule) return schedule.anchor_setting;
  return 'clock_setting' in schedule ? schedule.clock_setting : null;
}

function dutyRow(file: DutiesFile, duty: SeedDuty): Omit<Duty, 'position'> {
  const valid = duty.valid ?? file.valid ?? {};
  return {
    code: duty.code,
    counted: file.counted ?? null,
    act: duty.act,
    nameVi: duty.name.vi,
    nameEn: duty.name.en,
    words: duty.words?.normalize('NFC') ?? null,
    timePrinted: duty.time_printed ?? null,
    textCheck: duty.text_check ?? 'as_printed',
    legalBasis: duty.legal_basis.map((reference) => reference.normalize('NFC')),
    who: duty.who,
    actorVi: duty.actor.vi,
    actorEn: duty.actor.en,
    schedule: duty.schedule,
    recipients: duty.recipients ?? [],
    standing: duty.standing,
    inForce: duty.in_force ?? true,
    validFrom: valid.from ?? null,
    validTo: valid.to ?? null,
    noteVi: duty.note?.vi ?? null,
    noteEn: duty.note?.en ?? null,
    confidence: file.confidence,
    sourceIds: [...file.source],
  };
}
