import { inOperation } from "../checks/naming.ts";
import { requiredByUpdates } from "../checks/required-by-updates.ts";
import { defineRule } from "../checks/subject.ts";

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
    for (const { row, operation, twin, others } of requiredByUpdates(apiRef))
      yield {
        message: `This update requires \`${row.name}\`; ${others} other updates look up \`${twin.key}\`, which is optional. Look that up.`,
        span: row.keySpan,
        related: [{ span: twin.span, message: "as here" }],
        ...inOperation(operation),
      };
  },
});

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
