import { type DefinedName, definedNames } from "../checks/defined-names.ts";
import { defineRule } from "../checks/subject.ts";
import type { Draft } from "../findings/finding.ts";

export const rstNameDuplicate = defineRule({
  name: "rst-name-duplicate",
  group: "reading",
  severity: "warning",
  fixable: false,
  summary: "a label, target or substitution that is defined twice",
  explanation: `A reference can mean only one of them: Sphinx takes one and warns. Labels (\`.. _name:\`) hold in all documents, targets with an
address and substitutions in their document.`,
  bad: {
    "index.rst": `
Widgets
=======

.. _colours:

Colours of widgets
------------------

.. _«colours»:

Colours of gadgets
------------------
`,
  },
  good: {
    "index.rst": `
Widgets
=======

.. _widget-colours:

Colours of widgets
------------------

.. _gadget-colours:

Colours of gadgets
------------------
`,
  },
  *check({ apiRef }) {
    const labels = new Map<string, DefinedName>();
    for (const { blocks } of apiRef.documents) {
      const own = new Map<string, DefinedName>();
      for (const defined of definedNames(blocks)) {
        const { kind, name, uri } = defined;
        if (name === "" || kind === "title" || /^[#*]$/.test(name)) continue;
        const key = `${kind} ${name}`;
        const first = own.get(key);
        own.set(key, first ?? defined);
        // Two targets with the same address are as good as one.
        if (first !== undefined && !(kind === "target" && uri !== undefined && uri === first.uri))
          yield twice(defined, first);
        if (kind !== "target" || uri !== undefined) continue;
        const elsewhere = labels.get(name);
        labels.set(name, elsewhere ?? defined);
        if (first === undefined && elsewhere !== undefined && elsewhere.span.start !== defined.span.start)
          yield twice(defined, elsewhere);
      }
    }
  },
});

function twice({ kind, name, span }: DefinedName, first: DefinedName): Draft {
  const what = kind === "substitution" ? `|${name}|` : kind === "footnote" ? `[${name}]` : name;
  return {
    message: `\`${what}\` is defined twice. Give one of them another name.`,
    span,
    related: [{ span: first.span, message: "first defined here" }],
  };
}
