import { posix } from "node:path";
import type { ApiRef, Document, Operation, StatusRow } from "../apiref/model.ts";
import { noticesFor } from "../apiref/notice.ts";
import { resolveFromDocument } from "../apiref/sources.ts";
import type { StatusFile } from "../apiref/status-file.ts";
import type { Block, Section } from "../rst/tree.ts";
import { childrenOf } from "../rst/walk.ts";
import { append } from "../text/append.ts";
import { collide, type Edit, isSameEdit } from "../text/edit.ts";
import { Recollection } from "../text/recollection.ts";
import { remembered } from "../text/remembered.ts";
import { SourceFile } from "../text/source-file.ts";
import {
  codesSection,
  type NewContent,
  type ProsePlace,
  type ProseRow,
  prosePlaces,
  replaceProse,
} from "./codes-section.ts";
import { isCutAlike } from "./cut-includes.ts";
import { defaultReason } from "./default-reasons.ts";
import { existingLists } from "./existing-lists.ts";
import { type Habits, habitsOf } from "./habits.ts";
import { isWithin, saidBeyondCode } from "./said.ts";
import { isUnclear, mostCommon, statusEntryEdits, type WantedReason } from "./status-entries.ts";
import { titleStyleAt } from "./title-style.ts";

/**
 * The edits that turn codes in prose into `rest_status_code` lists, by operation: a section for the codes in the RST
 * and what is missing in status.yaml. Operations that share a file share its edits. An operation that is not in the
 * result has no prose, or none that can be replaced without a person.
 */
export function proseCodesEdits(apiRef: ApiRef): ReadonlyMap<Operation, readonly Edit[]> {
  const habits = habitsOf(apiRef);
  const statusFiles = new StatusFiles(apiRef);
  const lostTitles = noticesFor(apiRef.notices, "rst-malformed").filter(
    ({ detail }) => detail.kind === "title-level",
  );
  // A new title may make good a later one that docutils leaves out, and change what stands below which.
  const isClear = ({ operations: [{ section }] }: Site): boolean =>
    section === undefined || !lostTitles.some(({ span }) => isWithin(span, section.span));
  const repairs = new Map<Site, Repair>();
  for (const group of groupsOf(sitesOf(apiRef))) {
    const found = group.map(
      (site) => [site, isClear(site) ? recallRepair(site, habits, statusFiles) : undefined] as const,
    );
    const whole = found.filter((one): one is readonly [Site, Repair] => one[1] !== undefined);
    // What shares its prose is repaired together or not at all: the prose is gone for all of them.
    if (whole.length < group.length) continue;
    const edits = united(whole.flatMap(([, repair]) => repair.edits));
    if (edits === undefined || !areCutsAlike(edits, habits)) continue;
    for (const [site, repair] of whole) repairs.set(site, { ...repair, edits });
  }

  const result = new Map<Operation, readonly Edit[]>();
  for (const [path, wanted] of wantedReasons(repairs.values(), statusFiles)) {
    const added = statusEntryEdits(statusFiles.at(path), [...wanted.values()]);
    if (added === undefined) continue;
    for (const [site, { edits, status, reasons }] of repairs) {
      if (status !== path) continue;
      const entries = reasons.flatMap(({ code, name }) => added.get(wanted.get(`${code} ${name}`)!) ?? []);
      const all = [...edits, ...new Set(entries)];
      for (const operation of site.operations) result.set(operation, all);
    }
  }
  return result;
}

/** An operation in its file: as often in the model as documents include the file. */
interface Site {
  readonly operations: readonly [Operation, ...Operation[]];
  /** The document of each. */
  readonly documents: readonly Document[];
  /** The codes in the prose of the first of them; it is the same text for all. */
  readonly rows: readonly ProseRow[];
}

/** What repairs one site. */
interface Repair {
  readonly edits: readonly Edit[];
  /** The path of the status file. */
  readonly status: string;
  readonly reasons: readonly WantedReason[];
}

