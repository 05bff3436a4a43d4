import type { ApiRef, Operation, Side } from "../apiref/model.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import { createProse } from "../apiref/prose.ts";
import type { JsonType } from "../schema/types.ts";
import { literalPattern } from "../text/literal-pattern.ts";
import { once } from "../text/once.ts";
import { remembered } from "../text/remembered.ts";

/** What texts of an api-ref tell of the values of a body, as readers of the page see them. */
export interface ToldInText {
  /** Whether a description speaks of null, or of nothing in its place. */
  null(definition: Definition | undefined): boolean;
  /** Whether prose of a side of an operation says that fields of its table may be null. */
  nullOfAll(operation: Operation, side: Side): boolean;
  /** Whether prose of an operation, of its request or of both sides, says that a name may be given: `Either x or y is valid.` */
  given(operation: Operation, name: string): boolean;
  /** Whether prose of a side of an operation says that the names in the body are data: `keys are unique to each driver`. */
  anyKeys(operation: Operation, side: Side): boolean;
  /** Whether a description of any row of a name says that what is inside depends on something else. */
  anyInside(name: string): boolean;
  /** Whether a description says that the row stands for properties of other names: `a collection of any attributes`. */
  anyNames(definition: Definition | undefined): boolean;
  /** Whether prose of a side of an operation says that there is no body. */
  noBody(operation: Operation, side: Side): boolean;
  /** Whether a sentence of a description names each of several types beside a documented one: `a string or a number`. */
  eitherType(
    definition: Definition | undefined,
    types: readonly JsonType[],
    documented: readonly JsonType[],
  ): boolean;
  /** Whether a description says that no other values are valid than those that it lists. */
  noOthers(definition: Definition | undefined): boolean;
  /** Whether any source has a word. */
  somewhere(word: string): boolean;
}

const NULL = /\b(?:null|none|nil|empty|blank|unset|not set)\b/i;

/** `If a driver cannot provide a field, the field will be reported as None.` */
const NULL_OF_FIELDS =
  /\b(?:attribute|field|parameter|propert(?:y|ie)|value)s?\b[^.]*\b(?:as|be|is|are|contains?|has|have|hold)\W+(?:null|none)\b/i;

/** `No body is returned on success.` · `The response does not have a body.` */
const NO_BODY =
  /\bno (?:(?:response|request) )?(?:body|content)\b(?! of\b)|\b(?:does|do) not (?:contain|have|include|return) (?:an?|any) (?:(?:response|request) )?(?:body|content)\b/i;

/** What is said of something that may stand in a request. */
const GIVEN =
  /\b(?:parameters?|attributes?|fields?|propert(?:y|ies)|keys?|specif(?:y|ied)|pass(?:ed)?|provided?|contain|include)\b/i;

/** `the keys are unique to each driver` */
const ANY_KEYS = /\bkeys\b[^.]*\b(?:unique|specific|depend|vary|arbitrary|differ)/i;

/** `Its internal structure depends on the volume driver.` */
const ANY_INSIDE =
  /\b(?:structure|contents?|format|keys|fields|properties|attributes)\b[^.]*\b(?:depends? (?:up)?on|var(?:y|ies) (?:by|with|between|from)|(?:is|are) (?:arbitrary|(?:unique|specific) to))\b/i;

/** `The only valid value is x.` · `The sort keys are limited to: …`, and no length. */
const NO_OTHERS =
  /\bonly (?:valid|allowed|supported|accepted|possible|permitted) (?:value|option|choice|key|type)s?\b|\b(?:is|are) limited to(?!\s+(?:an?|the|\d)\b)/i;

const ANY_NAMES = /\bany (?:other |additional |custom |extra )?(?:attributes|properties|keys|fields)\b/i;

/** The words by which texts name types. */
export const WORDS_OF_TYPES: Readonly<Record<JsonType, RegExp>> = {
  string: /\bstrings?\b/i,
  array: /\b(?:array|list)s?\b/i,
  object: /\b(?:object|dict(?:ionary|ionaries)?|map)s?\b/i,
  integer: /\bint(?:eger)?s?\b/i,
  number: /\b(?:number|float)s?\b/i,
  boolean: /\bbool(?:ean)?s?\b/i,
  null: /\bnull\b/i,
};

/** Reads the texts of an api-ref, with what their substitutions stand for. */
export function toldInText(apiRef: ApiRef): ToldInText {
  const prose = once(() => createProse(apiRef));
  const textOf = (definition: Definition | undefined) => {
    const { description = "" } = definition ?? {};
    return definition !== undefined && description.includes("|")
      ? prose().definition(definition)
      : description;
  };
  const isNoted = ({ notes, document }: Operation, side: Side, pattern: RegExp) =>
    notes.some(
      (note) =>
        note.side === side && pattern.test(prose().blocks(note.blocks, document).replace(/\s+/g, " ")),
    );
  const givenBy = remembered(({ description, notes, document }: Operation) =>
    [description, ...notes.filter(({ side }) => side !== "response").map(({ blocks }) => blocks)]
      .filter((blocks) => blocks.length > 0)
      .flatMap((blocks) =>
        prose()
          .blocks(blocks, document)
          .replace(/\s+/g, " ")
          .split(/\.(?= |$)/),
      )
      .filter((sentence) => GIVEN.test(sentence)),
  );
  const inside = once(
    () =>
      new Set(
        apiRef.documents.flatMap(({ operations }) =>
          operations.flatMap(({ rows }) =>
            rows.flatMap(({ name, definition }) => (ANY_INSIDE.test(textOf(definition)) ? [name] : [])),
          ),
        ),
      ),
  );
  return {
    null: (definition) => NULL.test(textOf(definition)),
    noOthers: (definition) => NO_OTHERS.test(textOf(definition).replace(/\s+/g, " ")),
    nullOfAll: (operation, side) => isNoted(operation, side, NULL_OF_FIELDS),
    given: (operation, name) => {
      const literal = new RegExp(`[\`*]${literalPattern(name)}[\`*]`);
      return givenBy(operation).some((sentence) => literal.test(sentence));
    },
    anyKeys: (operation, side) => isNoted(operation, side, ANY_KEYS),
    anyInside: (name) => inside().has(name),
    anyNames: (definition) => ANY_NAMES.test(textOf(definition).replace(/\s+/g, " ")),
    noBody: (operation, side) => isNoted(operation, side, NO_BODY),
    eitherType: (definition, types, documented) =>
      textOf(definition)
        .replace(/\s+/g, " ")
        .split(/\.(?= |$)/)
        .some((sentence) => names(sentence, types, documented)),
    somewhere: (word) => {
      const pattern = new RegExp(`(?<![\\w-])${literalPattern(word)}(?![\\w-])`);
      return [...apiRef.files.values()].some(({ text }) => pattern.test(text));
    },
  };
}

function names(sentence: string, types: readonly JsonType[], documented: readonly JsonType[]): boolean {
  if (!/\bor\b/i.test(sentence)) return false;
  // `a number of widgets` is no type
  const plain = sentence.replace(/\bnumbers? of\b/gi, "");
  const isNamed = (type: JsonType) =>
    WORDS_OF_TYPES[type].test(plain) || (type === "integer" && WORDS_OF_TYPES.number.test(plain));
  return types.every(isNamed) && documented.some((type) => type !== "null" && isNamed(type));
}
