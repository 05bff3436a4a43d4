import {
  code,
  conflict,
  directive,
  endsWithoutMarkup,
  field,
  isParameters,
  isStatus,
  lines,
  method,
  overline,
  row,
  title,
} from "./slips.mjs";
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
  row("row with two colons", (_, indent, name, key) => `${indent}- ${name}:: ${key}`),
  row("row with a full-width colon", (_, indent, name, key) => `${indent}- ${name}： ${key}`),
  row("row with a remark", (line) => `${line} (optional)`),
  row("row with a comma behind it", (line) => `${line},`),
  code("status code with its phrase", (line) => `${line} Not Found`),
  code("status code with a full stop", (line) => `${line}.`),
  code("two status codes in a row", (line) => `${line}, 418`),
  code("status code with letters", (_, indent, number) => `${indent}- ${number.replaceAll("0", "O")}`, /0/),
  code("status code of two digits", (_, indent, number) => `${indent}- ${number.slice(0, 2)}`),
  code("status code of four digits", (_, indent, number) => `${indent}- ${number}0`),
  code("status code without its dash", (_, indent, number) => `${indent}${number}`),
  code("status code with the colon of a reason", (_, indent, number) => `${indent}- ${number}:`),

  // Directives
  directive("directive without its space", /\w+/, ({ name, argument }) => `..${name}:: ${argument}`),
  directive(
    "directive without the space before its argument",
    /^(rest|literalinclude|include|version)/,
    ({ name, argument }) => `.. ${name}::${argument}`,
  ),
  directive(
    "directive with a hyphen",
    /_/,
    ({ name, argument }) => `.. ${name.replace("_", "-")}:: ${argument}`,
  ),
  directive("directive with three dots", /\w+/, ({ name, argument }) => `... ${name}:: ${argument}`),
  directive(
    "file name in quotes",
    /^(literalinclude|include|rest_param)/,
    ({ name, argument }) => `.. ${name}:: "${argument}"`,
  ),
  directive(
    "file name with a backslash",
    /^(literalinclude|include)/,
    ({ name, argument }) => `.. ${name}:: ${argument.replace(/[/](?=[^/]*$)/, "\\")}`,
  ),
  directive(
    "file name without its ending",
    /^(literalinclude|include|rest_param)/,
    ({ name, argument }) => `.. ${name}:: ${argument.replace(/\.\w+$/, "")}`,
  ),
  directive(
    "file name in capitals",
    /^(literalinclude|include|rest_param)/,
    ({ name, argument }) => `.. ${name}:: ${argument.replace(/[^/]+$/, (file) => file.toUpperCase())}`,
  ),
  directive("version missing", /^version/, ({ name }) => `.. ${name}::`),
  directive(
    "language of a block misspelt",
    /^code-block$/,
    ({ name, argument }) => `.. ${name}:: ${argument.slice(0, 1)}${argument.slice(2)}`,
  ),
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
  method("URL with a host", ([verb, url]) => `${verb} http://example.org${url}`, /^[/]/),
  method("variable with a colon before it", ([verb, url]) =>
    /\{\w+\}/.test(url) ? `${verb} ${url.replace(/\{(\w+)\}/, ":$1")}` : undefined,
  ),
  method("variable in round brackets", ([verb, url]) =>
    /\{\w+\}/.test(url) ? `${verb} ${url.replace(/\{(\w+)\}/, "($1)")}` : undefined,
  ),
  method("variable between brackets of two kinds", ([verb, url]) =>
    /\{\w+\}/.test(url) ? `${verb} ${url.replace(/\{(\w+)\}/, "{$1]")}` : undefined,
  ),
  method("variable with a dollar sign", ([verb, url]) =>
    /\{\w+\}/.test(url) ? `${verb} ${url.replace(/\{(\w+)\}/, "$$$1")}` : undefined,
  ),
  method("backslash in a URL", ([verb, url]) => `${verb} ${url.replace(/(?!^)[/]/, "\\")}`, /.[/]/),
  method("URL in quotes", ([verb, url]) => `${verb} "${url}"`),
  method("comma behind a verb", ([verb, url]) => `${verb}, ${url}`),
  method("verb twice", ([verb, url]) => `${verb} ${verb} ${url}`),
  lines(
    "language of a sample misspelt",
    isRst,
    /^( +):language: (json|javascript)$/,
    ([, indent, value]) => `${indent}:language: ${value.slice(0, 1)}${value.slice(2)}`,
  ),
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
  lines(
    "link without its closing bracket",
    isRst,
    /^([^`\n]*`[^`<\n]+ <https?:[^>`\n]+)>(`__?.*)$/,
    ([, before, after]) => before + after,
  ),
  lines(
    "link without its opening bracket",
    isRst,
    /^([^`\n]*`[^`<\n]+ )<(https?:[^>`\n]+>`__?.*)$/,
    ([, before, after]) => before + after,
  ),
  lines(
    "link without its underscore",
    isRst,
    /^([^`\n]*`[^`<\n]+ <https?:[^>`\n]+>`)__?([^_\n]*)$/,
    ([, before, after]) => before + after,
  ),
  lines(
    "reference not closed",
    isRst,
    /^([^`\n]*:(?:ref|doc):`[^`\n]+)`([^`\n]*)$/,
    ([, before, after], file, line) => (endsWithoutMarkup(file, line) ? before + after : undefined),
  ),
  lines(
    "colon of codes in prose missing",
    isRst,
    /^((?:Normal|Error) response codes?):(.*)$/,
    ([, label, codes]) => label + codes,
  ),
  lines(
    "code in prose with four digits",
    isRst,
    /^((?:Normal|Error) response codes?:.*\b\d{3})\b(.*)$/,
    ([, before, after]) => `${before}1${after}`,
  ),
  lines(
    "label of codes in prose misspelt",
    isRst,
    /^(Normal|Error) response codes?:(.*)$/,
    ([, label, codes]) => `${label} repsonse codes:${codes}`,
  ),
  lines(
    "title of a part misspelt",
    isRst,
    /^(Request|Response)( \w+)?\n(-{4,}|~{4,}|={4,}|\^{4,})$/,
    ([, word, rest, line]) => [
      `${word.slice(0, 2)}${word[3]}${word[2]}${word.slice(4)}${rest ?? ""}\n${line}`,
      2,
    ],
  ),
  lines(
    "title without its underline",
    isRst,
    /^(\w.{4,})\n([=~^-])\2{5,}$/,
    ([, text], file, line) =>
      // what begins no operation and is no part of one reads like text
      /^(?:Request|Response)\b/.test(text) || file.lineText(line + 3).startsWith(".. rest_method")
        ? [text, 2]
        : undefined,
    1,
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
  field("value in typographic quotes", (_, indent, name, value) => `${indent}${name}: “${value}”`),
  field("value as a list", (_, indent, name, value) => `${indent}${name}: [${value}]`),
  field(
    "two values",
    (_, indent, name, value) => `${indent}${name}: ${value}, ${value === "body" ? "query" : "body"}`,
  ),
  field("value with a remark", (_, indent, name, value) => `${indent}${name}: ${value} (see below)`),
  field("value with a full stop", (_, indent, name, value) =>
    name === "type" ? undefined : `${indent}${name}: ${value}.`,
  ),
  field("two colons", (_, indent, name, value) => `${indent}${name}:: ${value}`),
  field("comment of another language", (_, indent, name, value) => `${indent}${name}: ${value} // for now`),
  lines(
    "truth in quotes",
    isParameters,
    /^( +)required: (true|false)$/,
    ([, indent, value]) => `${indent}required: "${value}"`,
  ),
  lines(
    "version without its minor number",
    isParameters,
    /^( +)(min|max)_version: *['"]?(\d+)\.(\d+)['"]?$/,
    ([, indent, end, major]) => `${indent}${end}_version: ${major}`,
  ),
  lines(
    "version with a comma",
    isParameters,
    /^( +)(min|max)_version: *['"]?(\d+)\.(\d+)['"]?$/,
    ([, indent, end, major, minor]) => `${indent}${end}_version: ${major},${minor}`,
  ),
  lines(
    "text with a colon out of its block",
    isParameters,
    /^( +)description: \|\n +([A-Za-z][\w ,]+\.)$/,
    ([, indent, text], file, line) =>
      /^ {0,2}\w+:/.test(file.lineText(line + 2)) ? [`${indent}description: Note: ${text}`, 2] : undefined,
  ),
  lines("definition as an item", isParameters, /^([A-Za-z][\w-]*):$/, ([, key]) => `- ${key}:`),
  lines("definition with two colons", isParameters, /^([A-Za-z][\w-]*):$/, ([, key]) => `${key}::`),
  lines("status key as an item", isStatus, /^(\d{3}):$/, ([, number]) => `- ${number}:`),
  lines(
    "status key out of range",
    isStatus,
    /^( *)(\d)(\d\d):$/,
    ([, indent, , rest]) => `${indent}9${rest}:`,
  ),
  lines("reason at the margin", isStatus, /^ +default: *([|>].*)?$/, ([, rest]) => `default: ${rest ?? ""}`),
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
