import type { NoticeDetails } from "../apiref/notice.ts";
import { fileName } from "../checks/naming.ts";
import { noticed } from "../checks/notices.ts";
import { defineRule } from "../checks/subject.ts";
import { yamlFaultText } from "../checks/yaml-faults.ts";
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
    yield* noticed(subject, "status-file-invalid", (detail, { file }) => messageOf(detail, fileName(file)));
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

function messageOf(detail: NoticeDetails["status-file-invalid"], file: string): string {
  const what =
    "reason" in detail
      ? `The reason \`${detail.reason}\` of \`${detail.code}\``
      : "code" in detail
        ? `\`${detail.code}\``
        : file;
  switch (detail.kind) {
    case "yaml":
      return `Invalid YAML: ${yamlFaultText(detail.fault)}.`;
    case "top":
      return detail.top === "empty"
        ? `${file} is empty. Expected codes with their reasons.`
        : `${file} is a ${detail.top}. Expected a mapping of codes to reasons.`;
    case "code-duplicate":
    case "reason-duplicate":
      return `${what} stands twice in ${file}, and only the last counts. Keep one of them.`;
    case "code-quoted":
      return `${what} is a text, and os-api-ref looks codes up as numbers. Take the quotes away.`;
    case "no-code":
      return `${what} is not an HTTP status code. Expected a number from 100 to 599.`;
    case "no-reasons":
      return `${what} has no reasons. Write the text indented below it, as \`default: …\`.`;
    case "reason-empty":
      return `${what} is not a text. Write what the code means.`;
  }
}
