import type { Operation } from "../apiref/model.ts";
import { pathShape } from "../apiref/targets.ts";
import type { Observation } from "../evidence/evidence.ts";
import { likeness, type MountedPath, mountedPath, mountOf } from "./paths.ts";

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
    const written = operation.method.toUpperCase();
    const method = isPlaceholder(written) ? ANY_METHOD : written;
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
  return ({ method, path }) => {
    const mounted = mountedPath(path);
    let best: { readonly score: number; readonly template: Template } | undefined;
    for (const { way, cost } of waysOf(mounted))
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
export function isPlaceholder(method: string): boolean {
  return /^(?:METHOD|ANY|\*|\{\w+\}|<\w+>)$/.test(method);
}

/** What may be the path of an operation in a URL, the dearer the more of it is left out. */
function waysOf({
  ways,
  hasVersion,
}: MountedPath): { readonly way: readonly string[]; readonly cost: number }[] {
  const found = ways.map((way, index) => ({ way, cost: index * 0.25 }));
  const [whole] = ways;
  // without a version nothing says where the mount point ends
  if (!hasVersion && whole !== undefined)
    for (const cut of [1, 2])
      if (whole.length >= cut && whole.slice(0, cut).every((segment) => !segment.includes("{")))
        found.push({ way: whole.slice(cut), cost: cut * 3.5 });
  return found;
}

function scoreOf(asked: MountedPath, way: readonly string[], template: MountedPath): number | undefined {
  const { major } = template;
  if (major !== undefined && asked.major !== undefined && major !== asked.major) return undefined;
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
