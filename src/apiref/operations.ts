import { plainText } from "../rst/markdown.ts";
import type { Block, Directive, Paragraph, Section } from "../rst/tree.ts";
import { childrenOf } from "../rst/walk.ts";
import { remembered } from "../text/remembered.ts";
import { isDirective } from "./documents.ts";
import { fileArgument, readCodeBlock, readLiteralInclude, type SamplePlace } from "./literalinclude.ts";
import type { Document, Operation, OperationNote, ParameterRow, Sample, Side, StatusRow } from "./model.ts";
import type { Notice } from "./notice.ts";
import { meantPartTitle } from "./part-titles.ts";
import { readProseCodes } from "./prose-codes.ts";
import type { ReadingMemory } from "./reading-memory.ts";
import { readRestMethod } from "./rest-method.ts";
import { readRestParameters } from "./rest-parameters.ts";
import { readRestStatusCode } from "./rest-status-code.ts";
import type { TreeFiles } from "./tree-files.ts";
import { readUrl } from "./url.ts";
import { versionRangeIn } from "./versions.ts";

/**
 * The operations of a document: every section that holds a `rest_method` is one (os-api-ref,
 * `resolve_rest_references`), wherever it stands; sections inside it that hold one of their own are others.
 */
export function readOperations(
  document: Document,
  files: TreeFiles,
  memory?: ReadingMemory,
): { operations: Operation[]; notices: Notice[] } {
  const operations: Operation[] = [];
  const notices: Notice[] = [];
  const visit = (blocks: readonly Block[], section: Section | undefined, enclosing: readonly Section[]) => {
    const { flat, methods, sections } = section === undefined ? outlineOf(blocks) : outlineOfSection(section);
    for (const [index, method] of methods.entries()) {
      const read = (asked: TreeFiles): ReadOperation => {
        // Where a section holds several, what stands before the first and between two belongs to the one above.
        const from = index === 0 ? 0 : flat.indexOf(method);
        const until = index === methods.length - 1 ? flat.length : flat.indexOf(methods[index + 1]!);
        return readOperation(document, section, enclosing, method, flat.slice(from, until), asked, memory);
      };
      const titles = enclosing.map(plainTitle);
      const place = [document.name, document.file.path, titles, index];
      const found =
        section === undefined || memory === undefined
          ? read(files)
          : memory.recall(section, place, files, read, enclosing.slice(-1));
      operations.push(found.operation);
      notices.push(...found.notices);
    }
    const around = section === undefined ? enclosing : [...enclosing, section];
    for (const one of sections) visit(one.children, one, around);
  };
  visit(document.blocks, undefined, []);
  return { operations, notices };
}

/** What stands in a section: everything, unwrapped, and among that its operations and its own sections. */
function outlineOf(blocks: readonly Block[]) {
  const flat = unwrap(blocks);
  return {
    flat,
    methods: flat.filter((block) => isDirective(block, "rest_method")),
    sections: flat.filter((block) => block.kind === "section"),
  };
}

const outlineOfSection = remembered((section: Section) => outlineOf(section.children));

const plainTitle = remembered(({ title }: Section) => plainText(title));

interface ReadOperation {
  readonly operation: Operation;
  readonly notices: readonly Notice[];
}

function readOperation(
  document: Document,
  section: Section | undefined,
  enclosing: readonly Section[],
  directive: Directive,
  blocks: readonly Block[],
  files: TreeFiles,
  memory: ReadingMemory | undefined,
): ReadOperation {
  const { method, methodSpan, url, urlSpan, minVersion, maxVersion } = readRestMethod(directive);
  const title = section === undefined ? "" : plainText(section.title).trim();
  const notices: Notice[] = [];
  const reader = new ContentReader(document, method.toUpperCase(), files, notices, memory);
  reader.readBlocks(blocks, []);
  const versions = operationVersions(blocks, directive);
  const min = minVersion ?? versions.min;
  const max = maxVersion ?? versions.max;
  const operation: Operation = {
    document: document.name,
    section,
    enclosing: enclosing.at(-1),
    directive,
    method,
    methodSpan,
    url,
    urlSpan,
    target: readUrl(url, urlSpan),
    title,
    titleSpan: section?.title.span ?? directive.nameSpan,
    ...(min === undefined ? {} : { minVersion: min }),
    ...(max === undefined ? {} : { maxVersion: max }),
    deprecated: versions.deprecated || [title, ...enclosing.map(plainTitle)].some(saysDeprecated),
    description: reader.description,
    notes: reader.notes,
    rows: reader.rows,
    statuses: reader.statuses,
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
function operationVersions(
  blocks: readonly Block[],
  method: Directive,
): { min?: string; max?: string; deprecated: boolean } {
  let min: string | undefined;
  let max: string | undefined;
  let deprecated = false;
  for (const block of blocks.slice(blocks.indexOf(method) + 1)) {
    if (block.kind === "section") break;
    if (block.kind !== "directive") continue;
    const version = /\d+\.\d+/.exec(block.argument[0]?.text ?? "")?.[0];
    const text = block.content.map((line) => line.text).join(" ");
    const ofPart =
      /``|\b(?:fields?|parameters?|attributes?|quer(?:y|ies)|options?|values?|headers?|propert(?:y|ies)|keys?)\b/i.test(
        text,
      );
    if (ofPart && block.name !== "deprecated") continue;
    if (block.name === "versionadded") min ??= version;
    // A removal names the first version without it; the one before is the last that has it.
    if (block.name === "versionremoved" && version !== undefined) max ??= versionBefore(version);
    if (block.name === "deprecated") deprecated = true;
  }
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }), deprecated };
}

