import { fileName } from "../checks/naming.ts";
import { noticed } from "../checks/notices.ts";
import { defineRule } from "../checks/subject.ts";
import { nearest } from "../text/similar.ts";

export const statusFileInvalid = defineRule({
  name: "status-file-invalid",
  group: "status codes",
  severity: "error",
  fixable: false,
  summary: "a status.yaml that cannot be read as codes with reasons",
  explanation: `status.yaml is a mapping of codes; each holds reasons, \`default\` and named ones, and each reason is a text. os-api-ref
fails on anything else, and the page is not built.`,
  bad: {
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
«404»: There is no such widget.
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
404:
  default: |
    There is no such widget.
`,
  },
  *check(subject) {
    yield* noticed(subject, "status-file-invalid", (notice) => {
      const { code, reason, problem, duplicate, top } = notice.detail;
      const file = fileName(notice.span.file);
      if (code === undefined) {
        if (top === "empty") return `${file} is empty. Expected codes with their reasons.`;
        if (top !== undefined) return `${file} is a ${top}. Expected a mapping of codes to reasons.`;
        return `Invalid YAML: ${problem}.`;
      }
      const what = reason === undefined ? `\`${code}\`` : `The reason \`${reason}\` of \`${code}\``;
      if (duplicate !== undefined)
        return `${what} stands twice in ${file}, and only the last counts. Keep one of them.`;
      if (problem === "in quotes")
        return `${what} is a text, and os-api-ref looks codes up as numbers. Take the quotes away.`;
      if (problem !== undefined) return `${what} is no HTTP status code. Expected a number from 100 to 599.`;
      return reason === undefined
        ? `${what} has no reasons. Write the text indented below it, as \`default: …\`.`
        : `${what} is no text. Write what the code means.`;
    });
    for (const { entries } of subject.apiRef.statusFiles.values())
      for (const { code, reasons } of entries.values()) {
        if (reasons.has("default")) continue;
        const misspelt = nearest("default", reasons.keys());
        if (misspelt === undefined) continue;
        yield {
          message: `\`${code}\` has no reason \`default\`, only \`${misspelt}\`. Did you mean \`default\`?`,
          span: reasons.get(misspelt)!.nameSpan,
        };
      }
  },
});
