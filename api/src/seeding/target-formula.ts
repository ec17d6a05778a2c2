import { elementsOf, frameworkOf } from '@dti-monitor/scoring';

/** The data elements that a formula of a framework file asks for, in its order. @throws Error when it is none */
export function formulaElements(formula: Readonly<Record<string, unknown>> | undefined): readonly string[] {
  if (formula === undefined) return [];
  const framework = frameworkOf({
    code: 'formula',
    method: { aggregation: 'arithmetic', weights: 'equal', missing: 'no_value', not_applicable: 'no_value' },
    tree: { code: 'leaf', formula },
  });
  if (framework.ok) return elementsOf(framework.value.root);
  throw new Error(framework.problems.map(({ code, path }) => `${path}: ${code}`).join(', '));
}

/** The data element that holds the status of a condition: III.2.đ-c1 is `target.condition.iii-2-dd-c1`. */
export function conditionElement(code: string): string {
  return `target.condition.${code.toLowerCase().replaceAll('đ', 'dd').replaceAll('.', '-')}`;
}
