import type { CompareOptions, Comparison, ComparisonSide, UnitComparison } from '../../model/comparison.js';
import type { Dataset } from '../../model/dataset.js';
import type { Framework } from '../../model/framework.js';
import { flat } from '../framework.fixture.js';
import { compare } from './compare.js';

/** Two indicators of equal weight. */
export const TWO = flat({ a: 50, b: 50 });

export function side(framework: Framework, dataset: Dataset): ComparisonSide {
  return { framework, dataset };
}

export function compared(
  before: ComparisonSide,
  after: ComparisonSide,
  options?: CompareOptions,
): Comparison {
  const outcome = compare(before, after, options);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

export function of(comparison: Comparison, unit: string): UnitComparison {
  const found = comparison.units.find((own) => own.unit === unit);
  if (found === undefined) throw new Error(unit);
  return found;
}

/** `own_data+method` → share, without the parts that are 0. */
export function scoreParts({ score }: UnitComparison): Readonly<Record<string, number>> {
  const parts = (score?.parts ?? []).filter(({ value }) => value !== 0);
  return Object.fromEntries(
    parts.map(({ factors, value }) => [factors.join('+'), Number(value.toFixed(12))]),
  );
}

/** The same for ranks, as fractions. */
export function rankParts({ rank }: UnitComparison): Readonly<Record<string, string>> {
  const parts = (rank?.parts ?? []).filter(({ numerator }) => numerator !== 0);
  return Object.fromEntries(
    parts.map(({ factors, numerator, denominator }) => [factors.join('+'), `${numerator}/${denominator}`]),
  );
}
