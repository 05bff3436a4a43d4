import { plainText } from "../rst/markdown.ts";
import type { Block, Directive, Section } from "../rst/tree.ts";
import { append } from "../text/append.ts";
import { remembered } from "../text/remembered.ts";
import { ContentReader } from "./content-reader.ts";
import { isDirective } from "./documents.ts";
import { explainCodes } from "./explained-codes.ts";
import type { Operation, Page } from "./model.ts";
import type { Notice } from "./notice.ts";
import type { ReadingMemory } from "./reading-memory.ts";
import { readRestMethod } from "./rest-method.ts";
import type { TreeFiles } from "./tree-files.ts";
import { isSentence, readUrl } from "./url.ts";
import { versionRangeIn } from "./versions.ts";
import { unwrap } from "./wrappers.ts";

/**
 * The operations of a document: every section that holds a `rest_method` is one (os-api-ref,
 * `resolve_rest_references`), wherever it stands; sections inside it that hold one of their own are others, and take what stands below them.
 */
export function readOperations(
  document: Page,
  files: TreeFiles,
  memory: ReadingMemory,
): { operations: Operation[]; notices: Notice[] } {
  const operations: Operation[] = [];
  const notices: Notice[] = [];
  const visit = (
    blocks: readonly Block[],
    section: Section | undefined,
    around: Surroundings,
    parts: readonly Section[],
  ) => {
    const outline = section === undefined ? outlineOf(blocks) : outlineOfSection(section);
    const { methods, partsOf } = outline;
    const flat = [...outline.flat, ...parts];
    for (const [index, method] of methods.entries()) {
      const read = (asked: TreeFiles): ReadOperation => {
        // Where a section holds several, what stands before the first and between two belongs to the one above.
        const from = index === 0 ? 0 : flat.indexOf(method);
        const until = index === methods.length - 1 ? flat.length : flat.indexOf(methods[index + 1]!);
        return readOperation(document, section, around, method, flat.slice(from, until), asked, memory);
      };
      const { enclosing, outer } = around;
      const titles = enclosing.map(plainTitle);
      const versions = enclosing.map(sectionVersions);
      const place = [document.name, document.file.path, titles, versions, index];
      const objects = [...enclosing.slice(-1), ...(outer === undefined ? [] : [outer]), ...parts];
      const found = section === undefined ? read(files) : memory.recall(section, place, files, read, objects);
      operations.push(found.operation);
      append(notices, found.notices);
    }
    const { enclosing } = around;
    const inside: Surroundings =
      section === undefined
        ? around
        : methods.length > 0
          ? { enclosing, outer: section }
          : { enclosing: [...enclosing, section], outer: undefined };
    for (const one of outline.sections) visit(one.children, one, inside, partsOf.get(one) ?? []);
  };
  visit(document.blocks, undefined, { enclosing: [], outer: undefined }, []);
  return { operations, notices };
}

/** What an operation stands in. */
interface Surroundings {
  /** The sections round it that are no operations, the innermost last. */
  readonly enclosing: readonly Section[];
  /** The operation whose section it stands in, by mistake. */
  readonly outer: Section | undefined;
}

/** What stands in a section: everything, unwrapped, and among that its operations and its own sections. */
function outlineOf(blocks: readonly Block[]) {
  const all = unwrap(blocks);
  const methods = all.filter((block) => isDirective(block, "rest_method"));
  const sections = all.filter((block) => block.kind === "section");
  const partsOf = methods.length === 0 ? NONE : partsBelowInner(sections);
  const given = new Set<Block>([...partsOf.values()].flat());
  return { flat: all.filter((block) => !given.has(block)), methods, sections, partsOf };
}

const NONE: ReadonlyMap<Section, readonly Section[]> = new Map();

/**
 * The sections of an operation that belong to another one among them: a title that lacks the underline of its level puts an
 * operation into the one above, beside its own request and response, which a reader takes for the parts of what stands
 * above them.
 */
function partsBelowInner(sections: readonly Section[]): ReadonlyMap<Section, readonly Section[]> {
  const parts = new Map<Section, Section[]>();
  let inner: Section[] | undefined;
  for (const section of sections) {
    const blocks = unwrap(section.children);
    const hasSections = blocks.some(({ kind }) => kind === "section");
    if (blocks.some(isMethod)) {
      // One with parts of its own needs none of those beside it.
      inner = hasSections ? undefined : [];
      if (inner !== undefined) parts.set(section, inner);
    } else if (hasSections && holdsMethod(blocks)) inner = undefined;
    else inner?.push(section);
  }
  return parts;
}

function isMethod(block: Block): boolean {
  return isDirective(block, "rest_method");
}

function holdsMethod(blocks: readonly Block[]): boolean {
  return blocks.some(
    (block) => isMethod(block) || (block.kind === "section" && holdsMethod(unwrap(block.children))),
  );
}

