/**
 * Composite-index scoring: pure functions over plain data.
 *
 * `validate` → `compute` → `explain`, `compare`, `perturb`, `simulate`, `audit`; `trace` lists every step of
 * one result; `rank` and `reconcile` also stand alone, for published totals.
 */
export type {
  Aggregation,
  MissingRule,
  NonPositivePolicy,
  NotApplicableRule,
  Weighting,
} from './model/aggregation.js';
export type {
  Assessment,
  ColumnShape,
  LeftOut,
  NodeResult,
  NodeWeight,
  Rank,
  ReasonCode,
  ScoreState,
  TreatmentRecord,
  UnitResult,
} from './model/assessment.js';
export type * from './model/audit.js';
export type { Cell, DataColumn, Dataset, EarlierPeriod, ObservationStatus, Unit } from './model/dataset.js';
export { OBSERVATION_STATUSES, STATUSES_WITHOUT_VALUE } from './model/dataset.js';
export type * from './model/comparison.js';
export type { Condition, ExceedingPolicy, Formula, NoNumber, Step, ZeroPolicy } from './model/formula.js';
export type { Bounds, Framework, FrameworkNode, Method } from './model/framework.js';
export { frameworkOf } from './model/framework-document.js';
export type * from './model/explanation.js';
export type { ClampPolicy, ConstantPolicy, Direction, Normalisation, Scale } from './model/normalisation.js';
export type { Outcome, Problem } from './model/outcome.js';
export type { Change, Patch, Perturbation, Standing, UnitDifference } from './model/perturbation.js';
export type { Band, RankRule, TieBreak } from './model/ranking.js';
export type { Imputation, Screening } from './model/screening.js';
export type * from './model/simulation.js';
export type * from './model/succession.js';
export type { OutlierTest, Transformation, Treatment } from './model/treatment.js';
export { uncertaintyOf, type Uncertainty } from './model/uncertainty-document.js';
export { daysSince1970 } from './numeric/day.js';
export { audit } from './audit/audit.js';
export { proposeWeights } from './audit/propose-weights.js';
export { mean, quantile } from './numeric/quantile.js';
export { roundHalfUp } from './numeric/round.js';
export { sum } from './numeric/sum.js';
export { simulate, simulationSteps } from './sensitivity/simulate.js';
export { compare } from './stages/compare/compare.js';
export { compute, type ComputeOptions } from './stages/compute.js';
export { explain } from './stages/explain/explain.js';
export { gains } from './stages/explain/gains.js';
export { elementsOf } from './stages/indicators/indicator.js';
export { perturb } from './stages/perturb/perturb.js';
export { rank, type Rankable } from './stages/rank.js';
export { reconcile, type Reconciliation } from './stages/reconcile.js';
export { restate } from './stages/succession/restate.js';
export { trace, type TraceStep } from './stages/trace.js';
export { weightsOf } from './stages/framework-weights.js';
export { validate } from './stages/validate/validate.js';
export { ENGINE_VERSION } from './version.js';
