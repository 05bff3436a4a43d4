import { posix } from "node:path";
import { meantParts } from "../checks/meant-parts.ts";
import { noticed } from "../checks/notices.ts";
import { defineRule } from "../checks/subject.ts";
import { isInside } from "../files/work-tree.ts";

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
    const { root } = subject.apiRef;
    const meant = new Map(meantParts(subject.apiRef).map(({ span, path }) => [span, path]));
    return noticed(subject, "include-not-found", ({ path }, span) => {
      if (path === "") return "`include` names no file. Write its name behind the `::`.";
      const part = meant.get(span);
      const hint = part === undefined ? "" : ` Did you mean \`${asIncluded(part, span.file.path, root)}\`?`;
      return `No file \`${path}\`, relative to the document.${hint}`;
    });
  },
});

/** How a document names a part: relative to its folder, as parts do that have the document's folder. */
function asIncluded(part: string, from: string, root: string): string {
  return posix.relative(isInside(from, root) ? posix.dirname(from) : root, part);
}
