import type { ApiRef, Document, Operation } from "../apiref/model.ts";
import { groupOperations, pathShape } from "../apiref/targets.ts";
import { causeIn } from "../checks/cause.ts";
import { inOperation, writtenName } from "../checks/naming.ts";
import { defineRule } from "../checks/subject.ts";
import { areTwoThings } from "../checks/two-things.ts";
import { groupedBy } from "../text/grouped.ts";
import { remembered } from "../text/remembered.ts";
import { singular } from "../text/words.ts";

export const pathParameterRenamed = defineRule({
  name: "path-parameter-renamed",
  group: "operations",
  severity: "warning",
  fixable: false,
  summary: "one path under two spellings of its variables",
  explanation: `\`/widgets/{id}\` and \`/widgets/{widget_id}\` are one path: a server cannot tell them apart, and OpenAPI forbids having both. The
specification uses the first spelling for all. Use one name, in the URLs and in their rows: that of most of them. Where the variable is named
after another collection, which the page has at the same place, it is the URL that was copied.`,
  bad: {
    "index.rst": `
Widgets
=======

Show widget
-----------

.. rest_method:: GET /widgets/{widget_id}

.. rest_parameters:: parameters.yaml

   - widget_id: widget_id

Delete widget
-------------

.. rest_method:: DELETE /widgets/{«id»}

.. rest_parameters:: parameters.yaml

   - id: widget_id
`,
    "parameters.yaml": `
widget_id:
  description: Which widget.
  in: path
  required: true
  type: string
`,
  },
  good: {
    "index.rst": `
Widgets
=======

Show widget
-----------

.. rest_method:: GET /widgets/{widget_id}

.. rest_parameters:: parameters.yaml

   - widget_id: widget_id

Delete widget
-------------

.. rest_method:: DELETE /widgets/{widget_id}

.. rest_parameters:: parameters.yaml

   - widget_id: widget_id
`,
    "parameters.yaml": `
widget_id:
  description: Which widget.
  in: path
  required: true
  type: string
`,
  },
  *check({ apiRef }) {
    for (const { groups } of groupOperations(apiRef)) {
      const operations = groups.flatMap((group) => group.operations);
      for (const index of operations[0]!.target.variables.keys()) {
        const spellings = groupedBy(operations, (operation) => operation.target.variables[index]?.name ?? "");
        spellings.delete("");
        if (spellings.size < 2) continue;
        const { model, isFirst } = modelOf(spellings);
        const before = model.target.variables[index]!;
        for (const operation of operations) {
          const variable = operation.target.variables[index];
          if (variable === undefined || variable.name === before.name) continue;
          // The names say on purpose that one takes less than the other.
          if (isWider(before.name, variable.name)) continue;
          const meant = urlOfVariable(apiRef, operation, index);
          if (meant === undefined && areTwoThings(model, operation, index)) continue;
          // `path-parameter-undocumented` says that the row has another name.
          if (meant === undefined && !hasRow(operation, variable.name) && hasRow(operation, before.name))
            continue;
          const remedy = isFirst
            ? "Use one name for it in all of them."
            : `Write \`{${writtenName(before)}}\`.`;
          yield {
            message: `\`{${writtenName(variable)}}\` stands where the same path has \`{${writtenName(before)}}\` elsewhere. ${
              meant === undefined ? remedy : `Did you mean \`${meant}\`?`
            }`,
            span: meant === undefined ? variable.span : operation.urlSpan,
            related: [{ span: before.span, message: isFirst ? "the first spelling" : "what most have" }],
            ...(meant === undefined ? causeIn(variable.span.file, variable.name, before.name) : {}),
            ...inOperation(operation),
          };
        }
      }
    }
  },
});

/** Which spelling the others are held against: the one of most URLs and rows, or else the first. */
function modelOf(spellings: ReadonlyMap<string, readonly Operation[]>): {
  readonly model: Operation;
  /** No spelling has more than the first. */
  readonly isFirst: boolean;
} {
  const operations = [...spellings.values()].flat();
  const weightOf = (name: string) =>
    spellings.get(name)!.length + operations.filter((operation) => hasRow(operation, name)).length;
  const names = [...spellings.keys()];
  const most = names.reduce((best, name) => (weightOf(name) > weightOf(best) ? name : best));
  const isFirst = names.every((name) => name === most || weightOf(name) === weightOf(most));
  return { model: spellings.get(most)![0]!, isFirst };
}

function hasRow({ rows }: Operation, name: string): boolean {
  return rows.some((row) => row.side === "request" && row.name === name);
}

/** Whether one of two names says that it takes something beside what the other takes: `name_or_id` and `id`. */
function isWider(a: string, b: string): boolean {
  return /_or_/.test(a) !== /_or_/.test(b);
}

/**
 * The URL that was meant where a variable is named after another collection than the one that it stands in, and the document
 * has that collection at the same place: `/parts/{screw_id}` beside `POST /screws` was copied from the operations of parts.
 */
function urlOfVariable({ documents }: ApiRef, operation: Operation, index: number): string | undefined {
  const { path, variables } = operation.target;
  const name = variables[index]!.name;
  const at = path.indexOf(`/{${name}}`);
  const [, parent, collection] = /^(.*)\/([^/{}]+)$/.exec(path.slice(0, at)) ?? [];
  if (at < 0 || parent === undefined || collection === undefined || isNamedAfter(name, collection))
    return undefined;
  for (const document of documents) {
    if (document.name !== operation.document) continue;
    const collections = collectionsBelow(document)(parent);
    const [meant] = endingsOf(thingOf(name))
      .flatMap((thing) => collections.get(thing) ?? [])
      .sort((a, b) => a.order - b.order);
    if (meant === undefined) continue;
    const url = `${parent}/${meant.name}${path.slice(at)}`;
    // What is documented there already is another operation.
    if (!document.operations.some((other) => isAt(other, operation.method, url))) return url;
  }
  return undefined;
}

function isAt({ method, target }: Operation, wanted: string, url: string): boolean {
  return method.toUpperCase() === wanted.toUpperCase() && pathShape(target.path) === pathShape(url);
}

/** A part of URLs that is called for what stands in it: `screws`. */
interface Collection {
  readonly name: string;
  readonly order: number;
}

/** The collections right below a path in a document, by the one thing that they hold: the first of each. */
const collectionsBelow = remembered(({ operations }: Document) => {
  const known = new Map<string, ReadonlyMap<string, Collection>>();
  return (parent: string): ReadonlyMap<string, Collection> => {
    const before = known.get(parent);
    if (before !== undefined) return before;
    const below = new Map<string, Collection>();
    for (const [order, { target }] of operations.entries()) {
      if (!target.path.startsWith(`${parent}/`)) continue;
      const name = target.path.slice(parent.length + 1).split("/", 1)[0]!;
      const thing = thingIn(name);
      if (thing.length > 2 && !below.has(thing)) below.set(thing, { name, order });
    }
    known.set(parent, below);
    return below;
  };
});

/** `zone_transfer_id` for `transfers` */
function isNamedAfter(variable: string, collection: string): boolean {
  const thing = thingIn(collection);
  return thing.length > 2 && endingsOf(thingOf(variable)).includes(thing);
}

/** `zone_transfer_id` → `zone_transfer` */
function thingOf(variable: string): string {
  return variable
    .toLowerCase()
    .replace(/[-_](?:id|uuid|name|ident)$/, "")
    .replaceAll("-", "_");
}

/** `zone-transfers` → `zone_transfer` */
function thingIn(collection: string): string {
  const words = collection.toLowerCase().split(/[-_]/);
  return [...words.slice(0, -1), singular(words.at(-1)!)].join("_");
}

/** `zone_transfer` → `zone_transfer`, `transfer` */
function endingsOf(thing: string): string[] {
  return [thing, ...[...thing.matchAll(/_/g)].map(({ index }) => thing.slice(index + 1))];
}
