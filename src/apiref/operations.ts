import { plainText } from "../rst/markdown.ts";
import type { Block, Directive, Section } from "../rst/tree.ts";
import { append } from "../text/append.ts";
import { remembered } from "../text/remembered.ts";
import { ContentReader } from "./content-reader.ts";
import { explainCodes } from "./explained-codes.ts";
import { introducedVersions, sectionVersions } from "./introduced-versions.ts";
import type { Operation, Page } from "./model.ts";
import type { Notice } from "./notice.ts";
import { withPartVersions } from "./part-versions.ts";
import { picturesRequest } from "./pictured-requests.ts";
import type { ReadingMemory } from "./reading-memory.ts";
import { isRestMethod, readRestMethod } from "./rest-method.ts";
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
    const { partsOf } = outline;
    const isPicture = section !== undefined && picturesRequest(section, around.methods);
    const methods = isPicture ? [] : outline.methods;
    const flat = [...outline.flat, ...parts];
    for (const [index, method] of methods.entries()) {
      const read = (asked: TreeFiles): ReadOperation => {
        // Where a section holds several, what stands before the first and between two belongs to the one above.
        const from = index === 0 ? 0 : flat.indexOf(method);
        const until = index === methods.length - 1 ? flat.length : flat.indexOf(methods[index + 1]!);
        const own = flat.slice(from, until);
        return readOperation(document, section, { ...around, methods }, method, own, asked, memory);
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
          ? { enclosing, outer: section, methods }
          : { ...around, enclosing: [...enclosing, section], outer: undefined };
    for (const one of outline.sections) visit(one.children, one, inside, partsOf.get(one) ?? []);
  };
  visit(document.blocks, undefined, { enclosing: [], outer: undefined, methods: [] }, []);
  return { operations: withPartVersions(operations), notices };
}

/** What an operation stands in. */
interface Surroundings {
  /** The sections round it that are no operations, the innermost last. */
  readonly enclosing: readonly Section[];
  /** The operation whose section it stands in, by mistake. */
  readonly outer: Section | undefined;
  /** What the operation in which it stands, however deep, says by `rest_method`. */
  readonly methods: readonly Directive[];
}

/** What stands in a section: everything, unwrapped, and among that its operations and its own sections. */
function outlineOf(blocks: readonly Block[]) {
  const all = unwrap(blocks);
  const methods = all.filter(isRestMethod);
  const sections = all.filter((block) => block.kind === "section");
  const partsOf = methods.length === 0 ? NONE : partsBelowInner(sections, methods);
  const given = new Set<Block>([...partsOf.values()].flat());
  return { flat: all.filter((block) => !given.has(block)), methods, sections, partsOf };
}

const NONE: ReadonlyMap<Section, readonly Section[]> = new Map();

/**
 * The sections of an operation that belong to another one among them: a title that lacks the underline of its level puts an
 * operation into the one above, beside its own request and response, which a reader takes for the parts of what stands
 * above them.
 */
function partsBelowInner(
  sections: readonly Section[],
  methods: readonly Directive[],
): ReadonlyMap<Section, readonly Section[]> {
  const parts = new Map<Section, Section[]>();
  let inner: Section[] | undefined;
  for (const section of sections) {
    const blocks = unwrap(section.children);
    const hasSections = blocks.some(({ kind }) => kind === "section");
    if (blocks.some(isRestMethod) && !picturesRequest(section, methods)) {
      // One with parts of its own needs none of those beside it.
      inner = hasSections ? undefined : [];
      if (inner !== undefined) parts.set(section, inner);
    } else if (hasSections && holdsMethod(blocks)) inner = undefined;
    else inner?.push(section);
  }
  return parts;
}

function holdsMethod(blocks: readonly Block[]): boolean {
  return blocks.some(
    (block) => isRestMethod(block) || (block.kind === "section" && holdsMethod(unwrap(block.children))),
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
  { enclosing, outer, methods }: Surroundings,
  directive: Directive,
  blocks: readonly Block[],
  files: TreeFiles,
  memory: ReadingMemory,
): ReadOperation {
  const head = readRestMethod(directive);
  const { method, methodSpan, urlSpan, minVersion, maxVersion } = head;
  const title = section === undefined ? "" : plainText(section.title).trim().replace(/\s+/g, " ");
  const notices: Notice[] = [];
  const read = readUrl(head.url, urlSpan);
  // Words without a path are as good as none.
  const url = !read.webhook && isSentence(head.url) ? "" : head.url;
  const target = url === head.url ? read : readUrl("", urlSpan);
  const variables = target.variables.map(({ name }) => name);
  const reader = new ContentReader(
    document,
    { title, method: method.toUpperCase(), variables, methods },
    files,
    notices,
    memory,
  );
  reader.readBlocks(blocks, []);
  const versions = introducedVersions(blocks);
  const titled = title === "" ? undefined : versionRangeIn(title);
  // What the title of a page or a section says, and what stands below it, counts for everything in it.
  const around = enclosing.toReversed().map(sectionVersions);
  const ownMin = minVersion ?? versions.min ?? titled?.min;
  const ownMax = maxVersion ?? versions.max ?? titled?.max;
  const min = ownMin ?? around.find((one) => one.min !== undefined)?.min;
  const max = ownMax ?? around.find((one) => one.max !== undefined)?.max;
  const isOfSection = (ownMin ?? ownMax) === undefined && (min ?? max) !== undefined;
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
    ...(isOfSection ? { versionsOfSection: true } : {}),
    deprecated: versions.deprecated || [title, ...enclosing.map(plainTitle)].some(saysDeprecated),
    description,
    notes: reader.notes,
    rows: reader.rows,
    statuses,
    samples: reader.samples,
  };
  return { operation, notices };
}

/** `Deprecated APIs`, `Obsolete APIs`, `List images (DEPRECATED)`. */
function saysDeprecated(title: string): boolean {
  return /^(?:deprecated|obsolete)\b|\((?:deprecated|obsolete)\)/i.test(title);
}
