import type { Operation, ParameterRow, StatusRow } from "../apiref/model.ts";
import { rowVersions, unitedVersions } from "../apiref/versions.ts";
import { isOpen, publishedRows } from "../bodies/unplaced-rows.ts";
import type { JsonObject } from "../data/json-value.ts";
import { setOrigin } from "../data/origin.ts";
import type { Block } from "../rst/tree.ts";
import { valueSchema } from "../schema/value-schema.ts";
import { append } from "../text/append.ts";
import { groupedBy } from "../text/grouped.ts";
import { type Body, type BodyContext, contentOf } from "./bodies.ts";
import { combine } from "./combine.ts";
import { definitionNames, isUnbound } from "./definition-names.ts";
import { withLabels } from "./example-labels.ts";
import { isCommand, type JudgedSample } from "./examples.ts";
import { ANY_BYTES, namedMediaTypes, rawContent } from "./media-types.ts";
import { noteText } from "./note-text.ts";
import { onlyFor } from "./only-for.ts";
import { isHttpCode, ownCodes } from "./own-codes.ts";
import { REASON_PHRASES } from "./reason-phrases.ts";
import { xVersions } from "./versions.ts";

/** What one documented operation answers. */
export interface ResponseSource {
  readonly operation: Operation;
  readonly body: Body;
}

/** Codes whose response has no content (RFC 9110, 15.3.5, 15.3.6, 15.4.5). */
const WITHOUT_CONTENT: ReadonlySet<string> = new Set(["204", "205", "304"]);

/**
 * The key of the response of an operation for which the sources name no success code. The range says that much and no
 * more (OpenAPI 3.1, 4.8.16.2).
 */
const SOME_SUCCESS = "2XX";

/**
 * The Responses Object (OpenAPI 3.1, 4.8.16) of documented operations that share method and path.
 *
 * @param others more of them, which are not shown here
 */
export function responses(
  written: readonly ResponseSource[],
  context: BodyContext,
  others: readonly Operation[] = [],
): JsonObject {
  const byCode = new Map<
    string,
    { source: ResponseSource; status: StatusRow | undefined; withBody: boolean }[]
  >();
  // One example has one label under all codes.
  const bodies = withLabels(written.map(({ body }) => body));
  const sources = written.map((source, index) => ({ ...source, body: bodies[index]! }));
  const documented = [...sources.map(({ operation }) => operation), ...others];
  const known = [...new Set(documented.flatMap((operation) => codesOf(operation).filter(isSuccess)))];
  for (const source of sources) {
    const codes = codesOf(source.operation);
    const successes = codes.filter(isSuccess);
    // One of several that names no code answers with those of the others.
    if (successes.length === 0) append(successes, known.length === 0 ? [SOME_SUCCESS] : known);
    const able = successes.filter((code) => canHaveContent(source.operation, code));
    // Tables below a code that has no content contradict it; what they say is not dropped for that.
    const withBody = new Set(able.length > 0 ? able : successes);
    for (const code of new Set([...successes, ...codes])) {
      const statuses = source.operation.statuses.filter((status) => status.code === code);
      const entries = byCode.get(code) ?? [];
      byCode.set(code, entries);
      for (const status of statuses.length === 0 ? [undefined] : statuses)
        entries.push({ source, status, withBody: withBody.has(code) });
    }
  }
  const object: JsonObject = {};
  for (const code of [...byCode.keys()].sort()) {
    const entries = byCode.get(code)!;
    object[code] = response(code, entries, sources.length, context);
  }
  return object;
}

/** The codes that an operation documents, each once; what is no code of HTTP (RFC 9110, 15) is a finding. */
function codesOf(operation: Operation): string[] {
  const codes = new Set(operation.statuses.map((status) => status.code));
  return [...codes].filter(isHttpCode);
}

function isSuccess(code: string): boolean {
  return Number(code) < 400;
}

function canHaveContent(operation: Operation, code: string): boolean {
  return !WITHOUT_CONTENT.has(code) && operation.method.toUpperCase() !== "HEAD";
}

