import type { MeasureCountsDto, MeasureDto, TargetDto, TargetFilter } from './target.dto.js';

type Wanted = Pick<TargetFilter, 'group' | 'state' | 'kind' | 'owner'>;

/** Whether a target is asked for: by its group, an owner or what became of it, or any of its measures. */
export function isWanted(target: TargetDto, { group, owner, state, kind }: Wanted): boolean {
  const owners = target.owners.flatMap(({ unitId, successors }) => [
    unitId,
    ...successors.map(({ id }) => id),
  ]);
  return (
    (group === undefined || target.groupCode === group) &&
    (owner === undefined || owners.includes(owner)) &&
    ((state === undefined && kind === undefined) ||
      target.measures.some(
        (measure) =>
          (state === undefined || measure.figure.state === state) &&
          (kind === undefined || measure.kind === kind),
      ))
  );
}

/** How many measures of each kind are in each state. */
export function countsOf(measures: readonly MeasureDto[]): MeasureCountsDto[] {
  return (['printed', 'carried', 'no_figure'] as const).map((kind) => {
    const own = measures.filter((measure) => measure.kind === kind);
    const count = (state: MeasureDto['figure']['state']) =>
      own.filter(({ figure }) => figure.state === state).length;
    return {
      kind,
      total: own.length,
      met: count('met'),
      onCourse: count('on_course'),
      behind: count('behind'),
      atRisk: count('at_risk'),
      noData: count('no_data'),
      notApplicable: count('not_applicable'),
    };
  });
}
