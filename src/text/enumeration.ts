/** `a`, `a and b`, `a, b and c`; with another word than `and`, `a, b or c`. */
export function enumeration(parts: readonly string[], word: "and" | "or" = "and"): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} ${word} ${parts.at(-1)}`;
}

/** More names than these are counted. */
const MOST_NAMES = 12;

/** The first of several names as a sentence has them, and how many more there are. */
export function enumeratedNames(names: readonly string[], most = MOST_NAMES): string {
  const shown = names.slice(0, most).map((name) => `\`${name}\``);
  if (names.length > most) shown.push(`${names.length - most} more`);
  return enumeration(shown);
}
