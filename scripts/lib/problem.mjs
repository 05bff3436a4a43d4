/**
 * What a reader of OpenAPI documents has against one of them.
 *
 * @typedef {object} Problem
 * @property {string} consumer who says so: `schema`, `spectral`, `redocly`, `types`, `traits`, `examples`
 * @property {"error" | "warning"} severity
 * @property {string} rule
 * @property {string} message one line
 * @property {string} pointer JSON pointer into the document
 */

/** One step of a JSON pointer. @param {string | number} key */
export function pointerStep(key) {
  return `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** The node at a JSON pointer; undefined where there is none. @param {unknown} root @param {string} pointer */
export function nodeAt(root, pointer) {
  let node = root;
  for (const step of pointer.split("/").slice(1)) {
    if (node === null || typeof node !== "object") return undefined;
    node = node[step.replaceAll("~1", "/").replaceAll("~0", "~")];
  }
  return node;
}

/** The problems that are errors. @param {readonly Problem[]} problems */
export function errorsAmong(problems) {
  return problems.filter(({ severity }) => severity === "error");
}
