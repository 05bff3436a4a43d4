import type { ApiRef, Operation, ParameterRow } from "../apiref/model.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import { inOperation } from "../checks/naming.ts";
import { defineRule } from "../checks/subject.ts";
import { groupedBy } from "../text/grouped.ts";

export const updateRowRequired = defineRule({
  name: "update-row-required",
  group: "operations",
  severity: "info",
  fixable: false,
  summary: "a row that an update requires, where other updates look up an optional definition",
  explanation: `Who changes a widget sends what is to change. Where most updates look up \`name_request\`, which is optional, and one looks up
\`name\`, which is required (as responses have it), the page demands a value that this update can do without. Look up the optional
definition there as well.

Only rows are told of whose key is the beginning of the optional one's, which at least five updates look up, more than the
required one.`,
  bad: {
    "index.rst": page("«name»"),
    "parameters.yaml": definitions(),
  },
  good: {
    "index.rst": page("name_request"),
    "parameters.yaml": definitions(),
  },
  *check({ apiRef }) {
    for (const rows of groupedBy(bodyRowsOfUpdates(apiRef), ({ row }) => row.name).values()) {
      const uses = groupedBy(rows, ({ row }) => `${row.file?.file.path} ${row.key}`);
      const twins = [...uses.values()].filter((use) => use.length >= FEWEST && !use[0]!.definition.required);
      for (const use of twins.length === 0 ? [] : uses.values()) {
        const twin = twins.find((other) => isTwin(use[0]!, other[0]!) && other.length > use.length);
        if (twin === undefined) continue;
        for (const { row, operation } of use)
          yield {
            message: `This update requires \`${row.name}\`; ${twin.length} other updates look up \`${twin[0]!.row.key}\`, which is optional. Look that up.`,
            span: row.keySpan,
            related: [{ span: twin[0]!.row.span, message: "as here" }],
            ...inOperation(operation),
          };
      }
    }
  },
});

/** For one update that differs so many have to agree. */
const FEWEST = 5;

interface Found {
  readonly operation: Operation;
  readonly row: ParameterRow;
  readonly definition: Definition;
}

function bodyRowsOfUpdates({ documents }: ApiRef): Found[] {
  return documents.flatMap(({ operations }) =>
    operations
      .filter(({ method, target }) => /^(?:PUT|PATCH)$/i.test(method) && target.path.endsWith("}"))
      .flatMap((operation) =>
        operation.rows.flatMap((row) =>
          row.side === "request" && row.definition?.in === "body"
            ? [{ operation, row, definition: row.definition }]
            : [],
        ),
      ),
  );
}

/** Whether the second is the optional definition made for requests of the required first one: `name`, `name-request`. */
function isTwin(required: Found, optional: Found): boolean {
  return (
    required.definition.required &&
    required.row.file === optional.row.file &&
    /^[_-]/.test(optional.row.key.slice(required.row.key.length)) &&
    optional.row.key.startsWith(required.row.key)
  );
}

/** Six updates; the last looks up a key of its own. */
function page(key: string): string {
  const update = (thing: string, looked: string) => `
Change ${thing}
---------------

.. rest_method:: PUT /${thing}s/{id}

.. rest_parameters:: parameters.yaml

   - id: id
   - name: ${looked}
`;
  const others = ["bolt", "gear", "lamp", "nail", "tool"].map((thing) => update(thing, "name_request"));
  return `
Widgets
=======
${others.join("")}${update("nut", key)}`;
}

function definitions(): string {
  return `
id:
  description: The identifier.
  in: path
  required: true
  type: string
name:
  description: The name.
  in: body
  required: true
  type: string
name_request:
  description: The name.
  in: body
  required: false
  type: string
`;
}