const outlineOfSection = remembered((section: Section) => outlineOf(section.children));

const plainTitle = remembered(({ title }: Section) => plainText(title));

interface ReadOperation {
  readonly operation: Operation;
  readonly notices: readonly Notice[];
}

function readOperation(
  document: Page,
  section: Section | undefined,
  { enclosing, outer }: Surroundings,
  directive: Directive,
  blocks: readonly Block[],
  files: TreeFiles,
  memory: ReadingMemory,
): ReadOperation {
  const head = readRestMethod(directive);
  const { method, methodSpan, urlSpan, minVersion, maxVersion } = head;
  const title = section === undefined ? "" : plainText(section.title).trim();
  const notices: Notice[] = [];
  const read = readUrl(head.url, urlSpan);
  // Words without a path are as good as none.
  const url = !read.webhook && isSentence(head.url) ? "" : head.url;
  const target = url === head.url ? read : readUrl("", urlSpan);
  const variables = target.variables.map(({ name }) => name);
  const reader = new ContentReader(
    document,
    { title, method: method.toUpperCase(), variables },
    files,
    notices,
    memory,
  );
  reader.readBlocks(blocks, []);
  const versions = operationVersions(blocks.slice(blocks.indexOf(directive) + 1));
  const titled = title === "" ? undefined : versionRangeIn(title);
  // What is said below the title of a page or a section counts for everything in it.
  const around = enclosing.toReversed().map(sectionVersions);
  const min = minVersion ?? versions.min ?? titled?.min ?? around.find((one) => one.min !== undefined)?.min;
  const max = maxVersion ?? versions.max ?? titled?.max ?? around.find((one) => one.max !== undefined)?.max;
  const { description, statuses } = explainCodes(reader.description, reader.statuses);
  const operation: Operation = {
    document: document.name,
    section,
    enclosing: enclosing.at(-1),
    ...(outer === undefined ? {} : { outer }),
    directive,
    method,
    methodSpan,
    url,
    urlSpan,
    target,
    title,
    titleSpan: section?.title.span ?? directive.nameSpan,
    ...(min === undefined ? {} : { minVersion: min }),
    ...(max === undefined ? {} : { maxVersion: max }),
    deprecated: versions.deprecated || [title, ...enclosing.map(plainTitle)].some(saysDeprecated),
    description,
    notes: reader.notes,
    rows: reader.rows,
    statuses,
    samples: reader.samples,
  };
  return { operation, notices };
}

/** `Deprecated APIs`, `List images (DEPRECATED)`. */
function saysDeprecated(title: string): boolean {
  return /^deprecated\b|\(deprecated\)/i.test(title);
}

/**
 * The microversions of an operation from `versionadded`, `versionremoved` and `deprecated` directives in its
 * introduction. A directive whose text names a part of the operation (a field, a parameter, a value) speaks of
 * that part.
 */
function operationVersions(blocks: readonly Block[]): { min?: string; max?: string; deprecated: boolean } {
  let min: string | undefined;
  let max: string | undefined;
  let deprecated = false;
  let added = false;
  for (const block of blocks) {
    if (block.kind === "section") break;
    if (block.kind === "paragraph") min ??= NEW_IN.exec(plainText(block.text))?.[1];
    if (block.kind !== "directive") continue;
    const version = /\d+\.\d+/.exec(block.argument[0]?.text ?? "")?.[0];
    const text = block.content.map((line) => line.text).join(" ");
    const ofPart =
      /``|\b(?:ability|support|fields?|parameters?|attributes?|quer(?:y|ies)|options?|values?|headers?|propert(?:y|ies)|keys?)\b/i.test(
        text,
      );
    // What came later than the first is about a part, be it that the words do not say so.
    const isLater = block.name === "versionadded" && added;
    if (block.name === "versionadded") added = true;
    if ((ofPart || isLater) && block.name !== "deprecated") continue;
    if (block.name === "versionadded") min ??= version;
    // A removal names the first version without it; the one before is the last that has it.
    if (block.name === "versionremoved" && version !== undefined) max ??= versionBefore(version);
    if (block.name === "deprecated") deprecated = true;
  }
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }), deprecated };
}

/** A paragraph that says no more than when something came: `New in version 2.20`, `New in API version 2.4.` */
const NEW_IN =
  /^\s*(?:new|added|introduced) in (?:the )?(?:API )?(?:micro)?version v?(\d{1,4}\.\d{1,4})\W*$/i;

/** The microversions that stand directly below the title of a section. */
const sectionVersions = remembered((section: Section) => operationVersions(unwrap(section.children)));

function versionBefore(version: string): string | undefined {
  const [major, minor] = version.split(".").map(Number);
  return minor === undefined || minor === 0 ? undefined : `${major}.${minor - 1}`;
}
