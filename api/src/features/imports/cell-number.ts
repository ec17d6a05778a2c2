/**
 * Reads a number as people write it in a table: `0.4874`, `0,4874`, `.5346`, `15`. No thousands
 * separators, no space inside, no percent sign, no exponent: a figure that could mean two things is
 * refused, not guessed.
 *
 * @returns the number, or `null` when the text is none
 */
export function cellNumber(text: string): number | null {
  if (!/^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/.test(text)) return null;
  const value = Number(text.replace(',', '.'));
  return Number.isFinite(value) ? value : null;
}

/**
 * Reads a whole number: `15`, or `15.0` as some tools write it. `1.000` and `1,000` are refused: to
 * one reader they are one, to another a thousand.
 *
 * @returns the number, or `null` when the text is none
 */
export function cellWholeNumber(text: string): number | null {
  if (!/^\+?\d+([.,]00?)?$/.test(text)) return null;
  return cellNumber(text);
}
