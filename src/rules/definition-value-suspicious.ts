import type { Definition } from "../apiref/parameters-file.ts";
import { oppositeTexts } from "../checks/opposite-texts.ts";
import { defineRule, ofDefinitions } from "../checks/subject.ts";
import { unfitTypes } from "../checks/unfit-types.ts";
import { unquotedSwitches } from "../checks/unquoted-switches.ts";
import type { Draft } from "../findings/finding.ts";
import { enumeration } from "../text/enumeration.ts";
import type { Span } from "../text/span.ts";

export const definitionValueSuspicious = defineRule({
  name: "definition-value-suspicious",
  group: "definitions",
  severity: "error",
  fixable: true,
  summary: "a value that YAML takes for something else, or that does not fit its definition",
  explanation: `To YAML 1.1, which os-api-ref reads, \`on\`, \`off\`, \`yes\` and \`no\` are true and false. Where words are meant, as in the
values of an \`enum\`, write them in quotes: \`enum: ["on", "off"]\`. The fix writes them.

Two more values are nearly always slips, mostly copied: \`type: enum\` for a time or a list, and \`type: uuid\` for a number. So are,
where no sample shows the value, \`uuid\` for what the text calls a message, \`boolean\` for a name, \`integer\` for a list with commas or a
UUID, \`string\` for what begins with \`Whether\` or \`A list of\`. And \`type: enum\` says that only some values are allowed; say which, in a
field \`enum\` or in the description. An \`enum\` without values is a warning, because what is published is right but incomplete. A
description that was copied and not changed is one, too: \`updated_at\` that says when a widget was created, in the words of \`created_at\`.`,
  bad: {
    "index.rst": `
Lamps
=====

Show lamp
---------

.. rest_method:: GET /lamps/1

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - switch: switch
`,
    "parameters.yaml": `
switch:
  description: Whether the lamp shines.
  in: body
  required: true
  type: string
  enum: [«on, off»]
`,
  },
  good: {
    "index.rst": `
Lamps
=====

Show lamp
---------

.. rest_method:: GET /lamps/1

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - switch: switch
`,
    "parameters.yaml": `
switch:
  description: Whether the lamp shines.
  in: body
  required: true
  type: string
  enum: ["on", "off"]
`,
  },
  *check(subject) {
    yield* allSwitches(subject);
    yield* unfitTypes(subject);
    yield* oppositeTexts(subject.apiRef);
  },
});

const allSwitches = ofDefinitions(switches);

function* switches(definition: Definition): Iterable<Draft> {
  for (const spans of unquotedSwitches(definition)) {
    const [first] = spans as [Span];
    const words = spans.map(({ file, start, end }) => file.text.slice(start, end));
    const named = words.map((word) => `\`${word}\``);
    const quoted = words.map((word) => `\`"${word}"\``);
    const message =
      words.length === 1
        ? `YAML reads ${named[0]} as ${isOn(words[0]!)}. Write the word in quotes: ${quoted[0]}.`
        : `YAML reads ${enumeration(named)} as true and false. Write the words in quotes: ${enumeration(quoted)}.`;
    yield {
      message,
      span: { ...first, end: spans.at(-1)!.end },
      edits: spans.map((span, index) => ({ span, text: `"${words[index]}"` })),
    };
  }
}

/** What YAML 1.1 takes a word for. */
function isOn(word: string): boolean {
  return /^(?:on|yes)$/i.test(word);
}