function versionBefore(version: string): string | undefined {
  const [major, minor] = version.split(".").map(Number);
  return minor === undefined || minor === 0 ? undefined : `${major}.${minor - 1}`;
}

/** Reads what stands below a `rest_method`, section by section. */
class ContentReader {
  readonly description: Block[] = [];
  readonly notes: OperationNote[] = [];
  readonly rows: ParameterRow[] = [];
  readonly statuses: StatusRow[] = [];
  readonly samples: Sample[] = [];
  readonly #document: Document;
  readonly #method: string;
  readonly #files: TreeFiles;
  readonly #notices: Notice[];
  readonly #memory: ReadingMemory | undefined;
  #tables = 0;

  constructor(
    document: Document,
    method: string,
    files: TreeFiles,
    notices: Notice[],
    memory: ReadingMemory | undefined,
  ) {
    this.#memory = memory;
    this.#document = document;
    this.#method = method;
    this.#files = files;
    this.#notices = notices;
  }

  readBlocks(blocks: readonly Block[], titles: readonly string[]): void {
    const prose: Block[] = [];
    for (let index = 0; index < blocks.length; index++) {
      const block = blocks[index]!;
      if (block.kind === "section") {
        const inner = unwrap(block.children);
        if (!inner.some((one) => isDirective(one, "rest_method")))
          this.readBlocks(inner, [...titles, plainText(block.title).trim()]);
        continue;
      }
      const codes = readProseCodes(blocks, index, titles.at(-1));
      if (codes !== undefined) {
        this.statuses.push(...codes.rows);
        if (codes.saysMore) prose.push(...codes.blocks);
        index += codes.blocks.length - 1;
        continue;
      }
      if (block.kind !== "directive" || !this.#readDirective(block, blocks[index - 1], titles))
        prose.push(block);
      else dropSampleTitle(prose, block);
    }
    const said = prose.filter((block) => !SILENT.has(block.kind));
    if (titles.length === 0) this.description.push(...said);
    else if (said.length > 0) this.notes.push({ titles, side: sideOf(titles), blocks: said });
  }

  /** Reads api-ref's own directives and samples; false for a directive that is prose. */
  #readDirective(directive: Directive, before: Block | undefined, titles: readonly string[]): boolean {
    const side = sideOf(titles);
    switch (directive.name) {
      case "rest_method":
      case "rest_expand_all":
        return true;
      case "rest_parameters": {
        const place = {
          side: side ?? "request",
          sectionTitles: titles,
          table: this.#tables++,
          ...versionsOf(titles),
        };
        const { rows, notices } = this.#recall(directive, place, (files) =>
          readRestParameters(directive, place, this.#document.file.path, files),
        );
        this.rows.push(...rows);
        this.#notices.push(...notices);
        return true;
      }
      case "rest_status_code": {
        const { rows, notices } = this.#recall(directive, {}, (files) =>
          readRestStatusCode(directive, this.#document.file.path, files),
        );
        this.statuses.push(...rows);
        this.#notices.push(...notices);
        return true;
      }
      case "literalinclude": {
        const place = this.#samplePlace(titles, sampleTitle(before), fileArgument(directive).path);
        const { sample, notices } = this.#recall(directive, place, ({ root, read }) =>
          readLiteralInclude(directive, place, { path: this.#document.file.path, root }, read),
        );
        this.samples.push(sample);
        this.#notices.push(...notices);
        return true;
      }
      case "code-block":
      case "code":
      case "sourcecode": {
        const title = sampleTitle(before);
        if (!isSampleBlock(directive, titles, title)) return false;
        const place = this.#samplePlace(titles, title, "");
        this.samples.push(this.#recall(directive, place, () => readCodeBlock(directive, place)));
        return true;
      }
      default:
        return false;
    }
  }

  /** What a directive holds, from memory where that has it for this place. */
  #recall<Result>(directive: Directive, place: object, read: (files: TreeFiles) => Result): Result {
    if (this.#memory === undefined) return read(this.#files);
    return this.#memory.recall(directive, [this.#document.file.path, place], this.#files, read);
  }

  /** Side, title and microversions of a sample from its title, its sections, its file name and the verb. */
  #samplePlace(titles: readonly string[], title: string, path: string): SamplePlace & { asOf?: string } {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const innermost = titles.at(-1) ?? "";
    const side =
      // Below "Response Example", "Example for a request with …" is the answer to it.
      (/example|sample/i.test(innermost) ? sideIn(innermost) : undefined) ??
      // A title that section and file name contradict was copied from another sample.
      (sideOf(titles) === sideOfFileName(name) ? sideOf(titles) : undefined) ??
      sideIn(title) ??
      sideOf(titles) ??
      sideOfFileName(name) ??
      (["POST", "PUT", "PATCH"].includes(this.#method) ? "request" : "response");
    // Below "Request Example", a title such as "Swift" tells one example from the others.
    const ofExample = titles.findLastIndex((one) => /example|sample/i.test(one));
    const sectionTitle = ofExample < 0 ? (titles.at(-1) ?? "") : titles.slice(ofExample).join(": ");
    const asOf = /(?:^|\/)v(\d+\.\d+)\//.exec(path)?.[1];
    return {
      side,
      sectionTitles: titles,
      title: title === "" ? sectionTitle : title,
      ...(asOf === undefined ? {} : { asOf }),
      ...versionsOf([...titles, title]),
    };
  }
}

/** Blocks that a reader of the page does not see. */
const SILENT: ReadonlySet<Block["kind"]> = new Set([
  "comment",
  "target",
  "substitution-definition",
  "transition",
]);

/**
 * Takes api-ref's directives out of what is wrapped round them: an `only`, or the block quote that an
 * indentation too deep makes. Wrappers of prose stay.
 */
function unwrap(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => (isWrapper(block) ? childrenOf(block).flatMap(unwrap) : [block]));
}

function isWrapper(block: Block): boolean {
  if (block.kind === "directive") {
    if (block.name === "only" || block.name === "container" || block.name === "rst-class") return true;
  } else if (block.kind === "section") return false;
  return childrenOf(block).some((children) => children.some(holdsMachinery));
}

function holdsMachinery(block: Block): boolean {
  if (block.kind === "section") return true;
  if (block.kind === "directive" && MACHINERY.has(block.name)) return true;
  return childrenOf(block).some((children) => children.some(holdsMachinery));
}

const MACHINERY: ReadonlySet<string> = new Set([
  "rest_method",
  "rest_parameters",
  "rest_status_code",
  "literalinclude",
]);

/** The side that section titles name; the outermost that names one decides. */
function sideOf(titles: readonly string[]): Side | undefined {
  for (const title of titles) {
    const side = sideIn(title);
    if (side !== undefined) return side;
  }
  return undefined;
}

function sideIn(title: string): Side | undefined {
  const request = /\brequests?\b/i.test(title) || /^query\b/i.test(title);
  const response = /\bresponses?\b/i.test(title);
  if (!request && !response) {
    const meant = meantPartTitle(title);
    return meant === undefined ? undefined : sideIn(meant);
  }
  return request === response ? undefined : request ? "request" : "response";
}

function sideOfFileName(name: string): Side | undefined {
  const response = /(?:^|[-_.])resp(?:onse)?s?(?:[-_.]|$)/i.test(name);
  const request = /(?:^|[-_.])req(?:uest)?s?(?:[-_.]|$)/i.test(name);
  return request === response ? undefined : request ? "request" : "response";
}

/** The microversions that the innermost title names. */
function versionsOf(titles: readonly string[]): { minVersion?: string; maxVersion?: string } {
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

/** The title of a sample in a paragraph above it: `**Example Show Server: JSON response**`. */
function sampleTitle(before: Block | undefined): string {
  if (before?.kind !== "paragraph" || !isSampleTitle(before)) return "";
  return plainText(before.text).replace(/\s+/g, " ").replace(/:+$/, "").trim();
}

function isSampleTitle(paragraph: Paragraph): boolean {
  const text = paragraph.text.lines
    .map((line) => line.text)
    .join(" ")
    .trim();
  return (
    text.length < 200 &&
    (/^\*\*[^*]+\*\*:?$/.test(text) || (/\bexamples?\b/i.test(text) && /:$/.test(text) && text.length < 100))
  );
}

/** The title is the example's summary; it is not prose as well. */
function dropSampleTitle(prose: Block[], directive: Directive): void {
  if (!["literalinclude", "code-block", "code", "sourcecode"].includes(directive.name)) return;
  const last = prose.at(-1);
  if (last?.kind === "paragraph" && isSampleTitle(last)) prose.pop();
}

/**
 * A code block is a sample where it shows JSON, or the curl command that sends some, below a title that speaks of an
 * example or of one side.
 */
function isSampleBlock(directive: Directive, titles: readonly string[], title: string): boolean {
  const language = directive.argument[0]?.text.trim().toLowerCase() ?? "";
  const start = SAMPLE_START.get(language);
  if (start === undefined) return false;
  const text = directive.content
    .map((line) => line.text)
    .join("\n")
    .trim();
  return (
    start.test(text) &&
    (sideOf([title, ...titles]) !== undefined || /example|sample/i.test([title, ...titles].join(" ")))
  );
}

/** What a sample in each language of a code block begins with. */
const SAMPLE_START: ReadonlyMap<string, RegExp> = new Map([
  ...["json", "javascript", "js", "json5"].map((language) => [language, /^[[{]/] as const),
  ...["bash", "console", "shell", "shell-session", "sh"].map(
    (language) => [language, /^(?:[$#] *)?curl\s/] as const,
  ),
]);
