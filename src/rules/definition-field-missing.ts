import type { Field, ParametersFile } from "../apiref/parameters-file.ts";
import { causeIn } from "../checks/cause.ts";
import { misspeltField } from "../checks/field-names.ts";
import { defineRule, ofDefinitions } from "../checks/subject.ts";
import type { Draft } from "../findings/finding.ts";
import { enumeratedNames } from "../text/enumeration.ts";
import { type Span, span } from "../text/span.ts";

export const definitionFieldMissing = defineRule({
  name: "definition-field-missing",
  group: "definitions",
  severity: "error",
  fixable: false,
  summary: "a definition without `in`, `type`, `required` or `description`",
  explanation: `os-api-ref shows \`in\`, \`type\` and \`description\` as they are written, drops the rest of the table where one is missing, and
takes a parameter without \`required\` for an optional one. Say all four.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. rest_parameters:: parameters.yaml

   - limit: limit
`,
    "parameters.yaml": `
«limit»:
  description: How many widgets to give.
  in: query
  type: integer
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. rest_parameters:: parameters.yaml

   - limit: limit
`,
    "parameters.yaml": `
limit:
  description: How many widgets to give.
  in: query
  required: false
  type: integer
`,
  },
  *check(subject) {
    const habitual = new Set(
      [...subject.apiRef.parametersFiles.values()].filter(leavesOutRequired).map(({ file }) => file),
    );
    for (const draft of missingFields(subject)) {
      const { cause, called: _, ...alone } = draft;
      yield cause === undefined || habitual.has(draft.span.file) ? draft : alone;
    }
  },
});

const missingFields = ofDefinitions(function* ({ key, keySpan, fields, broken }) {
  // An entry without any field, or with broken YAML, is a finding of `parameters-file-invalid`.
  if (fields.size === 0 || broken) return;
  // A field that stands there under a wrong name is a finding of `definition-field-unknown`.
  const misspelt = new Set([...fields.keys()].map(misspeltField));
  const swallowed = swallowedFields(fields);
  if (swallowed.size > 0) yield ofSwallowed([...swallowed.values()]);
  const missing = REQUIRED_FIELDS.filter(
    (name) => !fields.has(name) && !misspelt.has(name) && !swallowed.has(name),
  );
  const names = missing.map((name) => `\`${name}\``).join(", ");
  if (names === "`required`")
    yield {
      message: `The definition of \`${key}\` lacks \`required\`, so the page says that it is optional. Write \`required: true\` or \`required: false\`.`,
      span: keySpan,
      severity: "warning",
      called: key,
      ...causeIn(keySpan.file, "required"),
    };
  else if (names !== "") yield { message: `The definition of \`${key}\` lacks ${names}.`, span: keySpan };
  for (const name of REQUIRED_FIELDS) {
    const field = fields.get(name);
    if (field !== undefined && isEmpty(field))
      yield {
        message: `\`${name}\` of \`${key}\` is empty. Write it behind the colon.`,
        span: field.nameSpan,
      };
  }
});

/** So many definitions make a habit. */
const FEWEST_OF_A_HABIT = 5;

/** Whether it is a habit of a file to leave out `required`, which is told of once. */
function leavesOutRequired({ definitions }: ParametersFile): boolean {
  const lacking = [...definitions.values()].filter(
    ({ fields, broken }) => broken !== true && !fields.has("required"),
  );
  return lacking.length >= FEWEST_OF_A_HABIT;
}

/** A field in a line of its own, deeper than the key. */
const FIELD_LINE = /^[ \t]+((in|type|required|min_version|max_version): *[\w.]+)[ \t]*$/gm;

/** Fields that are indented as far as the description above them, and so are a part of its text; by their names. */
function swallowedFields(fields: ReadonlyMap<string, Field>): Map<string, Swallowed> {
  const found = new Map<string, Swallowed>();
  const description = fields.get("description");
  if (description === undefined || !FIELD_NAME.test(description.text)) return found;
  const { file, start, end } = description.valueSpan;
  for (const match of file.text.slice(start, end).matchAll(FIELD_LINE)) {
    const [whole, written, name] = match as unknown as [string, string, string];
    if (fields.has(name)) continue;
    const at = start + match.index + whole.indexOf(written);
    found.set(name, { written, span: span(file, at, at + written.length) });
  }
  return found;
}

/** A field as it stands in the text of a description. */
interface Swallowed {
  readonly written: string;
  readonly span: Span;
}

/** Lines that are indented too far are one mistake, however many there are. */
function ofSwallowed(all: readonly Swallowed[]): Draft {
  const [first, ...others] = all as [Swallowed, ...Swallowed[]];
  const names = all.map(({ written }) => written);
  const [are, them] = others.length === 0 ? ["is", "it"] : ["are", "them"];
  const they = others.length === 0 ? "it is" : "they are";
  return {
    message: `${enumeratedNames(names)} ${are} indented so far that ${they} a part of the description. Indent ${them} as the field above.`,
    span: first.span,
    ...(others.length === 0
      ? {}
      : { names, related: others.map((one) => ({ span: one.span, message: "a part of it, too" })) }),
  };
}

const FIELD_NAME = /^(?:in|type|required|min_version|max_version):/m;

const REQUIRED_FIELDS = ["in", "type", "required", "description"];

/** `required:` with nothing behind it is a finding of `definition-required-invalid`. */
function isEmpty({ name, text, value }: Field): boolean {
  if (name === "required") return false;
  return value === null ? text === "" : typeof value === "string" && value.trim() === "";
}
