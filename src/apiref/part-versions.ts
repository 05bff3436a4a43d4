import type { Block, Directive, Section } from "../rst/tree.ts";
import { groupedBy } from "../text/grouped.ts";
import { remembered } from "../text/remembered.ts";
import type { Operation, ParameterRow } from "./model.ts";
import type { Definition } from "./parameters-file.ts";
import { parseVersion, versionBefore } from "./versions.ts";

/** What a sentence says of some parameters of an operation: when they came, or that they are gone. */
interface Said {
  readonly name: string;
  /** The rows that are meant: those of bodies, or those of requests that are no part of the path. */
  readonly kinds: readonly Kind[];
  readonly minVersion?: string;
  readonly maxVersion?: string;
}

type Kind = "request" | "response" | "query" | "header";

type Bounds = Pick<ParameterRow, "minVersion" | "maxVersion">;

/** Stands for the chapter of operations that are in none. */
const NO_CHAPTER = Symbol("no chapter");

/** What several operations say of definitions: the bounds of each, as text. */
type SaidOf = ReadonlyMap<Definition, ReadonlySet<string>>;

/**
 * The operations with the microversions of rows that their `versionadded` and `versionremoved` directives say: "Introduced
 * the ``shade`` field." What one operation of a chapter says of a definition counts for the others, where they say nothing
 * else, and what several chapters say alike of what is in a body counts for the rest. A row that says its versions itself
 * keeps them, and so do rows of which several may be meant.
 */
export function withPartVersions(operations: readonly Operation[]): Operation[] {
  const own = new Map(operations.map((operation) => [operation, saidRows(operation)]));
  const said = operations.filter((operation) => own.get(operation)!.size > 0);
  if (said.length === 0) return [...operations];
  const entries = said.flatMap((operation) =>
    [...own.get(operation)!].map(([row, bounds]) => ({ row, bounds, chapter: operation.enclosing })),
  );
  const spread = {
    request: spreadOf(entries.filter(({ row }) => row.side === "request")),
    response: spreadOf(entries.filter(({ row }) => row.side === "response")),
  };
  return operations.map((operation) => {
    const rows = operation.rows.map((row) => {
      const direct = own.get(operation)!.get(row);
      const bounds = direct ?? (isBound(row) ? undefined : spread[row.side](row, operation.enclosing));
      return bounds === undefined ? row : rowWith(row)(bounds);
    });
    const isSame = rows.every((row, index) => row === operation.rows[index]);
    return isSame ? operation : operationWith(operation)(rows);
  });
}

/** What operations say of rows of one side, told for other rows of the same definitions. */
function spreadOf(
  entries: readonly { row: ParameterRow; bounds: string; chapter: Section | undefined }[],
): (row: ParameterRow, chapter: Section | undefined) => string | undefined {
  const chapters = new Map<Section | undefined, SaidOf>(
    [...groupedBy(entries, ({ chapter }) => chapter ?? NO_CHAPTER)].map(([chapter, all]) => [
      chapter === NO_CHAPTER ? undefined : (chapter as Section),
      saidOf(all.map(({ row, bounds }) => [row, bounds])),
    ]),
  );
  const everywhere = saidAlike([...chapters.values()]);
  return ({ definition }, chapter) => {
    if (definition === undefined) return undefined;
    const [only, ...others] = chapters.get(chapter)?.get(definition) ?? [];
    return others.length > 0 ? undefined : (only ?? everywhere.get(definition));
  };
}

function saidOf(rows: readonly (readonly [ParameterRow, string])[]): SaidOf {
  const found = new Map<Definition, Set<string>>();
  for (const [{ definition }, bounds] of rows) {
    if (definition === undefined) continue;
    const known = found.get(definition) ?? new Set();
    found.set(definition, known.add(bounds));
  }
  return found;
}

/** What more chapters than one say of what is in a body, and none says otherwise. */
function saidAlike(chapters: readonly SaidOf[]): ReadonlyMap<Definition, string> {
  const all = groupedBy(
    chapters.flatMap((chapter) => [...chapter]),
    ([definition]) => definition,
  );
  return new Map(
    [...all].flatMap(([definition, said]) => {
      const [only, ...others] = new Set(said.flatMap(([, bounds]) => [...bounds]));
      const isAlike = said.length > 1 && others.length === 0 && definition.in === "body";
      return isAlike ? [[definition, only!] as const] : [];
    }),
  );
}

/** A row within bounds; the same object for the same ones. */
const rowWith = remembered((row: ParameterRow) => {
  const made = new Map<string, ParameterRow>();
  return (bounds: string): ParameterRow => {
    const known = made.get(bounds) ?? {
      ...row,
      ...(JSON.parse(bounds) as Bounds),
      versionsOfProse: true,
    };
    made.set(bounds, known);
    return known;
  };
});

/** An operation with other rows; the same object for the same ones as before. */
const operationWith = remembered((operation: Operation) => {
  let known = operation;
  return (rows: readonly ParameterRow[]): Operation => {
    if (known === operation || rows.some((row, index) => row !== known.rows[index]))
      known = { ...operation, rows };
    return known;
  };
});

