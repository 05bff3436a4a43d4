import { nodeAt } from "../problem.mjs";

/** The operations of a document, those of other methods as well. @param {any} document */
export function* eachOperation(document) {
  for (const [path, item] of [
    ...Object.entries(document.paths),
    ...Object.entries(document.webhooks ?? {}),
  ]) {
    const { "x-openstack-additional-operations": additional = {}, ...methods } = item;
    for (const [method, operation] of [...Object.entries(methods), ...Object.entries(additional)])
      yield { path: path.split("#")[0], method, operation };
  }
}

/** What stands behind a reference. @param {any} document @param {any} use */
export function resolveReference(document, use) {
  return use?.$ref === undefined ? use : nodeAt(document, use.$ref.slice(1));
}
