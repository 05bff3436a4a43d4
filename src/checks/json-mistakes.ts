import { closerOf, type JsonMistake } from "../data/json-fault.ts";

/** What keeps a text from being JSON, and what to do about it: one or two sentences. */
export function jsonMistakeText(mistake: JsonMistake): string {
  switch (mistake.kind) {
    case "comment":
      return "JSON has no comments. Remove it, or say it in the text above the sample.";
    case "foreign-space":
      return `${character(mistake.character)} is not white space in JSON. Write a plain space.`;
    case "ellipsis":
      return `${quote(mistake.written)} is not JSON. Write the whole value, or leave it out.`;
    case "comma-before-closer":
      return `\`,\` before ${quote(mistake.written)}. Remove it.`;
    case "comma-twice":
      return "A second `,`. Remove it.";
    case "comma-missing":
      return `\`,\` is missing after ${quote(mistake.behind)}.`;
    case "single-quotes":
      return `${quote(mistake.written)} is in single quotes; JSON takes double quotes.`;
    case "name-unquoted":
      return `The name ${quote(mistake.written)} has no quotes. Write \`"${mistake.written.slice(0, 40)}"\`.`;
    case "name-twice":
      return `\`${mistake.written}\` stands twice in this object, first in line ${mistake.line}; most readers keep the last. ${mistake.isAlone ? "Put each into an object of its own." : "Remove or rename one."}`;
    case "object-unopened":
      return `\`{\` is missing before ${quote(mistake.written)}.`;
    case "word-unknown":
      return `${quote(mistake.written)} is not a JSON value. ${
        mistake.meant === undefined
          ? "Write a number, `true`, `false`, `null`, or a string in double quotes."
          : `Write \`${mistake.meant}\`.`
      }`;
    case "control-character":
      return `${character(mistake.character)} in a string. Write it as an escape.`;
    case "escape-unknown":
      return `\`${mistake.written}\` is not an escape in JSON. Write \`\\\\\` for a backslash.`;
    case "string-unended":
      return `The string ${quote(mistake.written)} does not end on its line. ${
        mistake.linesBelow === 0
          ? 'Close it with `"`.'
          : `Join it with the ${mistake.linesBelow === 1 ? "next line" : `next ${mistake.linesBelow} lines`}.`
      }`;
    case "bracket-missing":
      return `\`${mistake.bracket}\` is missing. Write it here.`;
    case "never-closed":
      return `\`${closerOf(mistake.opener)}\` is missing for the \`${mistake.opener}\` in line ${mistake.line}.`;
    case "inner-unclosed":
      return `\`${closerOf(mistake.opener)}\` is missing before ${quote(mistake.written)}.`;
    case "closes-nothing":
      return `Nothing is open that ${quote(mistake.written)} could close. Remove it.`;
    case "closes-other":
      return `${quote(mistake.written)} cannot close the \`${mistake.opener}\` of line ${mistake.line}; \`${closerOf(mistake.opener)}\` was expected.`;
    case "value-missing":
      return `A value is missing before ${quote(mistake.written)}.`;
    case "value-expected":
      return `${quote(mistake.written)} is not a JSON value.`;
    case "comma-behind-all":
      return "`,` after the end of the value.";
    case "comma-first": {
      const wanted = mistake.opener === "{" ? "property" : "value";
      return `\`,\` after \`${mistake.opener}\`. Write a ${wanted} or \`${closerOf(mistake.opener)}\` before it.`;
    }
    case "comma-for-value":
      return "`,` where a value was expected.";
    case "colon-unexpected":
      return "`:` was not expected here.";
    case "colon-missing":
      return `\`:\` is missing before ${quote(mistake.written)}.`;
    case "behind-all":
      return `${quote(mistake.written)} after the end of the JSON value. Show one value, or split the sample.`;
    case "comma-or-closer-expected":
      return `${quote(mistake.written)} was not expected here; \`,\` or \`${closerOf(mistake.opener)}\` was.`;
    case "name-expected":
      return `${quote(mistake.written)} where the name of a property was expected.`;
    case "name-alone":
      return `${quote(mistake.written)} is not a property: \`:\` and a value are missing.`;
    case "empty":
      return "The text is empty; a JSON value was expected.";
    case "too-deep":
      return `More than ${mistake.most} levels of arrays and objects.`;
    case "unknown":
      return "The text is not JSON.";
  }
}

/** A stretch of a text in backticks, shortened, no more than its first line. */
function quote(written: string): string {
  const start = written.slice(0, 60);
  const line = start.replace(/[\r\n][\s\S]*$/, "").replaceAll("`", "'");
  return `\`${written.length > 40 || line.length < start.length ? `${line.slice(0, 37)}…` : line}\``;
}

function character(codePoint: number): string {
  return `The character U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
}
