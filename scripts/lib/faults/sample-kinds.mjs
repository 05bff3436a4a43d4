import { locateAll } from "../../../src/data/json.ts";
import { faultIn, misspelt } from "./fault.mjs";

/** Faults of JSON samples. @type {readonly import("./fault.mjs").Kind[]} */
export const sampleKinds = [
  {
    name: "a value of another JSON type",
    *draw(tree, random) {
      for (const { file, text, name, type, value, place } of random.shuffled(documentedProperties(tree))) {
        const wanted = JSON_TYPES.get(type.toLowerCase());
        if (wanted === undefined || jsonType(value) !== wanted) yield undefined;
        else {
          const others = Object.keys(OTHER_VALUES).filter((other) => other !== wanted);
          const other = OTHER_VALUES[random.one(others)];
          const { start, end } = place.value;
          const note = `${name}: ${text.slice(start, end).slice(0, 30)} → ${other}`;
          yield faultIn(file, [{ start, end, text: other }], note);
        }
      }
    },
  },
  {
    name: "a required property removed",
    *draw(tree, random) {
      for (const { file, text, name, required, place, alone } of random.shuffled(
        documentedProperties(tree),
      )) {
        if (!required || alone) yield undefined;
        else yield faultIn(file, [withoutProperty(text, place)], `${name} removed`);
      }
    },
  },
  {
    name: "a documented property renamed",
    *draw(tree, random) {
      for (const { file, text, name, place } of random.shuffled(documentedProperties(tree))) {
        const { start, end } = place.key;
        const written = misspelt(text.slice(start + 1, end - 1), random);
        if (written === undefined) yield undefined;
        else yield faultIn(file, [{ start: start + 1, end: end - 1, text: written }], `${name} → ${written}`);
      }
    },
  },
  {
    name: "a brace removed",
    *draw(tree, random) {
      const braces = jsonSamples(tree).flatMap(({ file }) =>
        [...withoutStrings(file.text).matchAll(/[[\]{}]/g)].map(({ index }) => ({ file, index })),
      );
      for (const { file, index } of random.shuffled(braces))
        yield faultIn(file, [{ start: index, end: index + 1, text: "" }], `${file.text[index]} removed`);
    },
  },
  {
    name: "a sample's file name misspelt",
    *draw(tree, random) {
      for (const { file, name, argument, argumentAt } of random.shuffled(tree.directives)) {
        if (name !== "literalinclude") continue;
        const at = argument.lastIndexOf("/") + 1;
        const written = misspelt(argument.slice(at), random);
        const start = argumentAt + at;
        if (written === undefined) yield undefined;
        else
          yield faultIn(
            file,
            [{ start, end: argumentAt + argument.length, text: written }],
            `${argument} → ${written}`,
          );
      }
    },
  },
];

/** What documentation calls the types of JSON. */
const JSON_TYPES = new Map([
  ["string", "string"],
  ["integer", "number"],
  ["int", "number"],
  ["boolean", "boolean"],
  ["bool", "boolean"],
  ["object", "object"],
  ["dict", "object"],
  ["array", "array"],
  ["list", "array"],
]);

const OTHER_VALUES = {
  string: '"a text"',
  number: "7",
  boolean: "true",
  object: '{"a": 1}',
  array: "[1, 2]",
};

function jsonType(value) {
  return Array.isArray(value) ? "array" : value === null ? "null" : typeof value;
}

/** JSON files that are shown whole, with the operations and sides that show them. */
function jsonSamples(tree) {
  const samples = new Map();
  for (const operation of tree.operations)
    for (const { file, text, path, side } of operation.samples) {
      if (path === undefined || file === undefined || text !== file.text) continue;
      const known = samples.get(file.path);
      if (known !== undefined) known.shown.push({ operation, side });
      else {
        const value = parsed(text);
        if (value !== undefined) samples.set(file.path, { file, value, shown: [{ operation, side }] });
      }
    }
  return [...samples.values()];
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The properties of samples that a row of the same operation and side names: with the type that its definition says,
 * and whether it says that they are required.
 */
function documentedProperties(tree) {
  return jsonSamples(tree).flatMap(({ file, value, shown }) => {
    const rows = shown.flatMap(({ operation, side }) =>
      operation.rows.filter((row) => row.side === side && row.definition?.in === "body"),
    );
    const named = new Map();
    for (const row of rows) {
      const name = row.name.split(".").at(-1);
      named.set(name, [...(named.get(name) ?? []), row]);
    }
    const all = [...propertiesOf(value, "", 0)];
    const least = new Map();
    for (const { name, depth } of all) least.set(name, Math.min(depth, least.get(name) ?? depth));
    // Of a name that stands at several depths, the row means the outermost; what is further in may have none.
    const found = all.filter(({ name, depth }) => named.has(name) && least.get(name) === depth);
    const places = locateAll(
      file.text,
      found.map(({ pointer }) => pointer),
    );
    return found.flatMap(({ name, pointer, value: inside, alone }) => {
      const place = places.get(pointer);
      const about = named.get(name);
      // Where several rows have one name, which of them is meant is not this script's to say.
      const types = new Set(about.map(({ definition }) => definition.type ?? ""));
      if (place?.key === undefined || types.size !== 1) return [];
      const required = about.every(({ definition }) => definition.required);
      return [{ file, text: file.text, name, type: [...types][0], value: inside, place, required, alone }];
    });
  });
}

function* propertiesOf(value, pointer, depth) {
  if (typeof value !== "object" || value === null) return;
  const entries = Object.entries(value);
  const isArray = Array.isArray(value);
  for (const [name, inside] of entries) {
    const at = `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (!isArray) yield { name, pointer: at, value: inside, alone: entries.length === 1, depth };
    yield* propertiesOf(inside, at, isArray ? depth : depth + 1);
  }
}

/** Takes a property out with its comma. */
function withoutProperty(text, { key, value }) {
  const comma = /^\s*,\s*/.exec(text.slice(value.end));
  if (comma !== null) return { start: key.start, end: value.end + comma[0].length, text: "" };
  return { start: key.start - /,?\s*$/.exec(text.slice(0, key.start))[0].length, end: value.end, text: "" };
}

/** The text with the insides of its strings blanked. */
function withoutStrings(text) {
  return text.replace(/"(?:[^"\\\n]|\\.)*"/g, (string) => `"${" ".repeat(string.length - 2)}"`);
}
