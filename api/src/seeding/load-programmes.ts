import type { EntityManager } from 'typeorm';
import type { Bilingual } from '../features/law/citation.js';
import type { Confidence, Standing } from '../features/law/law.dto.js';
import { Programme } from '../features/programmes/programme.entity.js';
import { readSeed, seedFault, seedProblem, type SeedDocument } from './seed-document.js';

export interface ProgrammesFile {
  readonly programmes: readonly {
    readonly code: string;
    readonly name: Bilingual;
    readonly summary: Bilingual;
    readonly document: string;
    readonly legal_basis: readonly string[];
    readonly standing: Standing;
    readonly years: { readonly from: number; readonly to: number };
    readonly overlays?: string;
    readonly facts: readonly { readonly name: Bilingual; readonly value: string | Bilingual }[];
    readonly source: readonly string[];
    readonly confidence: Confidence;
    readonly note?: Bilingual;
  }[];
}

/** Loads the programmes. @throws Problem SEED_FILE_INVALID */
export async function loadProgrammes(manager: EntityManager, path: string): Promise<void> {
  const file = readSeed<ProgrammesFile>(path);
  refuseUnknownProgrammes(file);
  await manager.insert(Programme, file.value.programmes.map(programmeRow));
}

/** A code stands once, and what a programme overlays is one. @throws Problem SEED_FILE_INVALID */
export function refuseUnknownProgrammes(file: SeedDocument<ProgrammesFile>): void {
  const codes = file.value.programmes.map(({ code }) => code);
  const faults = file.value.programmes.flatMap(({ code, overlays }, at) => [
    ...(codes.indexOf(code) < at
      ? [seedFault(file, 'PROGRAMME_DOUBLED', ['programmes', at, 'code'], `${code} stands twice`)]
      : []),
    ...(overlays === undefined || (overlays !== code && codes.includes(overlays))
      ? []
      : [
          seedFault(
            file,
            'PROGRAMME_UNKNOWN',
            ['programmes', at, 'overlays'],
            `there is no other ${overlays}`,
          ),
        ]),
  ]);
  if (faults.length > 0) throw seedProblem(faults);
}

function programmeRow(programme: ProgrammesFile['programmes'][number], position: number) {
  return {
    code: programme.code,
    position,
    nameVi: programme.name.vi,
    nameEn: programme.name.en,
    summaryVi: programme.summary.vi,
    summaryEn: programme.summary.en,
    documentId: programme.document,
    legalBasis: [...programme.legal_basis],
    standing: programme.standing,
    firstYear: programme.years.from,
    lastYear: programme.years.to,
    overlays: programme.overlays ?? null,
    facts: programme.facts.map(({ name, value }) => ({
      nameVi: name.vi,
      nameEn: name.en,
      valueVi: typeof value === 'string' ? value : value.vi,
      valueEn: typeof value === 'string' ? value : value.en,
    })),
    confidence: programme.confidence,
    noteVi: programme.note?.vi ?? null,
    noteEn: programme.note?.en ?? null,
    sourceIds: [...programme.source],
  };
}
