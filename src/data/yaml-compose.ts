import {
  type Alias,
  Composer,
  type Document,
  type ErrorCode,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type ParsedNode,
  Parser,
  visit,
  type YAMLParseError,
} from "yaml";
import { append } from "../text/append.ts";
import type { SourceFile } from "../text/source-file.ts";
import { type Span, span } from "../text/span.ts";
import type { YamlEntry, YamlFault, YamlNode, YamlProblem, YamlReading, YamlScalar } from "./yaml-node.ts";
import { resolvePlainScalar } from "./yaml-scalar.ts";

/** Deeper nesting is refused: nobody writes it, and recursion would exhaust the stack. */
const DEEPEST = 64;
/** How many nodes the aliases of a text may stand for in all; an alias bomb stands for millions. */
const MOST_ALIASED = 10_000;

/** What the anchors of a text stand for, and how much its aliases do. */
export interface References {
  /** By name; undefined while what it stands for is still being read. */
  readonly anchors: Map<string, YamlNode | undefined>;
  /** How many nodes the aliases so far stand for. */
  aliased: number;
}

/** References for a text of its own. */
export function noReferences(): References {
  return { anchors: new Map(), aliased: 0 };
}

/**
 * Reads a stretch of a file as YAML with the `yaml` package, and resolves it as PyYAML's SafeLoader would, which
 * is how os-api-ref reads its files. Anchors are looked up in and added to the references.
 */
export function composeYaml(
  file: SourceFile,
  start: number,
  end: number,
  references: References = noReferences(),
): YamlReading {
  const problems: YamlProblem[] = [];
  const documents: Document.Parsed[] = [];
  const composer = new Composer({
    schema: "failsafe",
    version: "1.1",
    uniqueKeys: false,
    logLevel: "silent",
  });
  const parser = new Parser();
  // A carriage return alone ends a line (YAML 1.1, 4.2), which the parser does not know.
  const text = file.text.slice(start, end).replace(/\r(?!\n)/g, "\n");
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) append(documents, composer.next(token));
    if (parser.stack.length > DEEPEST) {
      const place = span(file, start + parser.offset, start + parser.offset);
      return {
        root: undefined,
        problems: [{ fault: { kind: "too-deep", most: DEEPEST }, span: place }],
      };
    }
  }
  for (const token of parser.end()) append(documents, composer.next(token));
  append(documents, composer.end());

  const lastInk = start + file.text.slice(start, end).trimEnd().length;
  const roots: YamlNode[] = [];
  for (const document of documents) {
    // One mistake leads the parser to several errors; the first is where it happened.
    const error = firstOf(document.errors);
    if (error !== undefined) {
      const [from, to] = error.message.startsWith(UNCLOSED)
        ? openingQuote(document, error.pos[0])
        : error.pos;
      // The parser misses something at the end only behind the blank lines that follow, and takes blank lines and
      // comments above a line for its beginning.
      const at = start + from;
      const idle = file.text[at - 1] === "\n" ? IDLE_LINES.exec(file.text.slice(at, lastInk))![0].length : 0;
      const first = Math.min(at + idle, lastInk);
      problems.push({
        fault: FAULTS.get(error.code) ?? { kind: "syntax", message: error.message },
        span: span(file, first, Math.max(first, Math.min(start + to, lastInk))),
      });
    }
    if (document.contents === null) continue;
    const root = convert(document.contents, file, start, references, problems);
    if (roots.length > 0) problems.push({ fault: { kind: "second-document" }, span: root.span });
    roots.push(root);
  }
  problems.sort((a, b) => a.span.start - b.span.start);
  return { root: unite(roots), problems };
}

