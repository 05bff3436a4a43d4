import type { ApiRef, Operation, ParameterRow } from "../apiref/model.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import { type Undocumented, undocumentedVariables } from "../apiref/url-rows.ts";
import { causeIn } from "../checks/cause.ts";
import { copiedUrls } from "../checks/copied-urls.ts";
import { exampleKey } from "../checks/example-keys.ts";
import { hiddenVariables } from "../checks/hidden-variables.ts";
import { definitionCalled, definitionInstead } from "../checks/lookups.ts";
import { type MisplacedRow, misplacedRows } from "../checks/misplaced-rows.ts";
import { type NamedOtherwise, namesAlike } from "../checks/names-alike.ts";
import { inOperation, writtenName } from "../checks/naming.ts";
import { otherKeys } from "../checks/other-keys.ts";
import { addsOnly } from "../checks/partial-tables.ts";
import { placeInKey } from "../checks/place-in-key.ts";
import { usesOfDefinitions } from "../checks/shown-rows.ts";
import { defineRule } from "../checks/subject.ts";
import { refersElsewhere } from "../checks/told-in-text.ts";
import type { Draft } from "../findings/finding.ts";
import type { Edit } from "../text/edit.ts";
import { enumeration } from "../text/enumeration.ts";
import { groupedBy } from "../text/grouped.ts";

export const pathParameterUndocumented = defineRule({
  name: "path-parameter-undocumented",
  group: "operations",
  severity: "error",
  fixable: true,
  summary: "a variable of the URL without a row",
  explanation: `Every \`{variable}\` of a URL needs a row of that name in the request's \`rest_parameters\`, looked up in a definition with
\`in: path\`: otherwise nobody knows what to put there. The names must be the same on both sides.
The fix looks up the one definition for the path that there is for such a row, and corrects a name where the rest of the tree
shows which of the two is a slip.`,
  bad: {
    "index.rst": `
Widgets
=======

Show widget
-----------

.. rest_method:: GET /widgets/{widget_id}

.. rest_parameters:: parameters.yaml

   - widget_id: «widget_id»

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - widget_id: widget_id
`,
    "parameters.yaml": `
widget_id_path:
  description: Which widget.
  in: path
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

.. rest_method:: GET /widgets/{widget_id}

.. rest_parameters:: parameters.yaml

   - widget_id: widget_id_path

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - widget_id: widget_id
`,
    "parameters.yaml": `
widget_id_path:
  description: Which widget.
  in: path
  required: true
  type: string
widget_id:
  description: The widget's identifier.
  in: body
  required: true
  type: string
`,
  },
  *check(subject) {
    const { apiRef } = subject;
    const copied = copiedUrls(apiRef);
    const misplaced: MisplacedRow[] = [];
    const named: NamedOtherwise[] = [];
    for (const { operations } of apiRef.documents)
      for (const operation of operations) {
        if (refersElsewhere(operation) || copied.has(operation) || addsOnly(operation, "request")) continue;
        const variables = undocumentedVariables(operation);
        // Of variables that are written otherwise `url-malformed` tells.
        const withoutAny = variables.filter(
          ({ variable, elsewhere, meant }) =>
            (elsewhere ?? meant) === undefined && !hiddenVariables(operation).includes(variable),
        );
        if (withoutAny.length > 0) yield { ...withoutRow(withoutAny), ...inOperation(operation) };
        for (const one of variables)
          if (one.elsewhere !== undefined) misplaced.push(inOtherPlace(operation, one, one.elsewhere));
          else if (one.meant !== undefined) named.push({ operation, row: one.meant, variable: one.variable });
      }
    const names = namesAlike(apiRef, named);
    for (const one of named) yield { ...withOtherName(one, names.get(one)), ...inOperation(one.operation) };
    const uses = usesOfDefinitions(apiRef);
    const byDefinition = groupedBy(misplaced, ({ row }) => row.definition);
    // A row elsewhere does not clear what its own key calls a variable of the path.
    const toBlame = new Set(
      [...byDefinition].flatMap(([definition, rows]) =>
        definition !== undefined && rows.length > 1 && placeInKey(definition.key) === "path"
          ? [definition]
          : [],
      ),
    );
    const keys = otherKeys(
      subject,
      misplaced.map((one) => ({ ...one, place: "path" })),
    );
    yield* misplacedRows(
      apiRef,
      misplaced.map((one) => (keys.has(one.row) ? one : withRemedy(apiRef, one))),
      keys,
      (definition, rows) => {
        // What the other operations look up in its place is the right one, and the rows are wrong.
        const other = toBlame.has(definition) ? undefined : instead(apiRef, rows[0]!.row);
        if (other !== undefined && uses.has(other)) return undefined;
        return uses.get(definition)!.length === rows.length
          ? { why: "all rows that look it up are of variables in the URL's path", meant: "`in: path`" }
          : {
              why: `${rows.length} rows look it up for variables in the URL's path`,
              meant: "`in: path`, as the key says",
            };
      },
      toBlame,
    );
  },
});

