import { plainText } from "../rst/markdown.ts";
import type { Block, Directive } from "../rst/tree.ts";
import { append } from "../text/append.ts";
import { isDirective } from "./documents.ts";
import { fileArgument, readCodeBlock, readLiteralInclude, type SamplePlace } from "./literalinclude.ts";
import type { OperationNote, Page, ParameterRow, Sample, Side, StatusRow } from "./model.ts";
import type { Notice } from "./notice.ts";
import { readProseCodes } from "./prose-codes.ts";
import type { ReadingMemory } from "./reading-memory.ts";
import { readRestParameters, type TablePlace } from "./rest-parameters.ts";
import { readRestStatusCode } from "./rest-status-code.ts";
import { COMMAND_LANGUAGES, isSample, isSampleBlock, sampleLanguage, sampleTitle } from "./sample-blocks.ts";
import { partLabel, sideIn, sideOf, sideOfFileName } from "./sides.ts";
import type { TreeFiles } from "./tree-files.ts";
import { versionRangeIn } from "./versions.ts";
import { unwrap } from "./wrappers.ts";

/** Reads what stands below a `rest_method`, section by section. */
export class ContentReader {
  readonly description: Block[] = [];
  readonly notes: OperationNote[] = [];
  readonly rows: ParameterRow[] = [];
  readonly statuses: StatusRow[] = [];
  readonly samples: Sample[] = [];
  readonly #document: Page;
  readonly #method: string;
  readonly #files: TreeFiles;
  readonly #notices: Notice[];
  readonly #memory: ReadingMemory | undefined;
  #tables = 0;
  /** The side that was last named: what follows a part without a title of its own stays in it. */
  #lastSide: Side | undefined;

  constructor(
    document: Page,
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
    let label: string | undefined;
    this.#lastSide = sideOf(titles) ?? this.#lastSide;
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
        append(this.statuses, codes.rows);
        if (codes.saysMore) append(prose, codes.blocks);
        index += codes.blocks.length - 1;
        continue;
      }
      const named = partLabel(block);
      if (named !== undefined) {
        label = named;
        this.#lastSide = sideIn(named);
      }
      const where = { titles, label };
      if (block.kind !== "directive" || !this.#readDirective(block, blocks[index - 1], where))
        prose.push(block);
      else dropTitle(prose, block);
    }
    const said = prose.filter((block) => !SILENT.has(block.kind));
    if (titles.length === 0) append(this.description, said);
    else if (said.length > 0) this.notes.push({ titles, side: sideOf(titles), blocks: said });
  }

  /** Reads api-ref's own directives and samples; false for a directive that is prose. */
  #readDirective(directive: Directive, before: Block | undefined, where: Where): boolean {
    switch (directive.name) {
      case "rest_method":
      case "rest_expand_all":
        return true;
      case "rest_parameters": {
        const place = this.#tablePlace(where);
        const { rows, notices } = this.#recall(directive, place, (files) =>
          readRestParameters(directive, place, this.#document.file.path, files),
        );
        append(this.rows, rows);
        append(this.#notices, notices);
        return true;
      }
      case "rest_status_code": {
        const { rows, notices } = this.#recall(directive, {}, (files) =>
          readRestStatusCode(directive, this.#document.file.path, files),
        );
        append(this.statuses, rows);
        append(this.#notices, notices);
        return true;
      }
      case "literalinclude": {
        const place = this.#samplePlace(
          where,
          sampleTitle(before),
          fileArgument(directive).path,
          sampleLanguage(directive),
        );
        const { sample, notices } = this.#recall(directive, place, ({ root, read }) =>
          readLiteralInclude(directive, place, { path: this.#document.file.path, root }, read),
        );
        this.samples.push(sample);
        append(this.#notices, notices);
        return true;
      }
      case "code-block":
      case "code":
      case "sourcecode": {
        const title = sampleTitle(before);
        if (!isSampleBlock(directive, titlesOf(where), title)) return false;
        const place = this.#samplePlace(where, title, "", sampleLanguage(directive));
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

  /** Side, titles and microversions of a table. */
  #tablePlace(where: Where): TablePlace {
    const titles = titlesOf(where);
    return {
      side: sideIn(where.label ?? "") ?? sideOf(where.titles) ?? this.#lastSide ?? "request",
      sectionTitles: titles,
      table: this.#tables++,
      ...versionsOf(titles),
    };
  }

  /** Side, title and microversions of a sample from its title, its sections, its file name and the verb. */
  #samplePlace(where: Where, title: string, path: string, language: string): SamplePlace & { asOf?: string } {
    const { titles, label } = where;
    const name = path.slice(path.lastIndexOf("/") + 1);
    const innermost = titles.at(-1) ?? "";
    const ofLabel = sideIn(label ?? "");
    const ofSections = sideOf(titles);
    const ofName = sideOfFileName(name);
    const side =
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
      (COMMAND_LANGUAGES.has(language) ? undefined : this.#lastSide) ??
      (["POST", "PUT", "PATCH"].includes(this.#method) ? "request" : "response");
    // Below "Request Example", a title such as "Swift" tells one example from the others.
    const ofExample = titles.findLastIndex((one) => /example|sample/i.test(one));
    const sectionTitle = ofExample < 0 ? (titles.at(-1) ?? "") : titles.slice(ofExample).join(": ");
    const asOf = /(?:^|\/)v(\d+\.\d+)\//.exec(path)?.[1];
    return {
      side,
      sectionTitles: titlesOf(where),
      title: title === "" ? sectionTitle : title,
      ...(asOf === undefined ? {} : { asOf }),
      ...versionsOf([...titlesOf(where), title]),
    };
  }
}

/** What stands above a block: the titles of the sections below the operation, and the label of a part that is no section. */
interface Where {
  readonly titles: readonly string[];
  readonly label: string | undefined;
}

function titlesOf({ titles, label }: Where): readonly string[] {
  return label === undefined ? titles : [...titles, label];
}

/** The title of what was read is not prose as well. */
function dropTitle(prose: Block[], directive: Directive): void {
  const last = prose.at(-1);
  if (last === undefined) return;
  const isTitled =
    (isSample(directive) || directive.name === "rest_parameters") && partLabel(last) !== undefined;
  if (isTitled || (isSample(directive) && sampleTitle(last) !== "")) prose.pop();
}

/** Blocks that a reader of the page does not see. */
const SILENT: ReadonlySet<Block["kind"]> = new Set([
  "comment",
  "target",
  "substitution-definition",
  "transition",
]);

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
