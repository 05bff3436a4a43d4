import type { ApiRef, Document, Operation } from "../apiref/model.ts";
import { noticesFor } from "../apiref/notice.ts";
import type { Block, Section } from "../rst/tree.ts";
import { childrenOf } from "../rst/walk.ts";
import { append } from "../text/append.ts";
import { doCollide, type Edit } from "../text/edit.ts";
import { groupedBy } from "../text/grouped.ts";
import { Recollection } from "../text/recollection.ts";
import { remembered } from "../text/remembered.ts";
import {
  codesSection,
  type NewContent,
  type ProsePlace,
  type ProseRow,
  prosePlaces,
  replaceProse,
} from "./codes-section.ts";
import { isCutAlike } from "./cut-includes.ts";
import { existingLists } from "./existing-lists.ts";
import { type Habits, habitsOf } from "./habits.ts";
import { directiveLines, listedRows, rowLine } from "./listed-rows.ts";
import { groupsOf, type Site, sitesOf } from "./prose-sites.ts";
import { isWithin } from "./said.ts";
import { statusEntryEdits, type WantedReason } from "./status-entries.ts";
import { meaningIn, StatusFiles } from "./status-files.ts";
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

/** What repairs one site. */
interface Repair {
  readonly edits: readonly Edit[];
  /** The path of the status file. */
  readonly status: string;
  readonly reasons: readonly WantedReason[];
}

/** The edits of several repairs, each once; undefined where they contradict each other. */
function united(edits: readonly Edit[]): Edit[] | undefined {
  const kept = new Set<Edit>();
  for (const ofFile of groupedBy(edits, ({ span }) => span.file).values()) {
    const different = groupedBy(ofFile, ({ span, text }) => `${span.start} ${span.end} ${text}`);
    const own = [...different.values()].map(([edit]) => edit);
    if (doCollide(own)) return undefined;
    for (const edit of own) kept.add(edit);
  }
  return edits.filter((edit) => kept.has(edit));
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
  return [...groupedBy(places, (place) => codesSection(place) ?? place).values()];
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
  const others = section && operationsBySection(document).get(section);
  return others?.some((other) => other.directive !== directive) ?? false;
}

const operationsBySection = remembered(({ operations }: Document) =>
  groupedBy(operations, ({ section }) => section),
);

/** `Response codes` and the line that makes it a title below the place's own. */
function titleLines({ section }: ProsePlace, operation: Section, asks: Asks): string[] | undefined {
  const style = asks.titleStyle(section.depth - operation.depth + 1);
  if (style === undefined) return undefined;
  const title = asks.codesTitle(section.title.span.file);
  const line = style.character.repeat(title.length);
  return style.overline ? [line, title, line] : [title, line];
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
