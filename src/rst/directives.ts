import type { DirectiveInfo, DirectiveShape } from "./directive-info.ts";
import {
  CODE,
  COMMON,
  FIGURE,
  IMAGE,
  INCLUDE,
  LITERALINCLUDE,
  NOTE,
  TABLE,
  TOCTREE,
} from "./directive-options.ts";

const BLOCKS: DirectiveShape = { argument: "none", options: true, content: "blocks" };
const TITLED_BLOCKS: DirectiveShape = { argument: "paragraph", options: true, content: "blocks" };
const SECTIONS: DirectiveShape = { argument: "paragraph", options: true, content: "sections" };
const LINES: DirectiveShape = { argument: "none", options: true, content: "lines" };
const TEXT: DirectiveShape = { argument: "none", options: false, content: "lines" };
const LINE_AND_LINES: DirectiveShape = { argument: "line", options: true, content: "lines" };

/** The shape of every other directive, those that are not known among them. */
export const OTHER_SHAPE: DirectiveShape = { argument: "paragraph", options: true, content: "lines" };

const NOTHING: DirectiveInfo = { markdown: { as: "nothing" } };
const CONTENT: DirectiveInfo = { shape: BLOCKS, markdown: { as: "content" } };
const WRAPPER: DirectiveInfo = { shape: TITLED_BLOCKS, markdown: { as: "content" } };
const QUOTE: DirectiveInfo = { shape: BLOCKS, markdown: { as: "quote" } };
const TITLED_QUOTE: DirectiveInfo = { shape: TITLED_BLOCKS, markdown: { as: "titled quote" } };
const TITLE: DirectiveInfo = { markdown: { as: "title" } };
const UNSEEN: DirectiveInfo = {};

function note(label: string, meant: { readonly meant?: "note" } = { meant: "note" }): DirectiveInfo {
  return {
    shape: BLOCKS,
    use: { content: "must be", options: NOTE },
    markdown: { as: "admonition", label },
    ...meant,
  };
}

function version(label: string, meant: { readonly meant?: RegExp } = {}): DirectiveInfo {
  return {
    shape: { argument: "word", options: false, content: "blocks" },
    use: { needsArgument: true, ofVersion: true, content: "may be", options: COMMON },
    markdown: { as: "version", label },
    ...meant,
  };
}

/** Whether what stands behind it is a version: `2.11`, `v2.11 …`. */
const VERSION = { meant: /^v?\d+\.\d+/ };

const code: DirectiveInfo = { shape: LINE_AND_LINES, markdown: { as: "code" }, showsSample: true };
const usedCode: DirectiveInfo = { ...code, use: { content: "may be", options: CODE } };

/**
 * Every directive that os-api-ref, docutils (`parsers/rst/languages/en.py`) and Sphinx know, in small letters, those that
 * are most likely meant first: of two names as near to a misspelt one, the first is suggested.
 */
