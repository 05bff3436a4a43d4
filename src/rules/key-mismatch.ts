import type { Definition } from "../apiref/parameters-file.ts";
import type { Charge } from "../checks/blame.ts";
import { causeIn } from "../checks/cause.ts";
import { type ForeignKey, foreignKeys, saidOfForeign } from "../checks/foreign-keys.ts";
import { misspeltRows } from "../checks/misspelt-rows.ts";
import { inOperation } from "../checks/naming.ts";
import { ownerOf, ownKey, sharedDefinitions } from "../checks/shared-definitions.ts";
import { otherSides } from "../checks/side-in-key.ts";
import { messageOf, type StrangeText, strangeTexts } from "../checks/strange-texts.ts";
import { defineRule, ofOperations } from "../checks/subject.ts";
import { tableOf, type WrongLookup, wrongLookups } from "../checks/wrong-lookups.ts";
import type { Draft } from "../findings/finding.ts";
import { enumeratedNames } from "../text/enumeration.ts";
import { groupedBy } from "../text/grouped.ts";

export const keyMismatch = defineRule({
  name: "key-mismatch",
  group: "definitions",
  severity: "warning",
  fixable: false,
  summary: "a row that looks up the definition of another row",
  explanation: `In \`- owner_id: widget_id\` below \`- widget_id: widget_id\` the page describes the owner with the words of the widget. Such
keys are left over when a line was copied. The rule finds rows whose definition another row of the same table has under its
own name, where a definition of their own name exists, or where the description speaks of the other row only and a sample
shows two values.

It also finds a row that looks up a definition of another resource (\`name: shade_name\` in an update of widgets, where all other
tables of widgets look up \`widget_name\`), one whose definition speaks of another resource, while nothing looks up the one that
speaks of its own (\`colour\`, "The colour of the shade", beside \`colour_1\`, "The colour of the widget"), one of the other side by its key (\`colour: colour-request\` in a response, where
other responses look up \`colour\`), a row whose samples show another type, which another definition of its name has
(\`widget: widget_quota\`, while \`widget\` is an object) or none, and a row whose name differs by one slip from the name that nearly all other rows of its definition have.`,
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
  *check(subject) {
    const copied = [...copiedKeys(subject), ...sharedDefinitions(subject.apiRef)];
    yield* copied;
    const told = new Set(copied.map(({ span }) => span));
    for (const one of foreignKeys(subject.apiRef))
      if (!told.has(one.row.keySpan)) {
        told.add(one.row.keySpan);
        yield atForeign(one);
      }
    for (const one of strangeTexts(subject.apiRef))
      if (!told.has(one.row.keySpan)) {
        told.add(one.row.keySpan);
        yield atStrangeText(one);
      }
    const wrong = wrongLookups(subject.bodies).filter(({ row }) => !told.has(row.keySpan));
    for (const one of wrong) if (one.meant !== undefined) yield atLookup(one, one.meant);
    const unfit = wrong.filter(({ meant }) => meant === undefined);
    for (const rows of groupedBy(unfit, tableOf).values()) yield atUnfit(inOrder(rows));
    yield* misspeltRows(subject.apiRef);
    for (const draft of otherSides(subject.apiRef)) if (!told.has(draft.span)) yield draft;
  },
});

/** The finding at a row whose definition speaks of another resource, where other tables of its own do not. */
function atForeign(one: ForeignKey): Draft {
  const { row, operation, model, meant } = one;
  return {
    message: saidOfForeign(one),
    span: row.keySpan,
    related: [
      meant === undefined || meant.key === model.key
        ? { span: model.span, message: `\`${model.key}\` here` }
        : { span: meant.keySpan, message: "meant" },
    ],
    ...inOperation(operation),
    ...causeIn(row.keySpan.file, row.name, row.key, meant?.key ?? model.key),
  };
}

/** The finding at a row whose definition speaks of another resource, where one of its own lies unused. */
function atStrangeText(one: StrangeText): Draft {
  const { row, operation, meant } = one;
  return {
    message: messageOf(one),
    span: row.keySpan,
    related: meant.map(({ keySpan }) => ({ span: keySpan, message: "nothing looks it up" })),
    ...inOperation(operation),
    ...causeIn(meant[0]!.keySpan.file, row.key, ...meant.map(({ key }) => key)),
  };
}

/** The finding at a row whose samples show the type of another definition. */
function atLookup({ row, operation, charges, type }: WrongLookup, meant: Definition): Draft {
  return {
    message: `\`${row.name}\` looks up \`${row.key}\`, of type \`${row.definition!.type}\`, but its sample shows ${charges[0]!.mismatch.shown}. Did you mean \`${meant.key}\`?`,
    span: row.keySpan,
    related: [{ span: meant.keySpan, message: `of type \`${meant.type}\`` }, ...charges.map(shownAt)],
    ...inOperation(operation),
    ...causeIn(meant.keySpan.file, row.name, row.key, meant.key, type),
  };
}

/** The finding at the rows of a table whose samples show another type, for which there is no definition. */
function atUnfit([first, ...others]: readonly [WrongLookup, ...WrongLookup[]]): Draft {
  const { row, operation, charges, type } = first;
  const types = new Set([first, ...others].map((one) => one.type));
  const wanted = [...types].map((one) => `\`${one}\``).join(" or ");
  const remedy = `No definition fits: write one of type ${wanted}${others.length === 0 ? "" : " for each"}, and look that up.`;
  return {
    message: `\`${row.name}\` looks up \`${row.key}\`, of type \`${row.definition!.type}\`, but its sample shows ${charges[0]!.mismatch.shown}${others.length === 0 ? "" : `; so it is with ${enumeratedNames(others.map((one) => one.row.name))}`}. ${remedy}`,
    span: row.keySpan,
    related: [first, ...others].flatMap((one) => [
      ...(one === first ? [] : [{ span: one.row.keySpan, message: "here, too" }]),
      ...one.charges.map(shownAt),
      { span: one.fitting!.keySpan, message: `\`${one.row.key}\` is right here` },
    ]),
    ...inOperation(operation),
    ...causeIn(
      row.definition!.keySpan.file,
      type,
      ...[first, ...others].map((one) => `${one.row.name}: ${one.row.key}`),
    ),
  };
}

/** As the rows stand in their table. */
function inOrder(rows: readonly [WrongLookup, ...WrongLookup[]]): [WrongLookup, ...WrongLookup[]] {
  return [...rows].sort((a, b) => a.row.span.start - b.row.span.start) as [WrongLookup, ...WrongLookup[]];
}

function shownAt({ mismatch }: Charge) {
  return { span: mismatch.span, message: "shown here" };
}

const copiedKeys = ofOperations(function* (operation) {
  for (const row of operation.rows) {
    const owner = ownerOf(row, operation);
    const own = owner === undefined ? undefined : ownKey(row, owner);
    if (owner === undefined || own === undefined) continue;
    yield {
      message: `\`${row.name}\` looks up \`${row.key}\`, the definition of \`${owner.name}\`. Did you mean \`${own}\`?`,
      span: row.keySpan,
      related: [{ span: owner.span, message: `\`${owner.name}\` looks it up here` }],
      ...causeIn(row.span.file, row.name, row.key, own),
    };
  }
});
