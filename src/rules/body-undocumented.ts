import type { Operation, Side } from "../apiref/model.ts";
import { lacksPlace } from "../apiref/places.ts";
import { isOfUrl } from "../apiref/url-rows.ts";
import { isAction, type PlacedBody } from "../bodies/placed-bodies.ts";
import { causeIn } from "../checks/cause.ts";
import { inOperation } from "../checks/naming.ts";
import { collectionOf } from "../checks/resource-nouns.ts";
import { operationsByTarget, targetOf } from "../checks/same-target.ts";
import { defineRule } from "../checks/subject.ts";
import { swappedTable } from "../checks/swapped-tables.ts";
import { describesBody, isJsonSchema, isPatchDocument } from "../checks/told-in-text.ts";
import { unanswered } from "../checks/unanswered.ts";
import { isJsonObject, type Json } from "../data/json-value.ts";
import { isPlainText } from "../samples/plain-text.ts";
import { singular } from "../text/words.ts";

export const bodyUndocumented = defineRule({
  name: "body-undocumented",
  group: "operations",
  severity: "warning",
  fixable: false,
  summary:
    "an action that documents no body, a body that a sample shows and no table documents, or an answer of which nothing tells",
  explanation: `Several actions share the URL \`…/action\`, and the one key of the request's body says which is meant. An operation that
documents neither rows nor a sample of its body cannot be called by anyone who does not know the key already.

A sample without a table says what a body looks like, and nothing of what its properties mean. Add \`rest_parameters\` with a row for each.
So it is with what reads a resource, answers 200, and has neither a table nor a sample of the response.`,
  bad: {
    "index.rst": `
Widgets
=======

«Polish widgets»
--------------

.. rest_method:: POST /widgets/action
`,
  },
  good: {
    "index.rst": `
Widgets
=======

Polish widgets
--------------

.. rest_method:: POST /widgets/action

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

   - polish: polish
`,
    "parameters.yaml": `
polish:
  description: The action.
  in: body
  required: true
  type: "null"
`,
  },
  *check({ apiRef, bodies }) {
    const actions = new Set(bodies.undocumentedActions);
    const byTarget = operationsByTarget(apiRef);
    const isTold = (body: PlacedBody) =>
      isUndocumented(body) && !isUnread(body) && !isDocumentedElsewhere(body, byTarget);
    for (const [operation, { request, response }] of bodies.placed) {
      if (swappedTable(operation) !== undefined) continue;
      const all = [response, request].filter(isTold);
      const [lacking] = all;
      let said: string;
      if (actions.has(operation) && !isUnread(request))
        said =
          "documents no body, and an action needs one. Add the row of its key to the request's parameters, and a sample.";
      else if (lacking !== undefined) said = saidOf(lacking, all);
      else continue;
      yield {
        message: `\`${operation.title}\` ${said}`,
        span: operation.titleSpan,
        ...inOperation(operation),
        // Whoever writes the rows of an object writes them once, and names them in all its operations that lack the same.
        ...(lacking === undefined || isAction(operation)
          ? {}
          : causeIn(operation.titleSpan.file, objectOf(lacking), ...all.map(({ side }) => side))),
      };
    }
    const told = unanswered(apiRef).filter(
      (operation) => !byTarget.get(targetOf(operation))!.some((other) => other !== operation),
    );
    const isHabit = new Set(told.map(({ titleSpan }) => titleSpan.file)).size >= HABIT;
    for (const operation of told)
      yield {
        message: `\`${operation.title}\` answers 200, and nothing says with what. Add \`rest_parameters\` with the rows of the response, and a sample.`,
        span: operation.titleSpan,
        ...inOperation(operation),
        // Whoever wrote a page left it out of all its operations.
        ...(isHabit ? { cause: "unanswered" } : causeIn(operation.titleSpan.file, "unanswered")),
      };
  },
});

/** What so many pages lack is one mistake of the tree. */
const HABIT = 4;

/**
 * Whether a row whose definition is missing, or says no place, may be the one that is looked for: it stands in a table of the
 * body's side, or in one of which no title says the side, and is no variable of the URL.
 */
function isUnread({ operation, side }: PlacedBody): boolean {
  return operation.rows.some(
    (row) =>
      lacksPlace(row) &&
      (row.side === side || row.sectionTitles.length === 0) &&
      !(row.side === "request" && isOfUrl(row, operation)),
  );
}

/** What a body is about: its envelope in the singular, else the last step of the collection's path. */
function objectOf({ operation, samples }: PlacedBody): string {
  for (const { content } of samples) {
    if (content.kind !== "json" || !isJsonObject(content.value)) continue;
    const [envelope, ...others] = Object.keys(content.value).filter((name) => !OF_PAGES.test(name));
    const held = envelope !== undefined && content.value[envelope];
    if (others.length === 0 && (isJsonObject(held) || Array.isArray(held))) return singular(envelope!);
  }
  return singular(collectionOf(operation).split("/").at(-1)!);
}

/** What stands beside the envelope of a list. */
const OF_PAGES = /(?:^|_)(?:links|next|previous|count|total)$/;

const SIDES: readonly Side[] = ["request", "response"];

/** @param all the bodies of the operation of which samples tell, and no rows */
function saidOf({ operation, side }: PlacedBody, all: readonly PlacedBody[]): string {
  const hasTable = (wanted: Side) => operation.rows.some((row) => row.side === wanted);
  if (all.length > 1) {
    const [one, other] = SIDES.toSorted((a, b) => Number(hasTable(b)) - Number(hasTable(a)));
    const shows = "shows samples of the request's and the response's bodies, but";
    if (!hasTable(one!)) return `${shows} no table documents them. Add \`rest_parameters\` with their rows.`;
    return hasTable(other!)
      ? `${shows} their tables document no property of them. Add rows to the tables.`
      : `${shows} the ${one}'s table documents no property of it, and the ${other} has no table. Add rows to the table, and \`rest_parameters\` for the ${other}.`;
  }
  return hasTable(side)
    ? `shows a sample of the ${side}'s body, but the ${side}'s table documents no property of it. Add rows to the table.`
    : `shows a sample of the ${side}'s body, but no table documents it. Add \`rest_parameters\` with its rows.`;
}

/** Whether another section documents the body: an extension has one of its own for another use of an operation. */
function isDocumentedElsewhere(
  { operation, side }: PlacedBody,
  byTarget: ReadonlyMap<string, readonly Operation[]>,
): boolean {
  // Actions share a path and nothing else.
  if (isAction(operation)) return false;
  return byTarget
    .get(targetOf(operation))!
    .some(
      (other) =>
        other !== operation && other.rows.some((row) => row.side === side && row.definition?.in === "body"),
    );
}

/** Whether a sample shows properties, or tries to, and no row of the side documents any. */
function isUndocumented({ operation, side, rows, samples }: PlacedBody): boolean {
  if (rows.length > 0) return false;
  // Its rows stand in the only table that there is.
  if (
    operation.rows.some(({ definition }) => definition?.in === "body") &&
    /^(?:get|head)$/i.test(operation.method)
  )
    return false;
  if (side === "response" && describesBody(operation)) return false;
  return samples.some(
    ({ sample, content }) =>
      sample.side === side &&
      ((content.kind === "invalid-json" && !isPlainText(content.text)) ||
        (content.kind === "json" &&
          shows(content.value) &&
          !isJsonSchema(content.value) &&
          !isPatchDocument(operation, side, content.value))),
  );
}

function shows(value: Json): boolean {
  return Array.isArray(value) ? value.some(shows) : isJsonObject(value) && Object.keys(value).length > 0;
}
