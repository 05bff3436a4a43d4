import { noticesFor } from "../apiref/notice.ts";
import { fileName } from "../checks/naming.ts";
import { defineRule } from "../checks/subject.ts";
import type { SourceFile } from "../text/source-file.ts";
import { span } from "../text/span.ts";

/** What a decoder puts in the place of bytes that are no UTF-8. */
const REPLACEMENT = "\ufffd";

export const notUtf8 = defineRule({
  name: "not-utf8",
  group: "reading",
  severity: "error",
  fixable: false,
  summary: "a file with bytes that are not UTF-8",
  explanation: `Sphinx reads sources as UTF-8 and stops at the first byte that is not. Save the file in that encoding; often a single
letter or quotation mark was pasted in another one.`,
  bad: {
    "index.rst": `
Widgets
=======

Every widget is made in the caf«»\udce9 next door.

List widgets
------------

.. rest_method:: GET /widgets
`,
  },
  good: {
    "index.rst": `
Widgets
=======

Every widget is made in the café next door.

List widgets
------------

.. rest_method:: GET /widgets
`,
  },
  *check({ apiRef }) {
    for (const { detail, span: place } of noticesFor(apiRef.notices, "not-utf8")) {
      const isItself = place.start === place.end;
      const found = isItself ? [place.file] : namedFiles(detail.path, apiRef.files.values());
      for (const file of found) {
        const at = file.text.indexOf(REPLACEMENT);
        if (at < 0) continue;
        yield {
          message: `${fileName(file)} is not in UTF-8: here is the first byte that is not. Save the file in UTF-8.`,
          span: span(file, at, at),
          ...(isItself ? {} : { related: [{ span: place, message: "read here" }] }),
        };
      }
    }
  },
});

/** The files that a name in a directive can mean: a notice does not say from which document it was looked up. */
function namedFiles(path: string, files: Iterable<SourceFile>): SourceFile[] {
  const end = `/${path.replace(/^(?:\.{0,2}\/)+/, "")}`;
  return [...files].filter((file) => file.path.endsWith(end));
}
