import { leftoverMarkup } from "../checks/leftover-markup.ts";
import { ofBlocks } from "../checks/over-texts.ts";
import { defineRule } from "../checks/subject.ts";

export const rstMarkupLeftover = defineRule({
  name: "rst-markup-leftover",
  group: "reading",
  severity: "warning",
  fixable: false,
  summary: "backquotes or `**` that the page shows as they are",
  explanation: `Inline markup begins behind a blank or a bracket, ends before one, and has no blank inside its ends; and no markup stands
inside other markup. Where one of these does not hold, docutils takes the marks for text without a word, and the page
shows them. Write both ends of the markup, right beside the text; where a letter must stand beside it, write \`\\ \` between,
which is not shown.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

Give max«\`\`_size\`\`» to leave larger widgets out.

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
  check: ofBlocks(leftoverMarkup),
});