/** One node of several: the entries of mappings one after another, else the first. */
export function unite(roots: readonly YamlNode[]): YamlNode | undefined {
  const [first] = roots;
  if (first === undefined || roots.length === 1) return first;
  const mappings = roots.filter((root) => root.kind === "mapping");
  if (mappings.length === 0) return first;
  const { file, start } = mappings[0]!.span;
  const { end } = mappings.at(-1)!.span;
  return { kind: "mapping", entries: mappings.flatMap(({ entries }) => entries), span: { file, start, end } };
}

/** The parser's errors that need another wording for readers who do not know YAML's grammar. */
const FAULTS: ReadonlyMap<string, YamlFault> = new Map<ErrorCode, YamlFault>([
  ["BLOCK_AS_IMPLICIT_KEY", { kind: "second-colon" }],
  ["TAB_AS_INDENT", { kind: "tab" }],
  ["BAD_SCALAR_START", { kind: "reserved-character" }],
  ["MULTILINE_IMPLICIT_KEY", { kind: "stray-line" }],
]);

function firstOf(errors: readonly YAMLParseError[]): YAMLParseError | undefined {
  return errors.reduce<YAMLParseError | undefined>(
    (first, error) => (first === undefined || error.pos[0] < first.pos[0] ? error : first),
    undefined,
  );
}

const IDLE_LINES = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*/;
const UNCLOSED = "Missing closing";

/** The quote that opens the text which has no closing one at an offset. */
function openingQuote(document: Document.Parsed, offset: number): [from: number, to: number] {
  let opening = offset;
  visit(document, {
    Scalar(_, { type, range }) {
      if (!type?.startsWith("QUOTE") || range == null || range[0] > offset) return;
      opening = range[0];
    },
  });
  return [opening, opening + 1];
}

