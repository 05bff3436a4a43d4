import type { Span } from "../text/span.ts";
import type { YamlValue } from "./yaml-scalar.ts";

/** A YAML value with its place. Aliases share the node they stand for. */
export type YamlNode = YamlScalar | YamlMapping | YamlSequence;

export interface YamlScalar {
  readonly kind: "scalar";
  readonly value: YamlValue;
  /** The text as written; of a quoted or block scalar, the text that it stands for. */
  readonly text: string;
  readonly span: Span;
}

export interface YamlMapping {
  readonly kind: "mapping";
  /** In file order, duplicates included; what `<<` brings in stands first, so that the last of a name wins. */
  readonly entries: readonly YamlEntry[];
  readonly span: Span;
}

export interface YamlEntry {
  readonly key: YamlScalar;
  readonly value: YamlNode;
  /** Brought in by a merge key (`<<`), so no duplicate of an entry that is written out. */
  readonly merged?: true;
}

export interface YamlSequence {
  readonly kind: "sequence";
  readonly items: readonly YamlNode[];
  readonly span: Span;
}

/** What is wrong with a YAML text. */
export type YamlFault =
  | { readonly kind: "no-entry" }
  | { readonly kind: "second-colon" }
  | { readonly kind: "tab" }
  | { readonly kind: "reserved-character" }
  | { readonly kind: "stray-line" }
  | { readonly kind: "second-document" }
  | { readonly kind: "key-of-many" }
  | { readonly kind: "merged-text" }
  | { readonly kind: "tag"; readonly tag: string }
  | { readonly kind: "alias-unknown"; readonly name: string }
  | { readonly kind: "alias-of-itself"; readonly name: string }
  | { readonly kind: "alias-too-large"; readonly name: string }
  | { readonly kind: "too-deep"; readonly most: number }
  /** Anything else that the parser says, in its words. */
  | { readonly kind: "syntax"; readonly message: string };

/** A mistake in a YAML text. */
export interface YamlProblem {
  readonly fault: YamlFault;
  readonly span: Span;
}

/** What a YAML text holds: as much of it as could be read. */
export interface YamlReading {
  /** Undefined where the text has no content. */
  readonly root: YamlNode | undefined;
  readonly problems: readonly YamlProblem[];
}

/** The plain JavaScript value of a node; of duplicate keys the last. */
export function yamlValue(node: YamlNode): unknown {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "sequence") return node.items.map(yamlValue);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, yamlValue(value)]));
}
