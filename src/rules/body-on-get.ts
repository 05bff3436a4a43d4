import { posix } from "node:path";
import type { ApiRef, Operation, ParameterRow, Sample } from "../apiref/model.ts";
import { sideIn, sideOf, sideOfFileName } from "../apiref/sides.ts";
import { isWithoutRequestContent } from "../bodies/filter-rows.ts";
import { queriesAsBody } from "../bodies/query-as-body.ts";
import { atPlace } from "../checks/at-place.ts";
import { contentOfRequest, isJson, isTableOfQuery, meantQueries } from "../checks/bodies-of-reads.ts";
import { causeIn } from "../checks/cause.ts";
import { duplicates } from "../checks/duplicates.ts";
import { exampleKey } from "../checks/example-keys.ts";
import { misplacedNamesakes } from "../checks/namesakes.ts";
import { inOperation } from "../checks/naming.ts";
import { shows } from "../checks/other-body.ts";
import { contradictedPlaces } from "../checks/place-in-key.ts";
import { usesOfDefinitions } from "../checks/shown-rows.ts";
import { defineRule } from "../checks/subject.ts";
import type { Draft } from "../findings/finding.ts";
import { enumeration } from "../text/enumeration.ts";
import { groupedBy } from "../text/grouped.ts";
import { leafOf } from "../text/leaf.ts";

export const bodyOnGet = defineRule({
  name: "body-on-get",
  group: "operations",
  severity: "warning",
  fixable: false,
  summary: "a body in the request of GET or HEAD, or in that of DELETE where no sample sends one",
  explanation: `A GET or HEAD request has no body that means anything (RFC 9110, 9.3.1). Most often the rows describe the response and stand
below a title that does not say so, or the definition should be \`in: query\`. The same holds for a sample of the request. Few DELETE
requests have one (9.3.5): rows of a body that no sample shows were meant for the query. A sample below a title of the request whose
file is named after the response is one of the response: only the title is wrong. A definition whose key ends in \`query\`, and which only such requests look up,
is told of itself.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

   - «colour: colour»
`,
    "parameters.yaml": `
colour:
  description: Which widgets to give.
  in: body
  required: false
  type: string
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

   - colour: colour
`,
    "parameters.yaml": `
colour:
  description: Which widgets to give.
  in: query
  required: false
  type: string
`,
  },
  *check(subject) {
    // Where method and URL were copied from another section, that is what is wrong.
    const copied = duplicates(subject.apiRef);
    for (const { operations } of subject.apiRef.documents)
      for (const operation of operations)
        if (copied.get(operation)?.likeness !== "request") {
          yield* tablesOfBody(operation, subject.apiRef);
          yield* responsesBelowRequest(operation);
        }
    yield* queriesOfBody(subject.apiRef);
  },
});

/** A table below the wrong title is one mistake, however many rows it has, and with the sample beside it. */
function tablesOfBody(operation: Operation, apiRef: ApiRef): readonly Draft[] {
  const content = contentOfRequest(operation);
  if (content === undefined) return [];
  const { sample, isDelete } = content;
  const contradicted = contradictedPlaces(apiRef);
  const namesakes = misplacedNamesakes(apiRef);
  const rows = content.rows.filter((row) => !contradicted.has(row.definition!));
  if (sample !== undefined && isJson(sample)) {
    if (rows.length === 0) return [atSample(sample, operation)];
    // Without a table of the response it may be that one that stands below the wrong title.
    const hasResponse = operation.rows.some(
      ({ side, definition }) => side === "response" && definition?.in === "body",
    );
    if (hasResponse && rows.length >= ROWS_OF_A_BODY && rows.every(({ name }) => shows(sample, leafOf(name))))
      return [atMethod(operation, rows, sample)];
  }
  return [...groupedBy(rows, ({ table }) => table).values()].map((ofTable) => {
    const [row] = ofTable as [ParameterRow];
    const places = new Set(
      ofTable.flatMap(({ definition }) => definition!.fields.get("in")?.valueSpan ?? []),
    );
    const them = ofTable.length === 1 ? "it" : "them";
    const ofQuery = isTableOfQuery(row, operation);
    const unused = [...new Set(ofTable.flatMap((one) => namesakes.get(one) ?? []))];
    const meant =
      unused.length > 0
        ? unused
        : [...new Set(ofTable.flatMap((one) => meantQueries(apiRef).get(one) ?? []))];
    const example = ofQuery ? exampleKey(row, operation, "query") : undefined;
    const such =
      meant.length > 0
        ? `, such as ${enumeration(meant.map(({ key }) => `\`${key}\``))}${unused.length > 0 ? ", which nothing looks up" : ""}`
        : example === undefined
          ? ""
          : `: write one such as \`${example}\``;
    const wanted = `${ofTable.length === 1 ? "a definition" : "definitions"} with \`in: query\`${such}.`;
    const remedy = ofQuery
      ? `Look up ${wanted}`
      : `Put ${them} below a title that names the response, or look up ${wanted}`;
    return {
      message: isDelete
        ? `${named(ofTable)} \`in: body\` in the request of a DELETE, and no sample sends ${them}. Look up a definition with \`in: query\`, or add a sample of the body.`
        : `${named(ofTable)} \`in: body\` in the request of a ${operation.method.toUpperCase()}, which has no body. ${remedy}`,
      span: row.span,
      related: [
        ...[...places].map((span) => ({ span, message: "defined here" })),
        ...meant.map(({ keySpan }) => ({ span: keySpan, message: "may be meant" })),
      ],
      ...inOperation(operation),
      ...causeIn(row.span.file, ...ofTable.map(({ name, key }) => `${name}: ${key}`)),
    };
  });
}

