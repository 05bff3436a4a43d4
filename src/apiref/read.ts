import type { Files } from "../files/files.ts";
import { type BlockMemory, blockMemory } from "../rst/block-memory.ts";
import { isDirectiveFault } from "../rst/fault.ts";
import { parseDocument } from "../rst/parse.ts";
import type { Section } from "../rst/tree.ts";
import { append } from "../text/append.ts";
import { pathPattern } from "../text/glob.ts";
import { Memory } from "../text/memory.ts";
import { remembered } from "../text/remembered.ts";
import { SourceFile } from "../text/source-file.ts";
import { documentNames, toctreeEntries } from "./documents.ts";
import { readGeneralTables } from "./general-tables.ts";
import { includer } from "./include.ts";
import { missingImages } from "./missing-images.ts";
import type { ApiRef, Document, Page } from "./model.ts";
import type { Notice } from "./notice.ts";
import { readOperations } from "./operations.ts";
import { type ParametersFile, readParametersFile } from "./parameters-file.ts";
import { projectNames } from "./project-names.ts";
import { readingMemory } from "./reading-memory.ts";
import { fileMemory, joinPath, openSources, parentOf, type ReadFailure, type Sources } from "./sources.ts";
import { readStatusFile, type StatusFile } from "./status-file.ts";
import type { NamedYaml, TreeFiles } from "./tree-files.ts";
import { unincludedParts } from "./unincluded-parts.ts";
import { unreadDocuments } from "./unread-documents.ts";
import { unusedSamples } from "./unused-samples.ts";
import { readVersionHistories } from "./version-history.ts";

/** What of a tree is read. */
export interface ReadOptions {
  /** Patterns of Sphinx document names, such as `v3/*`; all documents without it. */
  readonly documents?: readonly string[];
  /** The file that tells the history of the microversions, absolute; looked for without it. */
  readonly history?: string | undefined;
  /** What is known from an earlier reading; the result is the same with and without it. */
  readonly memory?: Memory | undefined;
}

/**
 * Reads an api-ref tree: its documents in toctree order, each with what it includes, and the operations in them with
 * their definitions, codes and samples. Mistakes become notices; nothing throws for what stands in a file.
 *
 * @param root the Sphinx source folder, absolute
 */
export function readApiRef(files: Files, root: string, options: ReadOptions = {}): ApiRef {
  const { memory = new Memory() } = options;
  const sources = openSources(files, root, memory.part(fileMemory));
  const notices: Notice[] = [];
  const { names, parts, outside } = documentNames(files, root);
  for (const path of outside)
    notices.push({
      rule: "path-outside",
      span: { file: new SourceFile(joinPath(root, path), ""), start: 0, end: 0 },
      detail: { path },
    });
  const parsed = new Map<string, Page>();
  const noticesOf = new Map<string, Notice[]>();
  const failures = new Map<string, ReadFailure>();
  for (const name of names) {
    const ofDocument: Notice[] = [];
    const document = parse(name, sources, ofDocument, memory.part(blockMemory));
    if (typeof document === "string") {
      failures.set(name, document);
      continue;
    }
    parsed.set(name, document);
    noticesOf.set(name, ofDocument);
  }
  const wanted = wantedNames(options.documents);
  const pages = toctreeOrder(parsed, names).filter(({ name }) => wanted(name));
  const unread = new Map([...failures].filter(([name]) => wanted(name)));
  append(notices, unreadDocuments(unread, { root, documents: pages }));
  const tree = treeFiles(sources, notices);
  const documents = pages.map((page): Document => {
    append(notices, noticesOf.get(page.name)!);
    const { operations, notices: ofOperations } = readOperations(page, tree, memory.part(readingMemory));
    append(notices, ofOperations);
    const { rows, statuses, notices: ofTables } = readGeneralTables(page, tree);
    append(notices, ofTables);
    return { ...page, operations, general: { rows, statuses } };
  });
  readUnnamedStatusFiles(documents, tree);
  const { file: configuration } = sources.read(joinPath(root, "conf.py"));
  append(notices, missingImages(files, { root, documents }));
  if (options.documents === undefined) {
    const unincluded = unincludedParts(sources, parts, notices);
    append(notices, unincluded);
    const shownIfIncluded = new Set(unincluded.flatMap(({ detail }) => detail.samples));
    append(
      notices,
      unusedSamples(files, sources, documents).filter(
        ({ detail }) => !("path" in detail && shownIfIncluded.has(detail.path)),
      ),
    );
  }
  return {
    root,
    boundary: sources.boundary,
    projectNames: configuration === undefined ? [] : projectNames(configuration),
    documents,
    files: sources.files,
    parametersFiles: tree.parametersFiles,
    statusFiles: tree.statusFiles,
    histories: readVersionHistories(files, sources, options.history),
    notices,
  };
}