const LOOK_UP = "Look up one with `in: path`.";

/** A row of the name, whose definition says that it stands somewhere else: the row is what is to be corrected. */
function inOtherPlace(operation: Operation, { variable }: Undocumented, row: ParameterRow): MisplacedRow {
  const place = row.definition?.fields.get("in")?.valueSpan;
  const draft = {
    message: `The row of \`{${writtenName(variable)}}\` looks up a definition with \`in: ${row.definition?.in}\`, but the URL has it in its path. ${LOOK_UP}`,
    span: row.keySpan,
    related: [
      { span: variable.span, message: "in the URL" },
      ...(place === undefined ? [] : [{ span: place, message: "defined here" }]),
    ],
  };
  return { operation, row, draft };
}

/** The finding with the definition that may be meant, or a key for the one that has to be written. */
function withRemedy(apiRef: ApiRef, found: MisplacedRow): MisplacedRow {
  const { operation, row, draft } = found;
  const called = instead(apiRef, row);
  const example = exampleKey(row, operation, "path");
  const remedy =
    called !== undefined
      ? `Look up one with \`in: path\`, such as \`${called.key}\`.`
      : example !== undefined
        ? `Write one with \`in: path\`, such as \`${example}\`, and look that up.`
        : undefined;
  if (remedy === undefined) return found;
  return { ...found, draft: { ...draft, message: draft.message.replace(LOOK_UP, () => remedy) } };
}

/** The definition for the path that a row may have been meant to look up. */
function instead(apiRef: ApiRef, row: ParameterRow): Definition | undefined {
  return definitionInstead(apiRef, row, "path") ?? definitionCalled(row, "path");
}

/** Neither a row of the name nor one that could be meant; what one table lacks is one mistake. */
function withoutRow(all: readonly Undocumented[]): Draft {
  const [{ variable }, ...others] = all as [Undocumented, ...Undocumented[]];
  const names = all.map((one) => `\`{${writtenName(one.variable)}}\``);
  const [row, its] = others.length === 0 ? ["one", "its definition"] : ["them", "their definitions"];
  return {
    message: `No row for ${enumeration(names)}. Add ${row} to the request's parameters, with \`in: path\` in ${its}.`,
    span: variable.span,
    ...(others.length === 0
      ? {}
      : { related: others.map((one) => ({ span: one.variable.span, message: "without a row, too" })) }),
    ...causeIn(variable.span.file, ...names),
  };
}

/** No row of the name, but one whose name the URL does not have. */
function withOtherName({ variable, row }: NamedOtherwise, edit: Edit | undefined): Draft {
  const { name, span } = variable;
  const inUrl = edit?.span === span;
  const mend =
    edit === undefined
      ? "Give both the same name, or add a row."
      : `Write \`${edit.text}\` in the ${inUrl ? "URL" : "row"}.`;
  return {
    message: `No row for \`{${writtenName(variable)}}\`, but one for \`${row.name}\`, which is not in the URL. ${mend}`,
    span,
    related: [{ span: row.span, message: "not in the URL" }],
    ...causeIn(span.file, name, row.name),
    ...(edit === undefined ? {} : { edits: [edit] }),
  };
}
