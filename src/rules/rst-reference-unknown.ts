import type { Document } from "../apiref/model.ts";
import { SITE_LABELS } from "../apiref/site-navigation.ts";
import { joinPath, parentOf } from "../apiref/sources.ts";
import { type DefinedName, definedNames } from "../checks/defined-names.ts";
import { type DescribedText, describedTexts } from "../checks/described-texts.ts";
import { lacksPart } from "../checks/lost-parts.ts";
import { ROLES, type UsedName, usedNames } from "../checks/names-in-text.ts";
import { noticed } from "../checks/notices.ts";
import { defineRule } from "../checks/subject.ts";
import type { Draft } from "../findings/finding.ts";
import { remembered } from "../text/remembered.ts";
import { type Suggest, suggestions } from "../text/similar.ts";
import type { Span } from "../text/span.ts";

export const rstReferenceUnknown = defineRule({
  name: "rst-reference-unknown",
  group: "reading",
  severity: "warning",
  fixable: false,
  wholeTree: true,
  summary:
    "a reference to a label, document, target, substitution, footnote, image or role that does not exist",
  explanation: `Sphinx shows such a reference as plain text, or as an error in red. Labels and documents are looked for in the whole tree, all
other names in the document, with what it includes. A footnote that nothing refers to is reported as well.`,
  bad: {
    "index.rst": `
Widgets
=======

.. _widget-colours:

Colours
-------

See :ref:\`«widget-colour»\`, and «gadgets»_.
`,
  },
  good: {
    "index.rst": `
Widgets
=======

.. _widget-colours:

Colours
-------

See :ref:\`widget-colours\`, and gadgets_.

.. _gadgets: https://example.org/gadgets
`,
  },
  *check(subject) {
    const { apiRef } = subject;
    yield* noticed(
      subject,
      "rst-reference-unknown",
      ({ path }) => `No image \`${path}\`, relative to the document. Add it, or correct its name.`,
    );
    // What is named may be defined in a part that is not there.
    if (lacksPart(apiRef)) return;
    const names = apiRef.documents.map((document): [Document, DefinedName[]] => [
      document,
      definedNames(document.blocks),
    ]);
    const shared: SharedNames = {
      labels: new Map(
        names.flatMap(([, defined]) =>
          defined.flatMap(({ kind, name, uri, titled = false }): [string, boolean][] =>
            kind === "target" && uri === undefined && name !== "" ? [[name, titled]] : [],
          ),
        ),
      ),
      documents: new Set(apiRef.documents.map(({ name }) => name)),
      suggest: suggestions(),
    };
    for (const [document, defined] of names) {
      const used = usedNames(document.blocks);
      if (used.length > 0) yield* unknownIn(used, knownNames(defined), document, shared);
      yield* unreferredFootnotes(used, defined);
    }
    // A description is shown in any document; only what all documents share can be looked for.
    const everywhere = knownNames(names.flatMap(([, defined]) => defined));
    for (const text of describedTexts(apiRef)) {
      const { used, own } = namesOfText(text);
      const known = own.length === 0 ? everywhere : withOwn(everywhere, knownNames(own));
      if (used.length > 0) yield* unknownIn(used, known, undefined, shared);
    }
  },
});

const namesOfText = remembered(({ parsed: { blocks }, place }: DescribedText) => ({
  used: usedNames(blocks).map((used) => ({ ...used, span: place(used.span) })),
  own: definedNames(blocks),
}));

interface SharedNames {
  /** Label → whether something with a title stands below it. */
  readonly labels: ReadonlyMap<string, boolean>;
  readonly documents: ReadonlySet<string>;
  readonly suggest: Suggest;
}

/** Names that can be looked up and proposed. */
interface Known extends Iterable<string> {
  has(name: string): boolean;
}

/** What references of each kind may name. */
interface KnownNames {
  readonly targets: Known;
  readonly substitutions: Known;
  /** Those of substitutions in small letters. */
  readonly folded: Known;
  readonly footnotes: Known;
  /** How many targets have no name. */
  readonly anonymous: number;
}

