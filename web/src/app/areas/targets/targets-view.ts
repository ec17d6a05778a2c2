import type { Measure } from '../../api-client/models/measure.js';
import type { MeasureCounts } from '../../api-client/models/measure-counts.js';
import type { MeasureKind } from '../../api-client/models/measure-kind.js';
import type { MeasureState } from '../../api-client/models/measure-state.js';
import type { Target } from '../../api-client/models/target.js';
import type { TargetPage } from '../../api-client/models/target-page.js';
import type { Wording } from '../../shared/language/wording.js';
import { STATES } from './measure-words.js';

export const KINDS: readonly MeasureKind[] = ['printed', 'carried', 'no_figure'];
export const SORTS = ['document', 'state', 'distance'] as const;
export type Sort = (typeof SORTS)[number];
export const PROGRAMMES = ['strategy-2030', 'draft-2025', 'data-year-2023'] as const;
export type Programme = (typeof PROGRAMMES)[number];

/** What is shown of the targets; absent: all of it. */
export interface TargetChoice {
  readonly group: string | undefined;
  readonly state: MeasureState | undefined;
  readonly kind: MeasureKind | undefined;
  readonly owner: string | undefined;
  readonly sort: Sort;
}

/** A word of the address, if it is one of those that are known. */
export function oneOf<T extends string>(known: readonly T[], asked: string | undefined): T | undefined {
  return known.find((word) => word === asked);
}

/** A heading with the targets beneath it; without a heading where they are sorted across groups. */
export interface Section {
  readonly code: string;
  readonly name: string | null;
  readonly targets: readonly Target[];
}

/** The targets chosen, each with the measures chosen, by group or sorted. */
export function sectionsOf(page: TargetPage, choice: TargetChoice, { name }: Wording): readonly Section[] {
  const chosen = page.items.flatMap((target) => {
    if (choice.group !== undefined && target.groupCode !== choice.group) return [];
    if (choice.owner !== undefined && !target.owners.some(({ unitId }) => unitId === choice.owner)) return [];
    const measures = target.measures.filter(
      (measure) =>
        (choice.state === undefined || measure.figure.state === choice.state) &&
        (choice.kind === undefined || measure.kind === choice.kind),
    );
    return measures.length === 0 ? [] : [{ ...target, measures }];
  });
  if (choice.sort !== 'document') {
    return chosen.length === 0
      ? []
      : [{ code: choice.sort, name: null, targets: sorted(chosen, choice.sort) }];
  }
  return page.groups
    .map((group) => ({
      code: group.code,
      name: name(group),
      targets: chosen.filter(({ groupCode }) => groupCode === group.code),
    }))
    .filter(({ targets }) => targets.length > 0);
}

/** The worst first: by the worst state of a target, or by the share of its target that is still missing. */
function sorted(targets: readonly Target[], by: 'state' | 'distance'): readonly Target[] {
  const weight = (target: Target) => Math.max(...target.measures.map(by === 'state' ? concern : missing));
  return [...targets].sort((a, b) => weight(b) - weight(a));
}

const CONCERN: readonly MeasureState[] = [
  'not_applicable',
  'no_data',
  'met',
  'on_course',
  'behind',
  'at_risk',
];

function concern({ figure }: Measure): number {
  return CONCERN.indexOf(figure.state);
}

function missing({ figure, target }: Measure): number {
  return figure.distance === null || target === null ? -1 : figure.distance / target;
}

/** Who leads or guides a target of the page, each once, in Vietnamese order. */
export function ownersOf(
  page: TargetPage,
  { name, formats }: Wording,
): readonly { readonly id: string; readonly name: string }[] {
  const owners = new Map(
    page.items.flatMap((t) => t.owners.map((owner) => [owner.unitId, name(owner)] as const)),
  );
  return [...owners].map(([id, own]) => ({ id, name: own })).sort((a, b) => formats.compare(a.name, b.name));
}

const COUNTED: Readonly<Record<MeasureState, keyof Omit<MeasureCounts, 'kind' | 'total'>>> = {
  met: 'met',
  on_course: 'onCourse',
  behind: 'behind',
  at_risk: 'atRisk',
  no_data: 'noData',
  not_applicable: 'notApplicable',
};

/** One state over the kinds of measure, and its share of all of them in percent. */
export interface StateCount {
  readonly state: MeasureState;
  readonly all: number;
  readonly share: number;
  readonly counts: readonly number[];
}

/** How many measures are in each state, kind by kind; a kind that the programme does not have is left out. */
export function stateCounts(page: TargetPage) {
  const kinds = page.counts.filter(({ total }) => total > 0);
  const { all, ...of } = totals(page);
  return {
    kinds: kinds.map(({ kind }) => kind),
    rows: STATES.map((state): StateCount => ({
      state,
      all: of[state],
      share: all === 0 ? 0 : (of[state] / all) * 100,
      counts: kinds.map((own) => own[COUNTED[state]]),
    })),
    total: { all, counts: kinds.map(({ total }) => total) },
  };
}

/** All kinds together, in the order of the states: what the heading speaks of. */
export function totals({
  counts,
}: TargetPage): Readonly<Record<MeasureState, number>> & { readonly all: number } {
  const of = (state: MeasureState) => counts.reduce((total, own) => total + own[COUNTED[state]], 0);
  return {
    met: of('met'),
    on_course: of('on_course'),
    behind: of('behind'),
    at_risk: of('at_risk'),
    no_data: of('no_data'),
    not_applicable: of('not_applicable'),
    all: counts.reduce((total, own) => total + own.total, 0),
  };
}

/** The answer in one sentence. */
export function finding(page: TargetPage, { t }: Wording): string {
  const { met, on_course: onCourse, behind, at_risk: atRisk, no_data: noData, all } = totals(page);
  if (page.programme !== PROGRAMMES[0]) {
    return t('targets.finding.history', { targets: page.total, measures: all });
  }
  if (noData === all) return t('targets.finding.noData', { targets: page.total, measures: all });
  return t('targets.finding.states', { period: page.period, all, met, onCourse, late: behind + atRisk });
}
