import type { AuditOptions, AuditThresholds, CorrelationMethod } from '../model/audit.js';
import type { Problem } from '../model/outcome.js';
import { isFiniteNumber, isRecord, shown, type Unknowns } from '../stages/validate/shape.js';

const METHODS: readonly unknown[] = ['pearson', 'spearman', 'kendall'];

/** Defaults, and the range that each threshold lies in. */
const THRESHOLDS: Readonly<Record<keyof AuditThresholds, readonly [number, number, number]>> = {
  availability: [0.65, 0, 1],
  nonZero: [0.5, 0, 1],
  unique: [0.5, 0, 1],
  skewness: [2, 0, Number.MAX_VALUE],
  kurtosis: [3.5, -Number.MAX_VALUE, Number.MAX_VALUE],
  redundant: [0.92, 0, 1],
  negative: [0, -1, 1],
  silent: [0.3, 0, 1],
};

/** The same with everything that may be absent filled in. */
export interface ResolvedOptions {
  readonly correlation: CorrelationMethod;
  readonly thresholds: AuditThresholds;
}

export function resolvedOptions({ correlation = 'pearson', thresholds = {} }: AuditOptions): ResolvedOptions {
  const entries = Object.entries(THRESHOLDS).map(
    ([name, [byDefault]]) => [name, thresholds[name as keyof AuditThresholds] ?? byDefault] as const,
  );
  return { correlation, thresholds: Object.fromEntries(entries) as unknown as AuditThresholds };
}

/** Everything that is wrong with the options of an audit, which may be anything. */
export function auditProblems(options: unknown, path: string): readonly Problem[] {
  if (!isRecord(options)) return [{ code: 'AUDIT_OPTIONS_INVALID', path, params: { found: shown(options) } }];
  return [
    ...unknownFields(options, ['correlation', 'thresholds'], path),
    ...correlationProblems(options['correlation'], `${path}.correlation`),
    ...thresholdProblems(options['thresholds'], `${path}.thresholds`),
  ];
}

/** A misspelt field that may be absent would change the audit without a word. */
export function unknownFields(record: Unknowns, known: readonly string[], path: string): readonly Problem[] {
  return Object.keys(record)
    .filter((field) => !known.includes(field))
    .map((field) => ({
      code: 'AUDIT_FIELD_UNKNOWN',
      path: `${path}.${field}`,
      params: { found: field, known: known.join(' ') },
    }));
}

function correlationProblems(correlation: unknown, path: string): readonly Problem[] {
  if (correlation === undefined || METHODS.includes(correlation)) return [];
  const params = { found: shown(correlation), known: METHODS.join(' ') };
  return [{ code: 'AUDIT_CORRELATION_UNKNOWN', path, params }];
}

function thresholdProblems(thresholds: unknown, path: string): readonly Problem[] {
  if (thresholds === undefined) return [];
  if (!isRecord(thresholds)) {
    return [{ code: 'AUDIT_THRESHOLDS_INVALID', path, params: { found: shown(thresholds) } }];
  }
  const problems: Problem[] = [...unknownFields(thresholds, Object.keys(THRESHOLDS), path)];
  for (const [name, [, lowest, highest]] of Object.entries(THRESHOLDS)) {
    const value = thresholds[name];
    if (value === undefined || (isFiniteNumber(value) && value >= lowest && value <= highest)) continue;
    const params = { threshold: name, found: shown(value), lowest, highest };
    problems.push({ code: 'AUDIT_THRESHOLD_INVALID', path: `${path}.${name}`, params });
  }
  return problems;
}
