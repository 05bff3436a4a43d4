/** Longer names are hard to read in generated code, and break the lines of its readers. */
export const LONGEST_NAME = 60;

/** Words that hold a title together and name nothing. */
const LINKING =
  /^(?:a|an|the|of|for|in|on|at|to|from|with|within|by|about|and|or|its|their|which|that|is|are|be|as|all|any|each)$/i;

/**
 * A name in camel or Pascal case that is no longer than told: without the words that only hold it together, then without
 * those behind the first, for the last ones say what it is about.
 */
export function shortened(name: string, longest = LONGEST_NAME): string {
  if (name.length <= longest) return name;
  const [first = "", ...words] = name.split(/(?=[A-Z])/);
  const kept = words.filter((word) => !LINKING.test(word));
  let length = first.length + kept.join("").length;
  let from = 0;
  for (; length > longest && from < kept.length - 1; from++) length -= kept[from]!.length;
  return (first + kept.slice(from).join("")).slice(0, longest);
}

/** A name for a component (OpenAPI 3.1, 4.8.7: letters, digits, `.`, `-`, `_`). */
export function componentName(text: string): string {
  return text.replace(/[^A-Za-z0-9._-]+/g, "_").replace(/^_+|_+$/g, "") || "unnamed";
}

/** Hands out names that differ in more than case: Redoc drops one of two that do not. */
export class UniqueNames {
  readonly #taken = new Set<string>();
  /** By wanted name: the first number that may be free. */
  readonly #next = new Map<string, number>();

  isFree(name: string): boolean {
    return !this.#taken.has(name.toLowerCase());
  }

  /** The wanted name, or with the first number behind it that is free. */
  take(wanted: string): string {
    let name = wanted;
    let count = this.#next.get(wanted) ?? 2;
    for (; this.#taken.has(name.toLowerCase()); count++)
      name = `${wanted}${/\d$/.test(wanted) ? "_" : ""}${count}`;
    this.#next.set(wanted, count);
    this.#taken.add(name.toLowerCase());
    return name;
  }
}

/** A word of a title that says no more than that there is an action: `(pause Action)` → `pause`. */
const ACTION_TITLE = /\(\s*([\w:.-]+)\s+action\s*\)/i;

/** The key that the title of an action names: `Pause Server (pause Action)` → `pause`. */
export function actionOfTitle(title: string): string | undefined {
  return ACTION_TITLE.exec(title)?.[1];
}
