import type { MessagePort } from "node:worker_threads";
import type { RuleSettings } from "../findings/severity.ts";
import { prepareRedocly, type RedoclyProblem } from "./problems.ts";

/** What is sent to the thread of Redocly: a document, how to look at it, and where to answer. */
export interface LintRequest {
  readonly documentText: string;
  readonly settings: RuleSettings;
  readonly answer: MessagePort;
}

/** Redocly for documents that come one after another, mostly with the same settings: at first with none. */
export function redoclyService(): (
  documentText: string,
  settings: RuleSettings,
) => Promise<RedoclyProblem[]> {
  let prepared = { key: keyOf(new Map()), findProblems: prepareRedocly(new Map()) };
  return async (documentText, settings) => {
    const key = keyOf(settings);
    if (prepared.key !== key) prepared = { key, findProblems: prepareRedocly(settings) };
    return (await prepared.findProblems)(documentText);
  };
}

/** Says that it is there, and answers every request that comes by a port. */
export function answerLintRequests(port: MessagePort): void {
  const findProblems = redoclyService();
  port.postMessage("ready");
  port.on("message", async ({ documentText, settings, answer }: LintRequest) => {
    answer.postMessage(await findProblems(documentText, settings));
    answer.close();
  });
}

function keyOf(settings: RuleSettings): string {
  return JSON.stringify([...settings]);
}
