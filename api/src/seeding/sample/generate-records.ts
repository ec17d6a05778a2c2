import { charactersOf } from './characters.js';
import { drawsOf } from './draws.js';
import type { UnitReport } from './reporting.js';
import { sampleAssertions } from './sample-national.js';
import type { SampleReference, TableRows } from './sample-reference.js';
import { sampleRegisters, type SampleRegisters } from './sample-registers.js';
import { sampleSubmissions } from './sample-submissions.js';
import { sampleTaskStatuses } from './sample-tasks.js';
import type { SampleWorld } from './sample-world.js';

export interface GeneratedRecords {
  readonly tables: readonly TableRows[];
  readonly registers: SampleRegisters;
}

/** What units did beside figures: reports sent, tasks, national databases, registers. Pure, like the figures. */
export function generateRecords(
  world: SampleWorld,
  reports: readonly UnitReport[],
  reference: SampleReference,
): GeneratedRecords {
  const drawsFor = drawsOf(world.seed);
  const characters = charactersOf(world, drawsFor);
  return {
    tables: [
      sampleSubmissions(world, reports, reference),
      sampleTaskStatuses(world, reference, characters, drawsFor),
      sampleAssertions(world, reference, drawsFor),
    ],
    registers: sampleRegisters(world, reference, characters, drawsFor),
  };
}