/** So many rows, all of which a sample of the request shows, are a body: the method is wrong. */
const ROWS_OF_A_BODY = 3;

/** The finding at the method of a request whose body the table and a sample of it agree on. */
function atMethod(operation: Operation, rows: readonly ParameterRow[], sample: Sample): Draft {
  const method = operation.method.toUpperCase();
  return {
    message: `A ${method} request has no body, but ${rows.length} rows and a sample of the request show one. Correct the method; \`POST\` may be meant.`,
    span: operation.methodSpan,
    related: [
      { span: rows[0]!.span, message: "the first row of the body" },
      { span: sample.pathSpan ?? sample.block.span, message: "the sample of the request" },
    ],
    ...inOperation(operation),
  };
}

/** Definitions that only requests without a body look up, and whose key says `query`. */
function* queriesOfBody(apiRef: ApiRef): Iterable<Draft> {
  for (const [definition, place] of contradictedPlaces(apiRef)) {
    if (place !== "query" || definition.in !== "body") continue;
    const uses = usesOfDefinitions(apiRef).get(definition)!;
    if (!uses.some(({ operation }) => isWithoutRequestContent(operation!))) continue;
    yield {
      ...atPlace(
        definition,
        { why: "only requests without a body look it up", meant: "`in: query`, as the key says" },
        uses.map(({ row }) => row),
      ),
      ...causeIn(definition.keySpan.file, "query"),
    };
  }
}

/** Samples of responses, by the name of the file, whose title names the request: only the title is wrong. */
function* responsesBelowRequest(operation: Operation): Iterable<Draft> {
  if (!isWithoutRequestContent(operation)) return;
  for (const { path, pathSpan, sectionTitles, side } of operation.samples) {
    if (path === undefined || pathSpan === undefined || side !== "response") continue;
    if (sideOf(sectionTitles) !== "request" || sideOfFileName(posix.basename(path)) !== "response") continue;
    yield {
      message: `\`${posix.basename(path)}\` stands below \`${sectionTitles.find((title) => sideIn(title) !== undefined)}\`, but a ${operation.method.toUpperCase()} request has no body, and the file's name tells of the response. Name the response in the title.`,
      span: pathSpan,
      ...inOperation(operation),
    };
  }
}

function atSample(sample: Sample, operation: Operation): Draft {
  const method = operation.method.toUpperCase();
  const [what, remedy] = queriesAsBody(operation).has(sample)
    ? ["parameters of the query as a body", "Show the URL with its query instead."]
    : ["a body", "Put it below a title that names the response, correct the method, or remove the sample."];
  return {
    message: `A sample shows ${what} of the request, but a ${method} request has none. ${remedy}`,
    span: sample.pathSpan ?? sample.block.span,
    ...inOperation(operation),
  };
}

function named(rows: readonly ParameterRow[]): string {
  if (rows.length === 1) return `\`${rows[0]!.name}\` is`;
  if (rows.length === 2) return `\`${rows[0]!.name}\` and \`${rows[1]!.name}\` are`;
  return `\`${rows[0]!.name}\` and ${rows.length - 1} more rows of this table are`;
}