function sitesOf({ documents }: ApiRef): Site[] {
  const sites = new Map<
    string,
    { operations: [Operation, ...Operation[]]; documents: Document[]; rows: readonly ProseRow[] }
  >();
  for (const document of documents)
    for (const operation of document.operations) {
      const rows = proseRows(operation);
      if (rows.length === 0) continue;
      const { file, start } = operation.directive.nameSpan;
      const key = `${start} ${file.path}`;
      const site = sites.get(key);
      if (site === undefined) sites.set(key, { operations: [operation], documents: [document], rows });
      else {
        site.operations.push(operation);
        site.documents.push(document);
      }
    }
  return [...sites.values()];
}

const proseRows = remembered(({ statuses }: Operation): readonly ProseRow[] =>
  statuses.filter((row): row is ProseRow => row.origin.kind === "prose"),
);

/** What tells the paragraphs of some rows from others. */
const paragraphsOf = remembered(
  (rows: readonly ProseRow[]): ReadonlySet<string> =>
    new Set(rows.map(({ origin: { span } }) => `${span.start} ${span.file.path}`)),
);

/** Sites that have prose in common, as of a part that several operations include. */
function groupsOf(sites: readonly Site[]): Site[][] {
  const groups = new Map<string, Site[]>();
  for (const site of sites) {
    const keys = [...paragraphsOf(site.rows)];
    const group = [...new Set([site, ...keys.flatMap((key) => groups.get(key) ?? [])])];
    for (const member of group) for (const key of paragraphsOf(member.rows)) groups.set(key, group);
  }
  return [...new Set(groups.values())];
}

/** The edits of several repairs, each once; undefined where they contradict each other. */
function united(edits: readonly Edit[]): Edit[] | undefined {
  const kept: Edit[] = [];
  for (const edit of edits) {
    const others = kept.filter(({ span }) => span.file === edit.span.file);
    if (others.some((other) => isSameEdit(edit, other))) continue;
    if (others.some((other) => collide(edit, other))) return undefined;
    kept.push(edit);
  }
  return kept;
}

/** Whether documents that bring in some lines of a file alone show the same ones after some edits. */
function areCutsAlike(edits: readonly Edit[], { cuts }: Habits): boolean {
  if (cuts.size === 0) return true;
  const files = new Set(edits.map(({ span }) => span.file));
  return [...files].every((file) => {
    const own = edits.filter(({ span }) => span.file === file);
    return (cuts.get(file.path) ?? []).every((options) => isCutAlike(file, options, own));
  });
}

/** What a repair depends on beside the section and its codes. */
function asksOf({ operations, documents }: Site, habits: Habits, statusFiles: StatusFiles) {
  return {
    holdsSeveral: () => holdsSeveral(operations[0], documents[0]!),
    status: () => statusFiles.pathFor(documents),
    statusFile: (path: string) => statusFiles.existing(path),
    reasonName: (path: string, code: string, name: string, text: string) =>
      statusFiles.reasonName(path, code, name, text),
    /** The style of titles so many levels below the section. */
    titleStyle: (levels: number) =>
      titleStyleAt(
        operations.map(({ section }, index) => ({
          document: documents[index]!,
          depth: section!.depth + levels,
        })),
        habits,
      ),
    codesTitle: habits.codesTitle,
    contentIndent: habits.contentIndent,
  };
}
type Asks = ReturnType<typeof asksOf>;

/** The repairs of sections: with `--watch`, most of them are what they were in the run before. */
const known = new Recollection<Section, Asks>();

function recallRepair(site: Site, habits: Habits, statusFiles: StatusFiles): Repair | undefined {
  const [operation] = site.operations;
  const { section, statuses } = operation;
  if (section === undefined) return undefined;
  return known.recall(section, [statuses], asksOf(site, habits, statusFiles), (asks) =>
    repairOf(operation, section, site.rows, asks),
  );
}