/** The rows of which an operation itself says when they came or went, with their bounds as text. */
function saidRows({ rows, description, notes }: Operation): ReadonlyMap<ParameterRow, string> {
  const bounds = new Map<ParameterRow, string>();
  const said = [...description, ...notes.flatMap(({ blocks }) => blocks)].flatMap(saidIn);
  if (said.length === 0) return bounds;
  const named = groupedBy(rows, ({ name }) => name);
  for (const { name, kinds, ...versions } of said)
    for (const kind of kinds) {
      const [row, ...others] = (named.get(name) ?? []).filter((one) => isOfKind(one, kind));
      if (row !== undefined && others.length === 0 && !isBound(row) && !bounds.has(row))
        bounds.set(row, JSON.stringify(versions));
    }
  return bounds;
}

function isBound({ minVersion, maxVersion, definition }: ParameterRow): boolean {
  return [minVersion, maxVersion, definition?.minVersion, definition?.maxVersion].some(
    (version) => version !== undefined,
  );
}

function isOfKind({ side, definition }: ParameterRow, kind: Kind): boolean {
  const where = definition?.in;
  if (kind === "query") return side === "request" && where === "query";
  if (kind === "header") return where === "header";
  return side === kind && where === "body";
}

function saidIn(block: Block): Said[] {
  if (block.kind !== "directive") return [];
  const isAdded = block.name === "versionadded";
  if (!isAdded && block.name !== "versionremoved") return [];
  const [version, text] = splitContent(block);
  const bound = isAdded ? version : version && versionBefore(version);
  if (bound === undefined) return [];
  const forms = isAdded ? [ADDED, NAMED] : [REMOVED];
  return text.split(/(?<=[.!])\s+(?=[A-Z`])/).flatMap((sentence) => {
    const parts = forms
      .map((form) => form.exec(sentence)?.groups?.parts)
      .find((found) => found !== undefined);
    if (parts === undefined) return [];
    return [...parts.matchAll(PART)].flatMap(({ groups }) =>
      [...groups!.names!.matchAll(/``([^`]+)``/g)].map(
        ([, name]): Said => ({
          name: name!,
          kinds: kindsOf(groups!.kind!),
          ...(isAdded ? { minVersion: bound } : { maxVersion: bound }),
        }),
      ),
    );
  });
}

/** The version that a directive names, and what it says of it in one line. */
function splitContent({
  argument,
  content,
}: Directive): readonly [version: string | undefined, text: string] {
  const text = [...argument, ...content].map((line) => line.text.trim()).join(" ");
  const [, version, rest = ""] = /^v?(\d+\.\d+)(?:\s+(.*))?$/.exec(text.trim()) ?? [];
  return [version === undefined || parseVersion(version) === undefined ? undefined : version, rest];
}

const NAMES = "``[^`]+``(?:(?:, and|, or|,| and| or)(?: the)? ``[^`]+``)*";
/** `boolean request parameter`, `request and response fields` */
const KIND =
  "(?:(?:new|optional|boolean|string|integer|body|read-only|requests?|responses?|query|url|and) ){0,5}(?:fields?|attributes?|propert(?:y|ies)|parameters?|headers?|options?|selectors?|filters?)";
const ONE = `(?:the |an? )?(?:new |optional |boolean )?${NAMES} ${KIND}(?: and ${KIND})?`;
const PARTS = `(?<parts>${ONE}(?:,? and ${ONE})*)`;
/** What may follow: nothing, or what it is for. */
const END = "(?=[.;]?$|,? (?:for|to|that|which|in|of)\\b|, )";

const ADDED = new RegExp(`^(?:added|adds|introduced|introduces)(?: support for)? ${PARTS}${END}`, "i");
const REMOVED = new RegExp(`^(?:removed|removes|dropped|drops)(?: support for)? ${PARTS}${END}`, "i");
/** "``shade`` parameter for passing …": what came has no verb. */
const NAMED = new RegExp(`^${PARTS}(?=[.;]?$| (?:for|to) \\w+)`, "i");
const PART = new RegExp(`(?<names>${NAMES}) (?<kind>${KIND}(?: and ${KIND})?)`, "gi");

/** The rows that words such as `request and response fields` or `field and query parameter` mean. */
function kindsOf(words: string): Kind[] {
  return [...words.matchAll(UNIT)].flatMap(([unit, noun]): Kind[] => {
    if (/^header/i.test(noun!)) return ["header"];
    if (/\b(?:query|url)\b/i.test(unit)) return ["query"];
    const sides = (["request", "response"] as const).filter((side) =>
      new RegExp(`\\b${side}`, "i").test(unit),
    );
    const isField = /^(?:field|attribute|propert)/i.test(noun!);
    if (isField) return sides.length === 0 ? ["request", "response"] : sides;
    return sides.includes("response") ? sides : ["query", "request"];
  });
}

const UNIT =
  /.*?\b(fields?|attributes?|propert(?:y|ies)|parameters?|headers?|options?|selectors?|filters?)\b/gi;
