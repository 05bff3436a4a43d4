import type { Definition, ParametersFile } from "../apiref/parameters-file.ts";
import { groupedBy } from "../text/grouped.ts";
import { remembered } from "../text/remembered.ts";

/** What tells definitions of one thing apart that are required or not, of requests or responses. */
const KIND =
  /[_-](?:optional|required|not_required|not-required|request|response|req|resp|body|in_body|\d+)$/;

/** A key without that: `colour` of `colour-optional`, `colour_request_body` and `colour_1`. */
export function stemOf({ key }: Pick<Definition, "key">): string {
  let stem = key.replace(/^(?:req|request)[_-]/, "");
  while (KIND.test(stem)) stem = stem.replace(KIND, "");
  return stem;
}

/** The definitions of a file by the stems of their keys. */
export const definitionsByStem = remembered(({ definitions }: ParametersFile) =>
  groupedBy(definitions.values(), stemOf),
);
