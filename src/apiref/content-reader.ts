import { plainText } from "../rst/markdown.ts";
import { captionOf, isTable } from "../rst/table-cells.ts";
import type { Block, Directive } from "../rst/tree.ts";
import { append } from "../text/append.ts";
import { remembered } from "../text/remembered.ts";
import { isCodesTitle } from "./code-labels.ts";
import { isDirective } from "./documents.ts";
import { fileArgument, readCodeBlock, readLiteralInclude, type SamplePlace } from "./literalinclude.ts";
import type { OperationNote, Page, ParameterRow, Sample, Side, StatusRow } from "./model.ts";
import { notesOf } from "./notes.ts";
import type { Notice } from "./notice.ts";
import { readParameterTable } from "./parameter-table.ts";
import {
  BODY_METHODS,
  isUntold,
  type SampleNames,
  samplePlaceOf,
  titlesOf,
  versionsOf,
  type Where,
} from "./part-place.ts";
import { picturesRequest } from "./pictured-requests.ts";
import { readProseCodes } from "./prose-codes.ts";
import type { ReadingMemory } from "./reading-memory.ts";
import { reasonBlocks } from "./reason-blocks.ts";
import { isRestMethod } from "./rest-method.ts";
import { readRestParameters, type TablePlace } from "./rest-parameters.ts";
import { readRestStatusCode } from "./rest-status-code.ts";
import {
  isLiteralInclude,
  isSample,
  isSampleBlock,
  sampleIntroduction,
  sampleLanguage,
  sampleTitle,
  sendsData,
} from "./sample-blocks.ts";
import { partLabel, sideIn, sideOf } from "./sides.ts";
import { Anchors, introductionOf } from "./table-introduction.ts";
import type { TreeFiles } from "./tree-files.ts";
import { unwrap, unwrapSamples } from "./wrappers.ts";

/** What is known of an operation before its content is read. */
export interface OperationHead {
  readonly title: string;
  /** In capitals. */
  readonly method: string;
  /** The names of the variables in the URL. */
  readonly variables: readonly string[];
  /** What its section says by `rest_method`: the parts that repeat that are parts all the same. */
  readonly methods: readonly Directive[];
}

/** Reads what stands below a `rest_method`, section by section. */
export class ContentReader {
  readonly description: Block[] = [];
  readonly notes: OperationNote[] = [];
  readonly rows: ParameterRow[] = [];
  readonly statuses: StatusRow[] = [];
  readonly samples: Sample[] = [];
  readonly #document: Page;
  readonly #title: string;
  readonly #method: string;
  readonly #methods: readonly Directive[];
  readonly #variables: ReadonlySet<string>;
  readonly #files: TreeFiles;
  readonly #notices: Notice[];
  readonly #memory: ReadingMemory;
  #tables = 0;
  /** The last sample of which only its place says to which side it belongs. */
  #untold: Sample | undefined;
  /** The side that was last named: what follows a part without a title of its own stays in it. */
  #lastSide: Side | undefined;
  readonly #anchors = new Anchors();

  constructor(
    document: Page,
    { title, method, variables, methods }: OperationHead,
    files: TreeFiles,
    notices: Notice[],
    memory: ReadingMemory,
  ) {
    this.#memory = memory;
    this.#document = document;
    this.#title = title;
    this.#method = method;
    this.#methods = methods;
    this.#variables = new Set(variables);
    this.#files = files;
    this.#notices = notices;
  }

