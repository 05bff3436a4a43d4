import type { ErrorObject } from "ajv";
import type { Json } from "../data/json-value.ts";
import { addTo } from "../text/grouped.ts";

/**
 * The errors of a value, of which those of a choice (`anyOf`) are told as one mistake: what the branch has against the
 * value that has the least against it. Where no branch allows a value, the values of all of them are the allowed ones.
 */
export function withoutBranches(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const choice = errors.find(({ keyword }) => keyword === "anyOf");
  if (choice === undefined) return errors;
  const others: ErrorObject[] = [];
  const branches = new Map<string, ErrorObject[]>();
  for (const error of errors) {
    if (error === choice) continue;
    const branch = branchOf(error, choice);
    if (branch === undefined) others.push(error);
    else addTo(branches, branch, error);
  }
  const told = [...branches.values()].map(withoutBranches);
  const [nearest = []] = told.toSorted((a, b) => weightOf(a) - weightOf(b));
  const all = told.flat();
  return withoutBranches([...others, ...nearest.map((error) => withAllChoices(error, all))]);
}

/** Which branch of a choice an error comes from: `0` of `#/items/anyOf/0/properties/state/enum`. */
function branchOf(error: ErrorObject, choice: ErrorObject): string | undefined {
  const isInside =
    error.schemaPath.startsWith(`${choice.schemaPath}/`) &&
    (error.instancePath === choice.instancePath || error.instancePath.startsWith(`${choice.instancePath}/`));
  return isInside ? error.schemaPath.slice(choice.schemaPath.length + 1).split("/", 1)[0] : undefined;
}

/** How far a value is from what a branch asks for: a value of another type is farther than one of another choice. */
function weightOf(errors: readonly ErrorObject[]): number {
  return errors.reduce((sum, { keyword }) => sum + (keyword === "type" ? errors.length + 1 : 1), 0);
}

function withAllChoices(error: ErrorObject, all: readonly ErrorObject[]): ErrorObject {
  if (error.keyword !== "enum") return error;
  const choices = all
    .filter(({ keyword, instancePath }) => keyword === "enum" && instancePath === error.instancePath)
    .flatMap(({ params }) => (params as { allowedValues: Json[] }).allowedValues);
  return { ...error, params: { allowedValues: [...new Set(choices)] } };
}