/** A Response Object (OpenAPI 3.1, 4.8.17). */
function response(
  code: string,
  entries: readonly { source: ResponseSource; status: StatusRow | undefined; withBody: boolean }[],
  documented: number,
  context: BodyContext,
): JsonObject {
  const sources = [...new Set(entries.map(({ source }) => source))];
  const bodies = [...new Set(entries.filter(({ withBody }) => withBody).map(({ source }) => source))];
  const schemas = bodies.flatMap(({ body }) => (body.schema === undefined ? [] : [body.schema]));
  const definitions = bodies.flatMap(({ body }) => (body.schema === undefined ? [] : [body.definition]));
  const named = [
    ...new Set(bodies.flatMap(({ operation }) => namedMediaTypes(operation, "response", context.prose))),
  ];
  const samples = bodies.flatMap(({ body }) => body.samples);
  // what a command prints where there is no content
  const printed = samples.filter(
    ({ content }) => WITHOUT_CONTENT.has(code) && content.kind === "other" && !isCommand(content),
  );
  const shown = samples.filter((sample) => !printed.includes(sample));
  const content =
    contentOf(combine(schemas, definitions), shown, named, context) ?? rawResponse(code, bodies, named);
  const headers = Number(code) >= 400 ? {} : responseHeaders(sources, context);
  const versions = unitedVersions(entries.map(({ status }) => status ?? {}));
  const object: JsonObject = {
    description: [describe(code, entries, sources, documented, context), ...printed.map(asBlock)].join(
      "\n\n",
    ),
    ...(Object.keys(headers).length === 0 ? {} : { headers }),
    ...(content === undefined ? {} : { content }),
    ...xVersions(versions),
  };
  const [first] = entries;
  setOrigin(object, first?.status?.codeSpan ?? first!.source.operation.titleSpan);
  return object;
}

/** A sample as a block of code below its title. */
function asBlock({ sample, label = sample.title }: JudgedSample): string {
  const fence = sample.text.includes("```") ? "~~~~" : "```";
  const block = `${fence}\n${sample.text.trimEnd()}\n${fence}`;
  return label === "" ? block : `**${label}**\n\n${block}`;
}

/** What an operation answers whose response no table and no sample shows: a file, an image. */
function rawResponse(
  code: string,
  sources: readonly ResponseSource[],
  named: readonly string[],
): JsonObject | undefined {
  const types = named.length > 0 ? named : sources.some(answersBytes) ? [ANY_BYTES] : [];
  if (types.length === 0 || /^3/.test(code)) return undefined;
  return sources.every(({ operation }) => canHaveContent(operation, code)) ? rawContent(types) : undefined;
}

/** Whether a GET answers content of some type: its table has the row of the response's `Content-Type`. */
function answersBytes({ operation }: ResponseSource): boolean {
  return operation.method.toUpperCase() === "GET" && operation.rows.some(isContentType);
}

function isContentType({ side, name, definition }: ParameterRow): boolean {
  return side === "response" && definition?.in === "header" && name.toLowerCase() === "content-type";
}

/** Reasons in the order of the operations, and which operations give them where that differs. */
function describe(
  code: string,
  entries: readonly { source: ResponseSource; status: StatusRow | undefined; withBody: boolean }[],
  sources: readonly ResponseSource[],
  documented: number,
  context: BodyContext,
): string {
  const givers = new Map<string, Set<string>>();
  const said = entries.some(({ status }) => status !== undefined);
  for (const { source, status } of entries) {
    if (status === undefined && said) continue;
    const reason = reasonOf(code, status, source.operation, context);
    const titles = givers.get(reason) ?? new Set();
    givers.set(reason, titles.add(source.operation.title));
  }
  const parts = [...givers].map(([reason, titles]) =>
    documented === 1 || (givers.size === 1 && sources.length === documented)
      ? reason
      : `${reason}\n\n${[...titles].map((title) => `- ${title}`).join("\n")}`,
  );
  const saidBy = new Map<string, Set<string>>();
  for (const { operation } of sources)
    for (const note of responseNotes(code, operation, context))
      saidBy.set(note, (saidBy.get(note) ?? new Set()).add(operation.title));
  const titles = new Set(sources.map(({ operation }) => operation.title));
  // what one of merged operations says of its response holds for no other
  const notes = new Set(
    [...saidBy].map(([note, by]) => (by.size === titles.size ? note : `${note}\n\n${onlyFor([...by])}`)),
  );
  if (!(Number(code) >= 400))
    for (const { operation } of sources) {
      const own = ownCodes(operation, context.prose);
      if (own !== undefined) notes.add(own);
      const type = operation.rows.find(isContentType);
      const told = type === undefined ? "" : context.prose.definition(type.definition!);
      // OpenAPI has no place for the header itself (4.8.17).
      if (told !== "") notes.add(`**${type!.name}:** ${told}`);
    }
  return [...parts, ...notes].join("\n\n");
}

