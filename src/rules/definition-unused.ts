import type { ApiRef } from "../apiref/model.ts";
import { noticesFor } from "../apiref/notice.ts";
import { meantQueries } from "../checks/bodies-of-reads.ts";
import { causeIn } from "../checks/cause.ts";
import { foreignKeys } from "../checks/foreign-keys.ts";
import { lackingRequired } from "../checks/lacking-required.ts";
import { lacksPart } from "../checks/lost-parts.ts";
import { misplacedNamesakes, namesakes } from "../checks/namesakes.ts";
import { fileName } from "../checks/naming.ts";
import { shownRows, usesOfDefinitions } from "../checks/shown-rows.ts";
import { strangeTexts } from "../checks/strange-texts.ts";
import { lookedUpKeys, strayRows } from "../checks/stray-rows.ts";
import { defineRule } from "../checks/subject.ts";
import { undocumentedProperties } from "../checks/undocumented-properties.ts";
import { wrongLookups } from "../checks/wrong-lookups.ts";
import { nearestOfMany } from "../text/similar.ts";
import { spanKey } from "../text/span.ts";

export const definitionUnused = defineRule({
  name: "definition-unused",
  group: "definitions",
  severity: "info",
  fixable: false,
  wholeTree: true,
  summary: "a definition that no row looks up",
  explanation: `Definitions that nothing uses are read by nobody and go stale. Remove the definition, or add the row that was
forgotten. Where the key or the text says of what it is, and a row of its name in an operation on that looks up a definition that does not, the finding
names the row: it may have been meant to look up this one. Definitions that stand one behind the other were left over together, and so were those of a
file that a number tells apart (\`name_1\`, \`status_2\`): they are one finding.`,
  bad: {
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
«marker»:
  description: The last widget of the page before.
  in: query
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
    const { apiRef, bodies } = subject;
    if (lacksPart(apiRef)) return;
    const used = new Set(usesOfDefinitions(apiRef).keys());
    // `key-mismatch` names what rows were meant to look up.
    for (const { meant } of wrongLookups(bodies)) if (meant !== undefined) used.add(meant);
    for (const meant of meantQueries(apiRef).values()) used.add(meant);
    for (const { meant } of foreignKeys(apiRef)) if (meant !== undefined) used.add(meant);
    // `request-row-in-response` names it at a row.
    for (const meant of misplacedNamesakes(apiRef).values()) used.add(meant);
    for (const { meant } of strangeTexts(apiRef)) for (const one of meant) used.add(one);
    // Who includes a part that was forgotten needs what it looks up.
    const named = new Set(
      noticesFor(apiRef.notices, "part-not-included").flatMap(({ detail }) => detail.keys),
    );
    // So do rows that lack their directive.
    const keys = lookedUpKeys(apiRef);
    for (const { blocks } of apiRef.documents)
      for (const stray of strayRows(blocks, keys)) for (const key of stray.keys) named.add(key);
    // `unknown-parameter` names what a key was meant to be; a file that could not be read may have been this one.
    for (const key of meantKeys(apiRef)) named.add(key);
    // What the findings at other tables tell people to look up is to stay.
    const proposed = new Set(
      [...undocumentedProperties(subject), ...lackingRequired(subject).drafts].flatMap(({ related = [] }) =>
        related.map(({ span }) => spanKey(span)),
      ),
    );
    for (const parametersFile of apiRef.parametersFiles.values()) {
      // Definitions one behind the other were left over together.
      let firstOfRun: string | undefined;
      for (const definition of parametersFile.definitions.values()) {
        if (used.has(definition) || named.has(definition.key) || proposed.has(spanKey(definition.keySpan))) {
          firstOfRun = undefined;
          continue;
        }
        const { key, keySpan } = definition;
        firstOfRun ??= key;
        const said = `No row looks up \`${key}\` in ${fileName(parametersFile.file)}`;
        const namesake = namesakes(apiRef).get(definition);
        if (namesake?.isTold !== true)
          yield {
            message: `${said}. Remove the definition, or add its row.`,
            span: keySpan,
            called: key,
            ...causeIn(parametersFile.file, "unused", NUMBERED.test(key) ? "numbered" : firstOfRun),
          };
        else {
          const { row, operation } = namesake;
          yield {
            message: `${said}; \`${row.name}\` of \`${operation.title}\` looks up \`${row.key}\`. Let it look up \`${key}\` if that is meant, or remove the definition.`,
            span: keySpan,
            related: [{ span: row.keySpan, message: `looks up \`${row.key}\`` }],
          };
        }
      }
    }
  },
});

/** A key with the number that a conversion gives to the definitions of one name. */
const NUMBERED = /_\d+$/;

/** The keys that rows without a definition may have meant. */
function meantKeys(apiRef: ApiRef): Set<string> {
  const find = nearestOfMany();
  const asked = new Map<string, string | undefined>();
  const meant = new Set<string>();
  for (const { row } of shownRows(apiRef)) {
    if (row.definition !== undefined) continue;
    const { key, file } = row;
    if (file === undefined) meant.add(key);
    else {
      const id = `${file.file.path} ${key}`;
      if (!asked.has(id)) asked.set(id, find(key, file.definitions.keys()));
      const near = asked.get(id);
      if (near !== undefined) meant.add(near);
    }
  }
  return meant;
}