function repairOf(
  operation: Operation,
  section: Section,
  rows: readonly ProseRow[],
  asks: Asks,
): Repair | undefined {
  const prose = new Set(rows.map(({ origin }) => origin.blocks));
  if (asks.holdsSeveral() || [...prose].some((blocks) => blocks.some(holdsMarkup))) return undefined;
  const status = asks.status();
  if (status === undefined) return undefined;

  const statusFile = asks.statusFile(status.path);
  const places = prosePlaces(operation, rows);
  if (places === undefined) return undefined;
  const edits: Edit[] = [];
  const reasons: WantedReason[] = [];
  for (const sharing of sharingSections(places)) {
    const listed = listedRows(
      sharing.flatMap((place) => place.rows),
      operation,
      (code) => meaningIn(statusFile, code),
      (code, name, text) => asks.reasonName(status.path, code, name, text),
    );
    append(
      reasons,
      listed.map(({ reason }) => reason),
    );
    const target = codesSection(sharing[0]);
    if (target !== undefined && !isOwn(target, section, sharing)) return undefined;
    const host = sharing.find((place) => place.section === target) ?? sharing[0];
    const lists = existingLists(target ?? host.section, operation.statuses, status.path);
    for (const { kind, extend } of lists.values()) {
      const added = listed.filter((row) => row.kind === kind);
      if (added.length > 0) edits.push(extend(added.map(rowLine)));
    }
    const others = listed.filter(({ kind }) => !lists.has(kind));
    const needsTitle = target === undefined && lists.size === 0;
    const title = needsTitle ? titleLines(host, section, asks) : [];
    if (title === undefined) return undefined;
    const indent = asks.contentIndent(host.section.title.span.file);
    const content: NewContent = { title, directives: directiveLines(others, status.name, indent) };
    for (const place of sharing) {
      const replaced = replaceProse(place, target, place === host ? content : { title: [], directives: [] });
      if (replaced === undefined) return undefined;
      append(edits, replaced);
    }
  }
  return { edits, status: status.path, reasons };
}

/**
 * Whether what is written into a section is shown by those alone whose prose it replaces: the section stands in the
 * operation's own file, or all of the prose in the section's. Other operations may include it as well.
 */
function isOwn({ title }: Section, operation: Section, places: readonly ProsePlace[]): boolean {
  const { file } = title.span;
  return (
    file === operation.title.span.file ||
    places.every(({ rows }) => rows.every(({ codeSpan }) => codeSpan.file === file))
  );
}

/** The places, those together whose codes go to one section. */
function sharingSections(places: readonly ProsePlace[]): [ProsePlace, ...ProsePlace[]][] {
  const groups = new Map<Section | ProsePlace, [ProsePlace, ...ProsePlace[]]>();
  for (const place of places) {
    const target = codesSection(place) ?? place;
    const group = groups.get(target);
    if (group === undefined) groups.set(target, [place]);
    else group.push(place);
  }
  return [...groups.values()];
}

/**
 * Whether a paragraph runs on into a title or a directive, for want of a blank line. Only a person knows that these
 * are not said of a code.
 */
