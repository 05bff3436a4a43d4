import type { Operation, ParameterRow } from "../apiref/model.ts";
import { isDefinedInTable } from "../apiref/parameter-table.ts";
import { defineRule, ofOperations } from "../checks/subject.ts";
import { isJsonObject, type Json } from "../data/json-value.ts";
import { readSample } from "../samples/read.ts";

export const parameterRowDuplicate = defineRule({
  name: "parameter-row-duplicate",
  group: "definitions",
  severity: "warning",
  fixable: false,
  summary: "the same row twice in one table",
  explanation: `A row that stands twice in a table shows the parameter twice. Often the second was meant to be another one: correct its
name or key, or remove it. A name may return under another key where bodies nest.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. rest_parameters:: parameters.yaml

   - limit: limit
   - «limit: limit»
`,
    "parameters.yaml": `
limit:
  description: How many widgets to give.
  in: query
  required: false
  type: integer
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. rest_parameters:: parameters.yaml

   - limit: limit
`,
    "parameters.yaml": `
limit:
  description: How many widgets to give.
  in: query
  required: false
  type: integer
`,
  },
  check: ofOperations(function* (operation) {
    const first = new Map<string, number>();
    for (const [index, row] of operation.rows.entries()) {
      const identity = JSON.stringify([row.table, row.name, row.key]);
      const before = first.get(identity);
      if (before === undefined) first.set(identity, index);
      else if (!isOfOtherObject(operation, before, index))
        yield {
          message: `The row \`${nameOf(row)}\` stands twice in this table. Remove one, or correct its name${isDefinedInTable(row) ? "" : " or key"}.`,
          span: row.span,
          related: [{ span: operation.rows[before]!.span, message: "first here" }],
        };
    }
  }),
});

/**
 * Whether a row that returns may be that of another object: one that can hold it has begun since, and the samples, if
 * there are any, show its name in more than one place.
 */
function isOfOtherObject({ rows, samples }: Operation, before: number, index: number): boolean {
  const { name, side, definition } = rows[index]!;
  if (definition?.in !== "body") return false;
  const shown = samples.filter((sample) => sample.side === side).map(readSample);
  // What samples show as a text holds nothing, whatever its type is said to be.
  const isText = (holder: ParameterRow) =>
    shown.some((content) => content.kind === "json" && isShownAsText(content.value, holder.name));
  const holders = rows.slice(before + 1, index).filter((row) => isHolder(row) && !isText(row));
  if (holders.length === 0) return false;
  // A sample that leaves an object out, or shows it empty, says nothing of what is in it.
  const showsInside = (holder: ParameterRow) =>
    shown.some((content) => content.kind === "json" && holdsAnything(content.value, holder.name));
  if (!holders.every(showsInside)) return true;
  const property = name.slice(name.lastIndexOf(".") + 1);
  const places = new Set(
    shown.flatMap((content) => (content.kind === "json" ? [...placesOf(property, content.value, "")] : [])),
  );
  return shown.length === 0 || places.size > 1;
}

/** Whether a row is of what may hold other rows. */
function isHolder({ definition }: ParameterRow): boolean {
  return definition?.in === "body" && /object|array|list|dict|map|json/i.test(definition.type ?? "");
}

/** Whether a property of that name has something in it, anywhere. */
function holdsAnything(value: Json | undefined, name: string): boolean {
  if (Array.isArray(value)) return value.some((item) => holdsAnything(item, name));
  if (!isJsonObject(value)) return false;
  const own = Object.hasOwn(value, name) ? value[name] : undefined;
  if (typeof own === "object" && own !== null && Object.keys(own).length > 0) return true;
  return Object.values(value).some((inside) => holdsAnything(inside, name));
}

/** Whether a property of that name is a text or a number, somewhere. */
function isShownAsText(value: Json | undefined, name: string): boolean {
  if (Array.isArray(value)) return value.some((item) => isShownAsText(item, name));
  if (!isJsonObject(value)) return false;
  const own = Object.hasOwn(value, name) ? value[name] : undefined;
  if (typeof own === "string" || typeof own === "number") return true;
  return Object.values(value).some((inside) => isShownAsText(inside, name));
}

/** The paths of the objects that have a property; the items of a list share theirs. */
function* placesOf(name: string, value: Json | undefined, path: string): Iterable<string> {
  if (Array.isArray(value)) for (const item of value) yield* placesOf(name, item, path);
  else if (isJsonObject(value)) {
    if (Object.hasOwn(value, name)) yield path;
    for (const key in value) yield* placesOf(name, value[key], `${path}/${key}`);
  }
}

/** The row as it is written. */
function nameOf(row: ParameterRow): string {
  return isDefinedInTable(row) ? row.name : `${row.name}: ${row.key}`;
}
