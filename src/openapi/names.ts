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
