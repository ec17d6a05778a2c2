/**
 * Reads a number as people write it in a table: `0.4874`, `0,4874`, `.5346`, `15`. No thousands
 * separators, no percent sign: a figure that could mean two things is refused, not guessed.
 *
 * @returns the number, or `null` when the text is none
 */
export function cellNumber(text: string): number | null {
  const plain = text.replaceAll(/[\s\u00a0]/g, '');
  if (!/^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/.test(plain)) return null;
  const value = Number(plain.replace(',', '.'));
  return Number.isFinite(value) ? value : null;
}
