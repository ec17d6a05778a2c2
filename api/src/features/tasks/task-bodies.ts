import type { UnitSummary } from '../units/unit.dto.js';
import type { NamedUnit } from '../units/units.service.js';
import type { TaskBodyDto } from './task.dto.js';
import type { TaskParty } from './task.entity.js';

/** Names of leads and coordinators by their ids, as documents name them. */
export type TaskBodies = ReadonlyMap<string, TaskBodyDto>;

/** What a body that is no more went over into, by its id. */
export type Successors = ReadonlyMap<string, readonly NamedUnit[]>;

/**
 * A body keeps the name under which the document names it; one that is no more shows beside it what it went
 * over into.
 */
export function taskBodies(
  parties: readonly TaskParty[],
  units: Iterable<UnitSummary>,
  successors: Successors,
  on: string,
): TaskBodies {
  const bodies = new Map<string, TaskBodyDto>();
  for (const { id, nameVi, nameEn } of parties) {
    bodies.set(id, { id, kind: 'group', nameVi, nameEn, endedOn: null, successors: [] });
  }
  for (const { id, nameVi, nameEn, validTo } of units) {
    const ended = validTo !== null && validTo < on;
    const heirs = ended ? [...(successors.get(id) ?? [])] : [];
    bodies.set(id, { id, kind: 'unit', nameVi, nameEn, endedOn: ended ? validTo : null, successors: heirs });
  }
  return bodies;
}

/** Whether a body is, or went over into, the one asked for. */
export function isOrBecame(body: TaskBodyDto, id: string): boolean {
  return body.id === id || body.successors.some((successor) => successor.id === id);
}
