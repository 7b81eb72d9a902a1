// Exact arithmetic with decimal text: fractions of whole numbers of any size, rounded once at the end.

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

const tenTo = n => BigInt(10) ** BigInt(n);

export const ZERO = { n: BigInt(0), d: BigInt(1) };

/** The fraction {n, d} of a plain decimal text; null if it is none. */
export function exact(text) {
  const parts = DECIMAL.exec(text);
  if (!parts) return null;
  const decimals = parts[3] ?? '';
  return { n: BigInt(parts[1] + parts[2] + decimals), d: tenTo(decimals.length) };
}

export const plus = (a, b) => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
export const minus = (a, b) => ({ n: a.n * b.d - b.n * a.d, d: a.d * b.d });
export const times = (a, b) => ({ n: a.n * b.n, d: a.d * b.d });

/** null for a division by zero. */
export function over(a, b) {
  if (b.n === ZERO.n) return null;
  const sign = b.n < ZERO.n ? BigInt(-1) : BigInt(1);
  return { n: a.n * b.d * sign, d: a.d * b.n * sign };
}

export const timesTenTo = (a, power) => (power < 0 ? { n: a.n, d: a.d * tenTo(-power) } : { n: a.n * tenTo(power), d: a.d });

/** Negative, 0 or positive as a is below, at or above b. */
export function compare(a, b) {
  const difference = a.n * b.d - b.n * a.d;
  return difference < ZERO.n ? -1 : difference > ZERO.n ? 1 : 0;
}

export const absolute = a => (a.n < ZERO.n ? { n: -a.n, d: a.d } : a);

/** As decimal text with so many decimals, half rounded away from zero; the zeros at its end are left out. */
export function rounded(a, scale) {
  const { n, d } = timesTenTo(absolute(a), scale);
  const whole = (n * BigInt(2) + d) / (d * BigInt(2));
  const digits = whole.toString().padStart(scale + 1, '0');
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  const text = digits.slice(0, digits.length - scale) + (scale && fraction ? '.' + fraction : '');
  return a.n < ZERO.n && whole !== ZERO.n ? '-' + text : text;
}
