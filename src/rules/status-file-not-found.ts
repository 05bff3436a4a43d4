import { missingFiles } from "../checks/missing-files.ts";
import { namesOf } from "../checks/naming.ts";
import { defineRule } from "../checks/subject.ts";
import { didYouMean } from "../text/similar.ts";

export const statusFileNotFound = defineRule({
  name: "status-file-not-found",
  group: "status codes",
  severity: "error",
  fixable: false,
  summary: "a `rest_status_code` whose file is missing",
  explanation: `\`rest_status_code\` names the YAML file that says what its codes mean. Sphinx looks for it relative to the document that is
built, not to the \`.inc\` that names it; a leading \`/\` is the source folder. Without the file the build of the page fails.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. rest_status_code:: success «statuses.yaml»

   - 200
`,
    "status.yaml": `
200:
  default: |
    The widgets follow.
409:
  default: |
    Another request is in the way.
  locked: |
    Somebody has locked the widget.
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. rest_status_code:: success status.yaml

   - 200
`,
    "status.yaml": `
200:
  default: |
    The widgets follow.
409:
  default: |
    Another request is in the way.
  locked: |
    Somebody has locked the widget.
`,
  },
  check: ({ apiRef }) =>
    missingFiles(apiRef, "status-file-not-found", (name) =>
      name === ""
        ? "`rest_status_code` names no file. Write the kind and the file behind the `::`: `success status.yaml`."
        : `No file \`${name}\`, relative to the document.${didYouMean(name, namesOf(apiRef.statusFiles.values()))}`,
    ),
});
