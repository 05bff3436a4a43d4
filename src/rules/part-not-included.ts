import { meantParts } from "../checks/meant-parts.ts";
import { noticed } from "../checks/notices.ts";
import { defineRule } from "../checks/subject.ts";

export const partNotIncluded = defineRule({
  name: "part-not-included",
  group: "reading",
  severity: "warning",
  fixable: false,
  wholeTree: true,
  summary: "a part (`.inc`) that no document includes",
  explanation: `A part is on a page only where a document includes it: \`.. include:: widgets.inc\`. Without that line its operations are
neither on the page nor in the specification, and nobody notices. Include it, or delete it. What only such a part uses is
not called unused.`,
  bad: {
    "index.rst": `
Lamps
=====

.. include:: lamps.inc
`,
    "lamps.inc": `
List lamps
----------

.. rest_method:: GET /lamps
`,
    "switches.inc": `«»
Set switch
----------

.. rest_method:: PUT /lamps/1/switch
`,
  },
  good: {
    "index.rst": `
Lamps
=====

.. include:: lamps.inc
.. include:: switches.inc
`,
    "lamps.inc": `
List lamps
----------

.. rest_method:: GET /lamps
`,
    "switches.inc": `
Set switch
----------

.. rest_method:: PUT /lamps/1/switch
`,
  },
  check(subject) {
    // An `include` that misspells its name has the finding.
    const meant = new Set(meantParts(subject.apiRef).map(({ path }) => path));
    return noticed(
      subject,
      "part-not-included",
      ({ path, operations }) =>
        `No document includes \`${path}\`${lacking(operations)}. Include it where it belongs, or delete it.`,
    ).filter(({ span }) => !meant.has(span.file.path));
  },
});

function lacking(operations: readonly string[]): string {
  const [first] = operations;
  if (first === undefined) return "";
  return operations.length === 1
    ? `, so no page has its operation \`${first}\``
    : `, so no page has its ${operations.length} operations (\`${first}\` and others)`;
}
