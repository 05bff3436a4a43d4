import type { ApiRef, Operation, ParameterRow } from "../apiref/model.ts";
import { operationName, pathShape } from "../apiref/targets.ts";
import { rowsNotInUrl } from "../apiref/url-rows.ts";
import type { Draft } from "../findings/finding.ts";
import { addTo } from "../text/grouped.ts";
import { remembered } from "../text/remembered.ts";
import { singular } from "../text/words.ts";
import { inOperation } from "./naming.ts";

/** A URL without a variable that a row of the operation documents, and that other operations have at the same place. */
export interface LackingVariable {
  readonly row: ParameterRow;
  /** The URL with the variable. */
  readonly path: string;
  readonly siblings: readonly Operation[];
}

/**
 * The URLs that lack a variable, not a row too much: other operations have the path with the variable of the row, and none of
 * them has this method.
 */
export const lackingVariables = remembered((apiRef: ApiRef): ReadonlyMap<Operation, LackingVariable> => {
  const found = new Map<Operation, LackingVariable>();
  const suspects = apiRef.documents.flatMap(({ operations }) =>
    operations.filter((operation) => isOfSingle(operation) && rowsNotInUrl(operation).length === 1),
  );
  if (suspects.length === 0) return found;
  const longer = pathsWithout(apiRef);
  const methods = new Set(
    apiRef.documents.flatMap(({ operations }) =>
      operations.map((operation) => methodAt(operation, operation.target.path)),
    ),
  );
  for (const operation of suspects) {
    const [row] = rowsNotInUrl(operation) as [ParameterRow];
    if (row.definition?.required === false) continue;
    const siblings = longer.get(`${operation.target.path} ${row.name}`) ?? [];
    const [path, ...others] = new Set(siblings.map(({ target }) => target.path));
    if (path === undefined || others.length > 0 || methods.has(methodAt(operation, path))) continue;
    found.set(operation, { row, path, siblings });
  }
  return found;
});

/** A POST to the collection makes a new one, which has no identifier yet; a GET lists, unless the title speaks of one. */
function isOfSingle({ method, title, target }: Operation): boolean {
  if (!/^(?:GET|HEAD|PUT|PATCH|DELETE)$/i.test(method) || target.webhook || target.path === "/") return false;
  const collection = /\/([^/{}]+)$/.exec(target.path)?.[1]?.replaceAll(/[-_]/g, " ") ?? "";
  const said = title.toLowerCase().replaceAll(/[-_]/g, " ");
  const isOfMany =
    /\b(?:list|all|bulk)\b/.test(said) ||
    (singular(collection) !== collection && said.includes(collection.toLowerCase()));
  return collection === "" || !isOfMany;
}

function methodAt({ method }: Operation, path: string): string {
  return `${method.toUpperCase()} ${pathShape(path)}`;
}

/** By a path and a variable, the operations that have the path with that variable in it. */
function pathsWithout(apiRef: ApiRef): ReadonlyMap<string, readonly Operation[]> {
  const found = new Map<string, Operation[]>();
  for (const { operations } of apiRef.documents)
    for (const operation of operations) {
      const { path } = operation.target;
      for (const { 0: step, index } of path.matchAll(/\/\{[^{}/]+\}/g)) {
        const without = `${path.slice(0, index)}${path.slice(index + step.length)}`;
        addTo(found, `${without} ${step.slice(2, -1)}`, operation);
      }
    }
  return found;
}

/** The finding at the URL. */
export function atUrl(operation: Operation, { row, path, siblings }: LackingVariable): Draft {
  const isPlain = operation.url === operation.target.path;
  const [first] = siblings;
  const others = siblings.length - 1;
  return {
    message: `The URL lacks \`{${row.name}}\`, which has a row here and stands in the URL of \`${operationName(first!)}\`${others === 0 ? "" : ` and ${others} more`}. Write \`${path}\`.`,
    span: operation.urlSpan,
    related: [
      { span: row.span, message: "its row" },
      { span: first!.urlSpan, message: "the URL with it" },
    ],
    ...(isPlain ? { edits: [{ span: operation.urlSpan, text: path }] } : {}),
    ...inOperation(operation),
  };
}
