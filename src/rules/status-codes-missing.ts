import type { Operation } from "../apiref/model.ts";
import { causeIn } from "../checks/cause.ts";
import { codeLists } from "../checks/code-lists.ts";
import { hasMistakenList } from "../checks/mistaken-code-lists.ts";
import { inOperation } from "../checks/naming.ts";
import { defineRule } from "../checks/subject.ts";
import { refersElsewhere } from "../checks/told-in-text.ts";
import { groupedBy } from "../text/grouped.ts";
import type { SourceFile } from "../text/source-file.ts";

export const statusCodesMissing = defineRule({
  name: "status-codes-missing",
  group: "operations",
  severity: "warning",
  fixable: false,
  summary: "an operation without a success code",
  explanation: `Clients must know by which code they can tell that a request succeeded. List it with
\`.. rest_status_code:: success status.yaml\` below a title such as \`Response Codes\`.`,
  bad: {
    "index.rst": `
Widgets
=======

«List widgets»
------------

.. rest_method:: GET /widgets
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

Response Codes
~~~~~~~~~~~~~~

.. rest_status_code:: success status.yaml

   - 200
`,
    "status.yaml": `
200:
  default: |
    The widgets follow.
`,
  },
  *check({ apiRef }) {
    const operations = apiRef.documents.flatMap((document) => document.operations);
    const isHabit = mostlyBare(operations);
    const bareFiles = new Set(
      [...groupedBy(operations, fileOf)].flatMap(([file, all]) => (mostlyBare(all) ? [file] : [])),
    );
    for (const operation of operations) {
      const { statuses, title, titleSpan } = operation;
      if (statuses.some(({ code, kind }) => kind === "success" || /^[123]/.test(code))) continue;
      if (hasMistakenList(operation, "success") || refersElsewhere(operation)) continue;
      yield {
        message: `\`${title}\` lists ${
          statuses.length === 0 ? "no status codes" : "error codes, but no success code"
        }. Add ${codeLists(apiRef).success} with the code of a request that succeeded.`,
        span: titleSpan,
        ...inOperation(operation),
        ...(statuses.length > 0
          ? {}
          : isHabit
            ? { cause: "no status codes" }
            : bareFiles.has(titleSpan.file)
              ? causeIn(titleSpan.file)
              : {}),
      };
    }
  },
});

/** Whether more than half of several operations list no codes at all: who left them out did so once, not at each. */
function mostlyBare(operations: readonly Operation[]): boolean {
  return operations.filter(({ statuses }) => statuses.length === 0).length * 2 > operations.length;
}

function fileOf({ titleSpan }: Operation): SourceFile {
  return titleSpan.file;
}
