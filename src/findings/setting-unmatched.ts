import type { RuleMetadata } from "./rule.ts";

/** The rule that the run itself reports for its configuration. */
export const settingUnmatched: RuleMetadata<"setting-unmatched"> = {
  name: "setting-unmatched",
  group: "reading",
  severity: "warning",
  fixable: false,
  wholeTree: true,
  summary: "a value of the configuration that nothing in the tree matches",
  explanation: `Patterns of \`documents\` and \`overrides\`, operations of \`public\`, entries of \`allow\` and the file
that \`history\` names are meant for something in the tree. Where nothing matches, the value was mistyped, or what it
was for has been renamed, corrected or removed. Correct it, or take it out: left behind, it would hide the next mistake.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets
`,
    "apiref.config.yaml": `
public:
  - «GET /widget»
allow:
  - «rule: status-codes-missing
    operation: POST /widgets
    reason: The gadget answers with what it likes.»
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets
`,
    "apiref.config.yaml": `
public:
  - GET /widgets
allow:
  - rule: status-codes-missing
    operation: GET /widgets
    reason: The widget answers with what it likes.
`,
  },
};