/** Turns the package's nodes into ours, in the order of the text, since an anchor holds for what follows. */
function convert(
  root: ParsedNode,
  file: SourceFile,
  start: number,
  references: References,
  problems: YamlProblem[],
): YamlNode {
  const { anchors } = references;
  const sizes: Sizes = new Map();
  return node(root);

  function place(parsed: ParsedNode): Span {
    return span(file, start + parsed.range[0], start + parsed.range[1]);
  }

  function problem(fault: YamlFault, at: Span): void {
    problems.push({ fault, span: at });
  }

  function node(parsed: ParsedNode): YamlNode {
    if (isAlias(parsed)) return alias(parsed.source, place(parsed));
    const { anchor } = parsed;
    // An alias inside of what its anchor stands for finds the name, but nothing to stand for.
    if (anchor !== undefined) anchors.set(anchor, undefined);
    const converted = isScalar(parsed) ? scalar(parsed) : collection(parsed);
    if (anchor !== undefined) anchors.set(anchor, converted);
    return converted;
  }

  function collection(parsed: Exclude<ParsedNode, { source: string }>): YamlNode {
    const { tag } = parsed;
    if (tag !== undefined && !/^tag:yaml\.org,2002:(?:map|seq|omap|pairs|set)$/.test(tag))
      problem({ kind: "tag", tag }, place(parsed));
    if (isSeq(parsed)) {
      const items = parsed.items.map((item) => node(item as ParsedNode));
      return { kind: "sequence", items, span: extent(parsed, parsed.items.at(-1), items.at(-1)) };
    }
    if (!isMap(parsed)) return empty(place(parsed).start);
    const merged: YamlEntry[] = [];
    const entries: YamlEntry[] = [];
    for (const pair of parsed.items) {
      const key = node(pair.key as ParsedNode);
      const value = pair.value === null ? empty(key.span.end) : node(pair.value as ParsedNode);
      if (key.kind !== "scalar") problem({ kind: "key-of-many" }, key.span);
      else if (isMergeKey(pair.key as ParsedNode)) for (const one of mergedEntries(value)) merged.push(one);
      else entries.push({ key, value });
    }
    return {
      kind: "mapping",
      entries: merged.length === 0 ? entries : [...merged, ...entries],
      span: extent(parsed, parsed.items.at(-1)?.value, entries.at(-1)?.value),
    };
  }

  /** From the first character of a list or mapping to the end of its last value; the package goes on to what follows. */
  function extent(parsed: ParsedNode, last: unknown, converted: YamlNode | undefined): Span {
    const whole = place(parsed);
    if (converted === undefined || (isCollection(parsed) && parsed.flow === true)) return whole;
    const { end } = isAlias(last) ? place(last as Alias.Parsed) : converted.span;
    return end < whole.start ? whole : span(file, whole.start, end);
  }

  function scalar(parsed: ParsedNode & { type?: string; source?: string; value: unknown }): YamlScalar {
    const { tag } = parsed;
    const at = place(parsed);
    // The package gives strings where the schema is `failsafe`, but a `%YAML` line brings another schema.
    const text = parsed.type === "PLAIN" ? (parsed.source ?? "") : String(parsed.value);
    const plain = parsed.type === "PLAIN" ? tag !== "tag:yaml.org,2002:str" && tag !== "!" : false;
    if (tag !== undefined && tag !== "!" && !SCALAR_TAG.test(tag)) problem({ kind: "tag", tag }, at);
    const resolved = RESOLVED_TAG.test(tag ?? "") || (plain && tag === undefined);
    return {
      kind: "scalar",
      value: resolved ? resolvePlainScalar(text) : text,
      text,
      span: inked(at, parsed.type),
    };
  }

  /** A block scalar without the line ends behind its text. */
  function inked(at: Span, type: string | undefined): Span {
    if (!type?.startsWith("BLOCK")) return at;
    return span(file, at.start, at.start + file.text.slice(at.start, at.end).trimEnd().length);
  }

  function alias(name: string, at: Span): YamlNode {
    const target = anchors.get(name);
    if (target !== undefined) {
      const { nodes, depth } = size(target, sizes);
      references.aliased += nodes;
      if (references.aliased <= MOST_ALIASED && depth <= DEEPEST) return target;
      problem({ kind: "alias-too-large", name }, at);
    } else problem({ kind: anchors.has(name) ? "alias-of-itself" : "alias-unknown", name }, at);
    return { kind: "scalar", value: null, text: "", span: at };
  }

  /** The entries that `<<: *defaults` or `<<: [*a, *b]` brings in; of the list's the first has precedence. */
  function mergedEntries(value: YamlNode): YamlEntry[] {
    const mappings = value.kind === "sequence" ? value.items.toReversed() : [value];
    return mappings.flatMap((mapping) => {
      if (mapping.kind === "mapping")
        return mapping.entries.map((entry) => ({ ...entry, merged: true as const }));
      problem({ kind: "merged-text" }, value.span);
      return [];
    });
  }

  function empty(offset: number): YamlScalar {
    return { kind: "scalar", value: null, text: "", span: span(file, offset, offset) };
  }
}

const SCALAR_TAG = /^tag:yaml\.org,2002:(?:str|int|float|bool|null|timestamp|binary)$/;
const RESOLVED_TAG = /^tag:yaml\.org,2002:(?:int|bool|null)$/;

function isMergeKey(key: ParsedNode): boolean {
  return isScalar(key) && key.type === "PLAIN" && key.source === "<<";
}

type Sizes = Map<YamlNode, { readonly nodes: number; readonly depth: number }>;

/** How many nodes a node holds, itself and what aliases stand for included, and how deep they are nested. */
function size(of: YamlNode, known: Sizes): { readonly nodes: number; readonly depth: number } {
  if (of.kind === "scalar") return { nodes: 1, depth: 1 };
  let found = known.get(of);
  if (found === undefined) {
    let nodes = 1;
    let depth = 0;
    for (const child of of.kind === "sequence" ? of.items : of.entries.map(({ value }) => value)) {
      const inner = size(child, known);
      nodes += inner.nodes;
      depth = Math.max(depth, inner.depth);
    }
    found = { nodes, depth: depth + 1 };
    known.set(of, found);
  }
  return found;
}
