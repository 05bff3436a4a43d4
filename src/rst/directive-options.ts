type Words<Text extends string> = Text extends `${infer Word} ${infer Others}` ? Word | Words<Others> : Text;

function words<const Text extends string>(text: Text): readonly Words<Text>[] {
  return text.split(" ") as Words<Text>[];
}

// What each directive takes (docutils and Sphinx, `option_spec`).
export const COMMON = words("class name");
export const TABLE = [...COMMON, ...words("align width widths")];
export const CODE = [...COMMON, ...words("caption dedent emphasize-lines force lineno-start linenos")];
export const IMAGE = [...COMMON, ...words("align alt height loading scale target width")];
export const FIGURE = [...IMAGE, ...words("figclass figname figwidth")];
export const LITERALINCLUDE = [
  ...CODE,
  ...words(
    "append diff encoding end-at end-before language lineno-match lines number-lines prepend pyobject",
  ),
  ...words("start-after start-at tab-width"),
];
export const INCLUDE = [
  ...COMMON,
  ...words("code encoding end-before end-line literal number-lines parser start-after start-line tab-width"),
];
export const TOCTREE = [
  ...COMMON,
  ...words("caption glob hidden includehidden maxdepth numbered reversed titlesonly"),
];
export const NOTE = [...COMMON, "collapsible"] as const;
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
