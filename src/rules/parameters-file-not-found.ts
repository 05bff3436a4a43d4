import { posix } from "node:path";
import type { ApiRef } from "../apiref/model.ts";
import { noticesFor } from "../apiref/notice.ts";
import { defineRule } from "../checks/subject.ts";
import { groupedBy } from "../text/grouped.ts";
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
  *check({ apiRef }) {
    // One file that is missing is one mistake, however many tables name it.
    const missing = groupedBy(
      noticesFor(apiRef.notices, "parameters-file-not-found"),
      ({ detail: { path }, span: { file, start } }) =>
        path === "" ? `${file.path} ${start}` : resolve(apiRef.root, file.path, path),
    );
    for (const [path, [first, ...others]] of missing) {
      const { detail, span } = first!;
      yield {
        message:
          detail.path === ""
            ? "`rest_parameters` names no file. Write the file with the definitions behind the `::`."
            : `No file \`${detail.path}\`, relative to the document.${suggestion(path, span.file.path, apiRef)}`,
        span,
        ...(others.length === 0
          ? {}
          : { related: others.map((other) => ({ span: other.span, message: "named here, too" })) }),
      };
    }
  },
});

/** Where a name leads from a file: a leading `/` is the source folder. */
function resolve(root: string, from: string, path: string): string {
  return path.startsWith("/") ? posix.join(root, path) : posix.join(posix.dirname(from), path);
}

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
