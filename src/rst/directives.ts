type Words<Text extends string> = Text extends `${infer Word} ${infer Others}` ? Word | Words<Others> : Text;

function words<const Text extends string>(text: Text): readonly Words<Text>[] {
  return text.split(" ") as Words<Text>[];
}

/** How the block of a directive is split. */
export interface DirectiveShape {
  /**
   * Nothing; the paragraph at `::`; the first paragraph wherever it begins; one line; or one word before the text, as
   * `versionadded` has it.
   */
  readonly argument: "none" | "paragraph" | "first paragraph" | "line" | "word";
  readonly options: boolean;
  /** Blocks of RST, with sections or without, or lines that mean something else. */
  readonly content: "sections" | "blocks" | "lines";
}

/** What docutils and Sphinx refuse to do without or with (`Directive.required_arguments`, `option_spec`, `has_content`). */
export interface DirectiveUse {
  readonly needsArgument?: true;
  readonly content: "none" | "may be" | "must be";
  readonly options: readonly OptionName[];
}

/** How a directive reads as Markdown. */
export type DirectiveReading =
  /** A quotation that begins with a word. */
  | { readonly as: "admonition"; readonly label: string }
  /** Words before the version, then what it says. */
  | { readonly as: "version"; readonly label: string }
  /** It belongs to the pages of an api-ref or of Sphinx, or says something that CommonMark has no word for. */
  | { readonly as: "nothing" }
  /** What it holds; of `only`, unless that is for another kind of output. */
  | { readonly as: "content" | "only" }
  | { readonly as: "code" | "literal" | "math" | "verses" }
  | { readonly as: "quote" | "titled quote" | "title" | "image" | "figure" }
  | { readonly as: "table" | "list-table" | "csv-table" };

/** All that is known of a directive; see `directives` for those that are. */
export interface DirectiveInfo {
  readonly shape?: DirectiveShape;
  /** Undefined where nothing is checked. */
  readonly use?: DirectiveUse;
  /** Undefined for one of which nobody knows what it would show; what is written in it stays. */
  readonly markdown?: DirectiveReading;
  /** It is a part of an operation, and stands nowhere else but by mistake. */
  readonly ofOperation?: true;
  /** It shows a sample wherever it is one of an operation. */
  readonly showsSample?: true;
  /** What it holds stands on the page as if it stood there without it. */
  readonly wraps?: true;
  /** A label above it needs no title (Sphinx, `StandardDomain.process_doc`). */
  readonly captioned?: true;
  /**
   * What stands behind the `::` of a directive that is no word of English: a line that names it and goes on like that was
   * meant to be one. `note` for notes to the reader, which are words of English.
   */
  readonly meant?: RegExp | "note";
  /** Sphinx has it no more. */
  readonly gone?: true;
}

const COMMON = words("class name");
const TABLE = [...COMMON, ...words("align width widths")];
const CODE = [...COMMON, ...words("caption dedent emphasize-lines force lineno-start linenos")];
const IMAGE = [...COMMON, ...words("align alt height loading scale target width")];
const FIGURE = [...IMAGE, ...words("figclass figname figwidth")];
const LITERALINCLUDE = [
  ...CODE,
  ...words(
    "append diff encoding end-at end-before language lineno-match lines number-lines prepend pyobject",
  ),
  ...words("start-after start-at tab-width"),
];
const INCLUDE = [
  ...COMMON,
  ...words("code encoding end-before end-line literal number-lines parser start-after start-line tab-width"),
];
const TOCTREE = [
  ...COMMON,
  ...words("caption glob hidden includehidden maxdepth numbered reversed titlesonly"),
];
const NOTE = [...COMMON, "collapsible"] as const;
const OTHERS = words("delim header header-rows max_version min_version");

/** An option that is known of some directive. */
export type OptionName =
  | (typeof TABLE)[number]
  | (typeof FIGURE)[number]
  | (typeof LITERALINCLUDE)[number]
  | (typeof INCLUDE)[number]
  | (typeof TOCTREE)[number]
  | (typeof NOTE)[number]
  | (typeof OTHERS)[number];

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
    use: { needsArgument: true, content: "may be", options: COMMON },
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