function wantedNames(patterns: readonly string[] | undefined): (name: string) => boolean {
  if (patterns === undefined) return () => true;
  const matchers = patterns.map(pathPattern);
  return (name) => matchers.some((matches) => matches(name));
}

/** Codes in prose will be defined in a status.yaml beside parameters.yaml, which may be there before any directive names it. */
function readUnnamedStatusFiles(documents: readonly Document[], tree: ReturnType<typeof treeFiles>): void {
  const hasProse = documents.some(({ operations }) =>
    operations.some(({ statuses }) => statuses.some(({ origin }) => origin.kind === "prose")),
  );
  if (!hasProse || tree.statusFiles.size > 0) return;
  const beside = [...tree.parametersFiles.keys(), ...documents.map(({ file }) => file.path)];
  for (const folder of new Set(beside.map(parentOf))) tree.statusFile(joinPath(folder, "status.yaml"));
}

/** The document of that name, or why it cannot be read. */
function parse(name: string, sources: Sources, notices: Notice[], memory: BlockMemory): Page | ReadFailure {
  const { file, failure } = sources.read(joinPath(sources.root, `${name}.rst`));
  if (file === undefined) return failure;
  if (failure !== undefined)
    notices.push({ rule: failure, span: { file, start: 0, end: 0 }, detail: { path: name } });
  const { blocks, problems } = parseDocument(file, {
    include: includer(file, sources, notices),
    memory,
  });
  for (const { fault, span } of problems)
    notices.push(
      isDirectiveFault(fault)
        ? { rule: "directive-misused", span, detail: fault }
        : { rule: "rst-malformed", span, detail: fault },
    );
  const titled = blocks.find((block): block is Section => block.kind === "section");
  return { name, file, title: titled?.title, blocks };
}

/** Documents as a reader comes to them: from the index through the toctrees, then those that no toctree names. */
function toctreeOrder(parsed: ReadonlyMap<string, Page>, names: readonly string[]): Page[] {
  const ordered = new Set<Page>();
  // A chain of toctrees may be longer than calls can be nested.
  const visit = (first: string) => {
    const waiting = [first];
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      const document = parsed.get(name);
      if (document === undefined || ordered.has(document)) continue;
      ordered.add(document);
      append(waiting, [...toctreeEntries(document.blocks, name, names)].reverse());
    }
  };
  visit("index");
  for (const name of names) visit(name);
  return [...ordered];
}

/** Definitions and status files, each read once. */
function treeFiles(
  sources: Sources,
  notices: Notice[],
): TreeFiles & { parametersFiles: Map<string, ParametersFile>; statusFiles: Map<string, StatusFile> } {
  const parametersFiles = new Map<string, ParametersFile>();
  const statusFiles = new Map<string, StatusFile>();
  return {
    root: sources.root,
    parametersFiles,
    statusFiles,
    read: (path) => sources.read(path),
    parametersFile: (path) =>
      readOnce(path, sources, parametersFiles, notices, (file) => {
        const read = parametersIn(file);
        return { value: read.parameters, notices: read.notices };
      }),
    statusFile: (path) =>
      readOnce(path, sources, statusFiles, notices, (file) => {
        const read = statusesIn(file);
        return { value: read.status, notices: read.notices };
      }),
  };
}

const parametersIn = remembered(readParametersFile);
const statusesIn = remembered(readStatusFile);

/** A file that many directives name: read, and what is wrong with it told, where the first one names it. */
function readOnce<Value>(
  path: string,
  sources: Sources,
  known: Map<string, Value>,
  notices: Notice[],
  read: (file: SourceFile) => { readonly value: Value; readonly notices: readonly Notice[] },
): NamedYaml<Value> {
  const { file, failure } = sources.read(path);
  if (file === undefined) return { failure };
  const before = known.get(path);
  if (before !== undefined) return { file: before };
  const found = read(file);
  known.set(path, found.value);
  append(notices, found.notices);
  return failure === undefined ? { file: found.value } : { file: found.value, failure };
}