function knownNames(defined: readonly DefinedName[]): KnownNames {
  const namesOf = (...kinds: DefinedName["kind"][]) =>
    new Set(defined.flatMap(({ kind, name }) => (kinds.includes(kind) ? [name] : [])));
  const substitutions = namesOf("substitution");
  return {
    targets: namesOf("target", "title", "footnote"),
    substitutions,
    folded: new Set([...substitutions].map((name) => name.toLowerCase())),
    footnotes: namesOf("footnote"),
    anonymous: defined.filter(({ kind, name }) => kind === "target" && name === "").length,
  };
}

/** The names of all documents, of which there may be thousands for each of thousands of texts, with those of a text. */
function withOwn(all: KnownNames, own: KnownNames): KnownNames {
  const either = (a: Known, b: Known): Known => ({
    has: (name) => a.has(name) || b.has(name),
    *[Symbol.iterator]() {
      yield* a;
      yield* b;
    },
  });
  return {
    targets: either(all.targets, own.targets),
    substitutions: either(all.substitutions, own.substitutions),
    folded: either(all.folded, own.folded),
    footnotes: either(all.footnotes, own.footnotes),
    anonymous: all.anonymous + own.anonymous,
  };
}

function* unknownIn(
  uses: readonly UsedName[],
  known: KnownNames,
  document: Document | undefined,
  { labels, documents, suggest }: SharedNames,
): Iterable<Draft> {
  const { targets, substitutions, folded, footnotes } = known;
  let { anonymous } = known;
  for (const { kind, name, span } of uses) {
    const unknown = (what: string, names: Iterable<string>, mend: string): Draft => ({
      message: `${what}${suggest(name, names) || ` ${mend}`}`,
      span,
    });
    if (kind === "label") {
      const titled = labels.get(name);
      if (SITE_LABELS.has(name)) continue;
      if (titled === undefined)
        yield unknown(
          `No label \`${name}\` in any document.`,
          labels.keys(),
          "Put `.. _name:` above what is meant.",
        );
      else if (!titled && isBare(span))
        yield {
          message: `No title stands below the label \`${name}\`. Write :ref:\`text <${name}>\`, or move the label above a title.`,
          span,
        };
    } else if (kind === "document") {
      const folder = name.startsWith("/") || document === undefined ? "/" : parentOf(`/${document.name}`);
      const path = joinPath(folder, name.replace(/^\/+/, "")).slice(1);
      if (document !== undefined && !documents.has(path))
        yield unknown(`No document \`${name}\`.`, documents, "Correct its name.");
    } else if (kind === "target" && !targets.has(name))
      yield unknown(
        `No target \`${name}\`, to which this refers.`,
        targets,
        "Define it with `.. _name: address`.",
      );
    else if (kind === "anonymous" && anonymous-- <= 0)
      yield { message: "This refers to the next `.. __: address`, and none is left. Write one below.", span };
    else if (
      kind === "substitution" &&
      !substitutions.has(name) &&
      !folded.has(name.toLowerCase()) &&
      !OWN_SUBSTITUTIONS.has(name)
    )
      yield unknown(`Nothing defines \`|${name}|\`.`, substitutions, "Write `.. |name| replace:: text`.");
    else if (kind === "footnote" && !/^[#*]/.test(name) && !footnotes.has(name))
      yield unknown(`No footnote \`[${name}]\`.`, footnotes, "Write `.. [name] text` below.");
    else if (kind === "role")
      yield unknown(`No role \`${name}\`: Sphinx does not show the text.`, ROLES, "Correct its name.");
  }
}

function* unreferredFootnotes(uses: readonly UsedName[], defined: readonly DefinedName[]): Iterable<Draft> {
  const referred = new Set(
    uses.flatMap(({ kind, name }) => (kind === "footnote" || kind === "target" ? [name] : [])),
  );
  for (const { kind, name, span } of defined)
    if (kind === "footnote" && !/^[#*]$/.test(name) && !referred.has(name))
      yield {
        message: `Nothing refers to the footnote \`[${name}]\`. Write \`[${name}]_\` where it belongs, or remove it.`,
        span,
      };
}

/** Substitutions that Sphinx defines itself. */
const OWN_SUBSTITUTIONS: ReadonlySet<string> = new Set([
  "version",
  "release",
  "today",
  "translation progress",
]);

/** Whether a reference is a label alone, without a text of its own: :ref:\`label\`. */
function isBare({ file, start }: Span): boolean {
  return file.text[start - 1] === "`";
}
