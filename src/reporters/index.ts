import { json } from "./json.ts";
import { pretty } from "./pretty.ts";
import type { Reporter } from "./report.ts";

/** Format name → what makes its text; the only list. */
export const reporters = { pretty, json } satisfies Record<string, Reporter>;

/** The name of a format. */
export type Format = keyof typeof reporters;

/** All formats, in the order in which they are listed. */
export const formats = Object.keys(reporters) as readonly Format[];
