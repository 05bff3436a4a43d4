import { posix } from "node:path";
import { CONFIG_NAME } from "../config/load.ts";
import { resolveSettings } from "../config/resolve.ts";
import type { Files } from "../files/files.ts";
import { git } from "../files/git-call.ts";
import { workTreeOf } from "../files/work-tree.ts";
import { type Project, runProject } from "../project.ts";
import type { RedoclyThread } from "../redocly/thread.ts";
import { counted } from "../reporters/style.ts";
import { ruleNames } from "../rules/index.ts";
import { forgeOf, jobOf, type Repository } from "../setup/ci-jobs.ts";
import { configTemplate } from "../setup/config-template.ts";
import { preCommitConfig } from "../setup/pre-commit-entry.ts";
import { version } from "../version.ts";
import { progressOn, type Terminal } from "./terminal.ts";

/** The options of `apiref init`. */
export interface InitFlags {
  readonly source?: string | undefined;
  readonly config?: string | undefined;
  readonly quiet?: boolean | undefined;
  readonly progress: boolean;
  readonly redocly?: RedoclyThread | undefined;
}

/** The baseline's name, beside the configuration. */
const BASELINE = "apiref-baseline.json";

/** What was done, or why not. */
interface Done {
  readonly line: string;
  /** What is to be written, by absolute path. */
  readonly texts?: readonly (readonly [path: string, text: string])[];
}

/**
 * `apiref init`: writes a configuration, a baseline, the entry of pre-commit and the job of CI, each where there is none yet,
 * and says what it did. Nothing is overwritten. Gives the exit code.
 */
export async function init(files: Files, terminal: Terminal, flags: InitFlags): Promise<0> {
  const { workingDirectory } = terminal;
  const asked = { source: flags.source, config: flags.config };
  const settings = resolveSettings(files, workingDirectory, asked, ruleNames);
  const { root } = settings;
  const baseline = settings.baseline ?? posix.join(root, BASELINE);
  const hasBaseline = files.status(baseline) !== undefined;

  const progress = progressOn(terminal, flags.progress && !flags.quiet);
  let project: Project | undefined;
  try {
    if (!hasBaseline)
      project = await runProject(
        files,
        { ...settings, baseline },
        {
          updatesBaseline: true,
          onStep: progress.step,
          ...(flags.redocly === undefined ? {} : { redocly: flags.redocly }),
        },
      );
  } finally {
    progress.clear();
  }
  const shown = (path: string) => posix.relative(workingDirectory, path) || ".";
  const done = [
    configuration(files, { root, workingDirectory, baseline, config: flags.config }, shown),
    project?.baseline === undefined
      ? { line: `${shown(baseline)} is there already.` }
      : {
          line: `wrote ${shown(baseline)}: ${counted(project.baseline.fresh, "finding")} that ${project.baseline.fresh === 1 ? "is" : "are"} not reported from now on.`,
          texts: [[baseline, project.baseline.text]] as const,
        },
    ...inRepository(files, root, shown),
  ];
  files.writeAll(new Map(done.flatMap(({ texts = [] }) => texts)));
  terminal.out(done.map(({ line }) => `${line}\n`).join(""));
  if (!flags.quiet) terminal.err("Read what was written, commit it, and run `apiref lint`.\n");
  return 0;
}

interface ConfigPlace {
  readonly root: string;
  readonly workingDirectory: string;
  readonly baseline: string;
  readonly config: string | undefined;
}

function configuration(
  files: Files,
  { root, workingDirectory, baseline, config }: ConfigPlace,
  shown: (path: string) => string,
): Done {
  const path = config === undefined ? posix.join(root, CONFIG_NAME) : posix.resolve(workingDirectory, config);
  const known = [path, posix.join(root, "../..", CONFIG_NAME), posix.join(workingDirectory, CONFIG_NAME)];
  const found = known.find((one) => files.status(one) !== undefined);
  if (found !== undefined) return { line: `${shown(found)} is there already.` };
  const text = configTemplate(posix.relative(posix.dirname(path), baseline));
  return { line: `wrote ${shown(path)}: what can be set, as comments.`, texts: [[path, text]] };
}

/** The hook and the job, which stand at the top of the repository. */
function inRepository(files: Files, root: string, shown: (path: string) => string): Done[] {
  const top = workTreeOf(files, root);
  if (top === undefined) return [{ line: "No git work tree here: nothing to set up for pre-commit and CI." }];
  const at = (name: string) => posix.join(top, name);
  const repository: Repository = {
    isThere: (name) => files.status(at(name)) !== undefined,
    read: (name) =>
      files.status(at(name))?.kind === "file" ? new TextDecoder().decode(files.read(at(name))) : undefined,
    remote: git(top, ["config", "--get", "remote.origin.url"]).output.toString().trim(),
  };
  const folder = posix.relative(top, files.realPath(root) ?? root).replace(/(?:^|\/)source$/, "");
  return [hook(repository, folder, at, shown), job(repository, folder, at, shown)];
}

function hook(
  repository: Repository,
  folder: string,
  at: (name: string) => string,
  shown: (path: string) => string,
): Done {
  const name = ".pre-commit-config.yaml";
  const before = repository.read(name);
  if (before !== undefined && /\bapiref\b/.test(before))
    return { line: `${shown(at(name))} has the hook already.` };
  const text = preCommitConfig(before, version, folder);
  if (text === undefined)
    return {
      line: `${shown(at(name))} is left as it is: its \`repos:\` is not the last key. Add the hook apiref-lint by hand.`,
    };
  return { line: `wrote ${shown(at(name))}: the hook apiref-lint.`, texts: [[at(name), text]] };
}

function job(
  repository: Repository,
  folder: string,
  at: (name: string) => string,
  shown: (path: string) => string,
): Done {
  const forge = forgeOf(repository);
  if (forge === undefined)
    return { line: "The forge is not known from this repository: no job for CI. The README has recipes." };
  const found = jobOf(forge, repository, folder === "api-ref" || folder === "" ? "." : folder);
  if (found === undefined) return { line: `${forge} runs apiref already.` };
  const what =
    forge === "Zuul"
      ? "an environment of tox for Zuul, api-ref-lint; add its job to the project"
      : `a job for ${forge}`;
  return { line: `wrote ${shown(at(found.file))}: ${what}.`, texts: [[at(found.file), found.text]] };
}
