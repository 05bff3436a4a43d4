import type { Operation } from "../apiref/model.ts";
import { plainText } from "../rst/markdown.ts";

/** `Create share replica` → `createShareReplica`; empty where nothing of the text is a letter or digit. */
export function camelCase(text: string): string {
  const pascal = pascalCase(text);
  // `OSTrust` → `osTrust`, `ID` → `id`
  return pascal.replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (head) => head.toLowerCase());
}

/** `share replica` → `ShareReplica`. A name begins with a letter, so that generators can use it. */
export function pascalCase(text: string): string {
  const words =
    text
      .normalize("NFKD")
      .replace(/[\u0300-\u036f'’]/g, "")
      .match(/[A-Za-z0-9]+/g) ?? [];
  const name = words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join("");
  return /^[0-9]/.test(name) ? `N${name}` : name;
}

/** A name for a component (OpenAPI 3.1, 4.8.7: letters, digits, `.`, `-`, `_`). */
export function componentName(text: string): string {
  return text.replace(/[^A-Za-z0-9._-]+/g, "_").replace(/^_+|_+$/g, "") || "unnamed";
}

/** `share_replicas` → `share_replica`, `policies` → `policy`, `addresses` → `address`; what is no plural stays. */
export function singular(word: string): string {
  if (/(?:ss|us|is|data|series)$/i.test(word) || word.length < 4) return word;
  if (/ies$/i.test(word)) return word.replace(/ies$/i, "y");
  if (/(?:ss|x|ch|sh)es$/i.test(word)) return word.slice(0, -2);
  return word.replace(/s$/i, "");
}

/** Hands out names that differ in more than case: Redoc drops one of two that do not. */
export class UniqueNames {
  readonly #taken = new Set<string>();

  isFree(name: string): boolean {
    return !this.#taken.has(name.toLowerCase());
  }

  /** The wanted name, or with the first number behind it that is free. */
  take(wanted: string): string {
    let name = wanted;
    for (let count = 2; this.#taken.has(name.toLowerCase()); count++)
      name = `${wanted}${/\d$/.test(wanted) ? "_" : ""}${count}`;
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

/**
 * The operationId of each documented operation: camelCase of its title, without what stands there in brackets. Where
 * titles clash, the first of these that tells all of them apart is added: the brackets, the version in the path, the
 * enclosing section, a microversion, the method, the document, the words of the path, a number.
 */
export function operationIds(operations: readonly Operation[]): Map<Operation, string> {
  const byTitle = new Map<string, Operation[]>();
  for (const operation of operations) {
    const base = baseName(operation);
    const known = byTitle.get(base.toLowerCase());
    if (known === undefined) byTitle.set(base.toLowerCase(), [operation]);
    else known.push(operation);
  }
  const names = new UniqueNames();
  const wanted = new Map<Operation, string>();
  for (const clashing of byTitle.values())
    if (clashing.length === 1) wanted.set(clashing[0]!, names.take(baseName(clashing[0]!)));
    else {
      const tell = QUALIFIERS.find((qualifier) => {
        const told = clashing.map((operation) => pascalCase(qualifier(operation)).toLowerCase());
        return new Set(told).size === told.length;
      });
      const last = tell ?? QUALIFIERS[0]!;
      for (const operation of clashing)
        wanted.set(operation, baseName(operation) + pascalCase(last(operation)));
    }
  // Titles that clash with nothing keep their plain name, whatever a clash elsewhere makes up.
  const ids = new Map<Operation, string>();
  for (const operation of operations) {
    const name = wanted.get(operation)!;
    const clashed = byTitle.get(baseName(operation).toLowerCase())!.length > 1;
    ids.set(operation, clashed ? names.take(name) : name);
  }
  return ids;
}

function baseName(operation: Operation): string {
  return (
    camelCase(withoutBrackets(operation.title)) ||
    camelCase(operation.title) ||
    camelCase(`${operation.method} ${operation.target.path}`) ||
    "operation"
  );
}

/** `Pause Server (pause Action)` → `Pause Server`. */
function withoutBrackets(title: string): string {
  return title.replace(/\([^()]*\)/g, " ");
}

const QUALIFIERS: readonly ((operation: Operation) => string)[] = [
  (operation) => /\(([^()]*)\)/.exec(operation.title.replace(/\(deprecated\)/gi, ""))?.[1] ?? "",
  (operation) => versionInPath(operation.target.path),
  (operation) =>
    operation.enclosing === undefined ? "" : withoutBrackets(plainText(operation.enclosing.title)),
  (operation) => (operation.minVersion === undefined ? "" : `v${operation.minVersion}`),
  (operation) => operation.method.toLowerCase(),
  (operation) => operation.document,
  (operation) => wordsOfPath(operation.target.path),
  (operation) => `${operation.method.toLowerCase()} ${wordsOfPath(operation.target.path)}`,
];

function wordsOfPath(path: string): string {
  return path.replace(/\{([^{}]*)\}/g, "by $1");
}

/** `/v2.0/lamps` → `v2.0`. */
function versionInPath(path: string): string {
  return /^\/(v\d+(?:\.\d+)?)(?:\/|$)/i.exec(path)?.[1] ?? "";
}

/**
 * The operationIds of methods and paths that several documented operations share. Where they clash, the version in the
 * path is added, else its words; `taken` holds the names of all other operations.
 */
export function mergedOperationIds<T extends { readonly method: string; readonly path: string }>(
  groups: readonly T[],
  taken: Iterable<string>,
): Map<T, string> {
  const names = new UniqueNames();
  for (const name of taken) names.take(name);
  const byBase = new Map<string, T[]>();
  for (const group of groups) {
    const base = pathOperationId(group.method, group.path);
    byBase.set(base, [...(byBase.get(base) ?? []), group]);
  }
  const ids = new Map<T, string>();
  for (const [base, clashing] of byBase) {
    const versions = new Set(clashing.map(({ path }) => versionInPath(path)));
    const byVersion = versions.size === clashing.length;
    for (const group of clashing) {
      const { method, path } = group;
      const told = byVersion
        ? base + pascalCase(versionInPath(path))
        : camelCase(`${method.toLowerCase()} ${wordsOfPath(path)}`);
      ids.set(group, names.take(clashing.length === 1 ? base : told));
    }
  }
  return ids;
}

/** The operationId of several documented operations that share method and path: `postServersAction`. */
export function pathOperationId(method: string, path: string): string {
  const literal = path
    .split("/")
    .filter((part) => part !== "" && !part.startsWith("{") && !/^v\d/i.test(part));
  return camelCase(`${method.toLowerCase()} ${literal.join(" ")}`) || "operation";
}
