import { faultIn, misspelt } from "./fault.mjs";

/** Faults of parameters.yaml. @type {readonly import("./fault.mjs").Kind[]} */
export const definitionKinds = [
  ...["in", "type", "required", "description"].map((name) => ({
    name: `${name} missing`,
    *draw(tree, random) {
      for (const definition of random.shuffled(definitionsOf(tree))) {
        const field = definition.fields.get(name);
        const change = field === undefined ? undefined : linesOfField(definition, field);
        if (change === undefined) continue;
        const { file } = definition.keySpan;
        const lines = [definition.keySpan.start, change.start].map((offset) => file.positionAt(offset).line);
        yield faultIn(file, [change], `${definition.key} without ${name}`, lines);
      }
    },
  })),
  nonsense("in", ["boddy", "paht", "url", "qurey", "bdoy", "hedaer"]),
  nonsense("type", ["strng", "interger", "bolean", "text of some kind", "objcet", "arary"]),
  nonsense("required", ["ture", "maybe", "flase", "optional", "required", "2"]),
  {
    name: "min_version nonsense",
    *draw(tree, random) {
      for (const definition of random.shuffled(definitionsOf(tree))) {
        const { file } = definition.keySpan;
        const value = random.one(["new", "2,10", "2.x", "two", "v2..1", "2.1 and later"]);
        const field = definition.fields.get("min_version");
        const note = `${definition.key}: min_version ${value}`;
        if (field !== undefined) yield faultIn(file, [{ ...at(field.valueSpan), text: value }], note);
        else {
          const place = definition.fields.get("in") ?? definition.fields.get("type");
          if (place === undefined) continue;
          const { line, column } = file.positionAt(place.nameSpan.start);
          const start = file.offsetAt({ line, column: 1 });
          const text = `${" ".repeat(column - 1)}min_version: ${value}\n`;
          yield faultIn(file, [{ start, end: start, text }], note);
        }
      }
    },
  },
  {
    name: "field name misspelt",
    *draw(tree, random) {
      for (const { fields, key } of random.shuffled(definitionsOf(tree))) {
        const { name, nameSpan } = random.one([...fields.values()]);
        const written = misspelt(name, random, (word) => fields.has(word));
        if (written !== undefined)
          yield faultIn(nameSpan.file, [{ ...at(nameSpan), text: written }], `${key}: ${written}`);
      }
    },
  },
  {
    name: "definition renamed, not its rows",
    *draw(tree, random) {
      const used = new Set(tree.operations.flatMap(({ rows }) => rows.map(({ definition }) => definition)));
      for (const definition of random.shuffled(definitionsOf(tree))) {
        const { key, keySpan } = definition;
        const file = tree.apiRef.parametersFiles.get(keySpan.file.path);
        const written = misspelt(key, random, (word) => file.definitions.has(word));
        if (!used.has(definition) || written === undefined) continue;
        yield faultIn(keySpan.file, [{ ...at(keySpan), text: written }], `${key} → ${written}`);
      }
    },
  },
  {
    name: "definition twice",
    *draw(tree, random) {
      for (const { definition, start, end } of random.shuffled(entriesOf(tree))) {
        const { file } = definition.keySpan;
        const text = file.text.slice(start, end);
        const first = file.positionAt(definition.keySpan.start).line;
        const copied = first + text.split("\n").length - 1;
        if (text.endsWith("\n"))
          yield faultIn(file, [{ start: end, end, text }], `${definition.key} twice`, [first, copied]);
      }
    },
  },
  {
    name: "definitions swapped",
    *draw(tree, random) {
      const entries = entriesOf(tree);
      for (const index of random.shuffled([...entries.keys()])) {
        const [first, second] = [entries[index], entries[index + 1]];
        if (second === undefined || first.end !== second.start) continue;
        if (
          first.definition.in === second.definition.in &&
          first.definition.key.toLowerCase() === second.definition.key.toLowerCase()
        )
          continue;
        const { file } = first.definition.keySpan;
        const [one, other] = [first, second].map(({ start, end }) => file.text.slice(start, end));
        if (!one.endsWith("\n") || !other.endsWith("\n") || !inOrder(first.definition, second.definition))
          continue;
        const line = file.positionAt(first.start).line;
        const change = { start: first.start, end: second.end, text: other + one };
        yield faultIn(file, [change], `${second.definition.key} before ${first.definition.key}`, [
          line,
          line + other.split("\n").length - 1,
        ]);
      }
    },
  },
  ...brokenYaml("parameters.yaml", (tree) => tree.apiRef.parametersFiles),
  ...brokenYaml("status.yaml", (tree) => tree.apiRef.statusFiles),
];

