/** `a`, `a and b`, `a, b and c`; with another word than `and`, `a, b or c`. */
export function enumeration(parts: readonly string[], word: "and" | "or" = "and"): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} ${word} ${parts.at(-1)}`;
}

/** More names than these are counted. */
const MOST_NAMES = 6;

/** Several names as a sentence has them: of more than `most` the first, and how many more there are. */
export function enumeratedNames(names: readonly string[], most = MOST_NAMES): string {
  const count = names.length > most ? most - 1 : names.length;
  const shown = names.slice(0, count).map((name) => `\`${name}\``);
  if (names.length > count) shown.push(`${names.length - count} more`);
  return enumeration(shown);
}