/**
 * What the response sections say belongs to the responses of success, but for what they say of an error that the operation
 * documents: `A conflict (409) is returned if …`.
 */
function responseNotes(code: string, operation: Operation, context: BodyContext): string[] {
  const documented = codesOf(operation);
  return operation.notes
    .filter(({ side }) => side === "response")
    .map((note) => {
      const own = note.blocks.flatMap(partsOf).filter((block) => {
        const named = new Set(context.prose.blocks([block], operation.document).match(/\b[1-5]\d\d\b/g));
        const codes = documented.filter((one) => named.has(one));
        const isOnError = codes.length > 0 && codes.every((one) => !isSuccess(one));
        return isOnError ? codes.includes(code) : !(Number(code) >= 400);
      });
      return noteText(note, operation, context.prose, own);
    })
    .filter((text) => text !== "");
}

/** A quotation apart by what stands in it. */
function partsOf(block: Block): Block[] {
  return block.kind === "block-quote"
    ? block.children.map((child) => ({ ...block, children: [child] }))
    : [block];
}

/** The reason from status.yaml, or the fault's name in prose, or what a page says for all, or the phrase of HTTP. */
function reasonOf(
  code: string,
  status: StatusRow | undefined,
  operation: Operation,
  context: BodyContext,
): string {
  // A reason may be nothing but a comment, or a table.
  const said = context.prose.text(status?.description ?? status?.explanation ?? "");
  if (said !== "") return said;
  if (status?.phrase !== undefined) return status.phrase;
  const general = context.prose.text(context.generalReasons.get(operation.document)?.get(code) ?? "");
  if (general !== "") return general;
  if (code !== SOME_SUCCESS) return REASON_PHRASES[code] ?? `Status ${code}`;
  return ownCodes(operation, context.prose) === undefined
    ? "Success; the sources name no code."
    : "Success; the sources name no code of HTTP.";
}

/** The Header Objects of the response's header rows (OpenAPI 3.1, 4.8.21). */
function responseHeaders(sources: readonly ResponseSource[], context: BodyContext): JsonObject {
  const headers: JsonObject = {};
  const rows = sources.flatMap(({ operation, body }) =>
    publishedRows(operation, { request: body, response: body }).filter(isResponseHeader),
  );
  for (const same of groupedBy(rows, ({ name }) => name.toLowerCase()).values())
    headers[same[0]!.name] = header(same, context);
  return headers;
}

function isResponseHeader(row: ParameterRow): boolean {
  // "Content-Type" as a header of a response is ignored by OpenAPI
  return row.side === "response" && row.definition?.in === "header" && !isContentType(row);
}

/** @param rows those of one name, of which the first says most */
function header(rows: readonly ParameterRow[], context: BodyContext): JsonObject {
  const row = rows[0]!;
  const definition = row.definition!;
  const { schema, deprecated } = valueSchema(definition);
  const description = context.prose.definition(definition);
  const object: JsonObject = {
    ...(description === "" ? {} : { description }),
    ...(definition.required ? { required: true } : {}),
    ...(deprecated ? { deprecated: true } : {}),
    schema,
    ...xVersions(unitedVersions(rows.map(rowVersions))),
  };
  setOrigin(object, row.keySpan);
  if (isOpen(row)) return object;
  return context.components.use("headers", definitionNames(row), object, [], isUnbound(row));
}
