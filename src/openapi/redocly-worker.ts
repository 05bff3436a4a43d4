import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import type { RuleSettings } from "../findings/severity.ts";
import { prepareRedocly } from "./redocly-problems.ts";

/** What the linter sends to this thread: a document, and where to answer. */
export interface LintRequest {
  readonly documentText: string;
  readonly answer: MessagePort;
}

const findProblems = await prepareRedocly(workerData as RuleSettings);

parentPort!.on("message", async ({ documentText, answer }: LintRequest) => {
  answer.postMessage(await findProblems(documentText));
  answer.close();
});
