import { posix } from "node:path";
import type { ApiRef, Document } from "../apiref/model.ts";
import { noticesFor } from "../apiref/notice.ts";
import { resolveFromDocument } from "../apiref/sources.ts";
import type { StatusFile } from "../apiref/status-file.ts";
import { append } from "../text/append.ts";
import { remembered } from "../text/remembered.ts";
import { SourceFile } from "../text/source-file.ts";
import { defaultReason } from "./default-reasons.ts";
import { isUnclear, mostCommon } from "./status-entries.ts";

/** What a code means by default, in a file or else in HTTP. */
export function meaningIn(file: StatusFile | undefined, code: string): string {
  const text = file?.entries.get(code)?.reasons.get("default")?.text.trim();
  return text === undefined || text === "" ? defaultReason(code) : text.replace(/\s+/g, " ");
}

/** The status files of a tree, those among them that are yet to be made. */
export class StatusFiles {
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
