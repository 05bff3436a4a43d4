import { faultIn, misspelt } from "./fault.mjs";
import { at, pathRows } from "./row-kinds.mjs";

const METHODS = ["GET", "PUT", "POST", "PATCH", "DELETE", "HEAD", "COPY", "OPTIONS", "TRACE"];

/** Faults of URLs, titles and directives. @type {readonly import("./fault.mjs").Kind[]} */
export const operationKinds = [
  {
    name: "path parameter renamed in the URL",
    *draw(tree, random) {
      for (const { variable } of random.shuffled(pathRows(tree))) {
        const written = misspelt(variable.name, random);
        const { file } = variable.span;
        const shown = file.text.slice(variable.span.start, variable.span.end);
        if (written === undefined || !shown.includes(variable.name)) yield undefined;
        else
          yield faultIn(
            file,
            [{ ...at(variable.span), text: shown.replace(variable.name, written) }],
            `${variable.name} → ${written}`,
          );
      }
    },
  },
  {
    name: "URL without its slash",
    *draw(tree, random) {
      for (const { urlSpan, url } of random.shuffled(tree.operations))
        if (url.startsWith("/"))
          yield faultIn(
            urlSpan.file,
            [{ start: urlSpan.start, end: urlSpan.start + 1, text: "" }],
            url.slice(1),
          );
    },
  },
  {
    name: "URL missing",
    *draw(tree, random) {
      for (const { urlSpan, url } of random.shuffled(tree.operations))
        if (url !== "") yield faultIn(urlSpan.file, [{ ...at(urlSpan), text: "" }], `${url} removed`);
    },
  },
  {
    name: "verb misspelt",
    *draw(tree, random) {
      for (const { methodSpan, method } of random.shuffled(tree.operations)) {
        const written = misspelt(method, random, (word) => METHODS.includes(word.toUpperCase()));
        if (written !== undefined)
          yield faultIn(methodSpan.file, [{ ...at(methodSpan), text: written }], `${method} → ${written}`);
      }
    },
  },
  {
    name: "operation twice",
    *draw(tree, random) {
      for (const { section, directive, title } of random.shuffled(tree.operations)) {
        if (section === undefined || section.depth < 2) continue;
        const { file, start, end } = section.span;
        const text = file.text.slice(start, end);
        const inside = directive.nameSpan.start - start;
        if (directive.span.file !== file || inside < 0 || inside > text.length) continue;
        if ((text.match(/rest_method/g) ?? []).length !== 1 || /\.\. include::/.test(text)) continue;
        const change = { start: end, end, text: `\n\n${text}` };
        const [first, line, last] = [start, directive.nameSpan.start, end].map(
          (offset) => file.positionAt(offset).line,
        );
        const copied = last + 2;
        yield faultIn(file, [change], `${title} twice`, [first, line, copied, copied + line - first]);
      }
    },
  },
  {
    name: "underline too short",
    *draw(tree, random) {
      const sections = tree.apiRef.documents.flatMap(({ blocks }) => [...sectionsIn(blocks)]);
      for (const { title, underline, style } of random.shuffled(sections)) {
        const { file, start, end } = underline;
        const text = title.lines[0].text.trim();
        const length = text.length - 1 - random.whole(3);
        if (style.overline || length < 1 || end - start < text.length || !/^[ -~]+$/.test(text)) continue;
        const note = `${text}: underline of ${length}`;
        yield faultIn(file, [{ start, end, text: style.character.repeat(length) }], note);
      }
    },
  },
  {
    name: "directive misspelt",
    *draw(tree, random) {
      for (const { file, name, nameAt } of random.shuffled(tree.directives)) {
        const written = misspelt(name, random);
        if (written !== undefined)
          yield faultIn(
            file,
            [{ start: nameAt, end: nameAt + name.length, text: written }],
            `${name} → ${written}`,
          );
      }
    },
  },
  {
    name: "directive with one colon",
    *draw(tree, random) {
      for (const { file, name, nameAt, argument } of random.shuffled(tree.directives)) {
        const start = nameAt + name.length;
        yield faultIn(file, [{ start, end: start + 1, text: "" }], `${name}: ${argument}`);
      }
    },
  },
  {
    name: "blank line below a directive removed",
    *draw(tree, random) {
      for (const { file, name, end, line } of random.shuffled(tree.directives)) {
        if (!["rest_parameters", "rest_status_code", "code-block"].includes(name)) continue;
        const blank = /^\r?\n[ \t]*\r?\n(?=[ \t]*\S)/.exec(file.text.slice(end));
        if (blank === null) continue;
        yield faultIn(file, [{ start: end, end: end + blank[0].length, text: "\n" }], name, [line, line + 1]);
      }
    },
  },
  {
    name: "blank line above a directive removed",
    *draw(tree, random) {
      for (const { file, name, start, line } of random.shuffled(tree.directives)) {
        // Below a title or a list nothing is wrong, or something else.
        const above = file.lineText(line - 2);
        if (file.lineText(line - 1) !== "" || !/^[A-Za-z][^:]*[a-z.]$/.test(above)) continue;
        if (!/^[A-Za-z].*[a-z.,]$|^$/.test(file.lineText(line - 3))) continue;
        yield faultIn(file, [{ start: start - 1, end: start, text: "" }], `${name} below text`, [line - 1]);
      }
    },
  },
];

function* sectionsIn(blocks) {
  for (const block of blocks) {
    if (block.kind !== "section") continue;
    yield block;
    yield* sectionsIn(block.children);
  }
}
