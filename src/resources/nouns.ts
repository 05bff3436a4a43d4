import { joinedNames, pascalCase, singular, singularWords } from "../text/words.ts";

/** Parts of a path that name no resource: views of a list, what is done with it, and the way to all actions. */
const NO_NOUNS: ReadonlySet<string> = new Set([
  ...["detail", "details", "list", "show", "get"],
  ...["create", "add", "update", "edit", "delete", "remove"],
  ...["action", "actions"],
]);

/**
 * Names of what a path is about, the plainest first, each a way to tell it from its namesakes: `Key` for
 * `/v2/{project_id}/lamps/{lamp_id}/keys`, then `LampKey`, then `KeyV2`.
 */
export function nounsOfPath(path: string): string[] {
  const nouns = fixedParts(path);
  const last = nouns.at(-1);
  return last === undefined ? [] : qualified(nounOf(last), path);
}

/** A noun, and with what tells it from its namesakes: the resource that a path has it in, the version of the path. */
export function qualified(noun: string, path: string): string[] {
  const parent = fixedParts(path)
    .map(nounOf)
    .findLast((one) => one !== noun);
  const version = /^\/(v\d+)/i.exec(path)?.[1];
  return [
    noun,
    ...(parent === undefined || noun.startsWith(parent) ? [] : [joinedNames(parent, noun)]),
    ...(version === undefined ? [] : [noun + pascalCase(version)]),
  ];
}

/** What a path is about, in the words that texts name it by: `share replica` of `/shares/{id}/share-replicas`, and `share`. */
export function subjectsOfPath(path: string): string[] {
  return fixedParts(path).map((part) => singularWords(part).join(" "));
}

/** `share_replicas` → `ShareReplica`. */
export function nounOf(name: string): string {
  return pascalCase(singular(name));
}

function fixedParts(path: string): string[] {
  return path
    .split("/")
    .filter(
      (part) =>
        part !== "" && !part.includes("{") && !/^v\d/i.test(part) && !NO_NOUNS.has(part.toLowerCase()),
    );
}
