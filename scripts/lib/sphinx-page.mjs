import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./run.mjs";

const SPHINX = "sphinx-build";

/** Whether Sphinx is on this machine. */
export async function hasSphinx() {
  try {
    return (await run(SPHINX, ["--version"])).status === 0;
  } catch {
    return false;
  }
}

/**
 * Renders a tree with Sphinx and os-api-ref into a fresh directory.
 *
 * @param {string} source the Sphinx source folder
 * @param {string} directory where configuration and pages are put
 * @returns {Promise<{ documents: Map<string, string[]>, warnings: string[] }>} the document trees as Sphinx prints
 * them (`pseudoxml`), by name, in lines; warnings without their places
 */
export async function renderPages(source, directory) {
  writeFileSync(
    join(directory, "conf.py"),
    'extensions = ["os_api_ref"]\nproject = "api-ref"\nroot_doc = "index"\n',
  );
  const out = join(directory, "pages");
  const args = ["-q", "-b", "pseudoxml", "-c", directory, source, out];
  const { status, stderr } = await run(SPHINX, args);
  if (status !== 0) throw new Error(`Sphinx ended with ${status}: ${stderr}`);
  const names = readdirSync(out, { recursive: true }).filter((name) => name.endsWith(".pseudoxml"));
  const read = (name) => readFileSync(join(out, name), "utf8").split("\n");
  return {
    documents: new Map(names.sort().map((name) => [name, read(name)])),
    warnings: stderr.split("\n").flatMap((line) => {
      const text = line.replaceAll(source, "").replace(/^[^ ]*?:(?:\d+:)? ?(?=WARNING|ERROR|CRITICAL)/, "");
      return text.trim() === "" ? [] : [text];
    }),
  };
}

const LABEL =
  /^\**(?:(?:expected|possible)\s+)?(?:normal|success\w*|ok|error|failure|fault)?\s*(?:http\s+)?(?:(?:response|return|status|result)\s+)*codes?(?:\(s\))?\**\s*:/i;
const CODE = /(?<![\d.\w-])[1-5]\d\d(?![\w-]*\d|\.\d)/g;

/**
 * What an operation shows: the codes that its prose lists, those of its tables, and everything else, in which
 * generated ids are left out.
 *
 * @typedef {{ title: string, prose: Set<string>, listed: Set<string>, rest: string[] }} ShownOperation
 */

/**
 * Takes a page apart into its operations; what stands outside of them is the first.
 *
 * @param {readonly string[]} lines a document tree as Sphinx prints it: an element's children are indented more
 * @returns {ShownOperation[]}
 */
export function shownOperations(lines) {
  const outside = { title: "", prose: new Set(), listed: new Set(), rest: [] };
  const operations = [outside];
  for (let index = 0; index < lines.length; ) {
    const line = lines[index];
    if (/^ *<section classes="api-detail/.test(line)) {
      const end = endOfElement(lines, index);
      const title = /desc="([^"]*)"/.exec(lines[index - 1] ?? "")?.[1] ?? "";
      const operation = { title, prose: new Set(), listed: new Set(), rest: [] };
      read(lines, index, end, operation);
      operations.push(operation);
      outside.rest.push("<operation>");
      index = end;
    } else {
      outside.rest.push(withoutIds(line));
      index++;
    }
  }
  return operations;
}

/** @param {readonly string[]} lines @param {ShownOperation} operation */
function read(lines, from, until, operation) {
  let afterLabel = false;
  for (let index = from; index < until; ) {
    const line = lines[index];
    const end = endOfElement(lines, index);
    const text = lines
      .slice(index + 1, end)
      .map((one) => one.trim())
      .join(" ");
    const addTo = (codes) => {
      for (const [code] of text.matchAll(CODE)) codes.add(code);
    };
    // Neither is seen; where a target leads is in the attributes of what it stands above.
    if (/^ *<(?:comment|target)/.test(line)) index = end;
    else if (/^ *<paragraph>/.test(line) && LABEL.test(text)) {
      addTo(operation.prose);
      afterLabel = /:\**$/.test(text.trim());
      index = end;
    } else if (/^ *<paragraph>/.test(line) && isBoldLabel(text)) {
      afterLabel = true;
      index = end;
    } else if (afterLabel && /^ *<(?:bullet_list|paragraph)/.test(line)) {
      addTo(operation.prose);
      afterLabel = false;
      index = end;
    } else if (/^ *<definition_list>/.test(line) && isLabelledList(lines, index, end)) {
      addTo(operation.prose);
      index = end;
    } else if (/^ *<section /.test(line) && isCodesSection(lines, index, end)) {
      for (const one of lines.slice(index, end)) {
        const code = /<http_code code="(\d+)"/.exec(one)?.[1];
        if (code !== undefined) operation.listed.add(code);
      }
      index = end;
    } else {
      afterLabel = false;
      operation.rest.push(withoutIds(line));
      index++;
    }
  }
}

/** `**Normal response codes**` in a paragraph of its own. */
function isBoldLabel(text) {
  const said = /^<strong> (.*)$/.exec(text.trim())?.[1];
  return said !== undefined && LABEL.test(`${said}:`) && LABEL.exec(`${said}:`)[0] === `${said}:`;
}

function isLabelledList(lines, from, end) {
  const terms = lines
    .slice(from, end)
    .flatMap((line, at, all) => (/^ *<term>/.test(line) ? [all[at + 1].trim()] : []));
  return terms.length > 0 && terms.every((term) => LABEL.test(term));
}

/** A section with a title of its own that holds nothing but tables of codes. */
function isCodesSection(lines, from, end) {
  const title = lines[from + 2]?.trim() ?? "";
  if (!/codes?$/i.test(title)) return false;
  const depth = indentOf(lines[from]) + 4;
  const children = lines
    .slice(from + 1, end)
    .filter((line) => line.trim() !== "" && indentOf(line) === depth);
  return children.every((line) =>
    /^ *<title>|^ *<section ids="(?:Success|Error)">|^ *<(?:comment|target)/.test(line),
  );
}

/** Behind the last line that is indented more than an element's own. */
function endOfElement(lines, index) {
  const indent = indentOf(lines[index]);
  let end = index + 1;
  while (end < lines.length && (lines[end].trim() === "" || indentOf(lines[end]) > indent)) end++;
  return end;
}

function indentOf(line) {
  return line.length - line.trimStart().length;
}

/** Without the numbers that docutils gives to ids, and what os-api-ref makes of those and of the URL. */
function withoutIds(line) {
  if (!/^ *</.test(line)) return line;
  return line.replace(/-[0-9a-f]{40}\b/g, "").replace(/\bid\d+\b/g, "id");
}