const catalogue = {
  // os-api-ref (`setup`). It takes the method line, and the fields below it, for content; nothing else stands in it.
  rest_method: {
    shape: { argument: "first paragraph", options: false, content: "lines" },
    markdown: { as: "nothing" },
    ofOperation: true,
    meant: /^[A-Za-z]+\s+\S*\/\S*$/,
  },
  rest_parameters: {
    shape: LINE_AND_LINES,
    use: { content: "may be", options: TABLE },
    markdown: { as: "nothing" },
    ofOperation: true,
    meant: /^\S+\.ya?ml$/,
  },
  rest_status_code: {
    shape: LINE_AND_LINES,
    use: { content: "may be", options: TABLE },
    markdown: { as: "nothing" },
    ofOperation: true,
    meant: /^(?:success|error)\b/,
  },
  rest_expand_all: { markdown: { as: "nothing" }, meant: /^$/ },

  // Those that api-refs are made of, most used first.
  include: {
    use: { content: "none", options: INCLUDE },
    markdown: { as: "nothing" },
    meant: /^\S+\.(?:inc|rst|txt)$/,
  },
  literalinclude: {
    use: { content: "none", options: LITERALINCLUDE },
    markdown: { as: "nothing" },
    ofOperation: true,
    showsSample: true,
    meant: /^\S*[./]\S*$/,
  },
  note: note("Note"),
  warning: note("Warning"),
  important: note("Important"),
  versionadded: version("New in version", VERSION),
  versionchanged: version("Changed in version", VERSION),
  versionremoved: version("Removed in version"),
  deprecated: version("Deprecated since version"),
  toctree: {
    shape: LINES,
    use: { content: "may be", options: TOCTREE },
    markdown: { as: "nothing" },
    captioned: true,
    meant: /^$/,
  },
  "code-block": { ...usedCode, meant: /^\w*$/ },
  code,

  // docutils
  admonition: TITLED_QUOTE,
  attention: note("Attention"),
  caution: note("Caution"),
  class: WRAPPER,
  compound: CONTENT,
  container: { ...WRAPPER, wraps: true },
  contents: NOTHING,
  "csv-table": { markdown: { as: "csv-table" }, captioned: true },
  danger: note("Danger"),
  date: NOTHING,
  "default-role": NOTHING,
  epigraph: QUOTE,
  error: note("Error", {}),
  figure: {
    shape: TITLED_BLOCKS,
    use: { needsArgument: true, content: "may be", options: FIGURE },
    markdown: { as: "figure" },
    captioned: true,
  },
  footer: CONTENT,
  header: CONTENT,
  highlights: QUOTE,
  hint: note("Hint"),
  image: {
    use: { needsArgument: true, content: "none", options: IMAGE },
    markdown: { as: "image" },
  },
  "line-block": { shape: TEXT, markdown: { as: "verses" } },
  "list-table": { shape: TITLED_BLOCKS, markdown: { as: "list-table" }, captioned: true },
  math: { shape: LINES, markdown: { as: "math" } },
  meta: NOTHING,
  "parsed-literal": { shape: LINES, markdown: { as: "literal" } },
  "pull-quote": QUOTE,
  raw: NOTHING,
  replace: { shape: TEXT, markdown: { as: "nothing" } },
  "restructuredtext-test-directive": UNSEEN,
  role: NOTHING,
  rubric: TITLE,
  "section-numbering": NOTHING,
  sectnum: NOTHING,
  sidebar: TITLED_QUOTE,
  sourcecode: usedCode,
  table: { shape: TITLED_BLOCKS, markdown: { as: "table" }, captioned: true },
  "target-notes": NOTHING,
  tip: note("Tip"),
  title: NOTHING,
  topic: TITLED_QUOTE,
  unicode: NOTHING,

  // Sphinx (`directives/`), the domain `std` and those of the default domain `py`
  acks: CONTENT,
  centered: TITLE,
  codeauthor: NOTHING,
  cssclass: WRAPPER,
  "default-domain": UNSEEN,
  describe: UNSEEN,
  highlight: NOTHING,
  hlist: CONTENT,
  index: NOTHING,
  moduleauthor: NOTHING,
  object: UNSEEN,
  only: { shape: SECTIONS, markdown: { as: "only" }, wraps: true },
  "rst-class": { ...WRAPPER, wraps: true },
  sectionauthor: NOTHING,
  seealso: {
    shape: BLOCKS,
    use: { content: "must be", options: COMMON },
    markdown: { as: "admonition", label: "See also" },
    meant: "note",
  },
  tabularcolumns: NOTHING,
  cmdoption: UNSEEN,
  confval: UNSEEN,
  envvar: UNSEEN,
  glossary: CONTENT,
  option: UNSEEN,
  productionlist: UNSEEN,
  program: UNSEEN,
  attribute: UNSEEN,
  classmethod: UNSEEN,
  currentmodule: NOTHING,
  data: UNSEEN,
  decorator: UNSEEN,
  decoratormethod: UNSEEN,
  exception: UNSEEN,
  function: UNSEEN,
  method: UNSEEN,
  module: UNSEEN,
  property: UNSEEN,
  staticmethod: UNSEEN,
  type: UNSEEN,

  // The extensions that come with Sphinx
  autoattribute: NOTHING,
  autoclass: NOTHING,
  autodata: NOTHING,
  autodecorator: NOTHING,
  autoexception: NOTHING,
  autofunction: NOTHING,
  automethod: NOTHING,
  automodule: NOTHING,
  autoproperty: NOTHING,
  autosummary: NOTHING,
  digraph: UNSEEN,
  doctest: UNSEEN,
  graph: UNSEEN,
  graphviz: UNSEEN,
  ifconfig: { shape: SECTIONS, markdown: { as: "content" } },
  "inheritance-diagram": UNSEEN,
  testcleanup: UNSEEN,
  testcode: UNSEEN,
  testoutput: UNSEEN,
  testsetup: UNSEEN,
  todo: { shape: BLOCKS, markdown: { as: "admonition", label: "Todo" } },
  todolist: UNSEEN,

  // WSME's extension (`wsmeext.sphinxext`), which describes REST controllers from their code
  autotype: NOTHING,
  "rest-controller": NOTHING,
  root: UNSEEN,
  service: UNSEEN,

  "py:currentmodule": NOTHING,
  highlightlang: { ...NOTHING, gone: true },
} as const satisfies Readonly<Record<string, DirectiveInfo>>;

/** The name of a directive that is known, in small letters. */
export type DirectiveName = keyof typeof catalogue;

/** What is known of each directive. */
export const directives: Readonly<Record<DirectiveName, DirectiveInfo>> = catalogue;

/** The names of the directives that there are, those that are most likely meant first. */
export const directiveNames: readonly DirectiveName[] = (Object.keys(directives) as DirectiveName[]).filter(
  (name) => directives[name].gone !== true,
);

/** The name under which a directive is known as it is written; docutils does not tell capitals from small letters. */
export function directiveNameOf(written: string): DirectiveName | undefined {
  const name = written.toLowerCase();
  return Object.hasOwn(directives, name) ? (name as DirectiveName) : undefined;
}

/** What is known of a directive; nothing where it is unknown. */
export function directiveInfo(name: DirectiveName | undefined): DirectiveInfo {
  return name === undefined ? UNSEEN : directives[name];
}
