/** Recovery codes as a file or a sheet: numbered, under what they are for. */
export function recoverySheet(heading: string, codes: readonly string[]): string {
  const lines = codes.map((code, index) => `${String(index + 1).padStart(2)}. ${code}`);
  return [heading, '', ...lines, ''].join('\n');
}
