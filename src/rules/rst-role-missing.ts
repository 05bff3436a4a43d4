import { defaultRoles } from "../checks/default-roles.ts";
import { asHabit, ofBlocks } from "../checks/over-texts.ts";
import { defineRule } from "../checks/subject.ts";

const inBlocks = ofBlocks(defaultRoles);

export const rstRoleMissing = defineRule({
  name: "rst-role-missing",
  group: "reading",
  severity: "warning",
  fixable: true,
  summary: "text in single backquotes, which is shown in italics",
  explanation: `Unlike in Markdown, code stands between *two* backquotes on either side. Text between single ones takes the default
role, which shows it as the title of a work: in italics, as part of the prose. Where it is a name or a value, the fix
writes the second backquotes. Where it is words, choose: emphasis is \`*words*\`, a link \`\` \`words <address>\`_ \`\`.

The places of one file are one finding; where many files have them, so are those of the tree.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

Give «\`max_size\`» to leave larger widgets out.

.. rest_method:: GET /widgets
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

Give \`\`max_size\`\` to leave larger widgets out.

.. rest_method:: GET /widgets
`,
  },
  check: (subject) => asHabit([...inBlocks(subject)]),
});
