import { checkstyle } from "./checkstyle.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { json } from "./json.ts";
import { junit } from "./junit.ts";
import { pretty } from "./pretty.ts";
import type { Reporter } from "./report.ts";
import { sarif } from "./sarif.ts";

/** Format name → what makes its text; the only list. */
export const reporters = { pretty, json, github, gitlab, sarif, junit, checkstyle } satisfies Record<
  string,
  Reporter
>;

/** The name of a format. */
export type Format = keyof typeof reporters;

/** All formats, in the order in which they are listed. */
export const formats = Object.keys(reporters) as readonly Format[];

/** Formats that are read by what knows the repository: their paths begin at its top. */
export const formatsOfRepository: ReadonlySet<Format> = new Set(["github", "gitlab", "sarif"]);
