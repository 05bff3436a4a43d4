import type { ApiRef } from "../apiref/model.ts";
import { noticed } from "../checks/notices.ts";
import { defineRule } from "../checks/subject.ts";
import { remembered } from "../text/remembered.ts";
import { nearest, suggestions } from "../text/similar.ts";

export const sampleNotFound = defineRule({
  name: "sample-not-found",
  group: "samples",
  severity: "error",
  fixable: false,
  summary: "a `literalinclude` whose file is missing",
  explanation: `Sphinx looks for the file relative to the document that is built, not to the \`.inc\` that names it; a leading \`/\` is the source folder. Where it
is missing the page shows no sample.`,
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

   - widget: widget
   - colour: colour
   - size: size

Response Example
~~~~~~~~~~~~~~~~

.. literalinclude:: «wigdet.json»
   :language: javascript
`,
    "parameters.yaml": `
widget:
  description: The widget.
  in: body
  required: true
  type: object
colour:
  description: The widget's colour.
  in: body
  required: true
  type: string
size:
  description: Its size in millimetres.
  in: body
  required: false
  type: integer
`,
    "widget.json": `
{
    "widget": {
        "colour": "green",
        "size": 12
    }
}
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

   - widget: widget
   - colour: colour
   - size: size

Response Example
~~~~~~~~~~~~~~~~

.. literalinclude:: widget.json
   :language: javascript
`,
    "parameters.yaml": `
widget:
  description: The widget.
  in: body
  required: true
  type: object
colour:
  description: The widget's colour.
  in: body
  required: true
  type: string
size:
  description: Its size in millimetres.
  in: body
  required: false
  type: integer
`,
    "widget.json": `
{
    "widget": {
        "colour": "green",
        "size": 12
    }
}
`,
  },
  check(subject) {
    const names = remembered(sampleNames);
    const suggest = suggestions();
    const { apiRef } = subject;
    return noticed(subject, "sample-not-found", ({ path }) => {
      if (path === "") return "`literalinclude` names no file. Write its name behind the `::`.";
      // The same name may be right from a document in another folder.
      const alike = (name: string) => name !== path && isOfSameThing(path, name);
      const meant =
        suggest(path, unusedBeside(apiRef, path).filter(alike)) ||
        // What is included elsewhere is the sample of something else, unless the name has a slip.
        suggest(path, [...names(apiRef)].filter(alike), MOST_SLIPS);
      return `No file \`${path}\`, relative to the document.${meant}`;
    });
  },
});

const MOST_SLIPS = 2;

/** The samples that nothing includes in a folder of the name that a path has, as they would be included. */
function unusedBeside({ notices }: ApiRef, path: string): string[] {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const clean = folder.replace(/^(?:\.\.?\/)+/, "");
  return notices.flatMap((notice) => {
    if (notice.rule !== "sample-unused") return [];
    const { path: file } = notice.span.file;
    const name = file.slice(file.lastIndexOf("/") + 1);
    return file.endsWith(`/${clean}${name}`) ? [`${folder}${name}`] : [];
  });
}

/** Whether two names of files begin with one word, or nearly: the samples of one resource are named after it. */
function isOfSameThing(path: string, other: string): boolean {
  const [first, second] = [firstWord(path), firstWord(other)];
  return first === second || nearest(first, [second], first.length < LONG_WORD ? 1 : 2) !== undefined;
}

const LONG_WORD = 6;

function firstWord(path: string): string {
  return path
    .slice(path.lastIndexOf("/") + 1)
    .split(/[^A-Za-z0-9]/)[0]!
    .toLowerCase();
}

/** The names under which samples are included, as they are written. */
function sampleNames({ documents }: ApiRef): Set<string> {
  const names = new Set<string>();
  for (const { operations } of documents)
    for (const { samples } of operations)
      for (const { path, file } of samples) if (path !== undefined && file !== undefined) names.add(path);
  return names;
}
