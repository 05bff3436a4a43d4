import { posix } from "node:path";
import type { ApiRef } from "../apiref/model.ts";
import { missingFiles } from "../checks/missing-files.ts";
import { defineRule } from "../checks/subject.ts";
import { nearest } from "../text/similar.ts";

export const parametersFileNotFound = defineRule({
  name: "parameters-file-not-found",
  group: "definitions",
  severity: "error",
  fixable: false,
  summary: "a `rest_parameters` whose file is missing",
  explanation: `\`rest_parameters\` names the YAML file that defines its parameters. Sphinx looks for it relative to the document that is
built, not to the \`.inc\` that names it; a leading \`/\` is the source folder. Without the file the table stays empty.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. rest_parameters:: «paramters.yaml»

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
  check: ({ apiRef }) =>
    missingFiles(apiRef, "parameters-file-not-found", (name, missing, from) =>
      name === ""
        ? "`rest_parameters` names no file. Write the file with the definitions behind the `::`."
        : `No file \`${name}\`, relative to the document.${suggestion(missing, from, apiRef)}`,
    ),
});

/** The file that is probably meant, as a path: one with that name in another folder, or one with nearly that name. */
function suggestion(missing: string, from: string, { parametersFiles }: ApiRef): string {
  const paths = [...parametersFiles.values()].map(({ file }) => file.path);
  const name = posix.basename(missing);
  const meantName = nearest(
    name,
    paths.map((path) => posix.basename(path)),
  );
  const meant = paths.find((path) => path !== missing && posix.basename(path) === (meantName ?? name));
  return meant === undefined ? "" : ` Did you mean \`${posix.relative(posix.dirname(from), meant)}\`?`;
}
