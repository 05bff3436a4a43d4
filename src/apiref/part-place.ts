import type { SamplePlace } from "./literalinclude.ts";
import type { Side } from "./model.ts";
import { COMMAND_LANGUAGES } from "./sample-blocks.ts";
import { sideIn, sideOf, sideOfFileName } from "./sides.ts";
import { versionRangeIn } from "./versions.ts";

/** What stands above a block: the titles of the sections below the operation, and the label of a part that is no section. */
export interface Where {
  readonly titles: readonly string[];
  readonly label: string | undefined;
  /** Whether what stands right above is a table, codes or a sample, not text about it. */
  readonly isBelowPart: boolean;
  /** Whether what stands right above is the codes of the responses. */
  readonly isBelowCodes: boolean;
  /** The labels above the titles. */
  readonly anchors: readonly string[];
}

/** The titles above it, a label last. */
export function titlesOf({ titles, label }: Pick<Where, "titles" | "label">): readonly string[] {
  return label === undefined ? titles : [...titles, label];
}

/** What a sample is called; empty where it has no such name. */
export interface SampleNames {
  readonly title: string;
  readonly path: string;
  readonly language: string;
}

/**
 * Side, title and microversions of a sample from its title, its sections, its file name and the verb.
 *
 * @param operation with the side that was last named in it
 */
export function samplePlaceOf(
  where: Where,
  { title, path, language }: SampleNames,
  operation: { readonly title: string; readonly method: string; readonly lastSide: Side | undefined },
): SamplePlace & { asOf?: string } {
  const { titles, label } = where;
  const name = path.slice(path.lastIndexOf("/") + 1);
  const innermost = titles.at(-1) ?? "";
  const ofLabel = sideIn(label ?? "");
  const ofSections = sideOf(titles);
  const ofName = sideOfFileName(name);
  const side =
    // A request without a body cannot show one, whatever the title says.
    (WITHOUT_REQUEST_CONTENT.has(operation.method) && ofName === "response" ? ofName : undefined) ??
    // Below "Response Example", "Example for a request with …" is the answer to it.
    (ofLabel === undefined && /example|sample/i.test(innermost) ? sideIn(innermost) : undefined) ??
    // A title that section and file name contradict was copied from another sample.
    (ofSections === ofName ? ofSections : undefined) ??
    sideIn(title) ??
    // A label is in force until the next one, but the file's name knows better what is in the file.
    (ofLabel === undefined ? undefined : (ofName ?? ofLabel)) ??
    ofSections ??
    ofName ??
    // A command is the request, wherever it is shown.
    (COMMAND_LANGUAGES.has(language) ? undefined : operation.lastSide) ??
    (where.isBelowCodes ? "response" : undefined) ??
    (BODY_METHODS.has(operation.method) ? "request" : "response");
  // Below "Request Example", a title such as "Swift" tells one example from the others.
  const ofExample = titles.findLastIndex((one) => /example|sample/i.test(one));
  const sectionTitle = ofExample < 0 ? (titles.at(-1) ?? "") : titles.slice(ofExample).join(": ");
  // A block has no file's name that would tell what it is.
  const fallback = path === "" && sectionTitle === "" ? operation.title : sectionTitle;
  const asOf = /(?:^|\/)v(\d+\.\d+)\//.exec(path)?.[1];
  return {
    side,
    sectionTitles: titlesOf(where),
    title: title === "" ? fallback : title,
    ...(asOf === undefined ? {} : { asOf }),
    ...versionsOf([...titlesOf(where), title]),
  };
}

/** Methods whose requests have content of no meaning (RFC 9110, 9.3.1 and 9.3.2), so that clients send none. */
export const WITHOUT_REQUEST_CONTENT: ReadonlySet<string> = new Set(["GET", "HEAD"]);

/** Methods whose requests have content of a meaning (RFC 9110, 9.3.3, 9.3.4; RFC 5789). */
export const BODY_METHODS: ReadonlySet<string> = new Set(["POST", "PUT", "PATCH"]);

/** Whether no title says what a sample is: at most the label of the table above it is in force. */
export function isUntold({ titles }: Where, title: string): boolean {
  return title === "" && !/example|sample/i.test(titles.at(-1) ?? "");
}

/** The microversions that the innermost title names. */
export function versionsOf(titles: readonly string[]): { minVersion?: string; maxVersion?: string } {
  for (const title of titles.toReversed()) {
    const range = versionRangeIn(title);
    if (range === undefined) continue;
    return {
      ...(range.min === undefined ? {} : { minVersion: range.min }),
      ...(range.max === undefined ? {} : { maxVersion: range.max }),
    };
  }
  return {};
}