function holdsMarkup(block: Block): boolean {
  if (block.kind === "paragraph")
    return block.text.lines.some(({ text }, index) =>
      index === 0 ? false : /^\s*(?:\.\.(?:\s|$)|([!-/:-@[-`{-~])\1{2,}\s*$)/.test(text),
    );
  return childrenOf(block).some((children) => children.some(holdsMarkup));
}

/** Where a section holds several `rest_method`, a subsection of the first would swallow the others. */
function holdsSeveral({ section, directive }: Operation, document: Document): boolean {
  return document.operations.some((other) => other.section === section && other.directive !== directive);
}

/** `Response codes` and the line that makes it a title below the place's own. */
function titleLines({ section }: ProsePlace, operation: Section, asks: Asks): string[] | undefined {
  const style = asks.titleStyle(section.depth - operation.depth + 1);
  if (style === undefined) return undefined;
  const title = asks.codesTitle(section.title.span.file);
  const line = style.character.repeat(title.length);
  return style.overline ? [line, title, line] : [title, line];
}

/** A code to be listed, and the reason that it is listed with. */
interface ListedRow {
  readonly kind: StatusRow["kind"];
  readonly reason: WantedReason;
}

/** The rows to list, each once, without those that the operation lists already. */
function listedRows(
  rows: readonly StatusRow[],
  operation: Operation,
  meaning: (code: string) => string,
  reasonName: (code: string, name: string, text: string) => string,
): ListedRow[] {
  const listed = new Map<string, ListedRow>();
  const known = new Set(
    operation.statuses.flatMap(({ origin, kind, code, reason }) =>
      origin.kind === "directive" ? [`${kind} ${code} ${reason ?? "default"}`] : [],
    ),
  );
  for (const row of rows) {
    const { code, kind } = row;
    const text = meaning(code);
    const said = saidBeyondCode(row, operation, text);
    const reason =
      said === undefined
        ? { code, name: "default", text }
        : { code, name: reasonName(code, said.name, said.text), text: said.text };
    const key = `${kind} ${code} ${reason.name}`;
    if (!known.has(key)) listed.set(key, { kind, reason });
  }
  const all = [...listed.values()];
  const codeOf = ({ kind, reason }: ListedRow) => `${kind} ${reason.code}`;
  const named = new Set(all.filter(({ reason }) => reason.name !== "default").map(codeOf));
  // A code that stands in two paragraphs is listed with what one of them says of it.
  return all.filter((row) => row.reason.name !== "default" || !named.has(codeOf(row)));
}

function directiveLines(rows: readonly ListedRow[], statusName: string, indent: string): string[] {
  const lines: string[] = [];
  for (const kind of ["success", "error"] as const) {
    const ofKind = rows.filter((row) => row.kind === kind);
    if (ofKind.length === 0) continue;
    if (lines.length > 0) lines.push("");
    lines.push(`.. rest_status_code:: ${kind} ${statusName}`, "");
    for (const row of ofKind) lines.push(indent + rowLine(row));
  }
  return lines;
}

/** `- 404: gone`. */
function rowLine({ reason: { code, name } }: ListedRow): string {
  return `- ${code}${name === "default" ? "" : `: ${name}`}`;
}

/** All that is wanted of each status file, each reason once; a new code also gets a default. */
function wantedReasons(
  repairs: Iterable<Repair>,
  statusFiles: StatusFiles,
): Map<string, Map<string, WantedReason>> {
  const wanted = new Map<string, Map<string, WantedReason>>();
  for (const { status, reasons } of repairs) {
    const ofFile = wanted.get(status) ?? new Map<string, WantedReason>();
    wanted.set(status, ofFile);
    const { entries } = statusFiles.at(status);
    for (const reason of reasons) {
      const { code } = reason;
      const byDefault = { code, name: "default", text: meaningIn(statusFiles.existing(status), code) };
      for (const one of entries.has(code) ? [reason] : [byDefault, reason]) {
        const key = `${code} ${one.name}`;
        if (!ofFile.has(key)) ofFile.set(key, one);
      }
    }
  }
  return wanted;
}

/** What a code means by default, in a file or else in HTTP. */
function meaningIn(file: StatusFile | undefined, code: string): string {
  const text = file?.entries.get(code)?.reasons.get("default")?.text.trim();
  return text === undefined || text === "" ? defaultReason(code) : text.replace(/\s+/g, " ");
}

/** The status files of a tree, those among them that are yet to be made. */
class StatusFiles {
  readonly #apiRef: ApiRef;
  /** The file that the directives of a document name, by document. */
  readonly #named = new Map<Document, string>();
  readonly #common: string | undefined;
  readonly #broken: ReadonlySet<string>;
  readonly #created = new Map<string, StatusFile>();
  /** `pathFor` of single documents, as most texts stand in one. */
  readonly #pathForOne = remembered((document: Document) => this.#pathForAll([document]));
  /** Path, code and name → the text that was given the name. */
  readonly #texts = new Map<string, string>();

  constructor(apiRef: ApiRef) {
    this.#apiRef = apiRef;
    const all: string[] = [];
    for (const document of apiRef.documents) {
      const paths = [...document.operations, document.general].flatMap(({ statuses }) =>
        statuses.flatMap(({ origin }) =>
          origin.kind === "directive" && origin.file !== undefined ? [origin.file.file.path] : [],
        ),
      );
      const named = mostCommon(paths);
      if (named !== undefined) this.#named.set(document, named);
      append(all, paths);
    }
    this.#common = mostCommon(all);
    this.#broken = new Set(
      noticesFor(apiRef.notices, "status-file-invalid")
        .filter(isUnclear)
        .map(({ span }) => span.file.path),
    );
  }

  /**
   * The status file for a text that stands in some documents, and its name as seen from all of them (Sphinx,
   * `relfn2path`). Where no directive names one yet, it stands beside parameters.yaml.
   */
  pathFor(documents: readonly Document[]): { readonly path: string; readonly name: string } | undefined {
    return documents.length === 1 ? this.#pathForOne(documents[0]!) : this.#pathForAll(documents);
  }

  #pathForAll(documents: readonly Document[]): { readonly path: string; readonly name: string } | undefined {
    const { root } = this.#apiRef;
    const named = documents.map((document) => this.#named.get(document)).find((path) => path !== undefined);
    const path = named ?? this.#common ?? posix.join(this.#folderOf(documents[0]!), "status.yaml");
    if (this.#broken.has(path)) return undefined;
    const names = new Set(documents.map(({ file }) => posix.relative(posix.dirname(file.path), path)));
    const name = names.size === 1 ? [...names][0]! : `/${posix.relative(root, path)}`;
    const isRight = documents.every(({ file }) => resolveFromDocument(root, file.path, name) === path);
    return isRight && !/\s/.test(name) ? { path, name } : undefined;
  }

  /** The folder of the parameters file that most rows of a document name. */
  readonly #folderOf = remembered((document: Document): string => {
    const files = document.operations.flatMap(({ rows }) =>
      rows.flatMap(({ file }) => file?.file.path ?? []),
    );
    return posix.dirname(mostCommon(files) ?? document.file.path);
  });

  /** The file at a path; undefined where it is yet to be made. */
  existing(path: string): StatusFile | undefined {
    return this.#apiRef.statusFiles.get(path);
  }

  /** The file at a path, empty where it is yet to be made. */
  at(path: string): StatusFile {
    const known = this.existing(path) ?? this.#created.get(path);
    if (known !== undefined) return known;
    const created: StatusFile = { file: new SourceFile(path, ""), entries: new Map() };
    this.#created.set(path, created);
    return created;
  }

  /** The name under which a text is a reason of a code: one that has the text already, else one that is free. */
  reasonName(path: string, code: string, name: string, text: string): string {
    const reasons = this.at(path).entries.get(code)?.reasons ?? new Map<string, { text: string }>();
    const plain = text.replace(/\s+/g, " ").trim();
    const isSame = (other: string): boolean => other === text || other.replace(/\s+/g, " ").trim() === plain;
    for (const [known, reason] of reasons) if (isSame(reason.text)) return known;
    for (let count = 1; ; count++) {
      const candidate = count === 1 ? name : `${name}_${count}`;
      const key = `${path} ${code} ${candidate}`;
      const taken = reasons.get(candidate)?.text ?? this.#texts.get(key);
      if (taken !== undefined && !isSame(taken)) continue;
      this.#texts.set(key, text);
      return candidate;
    }
  }
}
