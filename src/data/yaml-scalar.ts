/** What a YAML scalar can be here: floats, dates and integers that JavaScript does not hold are text. */
export type YamlValue = string | number | boolean | null;

/**
 * The value of a plain scalar as PyYAML's SafeLoader resolves it (YAML 1.1: `yes` is true, `010` is eight, `1:30`
 * is ninety, `y` is a string), except that floats stay text, as os-api-ref has it for `min_version: 2.20`, and so
 * do dates. An integer beyond 2^53 is its decimal digits, for a number would have others; and so is `-0`.
 *
 * @see yaml/resolver.py of PyYAML
 */
export function resolvePlainScalar(text: string): YamlValue {
  const constant = CONSTANTS.get(text);
  if (constant !== undefined) return constant;
  if (DECIMAL.test(text) && text.length < LONGEST_SAFE) return Number(text);
  return INTEGER.test(text) ? integer(text) : text;
}

const CONSTANTS = new Map<string, boolean | null>([
  ["", null],
  ["~", null],
  ...["null", "Null", "NULL"].map((word) => [word, null] as const),
  ...["yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"].map((word) => [word, true] as const),
  ...["no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"].map((word) => [word, false] as const),
]);

/** So many digits may be too much for a number. */
const LONGEST_SAFE = 16;
const DECIMAL = /^(?:0|[1-9][0-9]*)$/;
const INTEGER =
  /^[-+]?(?:0b[0-1_]+|0[0-7_]+|(?:0|[1-9][0-9_]*)|0x[0-9a-fA-F_]+|[1-9][0-9_]*(?::[0-5]?[0-9])+)$/;

function integer(text: string): number | string {
  if (text === "-0") return text;
  const isNegative = text.startsWith("-");
  const digits = text.replace(/^[-+]/, "").replaceAll("_", "");
  if (digits === "0") return 0;
  const value = digits.includes(":")
    ? digits.split(":").reduce((total, part) => total * 60 + Number(part), 0)
    : /^0[0-7]/.test(digits)
      ? Number.parseInt(digits, 8)
      : Number(digits);
  // `0x_` has no digits: PyYAML fails on it, here it stays text.
  if (Number.isNaN(value)) return text;
  if (Number.isSafeInteger(value)) return isNegative ? -value : value;
  const exact = digits.includes(":") ? BigInt(value) : BigInt(digits.replace(/^0(?=[0-7])/, "0o"));
  return `${isNegative ? "-" : ""}${exact}`;
}
