import { fileMemory } from "./apiref/sources.ts";
import type { Settings } from "./config/resolve.ts";
import type { Files } from "./files/files.ts";
import { settingsToRun } from "./findings/override.ts";
import type { RuleSettings } from "./findings/severity.ts";
import { type Project, type RunOptions, runWith } from "./project.ts";
import { type DocumentLinter, startLinter } from "./redocly/linter.ts";
import type { RedoclyThread } from "./redocly/thread.ts";
import { Memory } from "./text/memory.ts";
import { UsageError } from "./usage-error.ts";

/** Runs on one tree, each of which keeps what the next one can use. */
export interface Session {
  /** The same as `runProject`, sooner. */
  run(files: Files, settings: Settings, options?: RunOptions): Promise<Project>;
  /** The last run once more, for nobody: code that has run several times is fast when it is needed. */
  rehearse(): Promise<void>;
  close(): Promise<void>;
}

/** After so many runs everything is read anew, for what is known of texts that are gone is not given up before. */
const MOST_RUNS = 500;

/**
 * Opens a session; it has to be closed.
 *
 * @param started Redocly's thread, if it was started before
 */
export function openSession(started?: RedoclyThread): Session {
  let thread = started;
  let linter: { readonly rules: string; readonly linter: DocumentLinter } | undefined;
  let memory = new Memory();
  let runs = 0;
  let again: () => Promise<unknown> = async () => {};
  let rehearsals = 0;

  const linterFor = async (settings: RuleSettings): Promise<DocumentLinter> => {
    const rules = JSON.stringify([...settings]);
    if (linter?.rules !== rules) {
      await linter?.linter.close();
      linter = { rules, linter: startLinter(settings, thread) };
      thread = undefined; // it is closed with its linter
    }
    return linter.linter;
  };
  return {
    async run(files, settings, options) {
      if (runs++ % MOST_RUNS === 0) memory = new Memory();
      const kept = { memory, linter: await linterFor(settingsToRun(settings)) };
      again = () => runWith(kept, files, settings, { onSources: async () => {} });
      return runWith(kept, files, settings, options);
    },
    async rehearse() {
      // as if a part had been saved
      const known = memory.part(fileMemory);
      const parts = [...known.keys()].filter((path) => path.endsWith(".inc"));
      if (parts.length > 0) known.delete(parts[rehearsals++ % parts.length]!);
      try {
        await again();
      } catch (error) {
        // Something has changed meanwhile; the next run will say it.
        if (!(error instanceof UsageError)) throw error;
      }
    },
    async close() {
      await linter?.linter.close();
    },
  };
}
