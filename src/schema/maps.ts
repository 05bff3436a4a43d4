import type { Definition } from "../apiref/parameters-file.ts";

const UUID = /^\{?[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}\}?$/i;
const LONG_HEX = /^[0-9a-f]{24,}$/i;
const NUMBER = /^-?\d+(?:\.\d+)*$/;
const PLACEHOLDER = /^(?:<.*>|\{.*\}|\[.*\]|\$.*)$/;
const ADDRESS = /^(?:[\d.]+|[0-9a-f]*:[0-9a-f:]+)(?:\/\d+)?$/i;
/** `resources:VCPU`: what stands in capitals behind a kind is one of many. */
const CLASS_OF_KIND = /^[a-z]+:[A-Z][A-Z0-9_]+$/;

/** `VCPU`, `_NET1`: names of properties are no words in capitals. */
const CAPITALS = /^_?[A-Z][A-Z0-9_]+$/;
/** `26411a1861294160833743e45d0eaad9_switch`: an id stands in it as a word. */
const WITH_ID = /(?:^|[^0-9a-z])(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[^0-9a-z]|$)/i;
/** Names that examples give to what has none of its own. */
const MADE_UP = /^(?:foo|bar|baz|(?:key|foo|bar)[_-]?\d+|my[-_A-Z]\w*)$/;
/** `lamp.shade.colour`: names of settings have dots, and so do hosts. */
const DOTTED = /^[\w-]+(?:\.[\w-]+){2,}$/;

/** Whether a property's name can only be data: an id, a number, an address, a placeholder, a type, words with spaces. */
export function isDataName(name: string): boolean {
  return (
    UUID.test(name) ||
    LONG_HEX.test(name) ||
    NUMBER.test(name) ||
    PLACEHOLDER.test(name) ||
    ADDRESS.test(name) ||
    CLASS_OF_KIND.test(name) ||
    CAPITALS.test(name) ||
    DOTTED.test(name) ||
    WITH_ID.test(name) ||
    MADE_UP.test(name) ||
    // `OS::Lamps::Lamp` is the type of a resource.
    /[\s/@]|::/.test(name) ||
    name === ""
  );
}

const DESCRIBED_AS_MAP =
  /\bkeys?\b[\s`*"']*(?:\band\b|\/|-|:|=|&|,|\+|\bto\b)?[\s`*"']*\bvalues?\b|\b(?:dictionary|dict|maps?|mappings?) (?:of|from|between|associating|keyed|comprised of|contain(?:ing|s) (?:all|any|the))\b|\barbitrary\b|\bnames (?:of [\w -]{1,30} )?and (?:their |the )?(?:associated |corresponding )?values\b|\b(?:custom|user|vendor)(?:[- ]?defined| specific)\b|\bkeyed (?:by|on)\b|\b(?:the|each|every) keys? (?:is|are|of|in)\b|\bwhere (?:the |each )?keys?\b|\bassociative array\b/i;

/** Words for what has names that are data; in code they are the name of one property. */
const SPEAKS_OF_MAP = /\bmetadata\b|\bextra[ -_]specs?\b/i;

/** Names under which the names of properties are data by custom. */
const NAMED_AS_MAP = /^(?:.*[_:-])?(?:metadata|extra_specs|extra|labels|headers|meta)$/;

/** Types whose words say that the names inside are data, where no row is inside: `key value pairs`, `JSON`. */
const TYPED_AS_MAP = /\b(?:key[ -]value[ -]pairs?|maps?|dict(?:s|ionary|ionaries)?|json)\b/i;

/** Whether the type of a definition says that the names of properties in it are data. */
export function typedAsMap(definition: Definition | undefined): boolean {
  return TYPED_AS_MAP.test(definition?.type ?? "");
}

/** Whether a definition says of what the names of the properties in an object are: `keyed by`. */
export function describedAsKeyed(definition: Definition | undefined): boolean {
  return /\bkeyed (?:by|on)\b/i.test(definition?.description ?? "");
}

/** Whether a definition describes an object whose property names are data. */
export function describedAsMap(name: string, definition: Definition | undefined): boolean {
  if (NAMED_AS_MAP.test(name) || typedAsMap(definition)) return true;
  if (definition === undefined) return false;
  const text = withoutMembers(definition.description);
  return DESCRIBED_AS_MAP.test(text) || SPEAKS_OF_MAP.test(text.replace(/``[^`]*``/g, "``"));
}

/** The item of a list that begins with a name: what it says it says of that. `key` and `value` are those of any entry. */
const MEMBER = /^\s*[-*+] +(?:\*\*)?["'`]+(?!(?:key|value)["'`])[\w.:-]+["'`]/;

/** A description without what it says of single members. */
function withoutMembers(description: string): string {
  if (!/^\s*[-*+] /m.test(description)) return description;
  let inside: number | undefined;
  const kept = description.split("\n").filter((line) => {
    const indent = line.search(/\S/);
    if (inside !== undefined && (indent < 0 || indent > inside)) return false;
    const isMember = MEMBER.test(line);
    inside = isMember ? indent : undefined;
    return !isMember;
  });
  return kept.join("\n");
}

/** `volumes_{volume_type}`, `<key>`: a name with something to be put in. */
export function isPatternName(name: string): boolean {
  return /\{[^{}]*\}|<[^<>]*>/.test(name);
}

/** Tests names against a pattern name: `volumes_{volume_type}` takes `volumes_lvm`. */
export function patternOf(name: string): (candidate: string) => boolean {
  const [prefix = "", ...others] = name.split(/\{[^{}]*\}|<[^<>]*>/);
  const suffix = others.at(-1) ?? "";
  return (candidate) =>
    candidate.length > prefix.length + suffix.length &&
    candidate.startsWith(prefix) &&
    candidate.endsWith(suffix);
}
