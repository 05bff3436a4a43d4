import type { ApiRef, Document } from "../apiref/model.ts";
import type { Prose } from "../apiref/prose.ts";
import type { JsonObject } from "../data/json-value.ts";
import { plainText } from "../rst/markdown.ts";
import type { Section } from "../rst/tree.ts";
import { namedVersions } from "./named-versions.ts";
import type { SpecificationOptions } from "./options.ts";
import { isOperation } from "./tags.ts";

/** The Info Object (OpenAPI 3.1, 4.8.2). */
export function infoOf(
  apiRef: ApiRef,
  introduction: string,
  options: SpecificationOptions,
  prose: Prose,
): JsonObject {
  const index = apiRef.documents.find((document) => document.name === "index");
  const described = apiRef.documents.filter((document) => document.operations.length > 0);
  const title = options.title ?? titleOf(apiRef, index, described);
  const front = index !== undefined && !described.includes(index) ? prose.front(index) : "";
  const said = [front, introduction].filter((text) => text !== "").join("\n\n");
  const description = options.description ?? withoutTitle(said, title);
  return {
    title,
    ...(description === "" ? {} : { description }),
    ...(options.contact === undefined ? {} : { contact: options.contact }),
    ...(options.license === undefined ? {} : { license: options.license }),
    version: options.version ?? options.microversion ?? versionOf(apiRef),
  };
}

/**
 * What names the service: the title of the page that a reader opens, or of the one that holds all, which says more. Where
 * that is a greeting, or names a part, Sphinx's configuration knows better; without one, the page that documents most.
 */
function titleOf(
  { projectNames }: ApiRef,
  index: Document | undefined,
  described: readonly Document[],
): string {
  const only = described.length === 1 ? described[0] : undefined;
  const first = [only, index].map(wholeTitle).filter((title) => title !== "");
  const byCount = described.toSorted((a, b) => b.operations.length - a.operations.length);
  const candidates = [
    ...first.filter((title) => !NO_NAME.test(title)),
    ...projectNames,
    ...byCount.map(wholeTitle).filter((title) => !NO_NAME.test(title)),
    ...first,
  ];
  const title = candidates.find((one) => one !== "") ?? "API reference";
  return withoutPart(title, byCount.map(wholeTitle));
}

/**
 * A title without what names one part of several: how current it is (`Lamp API v2 (CURRENT)`), and its version where
 * another page has the same title with another version.
 */
function withoutPart(title: string, all: readonly string[]): string {
  const plain = title.replace(STANDING, "");
  const withoutVersion = plain.replace(VERSION, "");
  const isPart = all.some((other) => {
    const one = other.replace(STANDING, "");
    return one !== plain && one.replace(VERSION, "") === withoutVersion;
  });
  return isPart ? withoutVersion : plain;
}

const STANDING = /\s*\((?:current|supported|deprecated|stable|experimental|obsolete)\)$/i;
const VERSION = /\s+v?\d+(?:\.\d+)?$/i;

/** The title of a page; where several sections stand at its top, and the first is one round operations, that is a part's. */
function wholeTitle(document: Document | undefined): string {
  const [first, ...others] = document?.blocks.filter((block) => block.kind === "section") ?? [];
  if (first === undefined || (others.length > 0 && isPart(first))) return "";
  return plainText(first.title).trim();
}

function isPart(section: Section): boolean {
  return (
    isOperation(section) || section.children.some((child) => child.kind === "section" && isOperation(child))
  );
}

/** Titles that name no service: `Welcome to the documentation!`, `API Reference`, `Contents`. */
const NO_NAME =
  /^welcome\b|^(?:(?:rest(?:ful)?|http|web|api|complete|full|developer)\s+)*(?:references?|documentation|docs|guide|apis?|contents|index|home)(?:\s+(?:references?|documentation|guide))?\W*$/i;

/** A description without a heading in front that says the title again. */
function withoutTitle(description: string, title: string): string {
  const [heading, ...others] = description.split("\n");
  const repeats = /^#+ /.test(heading!) && wordsOf(heading!) === wordsOf(title);
  return repeats ? others.join("\n").trim() : description;
}

function wordsOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}

/** The highest microversion that the tree names, else the highest version in its paths. */
function versionOf(apiRef: ApiRef): string {
  const [highest] = namedVersions(apiRef);
  if (highest !== undefined) return highest;
  const ofPaths = apiRef.documents
    .flatMap((document) =>
      document.operations.map((operation) => /^\/v(\d+(?:\.\d+)?)/i.exec(operation.target.path)?.[1]),
    )
    .filter((version) => version !== undefined);
  return ofPaths.sort((a, b) => Number(b) - Number(a))[0] ?? "1";
}
