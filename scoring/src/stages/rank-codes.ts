/**
 * Place of each code among all, by code point: the same on every machine and in every language, and
 * equal codes have equal places.
 */
export function codeOrder(codes: readonly string[]): Float64Array {
  const sorted = [...new Set(codes)].sort(byCodePoint);
  const places = new Map(sorted.map((code, place) => [code, place] as const));
  return Float64Array.from(codes, (code) => places.get(code) as number);
}

function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = weightOf(a.charCodeAt(i)) - weightOf(b.charCodeAt(i));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Halves of a pair (U+D800 to U+DFFF) stand for code points above all that are written as one unit. */
function weightOf(codeUnit: number): number {
  return codeUnit >= 0xd800 && codeUnit <= 0xdfff ? codeUnit + 0x10000 : codeUnit;
}
