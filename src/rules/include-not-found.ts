import { noticed } from "../checks/notices.ts";
import { defineRule } from "../checks/subject.ts";
import { suggestions } from "../text/similar.ts";

export const includeNotFound = defineRule({
  name: "include-not-found",
  group: "reading",
  severity: "error",
  fixable: false,
  summary: "an `include` whose file is missing",
  explanation: `\`include\` puts the text of a file in its place. Sphinx looks for the file relative to the document that is built, not to the
\`.inc\` that names it; a leading \`/\` is the source folder. Without the file everything in it is missing from the page.`,
  bad: {
    "index.rst": `
Widgets
=======

.. include:: «wigdets.inc»

.. include:: gadgets.inc
`,
    "gadgets.inc": `
List gadgets
------------

.. rest_method:: GET /gadgets
`,
  },
  good: {
    "index.rst": `
Widgets
=======

.. include:: gadgets.inc
`,
    "gadgets.inc": `
List gadgets
------------

.. rest_method:: GET /gadgets
`,
  },
  check(subject) {
    const { root, files } = subject.apiRef;
    const suggest = suggestions();
    const known = [...files.keys()].map((path) => path.replace(`${root}/`, ""));
    return noticed(subject, "include-not-found", ({ path }) =>
      path === ""
        ? "`include` names no file. Write its name behind the `::`."
        : `No file \`${path}\`, relative to the document.${suggest(path, known)}`,
    );
  },
});
