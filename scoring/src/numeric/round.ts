const SIGNIFICANT_DIGITS = 12;

/**
 * Rounds half up **in decimal**, away from zero: 0.40965 to 4 decimals is 0.4097, though the nearest
 * double lies below 0.40965. The value is first snapped to 12 significant digits, which removes the
 * error of binary arithmetic and nothing that a published figure could hold.
 *
 * @param value a finite number
 * @param decimals a whole number from 0 to 15
 * @returns the double nearest to the rounded decimal; never -0
 * @throws RangeError when `value` is not finite or `decimals` is out of range
 */
export function roundHalfUp(value: number, decimals: number): number {
  if (!Number.isFinite(value)) throw new RangeError('roundHalfUp: the value is not finite');
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 15) {
    throw new RangeError('roundHalfUp: decimals must be a whole number from 0 to 15');
  }
  const [mantissa = '0', exponent = '0'] = Math.abs(value)
    .toExponential(SIGNIFICANT_DIGITS - 1)
    .split('e');
  const digits = BigInt(mantissa.replace('.', ''));
  // value = digits × 10^scale, so what is to be rounded is digits × 10^(scale + decimals).
  const shift = Number(exponent) - (SIGNIFICANT_DIGITS - 1) + decimals;
  if (shift >= 0) return Number(value.toPrecision(SIGNIFICANT_DIGITS)) + 0;
  const divisor = 10n ** BigInt(-shift);
  const whole = digits / divisor + ((digits % divisor) * 2n >= divisor ? 1n : 0n);
  if (whole === 0n) return 0;
  return Number(`${value < 0 ? '-' : ''}${whole}e-${decimals}`);
}
