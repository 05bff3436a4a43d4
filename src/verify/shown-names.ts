import { enumeration } from "../text/enumeration.ts";

/** More names are counted. */
const MOST_NAMES = 12;

/** The first of several names as a sentence has them, and how many more there are. */
export function shownNames(names: readonly string[], most = MOST_NAMES): string {
  const shown = names.slice(0, most).map((name) => `\`${name}\``);
  if (names.length > most) shown.push(`${names.length - most} more`);
  return enumeration(shown);
}