  /**
   * @param titles of the sections that hold the blocks, below the operation
   * @param anchors the labels above the titles
   */
  readBlocks(wrapped: readonly Block[], titles: readonly string[], anchors: readonly string[] = []): void {
    const prose: Block[] = [];
    const tell = (): void => {
      const said = prose.splice(0).filter((block) => !SILENT.has(block.kind));
      if (titles.length === 0) append(this.description, said);
      else append(this.notes, notesOf(said, titles));
    };
    let label: string | undefined;
    let isBelowPart = false;
    let isBelowCodes = false;
    this.#lastSide = sideOf(titles) ?? this.#lastSide;
    const blocks = unwrapSamples(wrapped, titles);
    for (let index = 0; index < blocks.length; index++) {
      const block = blocks[index]!;
      if (block.kind === "section") {
        const inner = unwrap(block.children);
        const around = [...anchors, ...this.#anchors.take()];
        // What stands above a section comes before what it says.
        tell();
        if (!inner.some((one) => isRestMethod(one)) || picturesRequest(block, this.#methods))
          this.readBlocks(inner, [...titles, plainText(block.title).trim()], around);
        continue;
      }
      const codes = readProseCodes(blocks, index, titles.at(-1));
      if (codes !== undefined) {
        append(this.statuses, codes.rows);
        if (codes.saysMore) append(prose, codes.blocks);
        else if (isBoldTitleOfCodes(prose.at(-1))) prose.pop();
        index += codes.blocks.length - 1;
        isBelowPart = true;
        isBelowCodes = true;
        this.#anchors.take();
        continue;
      }
      const named = partLabel(block);
      if (named !== undefined) {
        label = named;
        this.#lastSide = sideIn(named);
      }
      const where = { titles, label, isBelowPart, isBelowCodes, anchors };
      const reading = this.#readBlock(block, blocks.slice(Math.max(0, index - 2), index), where);
      if (reading !== "prose") dropTitle(prose, block, blocks[index - 1]);
      if (reading !== "part") prose.push(block);
      isBelowPart = reading !== "prose" || (isBelowPart && isDirective(block, "include"));
      isBelowCodes = isDirective(block, "rest_status_code");
      this.#anchors.pass(block);
    }
    tell();
  }

  /**
   * Reads api-ref's own directives, samples and tables of parameters; tells of others that they are prose, and of tables
   * that say something else as well that they are both.
   */
  #readBlock(block: Block, before: readonly Block[], where: Where): "part" | "prose" | "both" {
    if (block.kind === "directive" && this.#readDirective(block, before.at(-1), where)) return "part";
    if (this.#readSampleBlock(block, before, where)) return "part";
    return this.#readTable(block, before.at(-1), where);
  }

  /** Reads api-ref's own directives; false for others. */
  #readDirective(directive: Directive, before: Block | undefined, where: Where): boolean {
    switch (directive.name) {
      case "rest_method":
      case "rest_expand_all":
        return true;
      case "rest_parameters": {
        const place = this.#tablePlace(where, before);
        const { rows, notices } = this.#recall(directive, place, (files) =>
          readRestParameters(directive, place, this.#document.file.path, files),
        );
        this.#tables++;
        append(this.rows, rows);
        append(this.#notices, notices);
        return true;
      }
      case "rest_status_code": {
        const { rows, notices } = this.#recall(directive, {}, (files) =>
          readRestStatusCode(directive, this.#document.file.path, files),
        );
        append(this.statuses, rows);
        for (const row of rows) this.#readReason(row);
        append(this.#notices, notices);
        return true;
      }
      case "literalinclude": {
        const names = {
          title: sampleTitle(before),
          path: fileArgument(directive).path,
          language: sampleLanguage(directive),
        };
        const place = introduced(this.#samplePlace(where, names), directive, before);
        const { sample, notices } = this.#recall(directive, place, ({ root, read }) =>
          readLiteralInclude(directive, place, { path: this.#document.file.path, root }, read),
        );
        this.samples.push(sendsData(sample.text) ? asRequest(sample) : sample);
        append(this.#notices, notices);
        return true;
      }
      default:
        return false;
    }
  }

  /** Reads tables and samples in the reason of a code; its prose is the reason itself. */
  #readReason(row: StatusRow): void {
    const blocks = reasonBlocks(row);
    if (blocks.length === 0 || Number(row.code) >= 400) return;
    const side = this.#lastSide;
    const notes = this.notes.length;
    this.readBlocks(blocks, ["Response"]);
    this.notes.splice(notes);
    this.#lastSide = side;
  }

  /** Reads a block of code that is a sample; what an `include` brought in as it stands has that in front of it. */
  #readSampleBlock(block: Block, before: readonly Block[], where: Where): boolean {
    const last = before.at(-1);
    const include = last !== undefined && isLiteralInclude(last) ? last : undefined;
    const title = sampleTitle(include === undefined ? last : before.at(-2));
    if (!isSampleBlock(block, titlesOf(where), title, where.isBelowPart)) return false;
    const path = include === undefined ? "" : fileArgument(include).path;
    const names = { title, path, language: sampleLanguage(block) };
    const place = introduced(this.#samplePlace(where, names), block, last);
    const read = this.#recall(block, place, () => readCodeBlock(block, place, include));
    const sample = sendsData(read.text) ? asRequest(read) : read;
    if (isUntold(where, title) && path === "") this.#noteUntold(sample, before);
    this.samples.push(sample);
    return true;
  }

  /**
   * Of two blocks in a row of which nothing says what they are, below both tables, the first is what is sent and the
   * second what is answered.
   */
  #noteUntold(sample: Sample, before: readonly Block[]): void {
    const last = this.samples.at(-1);
    const takesBody = BODY_METHODS.has(this.#method);
    if (takesBody && last !== undefined && last === this.#untold && last.block === before.at(-1)) {
      const isFirst = this.samples.every(({ side }) => side === "response");
      if (
        isFirst &&
        this.rows.some(({ side, definition }) => side === "request" && definition?.in === "body")
      )
        this.samples[this.samples.length - 1] = asRequest(last);
    }
    this.#untold = sample;
  }

  #readTable(block: Block, before: Block | undefined, where: Where): "part" | "prose" | "both" {
    if (!isTable(block)) return "prose";
    const caption = block.kind === "directive" ? captionOf(block) : "";
    const label = sideIn(caption) === undefined ? where.label : caption;
    const place = this.#tablePlace({ ...where, label }, before);
    const isTitled = sideOf(place.sectionTitles) !== undefined;
    const context = { isTitled, method: this.#method, variables: this.#variables };
    const reading = this.#recall(block, [place, isTitled, this.#method, ...this.#variables], () =>
      readParameterTable(block, place, context),
    );
    if (reading === undefined) return "prose";
    this.#tables++;
    append(this.rows, reading.rows);
    return reading.saysMore ? "both" : "part";
  }

  /** What a block holds, from memory where that has it for this place. */
  #recall<Result>(block: Block, place: object, read: (files: TreeFiles) => Result): Result {
    return this.#memory.recall(block, [this.#document.file.path, place], this.#files, read);
  }

  #samplePlace(where: Where, names: SampleNames): SamplePlace {
    const operation = { title: this.#title, method: this.#method, lastSide: this.#lastSide };
    return samplePlaceOf(where, names, operation);
  }

  /** Side, titles and microversions of a table, and what stands right above it. */
  #tablePlace(where: Where, before: Block | undefined): TablePlace {
    const titles = titlesOf(where);
    const anchors = [...where.anchors, ...this.#anchors.take()];
    return {
      side: sideIn(where.label ?? "") ?? sideOf(where.titles) ?? this.#lastSide ?? "request",
      sectionTitles: titles,
      table: this.#tables,
      ...introductionOf(before),
      ...(anchors.length === 0 ? {} : { anchors }),
      ...versionsOf(titles),
    };
  }
}

const asRequest = remembered(
  (sample: Sample): Sample => (sample.side === "request" ? sample : { ...sample, side: "request" }),
);

/** The place of a sample with what a sentence above it says for a title. */
function introduced(place: SamplePlace, sample: Block, before: Block | undefined): SamplePlace {
  const title = sampleIntroduction(sample, before);
  return title === "" ? place : { ...place, title };
}

/** The title of what was read is not prose as well. */
function dropTitle(prose: Block[], block: Block, before: Block | undefined): void {
  const at = prose.findLastIndex((one) => !isLiteralInclude(one));
  const last = prose[at];
  if (last === undefined) return;
  const isTitled = !isDirective(block, "rest_status_code") && partLabel(last) !== undefined;
  const isIntroduction = last === before && sampleIntroduction(block, last) !== "";
  if (isTitled || (isSample(block) && (sampleTitle(last) !== "" || isIntroduction))) prose.splice(at, 1);
}

/** `**Response codes**` above the codes, in the place of a section's title. */
function isBoldTitleOfCodes(block: Block | undefined): boolean {
  if (block?.kind !== "paragraph" || block.text.lines.length > 1) return false;
  return (
    /^\s*\*\*[^*]+\*\*\s*$/.test(block.text.lines[0]!.text) && isCodesTitle(plainText(block.text).trim())
  );
}

/** Blocks that a reader of the page does not see. */
const SILENT: ReadonlySet<Block["kind"]> = new Set([
  "comment",
  "target",
  "substitution-definition",
  "transition",
]);
