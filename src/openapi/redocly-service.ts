import type { MessagePort } from "node:worker_threads";
import type { RuleSettings } from "../findings/severity.ts";
import { prepareRedocly } from "./redocly-problems.ts";

/** What is sent to the thread of Redocly: a document, how to look at it, and where to answer. */
export interface LintRequest {
  readonly documentText: string;
  readonly settings: RuleSettings;
  readonly answer: MessagePort;
}

/** Answers every request that comes by a port. */
export function answerLintRequests(port: MessagePort): void {
  // Redocly prepared for settings: for none at first, which most people have.
  let prepared = { key: keyOf(new Map()), findProblems: prepareRedocly(new Map()) };
  port.on("message", async ({ documentText, settings, answer }: LintRequest) => {
    const key = keyOf(settings);
    if (prepared.key !== key) prepared = { key, findProblems: prepareRedocly(settings) };
    answer.postMessage(await (await prepared.findProblems)(documentText));
    answer.close();
  });
}

function keyOf(settings: RuleSettings): string {
  return JSON.stringify([...settings]);
}
