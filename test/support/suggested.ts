import { applyPatch } from "diff";
import { memoryFiles } from "../../src/files/memory.ts";
import { run } from "./run.ts";

/** What `lint --suggest` says of a tree, and the tree with it applied. */
export interface Suggested {
  readonly out: string;
  readonly err: string;
  /** Changed texts, by name below the source folder. */
  readonly texts: ReadonlyMap<string, string>;
  /** What lint finds afterwards and did not find before: `RULE: MESSAGE`. */
  readonly fresh: readonly string[];
  /** The findings that are gone. */
  readonly gone: readonly string[];
}

/** Runs `lint --suggest` on a tree of texts, applies the diff, and lints again. */
export async function suggested(
  tree: Readonly<Record<string, string>>,
  options: readonly string[] = [],
): Promise<Suggested> {
  const files = (texts: Readonly<Record<string, string>>) =>
    memoryFiles({
      files: Object.fromEntries(
        Object.entries(texts).map(([name, text]) => [`/project/source/${name}`, text]),
      ),
    });
  const { out, err } = await run(files(tree), ["lint", "source", "--suggest", ...options]);
  const texts = new Map<string, string>();
  for (const patch of out.split(/^(?=--- )/m).filter((text) => text !== "")) {
    const name = /^\+\+\+ b\/source\/(.*)$/m.exec(patch)![1]!;
    const after = applyPatch(tree[name] ?? "", patch);
    if (after === false) throw new Error(`The patch of ${name} does not apply`);
    texts.set(name, after);
  }
  const applied = { ...tree, ...Object.fromEntries(texts) };
  const before = await findings(files(tree));
  const after = await findings(files(applied));
  return {
    out,
    err,
    texts,
    fresh: without(after, before),
    gone: without(before, after),
  };
}

async function findings(files: ReturnType<typeof memoryFiles>): Promise<string[]> {
  const { out } = await run(files, ["lint", "source", "--format", "json", "--quiet"]);
  const report = JSON.parse(out) as { findings: { rule: string; message: string }[] };
  return report.findings.map(({ rule, message }) => `${rule}: ${message}`);
}

function without(texts: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return texts.filter((text) => {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
