import { availableParallelism } from "node:os";
import { MessageChannel, Worker } from "node:worker_threads";
import { bundleFile, loadBundle } from "../files/bundle.ts";
import type { RuleSettings } from "../findings/severity.ts";
import type { RedoclyProblem } from "./problems.ts";
import type { LintRequest } from "./service.ts";

/** Redocly, in a thread of its own where that helps. A program that forgets to close it ends all the same. */
export interface RedoclyThread {
  findProblems(documentText: string, settings: RuleSettings): Promise<RedoclyProblem[]>;
  close(): Promise<void>;
}

/** Redocly on a thread that was started before, or else on one that is started now. */
export function startRedocly(worker: Worker | undefined = startWorker()): RedoclyThread {
  return worker === undefined ? sameThread() : ownThread(worker);
}

/**
 * Starts the thread. Loading Redocly takes longer than linting most documents, so this is to be called before anything
 * else is loaded: by the time that a document is made, Redocly is ready. This file loads nothing of it, nor of the rest of
 * the program. Whoever calls this hands the thread to `startRedocly` before anything else happens on it.
 *
 * Undefined where a thread does not help, or where the process may start none, as under Node's `--permission`.
 */
export function startWorker(): Worker | undefined {
  // A second thread costs as much as starting Node; one processor gets nothing for it.
  if (runsFromSources() || availableParallelism() === 1) return undefined;
  try {
    const worker = new Worker(bundleFile("redocly-worker"));
    worker.unref();
    worker.on("error", () => {}); // of interest only to those who wait for an answer
    return worker;
  } catch {
    return undefined;
  }
}

function ownThread(worker: Worker): RedoclyThread {
  let isReady = false;
  worker.once("message", () => {
    isReady = true;
  });
  const failure = new Promise<never>((_, reject) => {
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("The thread of the linter ended before it answered.")));
  });
  failure.catch(() => {});
  return {
    async findProblems(documentText, settings) {
      const { port1, port2 } = new MessageChannel();
      const answer = new Promise<RedoclyProblem[]>((resolve) => port1.once("message", resolve));
      const request: LintRequest = { documentText, settings, answer: port2 };
      worker.postMessage(request, [port2]);
      try {
        return await Promise.race([answer, failure]);
      } catch (error) {
        if (isReady) throw error;
        return sameThread().findProblems(documentText, settings);
      } finally {
        port1.close();
      }
    },
    async close() {
      await worker.terminate();
    },
  };
}

function sameThread(): RedoclyThread {
  let service: Promise<RedoclyThread["findProblems"]> | undefined;
  const load = async () => {
    const { redoclyService } = runsFromSources()
      ? await import("./service.ts")
      : loadBundle<typeof import("./service.ts")>("redocly-service");
    return redoclyService();
  };
  return {
    async findProblems(documentText, settings) {
      service ??= load();
      return (await service)(documentText, settings);
    },
    async close() {},
  };
}

/** Node 20 starts no thread from a TypeScript file, which is what the tests run. */
function runsFromSources(): boolean {
  return import.meta.url.endsWith(".ts");
}
