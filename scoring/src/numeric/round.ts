const SIGNIFICANT_DIGITS = 12;

/** Powers of ten that a double holds exactly, by number of decimals. */
const POWERS_OF_TEN = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/** Below this many units of the last decimal, twelve digits reach past the decimal that is rounded to. */
const LARGEST_QUICK = 1e10;
/** Snapping moves a value by less than 5e-12 of itself: farther than this from a tie, it decides nothing. */
const AWAY_FROM_TIE = 6e-12;
/** Snapping reaches at least 5e-13 of the value far: nearer than this to a tie, it gives the tie. */
const AT_TIE = 4e-13;

/**
 * Rounds half up **in decimal**, away from zero: 0.40965 to 4 decimals is 0.4097, though the nearest
 * double lies below 0.40965. The value is first snapped to 12 significant digits, which removes the
 * error of binary arithmetic and nothing that a published figure could hold.
 *
 * Cost: a few multiplications, except for the rare value so near to a tie that its digits have to be read.
 *
 * @param value a finite number
 * @param decimals a whole number from 0 to 15
 * @returns the double nearest to the rounded decimal; never -0
 * @throws RangeError when `value` is not finite or `decimals` is out of range
 */
export function roundHalfUp(value: number, decimals: number): number {
  if (!Number.isFinite(value)) throw new RangeError('roundHalfUp: the value is not finite');
  const power = POWERS_OF_TEN[decimals];
  if (power === undefined) throw new RangeError('roundHalfUp: decimals must be a whole number from 0 to 15');
  const scaled = Math.abs(value) * power;
  if (scaled >= LARGEST_QUICK) return roundByDigits(value, decimals);
  const whole = Math.floor(scaled);
  const toTie = Math.abs(scaled - whole - 0.5);
  let units = Math.floor(scaled + 0.5);
  if (toTie <= scaled * AWAY_FROM_TIE) {
    if (toTie >= scaled * AT_TIE) return roundByDigits(value, decimals);
    units = whole + 1;
  }
  if (units === 0) return 0;
  // Both are whole and exact, and IEEE division rounds correctly: this is the double nearest to the decimal.
  return value < 0 ? -units / power : units / power;
}

/** The definition, read off the decimal digits. */
function roundByDigits(value: number, decimals: number): number {
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
