/** What the reader of an api-ref uses of Node's `path.posix`, in a browser. Relative paths stand for themselves below `/`. */
export const posix = { join, resolve, relative, dirname, basename, normalize };

function normalize(path: string): string {
  const isAbsolute = path.startsWith("/");
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== ".." || (!isAbsolute && (parts.length === 0 || parts.at(-1) === ".."))) parts.push(part);
    else parts.pop();
  }
  const joined = parts.join("/") || (isAbsolute ? "" : ".");
  const end = path.endsWith("/") && joined !== "" ? "/" : "";
  return (isAbsolute ? "/" : "") + joined + end;
}

function join(...paths: readonly string[]): string {
  return normalize(paths.filter((path) => path !== "").join("/"));
}

function resolve(...paths: readonly string[]): string {
  const from = paths.findLastIndex((path) => path.startsWith("/"));
  const path = normalize(`/${paths.slice(Math.max(from, 0)).join("/")}`);
  return path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path;
}

function relative(from: string, to: string): string {
  const [start, end] = [from, to].map((path) => resolve(path).split("/").filter(Boolean));
  let shared = 0;
  while (shared < start!.length && shared < end!.length && start![shared] === end![shared]) shared++;
  return [...start!.slice(shared).map(() => ".."), ...end!.slice(shared)].join("/");
}

function dirname(path: string): string {
  const trimmed = path.replace(/(?<=[^/])\/+$/, "");
  const at = trimmed.lastIndexOf("/");
  return at > 0 ? trimmed.slice(0, at).replace(/(?<=[^/])\/+$/, "") : at === 0 ? "/" : ".";
}

function basename(path: string): string {
  const trimmed = path.replace(/\/+$/, "");
  return trimmed.slice(trimmed.lastIndexOf("/") + 1);
}