function nonsense(name, values) {
  return {
    name: `${name} nonsense`,
    *draw(tree, random) {
      for (const definition of random.shuffled(definitionsOf(tree))) {
        const field = definition.fields.get(name);
        if (field === undefined) continue;
        const value = random.one(values);
        yield faultIn(
          definition.keySpan.file,
          [{ ...at(field.valueSpan), text: value }],
          `${definition.key}: ${name} ${value}`,
        );
      }
    },
  };
}

/** Mistakes of YAML, each in a line that is a plain `name: value` below an entry. */
function brokenYaml(what, filesOf) {
  const lines = (tree) =>
    [...filesOf(tree).values()].flatMap(({ file }) =>
      [...plainFields(file)].map((line) => ({ file, ...line })),
    );
  const kind = (name, changeOf) => ({
    name: `${what}: ${name}`,
    *draw(tree, random) {
      for (const { file, ...line } of random.shuffled(lines(tree))) {
        const change = changeOf(line, random);
        if (change !== undefined) yield faultIn(file, [change], line.text.trim());
      }
    },
  });
  return [
    kind("indentation", ({ start }, random) =>
      random.whole(2) === 0 ? { start, end: start, text: " " } : { start, end: start + 1, text: "" },
    ),
    kind("quote not closed", ({ start, text }) => {
      const value = start + /^ *[\w-]+: */.exec(text)[0].length;
      return /["']/.test(text) ? undefined : { start: value, end: value, text: '"' };
    }),
    kind("tab", ({ start, text }) => ({ start, end: start + /^ */.exec(text)[0].length, text: "\t" })),
  ];
}

/** Lines such as `  in: body` that are no text of a description. */
function* plainFields(file) {
  let block = 0;
  for (const [index, start] of file.lineStarts.entries()) {
    const text = file.lineText(index + 1);
    const indent = /^ */.exec(text)[0].length;
    if (text.trim() === "") continue;
    if (block > 0 && indent > block) continue;
    block = /: *[|>][-+]?$/.test(text) ? indent : 0;
    // The line above decides whether one more blank is a mistake: below an entry's key it is none.
    const above = file.lineText(index);
    if (block === 0 && indent > 0 && /^ +[\w-]+: +[^\s|>#{[&*!]/.test(text) && /^ +\S/.test(above))
      yield { start, text };
  }
}

/** The definitions of sound YAML that have a line for each field. */
function definitionsOf(tree) {
  return [...tree.apiRef.parametersFiles.values()].flatMap(({ definitions }) =>
    [...definitions.values()].filter(({ fields, broken, keySpan, span }) => {
      if (broken || fields.size < 2) return false;
      return [...fields.values()].every(
        ({ nameSpan, valueSpan }) =>
          nameSpan.start > keySpan.end && valueSpan.end <= span.end && /^\s*$/.test(beforeIn(nameSpan)),
      );
    }),
  );
}

function beforeIn({ file, start }) {
  return file.text.slice(file.offsetAt({ line: file.positionAt(start).line, column: 1 }), start);
}

/** The definitions with all lines up to the next one. */
function entriesOf(tree) {
  const fit = new Set(definitionsOf(tree));
  return [...tree.apiRef.parametersFiles.values()].flatMap(({ file, definitions }) => {
    const inFile = [...definitions.values()].sort((a, b) => a.keySpan.start - b.keySpan.start);
    return inFile
      .map((definition, index) => {
        const start = definition.keySpan.start;
        return { definition, start, end: inFile[index + 1]?.keySpan.start ?? file.text.length };
      })
      .filter(({ definition, start, end }) => {
        const text = file.text.slice(start, end);
        return (
          fit.has(definition) && /^\S/.test(text) && !/^#/m.test(text) && file.positionAt(start).column === 1
        );
      });
  });
}

const PLACES = ["header", "path", "query", "body"];

function inOrder(one, other) {
  const difference = PLACES.indexOf(one.in) - PLACES.indexOf(other.in);
  return difference !== 0 ? difference < 0 : one.key.toLowerCase() < other.key.toLowerCase();
}

/** The lines from a field's name up to the next field. */
function linesOfField({ fields, keySpan }, field) {
  const { file } = keySpan;
  const last = file.text.slice(field.valueSpan.start, field.valueSpan.end).trimEnd().length;
  const from = file.positionAt(field.nameSpan.start).line;
  const until = file.positionAt(field.valueSpan.start + last).line;
  const others = [...fields.values()].filter((one) => one !== field);
  if (others.length === 0) return undefined;
  return {
    start: file.offsetAt({ line: from, column: 1 }),
    end: file.offsetAt({ line: until + 1, column: 1 }),
    text: "",
  };
}

function at({ start, end }) {
  return { start, end };
}
