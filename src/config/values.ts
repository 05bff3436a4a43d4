import type { YamlMapping, YamlNode } from "../data/yaml-node.ts";
import { harmlessMarkdown } from "../rst/web-target.ts";
import { didYouMean } from "../text/similar.ts";
import type { Span } from "../text/span.ts";
import { UsageError } from "../usage-error.ts";

/** Gives the value of a YAML node, or throws a `ConfigMistake` at its place. */
export type Reader<Value> = (node: YamlNode) => Value;

/** A value with the place where it stands in the configuration file. */
export interface Placed<Value> {
  readonly value: Value;
  readonly span: Span;
}

/** What is wrong at a place of the configuration file; `load.ts` adds the file's name and the line. */
export class ConfigMistake extends UsageError {
  readonly span: Span;

  constructor(span: Span, message: string) {
    super(message);
    this.span = span;
  }
}

export function fail(place: Span, message: string): never {
  throw new ConfigMistake(place, message);
}

/** Any scalar as it is written, so that a version `2.20` does not become `2.2`. */
export function text(node: YamlNode): string {
  if (node.kind !== "scalar") return fail(node.span, `A text is expected, not a ${node.kind}.`);
  if (node.text === "" || node.value === null) return fail(node.span, "A text is expected here.");
  return node.text;
}

/** A text in CommonMark that is published; what a browser would run is made text. */
export function markdown(node: YamlNode): string {
  return harmlessMarkdown(text(node));
}

export function asMapping(node: YamlNode, what: string): YamlMapping {
  if (node.kind === "mapping") return node;
  return fail(node.span, `${what} is a mapping \`key: value\`, not a ${node.kind}.`);
}

export function list<Value>(of: Reader<Value>): Reader<readonly Value[]> {
  return (node) => {
    if (node.kind === "sequence") return node.items.map(of);
    return fail(node.span, `A list is expected (\`- …\` on each line), not a ${node.kind}.`);
  };
}

export function mapping<Value>(of: Reader<Value>): Reader<Readonly<Record<string, Value>>> {
  return (node) =>
    Object.fromEntries(asMapping(node, "This").entries.map(({ key, value }) => [key.text, of(value)]));
}

/** A mapping with known keys only; the value of each is read by its reader. */
export function keys<Values extends object>(
  node: YamlNode,
  what: string,
  readers: { readonly [Key in keyof Values]: Reader<NonNullable<Values[Key]>> },
): Partial<Values> {
  const values: Partial<Values> = {};
  const seen = new Set<string>();
  for (const { key, value } of asMapping(node, what).entries) {
    if (!Object.hasOwn(readers, key.text)) {
      const hint =
        didYouMean(key.text, Object.keys(readers)) || ` Known: ${Object.keys(readers).join(", ")}.`;
      return fail(key.span, `Unknown key \`${key.text}\`.${hint}`);
    }
    if (seen.has(key.text)) return fail(key.span, `\`${key.text}\` stands here a second time. Keep one.`);
    seen.add(key.text);
    const name = key.text as keyof Values;
    values[name] = readers[name](value);
  }
  return values;
}

/** Throws where a mapping lacks one of the keys that it must have. */
export function needs(node: YamlNode, what: string, values: object, needed: readonly string[]): void {
  const missing = needed.find((key) => !Object.hasOwn(values, key));
  if (missing !== undefined) fail(node.span, `${what} needs \`${missing}\`.`);
}

export function oneOf<Value extends string>(allowed: readonly Value[]): Reader<Value> {
  return (node) => {
    const written = text(node);
    const found = allowed.find((one) => one === written);
    if (found !== undefined) return found;
    return fail(node.span, `\`${written}\` is none of ${allowed.join(", ")}.${didYouMean(written, allowed)}`);
  };
}

/** A value together with its place. */
export function placed<Value>(of: Reader<Value>): Reader<Placed<Value>> {
  return (node) => ({ value: of(node), span: node.span });
}

/** A list, or a single scalar that stands for a list of one. */
export function oneOrMore<Value>(of: Reader<Value>): Reader<readonly Value[]> {
  return (node) => (node.kind === "scalar" ? [of(node)] : list(of)(node));
}

/** A whole number, 0 or more. */
export function wholeNumber(node: YamlNode): number {
  const written = text(node);
  if (/^\d{1,9}$/.test(written)) return Number(written);
  return fail(node.span, `\`${written}\` is not a whole number.`);
}

/** An address on the web; a `javascript:` link would be run by the browser of whoever follows it. */
export function webAddress(node: YamlNode): string {
  const written = text(node);
  if (/^https?:\/\/[^\s/]/i.test(written)) return written;
  return fail(node.span, `\`${written}\` is not a web address. It begins with https:// or http://.`);
}
