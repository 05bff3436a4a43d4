import { faultIn, misspelt } from "./fault.mjs";

/** Faults of the rows of `rest_parameters`. @type {readonly import("./fault.mjs").Kind[]} */
export const rowKinds = [
  {
    name: "lookup key misspelt",
    *draw(tree, random) {
      for (const { keySpan, key, definition, file } of random.shuffled(rowsOf(tree))) {
        if (definition === undefined) continue;
        const written = misspelt(key, random, (word) => file.definitions.has(word));
        if (written !== undefined)
          yield faultIn(keySpan.file, [{ ...at(keySpan), text: written }], `${key} → ${written}`);
      }
    },
  },
  {
    name: "path row renamed",
    *draw(tree, random) {
      for (const { row } of random.shuffled(pathRows(tree))) {
        const written = misspelt(row.name, random);
        if (written !== undefined)
          yield faultIn(
            row.nameSpan.file,
            [{ ...at(row.nameSpan), text: written }],
            `${row.name} → ${written}`,
          );
      }
    },
  },
  {
    name: "path row removed",
    *draw(tree, random) {
      for (const { row, variable, operation } of random.shuffled(pathRows(tree))) {
        const { file } = row.span;
        const line = file.positionAt(row.span.start).line;
        const change = wholeLine(file, line);
        if (
          operation.rows.filter(({ table }) => table === row.table).length < 2 ||
          variable.span.file !== file
        )
          yield undefined;
        else
          yield faultIn(file, [change], `row ${row.name} removed`, [
            file.positionAt(variable.span.start).line,
            line,
          ]);
      }
    },
  },
  {
    name: "row without its colon",
    *draw(tree, random) {
      for (const { nameSpan, keySpan, name, key } of random.shuffled(rowsOf(tree)))
        yield faultIn(
          nameSpan.file,
          [{ start: nameSpan.start, end: keySpan.end, text: `${name} ${key}` }],
          `- ${name} ${key}`,
        );
    },
  },
  {
    name: "row twice",
    *draw(tree, random) {
      for (const { span, name } of random.shuffled(rowsOf(tree))) {
        const line = span.file.positionAt(span.start).line;
        const { start, end } = wholeLine(span.file, line);
        const change = { start: end, end, text: span.file.text.slice(start, end) };
        yield faultIn(span.file, [change], `${name} twice`, [line, line + 1]);
      }
    },
  },
  {
    name: "row indented by one more",
    *draw(tree, random) {
      for (const { span, name, table } of random.shuffled(rowsOf(tree))) {
        // Alone in its list, a row may stand anywhere.
        const isAlone = ![-1, 1].some((step) =>
          /^ *- /.test(span.file.lineText(span.file.positionAt(span.start).line + step)),
        );
        if (isAlone) continue;
        const { start } = wholeLine(span.file, span.file.positionAt(span.start).line);
        yield faultIn(span.file, [{ start, end: start, text: " " }], `${name} of table ${table} indented`);
      }
    },
  },
];

/** Every row that stands in one line, once. */
function rowsOf(tree) {
  const seen = new Set();
  return tree.operations
    .flatMap((operation) => operation.rows)
    .filter(({ span, keySpan, nameSpan }) => {
      const id = `${span.file.path}:${span.start}`;
      const { file } = span;
      const line = file.lineText(file.positionAt(span.start).line);
      if (seen.has(id) || nameSpan.file !== keySpan.file || !/^ *- +[\w.:-]+: +[\w.-]+ *$/.test(line))
        return false;
      seen.add(id);
      return true;
    });
}

/** The rows that describe a variable of their operation's URL. */
export function pathRows(tree) {
  const rows = new Set(rowsOf(tree));
  return tree.operations.flatMap((operation) =>
    operation.rows.flatMap((row) => {
      const variable = operation.target.variables.find(({ name }) => name === row.name);
      if (variable === undefined || row.definition?.in !== "path" || row.side !== "request" || !rows.has(row))
        return [];
      const others = operation.rows.filter(({ name }) => name === row.name);
      return others.length > 1 ? [] : [{ row, variable, operation }];
    }),
  );
}

export function wholeLine(file, line) {
  const start = file.offsetAt({ line, column: 1 });
  return { start, end: file.offsetAt({ line: line + 1, column: 1 }), text: "" };
}

export function at({ start, end }) {
  return { start, end };
}
