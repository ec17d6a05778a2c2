/** Whether plain data contains itself: YAML can say so by an anchor within what it stands for. */
export function isCircular(value: unknown, around: readonly unknown[] = []): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (around.includes(value)) return true;
  return Object.values(value).some((own) => isCircular(own, [...around, value]));
}
