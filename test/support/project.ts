import { readApiRef } from "../../src/apiref/read.ts";
import { sampleInclusions } from "../../src/apiref/sample-inclusions.ts";
import { type Bodies, readBodies } from "../../src/bodies/read-bodies.ts";
import { resolveSettings } from "../../src/config/resolve.ts";
import { unmatchedSettings } from "../../src/config/unmatched.ts";
import type { JsonObject } from "../../src/data/json-value.ts";
import { readEvidence } from "../../src/evidence/read-evidence.ts";
import type { Files } from "../../src/files/files.ts";
import { memoryFiles } from "../../src/files/memory.ts";
import type { Finding } from "../../src/findings/finding.ts";
import { settingsToRun } from "../../src/findings/override.ts";
import type { ExampleTree } from "../../src/findings/rule.ts";
import { runRules, sortFindings } from "../../src/findings/run.ts";
import { settle } from "../../src/findings/settle.ts";
import type { RuleSettings } from "../../src/findings/severity.ts";
import { buildSpecification } from "../../src/openapi/build.ts";
import type { SpecificationOptions } from "../../src/openapi/options.ts";
import type { Specification } from "../../src/openapi/specification.ts";
import { ruleNames, rules, rulesNeedingEvidence } from "../../src/rules/index.ts";
import { compareEvidence } from "../../src/verify/compare.ts";
import { readMarks } from "./marks.ts";

/** Where the trees of tests stand. */
export const ROOT = "/project/source";

/** A place that a test marked: file below the source folder and what `«…»` stand round. */
export interface MarkedPlace {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** An api-ref tree in memory. `«…»` are left out and told as places. */
export interface TreeInMemory {
  readonly files: Files;
  readonly marks: readonly MarkedPlace[];
}

/** Makes a tree from texts with marks. A lone surrogate `\udc80`–`\udcff` stands for the byte 0x80–0xff. */
export function treeOf(texts: ExampleTree): TreeInMemory {
  const marks: MarkedPlace[] = [];
  const contents: Record<string, Uint8Array> = {};
  for (const [file, marked] of Object.entries(texts)) {
    const { text, places } = readMarks(marked);
    marks.push(...places.map((place) => ({ file, ...place })));
    contents[`${ROOT}/${file}`] = bytesOf(text);
  }
  return { files: memoryFiles({ files: contents }), marks };
}

function bytesOf(text: string): Uint8Array {
  const pieces = text.split(/(?<![\ud800-\udbff])([\udc80-\udcff])/);
  return Buffer.concat(
    pieces.map((piece, index) =>
      index % 2 === 0 ? Buffer.from(piece) : Buffer.of(piece.charCodeAt(0) - 0xdc00),
    ),
  );
}

/** What is made of a tree: its bodies and its specification. */
export function specificationOf(
  files: Files,
  options: SpecificationOptions = {},
): { readonly bodies: Bodies; readonly specification: Specification } {
  const bodies = readBodies(readApiRef(files, ROOT), options.microversion);
  return { bodies, specification: buildSpecification(bodies, options) };
}

/** The document that is made of a tree, as JSON shows it. */
export function documentOf(files: Files, options?: SpecificationOptions): JsonObject {
  return JSON.parse(JSON.stringify(specificationOf(files, options).specification.document)) as JsonObject;
}

/** Files of a tree that it is held against, where it has them. */
const EVIDENCE = ["service.yaml", "traffic.har"];

/** Reads a tree and its bodies, and runs all rules but Redocly's. */
export function checkTree(
  texts: ExampleTree,
  settings: RuleSettings = new Map(),
  microversion?: string,
): Finding[] {
  const { files } = treeOf(texts);
  const apiRef = readApiRef(files, ROOT, {});
  const resolved = resolveSettings(
    files,
    ROOT,
    { source: ROOT, rules: Object.fromEntries(settings) },
    ruleNames,
  );
  const bodies = readBodies(apiRef, microversion ?? resolved.specification.microversion);
  const evidence = EVIDENCE.filter((name) => name in texts).map((name) =>
    readEvidence(files, `${ROOT}/${name}`, name),
  );
  const comparison = evidence.length === 0 ? undefined : compareEvidence(apiRef, bodies.placed, evidence);
  const found = runRules(rules, { apiRef, bodies, comparison }, settingsToRun(resolved));
  const { findings, unusedAllowed } = settle(found, apiRef.files.values(), {
    ...resolved,
    ruleNames,
    wholeTree: true,
    isRun: (rule) => evidence.length > 0 || !rulesNeedingEvidence.has(rule),
    includedAt: sampleInclusions(apiRef),
  });
  const unmatched = unmatchedSettings(resolved.claims, apiRef, unusedAllowed, files);
  return sortFindings([...findings, ...unmatched]);
}
