// Numbers as the server computes them: exact decimals of at most 34 digits, rounded half to even (IEEE 754 decimal128).

const DIGITS = 34;
const LIMIT = 10n ** BigInt(DIGITS);
const PLAIN = /^(-?)(\d+)(?:\.(\d+))?$/;
const MODES = {
  up: (odd, twice, unit, negative) => true,
  down: () => false,
  floor: (odd, twice, unit, negative) => negative,
  ceiling: (odd, twice, unit, negative) => !negative,
  halfUp: (odd, twice, unit) => twice >= unit,
  halfDown: (odd, twice, unit) => twice > unit,
  halfEven: (odd, twice, unit) => twice > unit || (twice === unit && odd),
};

const abs = n => (n < 0n ? -n : n);
const digits = n => abs(n).toString().length;
const power = n => 10n ** BigInt(n);

/** `n` without its last `places` digits. */
function cut(n, places, mode) {
  const unit = power(places);
  const size = abs(n);
  const whole = size / unit, rest = size % unit;
  const away = rest !== 0n && MODES[mode]((whole & 1n) === 1n, rest * 2n, unit, n < 0n);
  const result = away ? whole + 1n : whole;
  return n < 0n ? -result : result;
}

/** `unscaled` × 10^-`scale`. */
export class Decimal {
  constructor(unscaled, scale) {
    if (unscaled >= LIMIT || unscaled <= -LIMIT) {
      const surplus = digits(unscaled) - DIGITS;
      this.unscaled = cut(unscaled, surplus, 'halfEven');
      this.scale = scale - surplus;
    } else {
      this.unscaled = unscaled;
      this.scale = scale;
    }
  }

  /** The number a plain text stands for; null if it stands for none. */
  static parse(text) {
    const parts = PLAIN.exec(text);
    if (!parts) return null;
    const fraction = parts[3] ?? '';
    return new Decimal(BigInt(parts[1] + parts[2] + fraction), fraction.length);
  }

  static of(integer) { return new Decimal(BigInt(integer), 0); }

  /** Both unscaled values at the same scale. */
  aligned(other) {
    const scale = Math.max(this.scale, other.scale);
    return [this.unscaled * power(scale - this.scale), other.unscaled * power(scale - other.scale), scale];
  }

  plus(other) {
    const [a, b, scale] = this.aligned(other);
    return new Decimal(a + b, scale);
  }

  minus(other) { return this.plus(other.negated()); }

  times(other) { return new Decimal(this.unscaled * other.unscaled, this.scale + other.scale); }

  /** Null if the other is zero. */
  over(other) {
    if (other.unscaled === 0n) return null;
    const shift = Math.max(0, DIGITS + 1 + digits(other.unscaled) - digits(this.unscaled));
    const dividend = this.unscaled * power(shift);
    const quotient = dividend / other.unscaled;
    const scale = this.scale - other.scale + shift;
    if (quotient * other.unscaled === dividend) return new Decimal(quotient, scale);
    // a digit more, so that what is left tips a quotient that seems to lie half way
    const towards = (dividend < 0n) === (other.unscaled < 0n) ? 1n : -1n;
    return new Decimal(quotient * 10n + towards, scale + 1);
  }

  negated() { return new Decimal(-this.unscaled, this.scale); }

  abs() { return this.unscaled < 0n ? this.negated() : this; }

  compare(other) {
    const [a, b] = this.aligned(other);
    return a < b ? -1 : a > b ? 1 : 0;
  }

  /** With so many decimal places; `mode` is one of those above. */
  rounded(places, mode) {
    return this.scale <= places ? this : new Decimal(cut(this.unscaled, this.scale - places, mode), places);
  }

  /** A multiple of ten to the power of `places`. */
  movedRight(places) { return new Decimal(this.unscaled, this.scale - places); }

  get integer() { return this.rounded(0, 'down').compare(this) === 0; }

  /** Plain digits without trailing zeros. */
  toString() {
    if (this.scale <= 0) return (this.unscaled * power(-this.scale)).toString();
    const all = abs(this.unscaled).toString().padStart(this.scale + 1, '0');
    const fraction = all.slice(-this.scale).replace(/0+$/, '');
    return (this.unscaled < 0n ? '-' : '') + all.slice(0, -this.scale) + (fraction && '.' + fraction);
  }
}
