import type { ParameterRow } from "../apiref/model.ts";
import { causeIn } from "../checks/cause.ts";
import { meantKeys } from "../checks/meant-keys.ts";
import { fileName, inOperation } from "../checks/naming.ts";
import { shownRows } from "../checks/shown-rows.ts";
import { defineRule } from "../checks/subject.ts";
import type { Draft } from "../findings/finding.ts";
import type { Edit } from "../text/edit.ts";
import { type Suggest, suggestions } from "../text/similar.ts";

export const unknownParameter = defineRule({
  name: "unknown-parameter",
  group: "definitions",
  severity: "error",
  fixable: true,
  summary: "a lookup key without a definition; with the nearest one",
  explanation: `A row of \`rest_parameters\` reads \`- name: key\`, and the key is looked up in parameters.yaml. Where the
file has no such key the rendered page silently lacks the parameter. Correct the key, or write its definition.
The document has the row all the same: where its neighbours, the URL and the samples say most likely, open and never required.
The fix corrects a key where one other alone is near, and fits the place of the row.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. rest_parameters:: parameters.yaml

   - limit: «limti»
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
  *check(subject) {
    const suggest = suggestions();
    const found = [...shownRows(subject.apiRef)].filter(
      ({ row }) => row.definition === undefined && isLookedUp(row),
    );
    const meant = meantKeys(
      subject,
      found.flatMap(({ row, operation }) => (operation === undefined ? [] : [{ row, operation }])),
    );
    for (const { row, operation } of found)
      yield { ...unknown(row, suggest, meant.get(row)), ...inOperation(operation) };
  },
});

/** Whether a file can tell of a row's key: an empty or unreadable one is one finding of its own, not one for each row. */
function isLookedUp({ file }: ParameterRow): boolean {
  return file !== undefined && file.definitions.size > 0;
}

function unknown(
  { file, name, key, keySpan }: ParameterRow,
  suggest: Suggest,
  edit: Edit | undefined,
): Draft {
  const { file: source, definitions } = file!;
  return {
    message: `No definition for \`${key}\` in ${fileName(source)}.${suggest(key, definitions.keys())}`,
    span: keySpan,
    related: [{ span: { file: source, start: 0, end: 0 }, message: "looked up here" }],
    ...(edit === undefined ? {} : { edits: [edit] }),
    // Where one definition lacks, it is to be written once.
    ...causeIn(source, name, key),
  };
}
