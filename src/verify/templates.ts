import type { Operation } from "../apiref/model.ts";
import { pathShape } from "../apiref/targets.ts";
import type { Observation } from "../evidence/evidence.ts";
import { isOfOtherVersion, likeness, type MountedPath, mountedPath, mountOf } from "./paths.ts";

/** Finds the documented operations that an observation may be of: those of the best template, all that share it. */
export type Matcher = (observation: Pick<Observation, "method" | "path">) => readonly Operation[];

interface Template {
  readonly operations: Operation[];
  readonly mounted: MountedPath;
}

/** The documented operations by method and path; of several templates that fit the more literal one wins. */
export function matcherOf(operations: Iterable<Operation>): Matcher {
  const byPath = new Map<string, Template>();
  const byLength = new Map<string, Set<Template>>();
  for (const operation of operations) {
    const { target } = operation;
    if (operation.url === "" || operation.method === "" || target.webhook) continue;
    const method = takesAnyMethod(operation) ? ANY_METHOD : operation.method.toUpperCase();
    const key = `${method} ${pathShape(target.path)}`;
    const template = byPath.get(key) ?? { operations: [], mounted: mountOf(operation) };
    byPath.set(key, template);
    template.operations.push(operation);
    for (const way of template.mounted.ways) {
      const slot = `${method} ${way.length}`;
      const templates = byLength.get(slot) ?? new Set();
      byLength.set(slot, templates.add(template));
    }
  }
  const word = mountWord([...byPath.values()]);
  return ({ method, path }) => {
    const mounted = mountedPath(path);
    let best: { readonly score: number; readonly template: Template } | undefined;
    for (const { way, cost } of waysOf(mounted, word))
      for (const template of [method, ANY_METHOD].flatMap((one) => [
        ...(byLength.get(`${one} ${way.length}`) ?? []),
      ])) {
        const score = scoreOf(mounted, way, template.mounted);
        if (score !== undefined && (best === undefined || score - cost > best.score))
          best = { score: score - cost, template };
      }
    return best?.template.operations ?? [];
  };
}

const ANY_METHOD = "*";

/** Whether a section stands for all methods of its path, as those of passed-on calls do. */
export function takesAnyMethod({ method }: Operation): boolean {
  return /^(?:METHOD|ANY|\*|\{\w+\}|<\w+>)$/i.test(method);
}

/** Fewer templates have a word in common by chance. */
const FEWEST_BELOW_A_WORD = 5;
/** The rest are templates of versions, of what the service says of itself. */
const MOUNTED_SHARE = 0.75;

/** The word behind the version with which nearly all templates begin: `lbaas` of `/v2/lbaas/pools`. */
function mountWord(templates: readonly Template[]): string | undefined {
  const counts = new Map<string, number>();
  const versioned = templates.filter(({ mounted }) => mounted.hasVersion && mounted.ways[0]!.length > 1);
  for (const { mounted } of versioned) {
    const first = mounted.ways[0]![0]!;
    if (!first.includes("{")) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  if (best === undefined || best[1] < FEWEST_BELOW_A_WORD) return undefined;
  // below such a word stand collections, below a collection its objects
  const below = new Set(
    versioned.flatMap(({ mounted: { ways } }) => {
      const [first, second] = ways[0]!;
      return first === best[0] && !second!.includes("{") ? [second] : [];
    }),
  );
  return best[1] >= MOUNTED_SHARE * versioned.length && below.size >= FEWEST_BELOW_A_WORD
    ? best[0]
    : undefined;
}

/** What may be the path of an operation in a URL, the dearer the more of it is left out. */
function waysOf(
  { ways, hasVersion }: MountedPath,
  word: string | undefined,
): { readonly way: readonly string[]; readonly cost: number }[] {
  const found = ways.map((way, index) => ({ way, cost: index * 0.25 }));
  const [whole] = ways;
  // a service that is mounted below a word answers without it, too
  if (hasVersion && word !== undefined && whole !== undefined && whole.length > 0 && whole[0] !== word)
    found.push({ way: [word, ...whole], cost: 3.5 });
  // without a version nothing says where the mount point ends
  if (!hasVersion && whole !== undefined)
    for (const cut of [1, 2])
      if (whole.length >= cut && whole.slice(0, cut).every((segment) => !segment.includes("{")))
        found.push({ way: whole.slice(cut), cost: cut * 3.5 });
  return found;
}

function scoreOf(asked: MountedPath, way: readonly string[], template: MountedPath): number | undefined {
  if (isOfOtherVersion(asked, template)) return undefined;
  // the root of a version is another thing than that of the service
  if (way.length === 0 && asked.hasVersion !== template.hasVersion) return undefined;
  let best: number | undefined;
  for (const [index, own] of template.ways.entries()) {
    const score = likeness(way, own);
    if (score !== undefined && (best === undefined || score - index * 0.25 > best))
      best = score - index * 0.25;
  }
  return best;
}
