import { faultIn } from "./fault.mjs";
import { isRst } from "./tree.mjs";

/**
 * Slips in single lines, each made wherever a line has the form that it spoils.
 *
 * @type {readonly import("./fault.mjs").Kind[]}
 */
export const slipKinds = [
  // Rows and codes
  row("row without its dash", (_, indent, name, key) => `${indent}${name}: ${key}`),
  row("row without the space behind its dash", (_, indent, name, key) => `${indent}-${name}: ${key}`),
  row("row without the space behind its colon", (_, indent, name, key) => `${indent}- ${name}:${key}`),
  row("row without its key", (_, indent, name) => `${indent}- ${name}:`),
  row("row without its name", (_, indent, _name, key) => `${indent}- : ${key}`),
  row("row of two keys", (line) => `${line} ${"also"}`),
  row("row with an equals sign", (_, indent, name, key) => `${indent}- ${name} = ${key}`),
  row("row at the margin", (_, _indent, name, key) => `- ${name}: ${key}`),
  row("row indented by a tab", (_, _indent, name, key) => `\t- ${name}: ${key}`),
  row("row with a no-break space", (_, indent, name, key) => `${indent}-\u00a0${name}: ${key}`),
  row("row with another bullet", (_, indent, name, key) => `${indent}* ${name}: ${key}`),
  code("status code with letters", (_, indent, number) => `${indent}- ${number.replaceAll("0", "O")}`, /0/),
  code("status code of two digits", (_, indent, number) => `${indent}- ${number.slice(0, 2)}`),
  code("status code of four digits", (_, indent, number) => `${indent}- ${number}0`),
  code("status code without its dash", (_, indent, number) => `${indent}${number}`),
  code("status code with the colon of a reason", (_, indent, number) => `${indent}- ${number}:`),

  // Directives
  directive("directive without its space", /\w+/, ({ name, argument }) => `..${name}:: ${argument}`),
  directive("directive with one dot", /\w+/, ({ name, argument }) => `. ${name}:: ${argument}`),
  directive(
    "directive without its argument",
    /^(rest|literalinclude|include|code-block)/,
    ({ name }) => `.. ${name}::`,
  ),
  directive(
    "status codes without a file",
    /^rest_status/,
    ({ name, argument }) => `.. ${name}:: ${argument.split(" ")[0]}`,
  ),
  directive(
    "status codes without a kind",
    /^rest_status/,
    ({ name, argument }) => `.. ${name}:: ${argument.split(" ").at(-1)}`,
  ),
  directive(
    "status codes with kind and file swapped",
    /^rest_status/,
    ({ name, argument }) => `.. ${name}:: ${argument.split(/\s+/).reverse().join(" ")}`,
  ),
  method("verb in small letters", ([verb, url]) => `${verb.toLowerCase()} ${url}`),
  method("verb missing", ([, url]) => url),
  method("verb and URL without a space", ([verb, url]) => `${verb}${url}`),
  method("brace of a URL not closed", ([verb, url]) =>
    url.includes("}") ? `${verb} ${url.replace("}", "")}` : undefined,
  ),
  method("brace of a URL not opened", ([verb, url]) =>
    url.includes("{") ? `${verb} ${url.replace("{", "")}` : undefined,
  ),
  method("empty braces", ([verb, url]) =>
    /\{\w+\}/.test(url) ? `${verb} ${url.replace(/\{\w+\}/, "{}")}` : undefined,
  ),
  method("two slashes", ([verb, url]) => `${verb} ${url.replace(/(?!^)\//, "//")}`, /.\//),
  method("full stop behind a URL", ([verb, url]) => `${verb} ${url}.`),
  method("space in a URL", ([verb, url]) => `${verb} ${url.replace(/(?!^)\//, " /")}`, /.\//),
  lines(
    "option misspelt",
    isRst,
    /^( +):(language|caption|maxdepth):(.*)$/,
    ([, indent, name, value]) => `${indent}:${name.slice(0, 3)}${name.slice(4)}:${value}`,
  ),
  lines(
    "option without its colon",
    isRst,
    /^( +):(language|caption|maxdepth):(.*)$/,
    ([, indent, name, value]) => `${indent}${name}:${value}`,
  ),

  // Text
  lines(
    "literal not closed",
    isRst,
    /^(?=[A-Z])([^`\n]*``[^`\n]+)``([^`\n]*)$/,
    ([, before, after], file, line) => (endsWithoutMarkup(file, line) ? `${before}${after}` : undefined),
  ),
  lines(
    "emphasis not closed",
    isRst,
    /^(\w[^*`\n]*\s\*\*\w[^*`\n]*)\*\*([^*`\n]*)$/,
    ([, before, after], file, line) => (endsWithoutMarkup(file, line) ? `${before}${after}` : undefined),
  ),
  lines(
    "reference without its label",
    isRst,
    /^([^:`\n]*):ref:`([^`<\n]+)`(.*)$/,
    ([, before, , after]) => `${before}:ref:\`nowhere-to-be-found\`${after}`,
  ),
  lines(
    "role misspelt",
    isRst,
    /^([^:`\n]*):(ref|doc):`(.*)$/,
    ([, before, name, after]) => `${before}:${name}f:\`${after}`,
  ),
  lines("link target without its colon", isRst, /^(\.\. _[\w .-]+):$/, ([, start]) => start),
  lines(
    "list item without the space behind its bullet",
    isRst,
    /^(- )(\w[^:]*)$/,
    ([, , text], file, line) => (/^- /.test(file.lineText(line - 1)) ? `-${text}` : undefined),
  ),
  title(
    "mixed underline",
    (text, character) => character.repeat(text.length - 2) + (character === "+" ? "::" : "++"),
  ),
  title(
    "blank line between title and underline",
    (text, character) => `\n${character.repeat(text.length)}`,
    1,
  ),
  lines("underline indented", isRst, /^([=~^-])\1{5,}$/, ([whole], file, line) =>
    /^\w/.test(file.lineText(line - 1)) && !/^([=~^-])\1+$/.test(file.lineText(line - 2))
      ? ` ${whole}`
      : undefined,
  ),
  overline("overline shorter than the underline", (line) => line.slice(0, -2)),
  overline("overline of another character", (line) => (line[0] === "#" ? "%" : "#").repeat(line.length)),
  overline("overline below no underline", undefined),

  // Left behind
  conflict("merge conflict in RST", isRst),
  conflict("merge conflict in parameters.yaml", isParameters),
  conflict("merge conflict in status.yaml", isStatus),
  conflict("merge conflict in a sample", ({ path }) => path.endsWith(".json")),

  // YAML
  field("space behind the colon missing", (_, indent, name, value) => `${indent}${name}:${value}`),
  field("colon missing", (_, indent, name, value) => `${indent}${name} ${value}`),
  field("value missing", (_, indent, name) => `${indent}${name}:`),
  field("field at the margin", (_, _indent, name, value) => `${name}: ${value}`),
  field("field twice", (line) => `${line}\n${line}`),
  field("field as an item", (_, indent, name, value) => `${indent}- ${name}: ${value}`),
  field("value with a colon", (_, indent, name, value) => `${indent}${name}: ${value}: ${value}`),
  field("value with a comma", (_, indent, name, value) => `${indent}${name}: ${value},`),
  field("undefined alias", (_, indent, name, value) => `${indent}${name}: *${value}`),
  field(
    "value in one kind of quotes and another",
    (_, indent, name, value) => `${indent}${name}: "${value}'`,
  ),
  field("equals sign for the colon", (_, indent, name, value) => `${indent}${name} = ${value}`),
  lines(
    "minimum above the maximum",
    isParameters,
    /^( +)min_version: *['"]?(\d+)\.(\d+)['"]?$/,
    ([, indent, major, minor]) =>
      `${indent}min_version: ${major}.${minor}\n${indent}max_version: ${major}.${Number(minor) - 1}`,
    1,
  ),
  lines("line of a description at the margin", isParameters, /^ {4,}([A-Za-z][\w ,.]+)$/, ([, text]) => text),
  lines("description without a text", isParameters, /^( +)description: \|$/, ([, indent], file, line) => {
    const next = [1, 2].map((step) => file.lineText(line + step));
    return /^ +\S/.test(next[0]) && /^ {0,2}\w+:/.test(next[1]) ? [`${indent}description: |`, 2] : undefined;
  }),
  lines("key without its colon", isParameters, /^([A-Za-z][\w-]*):$/, ([, key]) => key),
  lines("key with a space before it", isParameters, /^([A-Za-z][\w-]*):$/, ([, key]) => ` ${key}:`),
  lines(
    "status key with letters",
    isStatus,
    /^( *)(\d0\d):$/,
    ([, indent, number]) => `${indent}${number.replaceAll("0", "O")}:`,
  ),
  lines(
    "status key twice",
    isStatus,
    /^( *)(\d{3}):$/,
    ([whole, indent]) => `${whole}\n${indent} default: |\n${indent}  Again.\n${whole}`,
    2,
  ),
  lines(
    "default reason misspelt",
    isStatus,
    /^( +)default: *([|>].*)?$/,
    ([, indent, rest]) => `${indent}defualt: ${rest ?? ""}`,
  ),
  lines("reason without its colon", isStatus, /^( +)(\w+): *\|$/, ([, indent, name]) => `${indent}${name} |`),
  lines(
    "status key with a text",
    isStatus,
    /^( *)(\d{3}):$/,
    ([, indent, number]) => `${indent}${number}: Fine.`,
  ),
];

function isParameters({ path }) {
  return /param\w*\.ya?ml$/.test(path);
}

function isStatus({ path }) {
  return /(status|codes?)[\w-]*\.ya?ml$/.test(path);
}

/** A kind that rewrites a line of a form; `rewrite` gives the new text, or that and how many lines it takes the place of. */
function lines(name, fits, form, rewrite, reach = 0) {
  return {
    name,
    *draw(tree, random) {
      const files = random.shuffled(
        [...tree.apiRef.files.values()].filter((file) => fits(file) && file.text !== ""),
      );
      for (let round = 0; round < 200; round++) {
        const file = files[round % files.length];
        if (file === undefined) return;
        const found = [...file.text.matchAll(new RegExp(form.source, `${form.flags}gm`))];
        if (found.length === 0) {
          yield undefined;
          continue;
        }
        const match = random.one(found);
        const line = file.positionAt(match.index).line;
        const given = rewrite(match, file, line);
        if (given === undefined || given === match[0]) {
          yield undefined;
          continue;
        }
        const [text, count] = Array.isArray(given) ? given : [given, 1];
        const end =
          count === 1 ? match.index + match[0].length : file.offsetAt({ line: line + count, column: 1 }) - 1;
        const places = Array.from({ length: reach + 1 }, (_, index) => line + index);
        yield faultIn(file, [{ start: match.index, end, text }], text.split("\n")[0].trim(), places);
      }
    },
  };
}

/** Whether the lines that follow in a paragraph hold nothing that could close what an earlier line opens. */
function endsWithoutMarkup(file, line) {
  for (let at = line + 1; file.lineText(at).trim() !== ""; at++)
    if (/[`*]/.test(file.lineText(at))) return false;
  return true;
}

/** Rows with a neighbour: alone in its list, a row may stand anywhere. */
function row(name, rewrite) {
  return lines(name, isRst, /^( +)- ([\w.-]+): ([\w.-]+)$/, ([line, indent, before, key], file, at) =>
    /^\d{3}$/.test(before) ||
    !isBelow(file, at, "rest_parameters") ||
    ![-1, 1].some((step) => /^ +- \w/.test(file.lineText(at + step)))
      ? undefined
      : rewrite(line, indent, before, key),
  );
}

function code(name, rewrite, form = /./) {
  return lines(name, isRst, /^( +)- (\d{3})$/, ([line, indent, number], file, at) =>
    isBelow(file, at, "rest_status_code") && form.test(number) ? rewrite(line, indent, number) : undefined,
  );
}

/** Whether the nearest line above that is no row and not blank is a directive. */
function isBelow(file, line, name) {
  let at = line - 1;
  while (at > 1 && /^\s*(-.*)?$/.test(file.lineText(at))) at--;
  return file.lineText(at).startsWith(`.. ${name}::`);
}

function directive(name, names, rewrite) {
  return {
    name,
    *draw(tree, random) {
      for (const one of random.shuffled(tree.directives)) {
        if (!names.test(one.name) || one.argument === "") continue;
        const text = rewrite(one);
        if (text.replace(/\s+/g, " ") === one.file.text.slice(one.start, one.end).replace(/\s+/g, " "))
          continue;
        yield faultIn(one.file, [{ start: one.start, end: one.end, text }], text);
      }
    },
  };
}

/** A `rest_method` with a verb and a URL, written otherwise; undefined where it does not fit. */
function method(name, rewrite, form = /./) {
  return directive(name, /^rest_method$/, ({ name: directiveName, argument }) => {
    const parts = argument.split(/\s+/);
    const fresh = parts.length === 2 && form.test(parts[1]) ? rewrite(parts) : undefined;
    return `.. ${directiveName}:: ${fresh ?? argument}`;
  });
}

function title(name, rewrite, reach = 0) {
  return lines(
    name,
    isRst,
    /^(\w.{4,})\n([=~^-])\2+$/,
    ([whole, text, character], file, line) => {
      if (/^([=~^-])\1+$/.test(file.lineText(line - 1)) || whole.split("\n")[1].length < text.length)
        return undefined;
      return [`${text}\n${rewrite(text, character)}`, 2];
    },
    Math.max(1, reach),
  );
}

function overline(name, rewrite) {
  return lines(
    name,
    isRst,
    /^([=~^*#-])\1{3,}\n ?\w.*\n\1{4,}$/,
    ([whole]) => {
      const [over, text, under] = whole.split("\n");
      return rewrite === undefined ? [`${over}\n${text}\n`, 3] : [`${rewrite(over)}\n${text}\n${under}`, 3];
    },
    2,
  );
}

function conflict(name, fits) {
  return lines(
    name,
    fits,
    /^ *\S.*$/,
    ([whole]) => `<<<<<<< HEAD\n${whole}\n=======\n${whole}\n>>>>>>> theirs`,
    4,
  );
}

function field(name, rewrite) {
  return lines(name, isParameters, /^( +)(in|type|required): (\w+)$/, ([line, indent, before, value]) =>
    rewrite(line, indent, before, value),
  );
}
