import type { SourceFile } from "../text/source-file.ts";

/** What a `conf.py` calls the documentation, the name that Sphinx shows first in front: `html_title`, then `project`. */
export type ProjectNames = readonly string[];

/**
 * Reads the names as text; nothing of the file is run. What is no plain string at the margin (a call, a template) says
 * nothing here.
 */
export function projectNames({ text }: SourceFile): ProjectNames {
  return ["html_title", "project"].flatMap((name) => {
    const value = new RegExp(
      `^${name}[ \\t]*=[ \\t]*[uU]?(["'])([^"'\\\\\\n]*)\\1[ \\t]*(?:#.*)?$`,
      "m",
    ).exec(text)?.[2];
    return value === undefined || value.trim() === "" ? [] : [value.trim()];
  });
}
