/** Amounts as people write them, and as each language writes them. */

const PLAIN = /^\d+$/;
const GROUPED = /^[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*$/;
const DECIMAL = /^(\d+|[1-9]\d{0,2}(?:([.,])\d{3})(?:\2\d{3})*)([.,])(\d{1,2})$/;

/**
 * Return the number in hundredths (cents) that a text stands for, or null where it stands for none.
 *
 * A separator before exactly three figures groups thousands, one before one or two figures starts the decimals:
 * "1.250" and "1,250" => 125000; "1.250,5" and "1,250.50" => 125050; "12,34,5" and "-5" => null. "€ 800", "800 euro"
 * and "800,-" are how bills write 80000.
 * @param {string} text
 * @returns {number | null}
 */
export function readHundredths(text) {
  const written = text
    .replace(/[\s€]/g, "")
    .replace(/eur(os?)?$/i, "")
    .replace(/[.,](-{1,2}|[–—])$/, "");
  if (PLAIN.test(written) || GROUPED.test(written)) return Number(written.replace(/[.,]/g, "")) * 100;
  const [, whole, group, point, decimals] = DECIMAL.exec(written) ?? [];
  if (whole === undefined || group === point) return null;
  return Number(whole.replace(/[.,]/g, "")) * 100 + Number(decimals.padEnd(2, "0"));
}

/**
 * Return the ways in which a language writes numbers.
 * @param {string} locale
 */
export function writer(locale) {
  /**
   * @param {number} hundredths
   * @param {Intl.NumberFormatOptions} options
   */
  const format = (hundredths, options) => {
    const digits = hundredths % 100 === 0 ? 0 : 2;
    return new Intl.NumberFormat(locale, { ...options, minimumFractionDigits: digits, maximumFractionDigits: digits })
      .format(hundredths / 100)
      .replace(/\s/g, "\u00a0");
  };
  return {
    /** Return cents as "1.250,50 euro". @param {number} cents */
    euro: (cents) => format(cents, { style: "currency", currency: "EUR", currencyDisplay: "name" }),
    /** Return hundredths as "1.250,50". @param {number} hundredths */
    number: (hundredths) => format(hundredths, {}),
    /** Return hundredths of a per cent as "62,5". @param {number} hundredths */
    percentage: (hundredths) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(hundredths / 100),
    /** Return "27 november 2026". @param {Date} date */
    day: (date) => new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(date),
  };
}
