/** How a file writes its periods: all in one way. */
const FORMS = [
  { name: 'year', pattern: /^(\d{4})$/, perYear: 1 },
  { name: 'quarter', pattern: /^(\d{4})-Q([1-4])$/, perYear: 4 },
  { name: 'month', pattern: /^(\d{4})-(0[1-9]|1[0-2])$/, perYear: 12 },
] as const;

/**
 * Number of a period on a scale of its form, so that the period before has one less: a year YYYY, a
 * quarter YYYY-Qn or a month YYYY-MM. `null` for any other text.
 */
export function readPeriod(text: string): { readonly form: string; readonly number: number } | null {
  for (const { name, pattern, perYear } of FORMS) {
    const parts = pattern.exec(text);
    if (parts === null) continue;
    return { form: name, number: Number(parts[1]) * perYear + (perYear === 1 ? 0 : Number(parts[2]) - 1) };
  }
  return null;
}
