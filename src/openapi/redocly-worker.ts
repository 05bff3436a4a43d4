import { type MessagePort, parentPort } from "node:worker_threads";
import type { RuleSettings } from "../findings/severity.ts";
import { prepareRedocly } from "./redocly-problems.ts";

/** What is sent to this thread: a document, how to look at it, and where to answer. */
export interface LintRequest {
  readonly documentText: string;
  readonly settings: RuleSettings;
  readonly answer: MessagePort;
}

const keyOf = (settings: RuleSettings): string => JSON.stringify([...settings]);

/** Redocly prepared for settings: for none at first, which most people have. */
let prepared = { key: keyOf(new Map()), findProblems: prepareRedocly(new Map()) };

parentPort!.on("message", async ({ documentText, settings, answer }: LintRequest) => {
  const key = keyOf(settings);
  if (prepared.key !== key) prepared = { key, findProblems: prepareRedocly(settings) };
  answer.postMessage(await (await prepared.findProblems)(documentText));
  answer.close();
});
