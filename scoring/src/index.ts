/**
 * Composite-index scoring: pure functions over plain data.
 * `validate` → `compute` → `trace`; `rank` and `reconcile` also stand alone, for published totals.
 */
export type { Assessment, NodeResult, Rank, ReasonCode, ScoreState, UnitResult } from './model/assessment.js';
export type { Cell, Dataset, ObservationStatus, Unit } from './model/dataset.js';
export { STATUSES_WITHOUT_VALUE } from './model/dataset.js';
export type { Framework, FrameworkNode, Method, MissingRule, RankRule } from './model/framework.js';
export type { Outcome, Problem } from './model/outcome.js';
export { mean, quantile } from './numeric/quantile.js';
export { roundHalfUp } from './numeric/round.js';
export { sum } from './numeric/sum.js';
export { compute } from './stages/compute.js';
export { rank, type Rankable } from './stages/rank.js';
export { reconcile, type Reconciliation } from './stages/reconcile.js';
export { trace, type TraceStep } from './stages/trace.js';
export { validate } from './stages/validate.js';
export { ENGINE_VERSION } from './version.js';
