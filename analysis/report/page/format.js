// Numbers as the program's tables write them; a true minus sign, thousands set apart.

const none = "–";

function group(digits) {
  const [whole, part] = digits.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return part === undefined ? grouped : `${grouped}.${part}`;
}

/** 1,234.5 with fixed decimals. */
export function writeNumber(value, decimals) {
  if (value === null || value === undefined) return none;
  const digits = group(Math.abs(value).toFixed(decimals));
  return value < 0 && /[1-9]/.test(digits) ? `−${digits}` : digits;
}

/** The same with its sign; a zero has none. */
export function writeChange(value, decimals) {
  const text = writeNumber(value, decimals);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A standard error has a digit more than its mean. */
export function writeError(value, decimals) {
  if (value === null || value === undefined) return none;
  const text = writeNumber(value, decimals + 1);
  return value > 0 && !/[1-9]/.test(text) ? `< ${(10 ** -(decimals + 1)).toFixed(decimals + 1)}` : text;
}

/** "97 %", "> 99 %", "100 %" only for one. */
export function writePercent(share) {
  if (share === null || share === undefined) return none;
  const percent = 100 * share;
  if (share < 1 && percent >= 99.5) return "> 99 %";
  if (share > 0 && percent < 0.5) return "< 1 %";
  return `${percent.toFixed(0)} %`;
}

export function writeRange(low, high, decimals, write = writeNumber) {
  return low === null || low === undefined ? none : `${write(low, decimals)} to ${write(high, decimals)}`;
}

/** "GBP million a year" as a heading has room for it. */
export function shortenUnit(unit) {
  return unit.replace("GBP million", "£ million").replace(/^GBP\/GBP$/, "£ per £");
}

export function capitalise(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** At most that many letters. */
export function shorten(text, most) {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
