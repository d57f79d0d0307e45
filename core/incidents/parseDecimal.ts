// A number as a table writes it, read strictly: what is not plainly a decimal number is no number.

const POWERS = Array.from({ length: 23 }, (_, k) => 10 ** k);

/**
 * Sign, digits, and one decimal point or comma; spaces around it (also no-break spaces) are passed over.
 * No exponents, no hexadecimal, no thousands separators, no words: those are refused rather than guessed.
 * The value is the double nearest to the text: below 2^53 and with up to 22 decimals one exact division
 * gives it (Clinger 1990); longer digit strings go to the engine.
 *
 * @returns undefined if the text is anything else.
 */
export function parseDecimal(text: string, decimalComma = false): number | undefined {
  let at = 0;
  let end = text.length;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  while (end > at && isSpace(text.charCodeAt(end - 1))) end--;
  const start = at;
  const first = text.charCodeAt(at);
  const negative = first === 45;
  if (negative || first === 43) at++;
  const mark = decimalComma ? 44 : 46;
  let mantissa = 0;
  let digits = 0;
  let decimals = -1;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === mark && decimals < 0) {
      decimals = 0;
      continue;
    }
    const digit = code - 48;
    if (digit < 0 || digit > 9) return undefined;
    mantissa = mantissa * 10 + digit;
    digits++;
    if (decimals >= 0) decimals++;
  }
  if (digits === 0 || digits > 400) return undefined;
  if (mantissa <= Number.MAX_SAFE_INTEGER && decimals <= 22) {
    const size = decimals > 0 ? mantissa / POWERS[decimals] : mantissa;
    return negative ? -size : size;
  }
  const value = Number.parseFloat(text.slice(start, end).replace(",", "."));
  return Number.isFinite(value) ? value : undefined;
}

const isSpace = (code: number): boolean => code === 32 || code === 160 || code === 9 || code === 0x202f;
