import type { Operation, ParameterRow } from "../apiref/model.ts";
import { defineRule, ofOperations } from "../checks/subject.ts";

export const keyMismatch = defineRule({
  name: "key-mismatch",
  group: "definitions",
  severity: "warning",
  fixable: false,
  summary: "a row that looks up the definition of another row",
  explanation: `In \`- owner_id: widget_id\` below \`- widget_id: widget_id\` the page describes the owner with the words of the widget. Such
keys are left over when a line was copied. Found are rows whose definition another row of the same table has under its own
name, where a definition of their own name exists: look up that one.`,
  bad: {
    "index.rst": `
Widgets
=======

Show widget
-----------

.. rest_method:: GET /widgets/1

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - owner_id: «widget_id»
   - widget_id: widget_id
`,
    "parameters.yaml": `
owner_id:
  description: Whose widget it is.
  in: body
  required: true
  type: string
widget_id:
  description: The widget's identifier.
  in: body
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

.. rest_method:: GET /widgets/1

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - owner_id: owner_id
   - widget_id: widget_id
`,
    "parameters.yaml": `
owner_id:
  description: Whose widget it is.
  in: body
  required: true
  type: string
widget_id:
  description: The widget's identifier.
  in: body
  required: true
  type: string
`,
  },
  check: ofOperations(function* (operation) {
    for (const row of operation.rows) {
      const owner = ownerOf(row, operation);
      const own = owner === undefined ? undefined : ownKey(row, owner);
      if (owner === undefined || own === undefined) continue;
      yield {
        message: `\`${row.name}\` looks up \`${row.key}\`, the definition of \`${owner.name}\`. Did you mean \`${own}\`?`,
        span: row.keySpan,
        related: [{ span: owner.span, message: `\`${owner.name}\` looks it up here` }],
      };
    }
  }),
});

/** The row of the same table that has the definition of a row under that definition's own name. */
function ownerOf(row: ParameterRow, { rows }: Operation): ParameterRow | undefined {
  if (row.definition === undefined || isOwn(row)) return undefined;
  return rows.find(
    (other) =>
      other.table === row.table &&
      other.definition === row.definition &&
      other.name !== row.name &&
      isOwn(other) &&
      !areAkin(other.name, row.name),
  );
}

/** Whether a key is that of a name: the name itself, or with what tells its place behind it (`owner_id_path`). */
function isOwn({ name, key }: Pick<ParameterRow, "name" | "key">): boolean {
  return key === name || key.startsWith(`${name}_`) || key.endsWith(`_${name}`);
}

/** Whether one name says the other and more, as a shorter form of it does: `id`, `widget_id`. */
function areAkin(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.includes(short);
}

/** The key of the definition that a row should look up: the owner's with the row's name in it, else the name. */
function ownKey({ name, key, file, definition }: ParameterRow, owner: ParameterRow): string | undefined {
  return [key.replace(owner.name, name), name].find(
    (candidate) => candidate !== key && file?.definitions.get(candidate)?.in === definition?.in,
  );
}
