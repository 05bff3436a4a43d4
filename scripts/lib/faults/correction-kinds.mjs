import { noticesFor } from "../../../src/apiref/notice.ts";
import { faultIn, misspelt } from "./fault.mjs";
import { at } from "./row-kinds.mjs";
import { isStatus, lines } from "./slips.mjs";
import { isRst } from "./tree.mjs";

/**
 * What people corrected by hand in their api-refs, put in again. `share` says how often a kind was corrected, among all.
 *
 * @type {readonly (import("./fault.mjs").Kind & { share: number })[]}
 */
export const correctionKinds = [
  {
    name: "path variable optional",
    share: 13,
    *draw(tree, random) {
      for (const { key, in: place, fields, description } of random.shuffled(definitionsOf(tree))) {
        const field = fields.get("required");
        if (place !== "path" || field?.text !== "true" || /optional|omit/i.test(description)) continue;
        yield faultIn(field.valueSpan.file, [{ ...at(field.valueSpan), text: "false" }], `${key}: optional`);
      }
    },
  },
  {
    name: "URL unlike its siblings",
    share: 6,
    *draw(tree, random) {
      const urls = tree.operations.map(({ url }) => url.split("?")[0]);
      for (const { url, urlSpan } of random.shuffled(tree.operations)) {
        const [path] = url.split("?");
        const change = random.one([singular, underscore, glued])(path, urls);
        if (change === undefined || !urlSpan.file.text.startsWith(url, urlSpan.start)) yield undefined;
        else
          yield faultIn(
            urlSpan.file,
            [{ start: urlSpan.start, end: urlSpan.start + path.length, text: change }],
            `${path} → ${change}`,
          );
      }
    },
  },
  {
    name: "key of another row",
    share: 6,
    *draw(tree, random) {
      for (const { rows } of random.shuffled(tree.operations))
        for (const row of random.shuffled(rows)) {
          const others = rows.filter(
            (other) => other.table === row.table && isOther(row, other) && other.name === other.key,
          );
          if (row.name !== row.key || others.length === 0) continue;
          const { key } = random.one(others);
          yield faultIn(row.keySpan.file, [{ ...at(row.keySpan), text: key }], `${row.name}: ${key}`);
          break;
        }
    },
  },
  {
    name: "header misspelt in a row",
    share: 4,
    *draw(tree, random) {
      for (const { rows } of random.shuffled(tree.operations))
        for (const { name, nameSpan, definition } of rows) {
          if (definition?.in !== "header" || usesOf(tree, definition) < 6) continue;
          const written = misspelt(name, random);
          if (written !== undefined)
            yield faultIn(nameSpan.file, [{ ...at(nameSpan), text: written }], `${name} → ${written}`);
        }
    },
  },
  {
    name: "variable of the query looked up elsewhere",
    share: 6,
    *draw(tree, random) {
      for (const { rows, target } of random.shuffled(tree.operations))
        for (const row of rows) {
          if (row.definition?.in !== "query" || !target.query.some(({ name }) => name === row.name)) continue;
          const key = [...row.file.definitions.values()].find((other) => other.in === "path")?.key;
          if (key !== undefined)
            yield faultIn(row.keySpan.file, [{ ...at(row.keySpan), text: key }], `${row.name}: ${key}`);
        }
    },
  },
  {
    name: "another word for a type",
    share: 6,
    *draw(tree, random) {
      const words = { array: "list", object: "dict" };
      for (const { key, fields } of random.shuffled(definitionsOf(tree))) {
        const field = fields.get("type");
        const word = words[field?.text];
        if (word !== undefined)
          yield faultIn(field.valueSpan.file, [{ ...at(field.valueSpan), text: word }], `${key}: ${word}`);
      }
    },
  },
  {
    name: "broken sample that nobody includes",
    share: 3,
    *draw(tree, random) {
      for (const { span } of random.shuffled(noticesFor(tree.apiRef.notices, "sample-unused"))) {
        const { file } = span;
        const end = /[^\s{[,](?=\s*\}\s*$)/.exec(file.text)?.index;
        if (end === undefined || !file.path.startsWith(tree.source)) continue;
        yield faultIn(file, [{ start: end + 1, end: end + 1, text: "," }], "a comma too many");
      }
    },
  },
  {
    name: "201 that creates nothing",
    share: 3,
    *draw(tree, random) {
      for (const { method, statuses } of random.shuffled(tree.operations)) {
        const success = statuses.find(
          ({ kind, origin }) => kind === "success" && origin.kind === "directive",
        );
        if (!/^(?:GET|DELETE)$/.test(method) || success?.origin.file?.entries.has("201") !== true) continue;
        yield faultIn(success.codeSpan.file, [{ ...at(success.codeSpan), text: "201" }], `${method}: 201`);
      }
    },
  },
  {
    name: "title of another operation",
    share: 3,
    *draw(tree, random) {
      for (const { operations } of tree.apiRef.documents)
        for (const [index, { title, titleSpan, enclosing }] of operations.entries()) {
          const other = operations[index - 1];
          const { file } = titleSpan;
          const line = file.positionAt(titleSpan.start).line;
          const underline = file.lineText(line + 1);
          if (other === undefined || other.enclosing !== enclosing || other.title === title) continue;
          if (!/^([^\w\s])\1+$/.test(underline) || random.whole(3) > 0) continue;
          const end = titleSpan.end + 1 + underline.length;
          const text = `${other.title}\n${underline[0].repeat(other.title.length)}`;
          yield faultIn(file, [{ start: titleSpan.start, end, text }], `${title} → ${other.title}`);
        }
    },
  },
  {
    name: "reason that no list names",
    share: 2,
    ...lines(
      "reason that no list names",
      isStatus,
      /^["']?[45]\d\d["']?:$/,
      ([text]) => `${text}\n  left_over: |\n    Nobody names it.`,
      1,
    ),
  },
  {
    share: 2,
    ...lines("list indented", isRst, /^([*-] \S.*)$/, ([text]) => `  ${text}`, 1),
  },
  {
    share: 2,
    ...lines(
      "word twice",
      isRst,
      /^([A-Z][a-z]+(?: [a-z]+)*? )(the|of|a|an)( [a-z ]+\.?)$/,
      ([, before, word, rest]) => `${before}${word} ${word}${rest}`,
    ),
  },
];

function definitionsOf({ apiRef }) {
  return [...apiRef.parametersFiles.values()].flatMap(({ definitions }) => [...definitions.values()]);
}

/** Whether two rows look up definitions of one place that mean two things. */
function isOther(row, other) {
  return (
    row.definition?.in !== undefined &&
    row.definition.in === other.definition?.in &&
    !row.name.includes(other.name) &&
    !other.name.includes(row.name)
  );
}

function usesOf({ operations }, definition) {
  return operations.flatMap(({ rows }) => rows).filter((row) => row.definition === definition).length;
}

/** `/widget/{id}`, where three others have the plural. */
function singular(path, urls) {
  const match = /^(.*\/[\w-]+)s(\/\{[^{}]+\})/.exec(path);
  const [whole, word, variable] = match ?? [];
  const has = (url) => url.startsWith(whole) && url !== path;
  return match !== null && urls.filter(has).length >= 3
    ? word + variable + path.slice(whole.length)
    : undefined;
}

function underscore(path, urls) {
  const match = /^(.*?\/)([a-z]+[-_][a-z_-]+)(?=\/|$)/.exec(path);
  if (match === null) return undefined;
  const [whole, before, word] = match;
  const has = (url) => (url === whole || url.startsWith(`${whole}/`)) && url !== path;
  const written = word.includes("-") ? word.replaceAll("-", "_") : word.replaceAll("_", "-");
  return urls.filter(has).length >= 3 ? before + written + path.slice(whole.length) : undefined;
}

/** `/widgets/{id}labels`. */
function glued(path) {
  return /\}\/[a-z]{3}/.test(path) ? path.replace(/\}\/([a-z]{3})/, "}$1") : undefined;
}
