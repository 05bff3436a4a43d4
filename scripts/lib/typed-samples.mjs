import { nodeAt } from "./problem.mjs";

/**
 * A sample request or response of a document, with the place where it stands.
 *
 * @typedef {object} Sample
 * @property {string} path
 * @property {string} method
 * @property {string} operationId
 * @property {string | undefined} status of a response; undefined for a request
 * @property {string} mediaType
 * @property {string} name key among the examples
 * @property {unknown} value
 */

const methods = ["get", "put", "post", "delete", "options", "head", "patch"];

/** Every JSON sample of the operations of a document. @param {any} document @returns {Generator<Sample>} */
export function* samplesOf(document) {
  for (const [path, item] of Object.entries(document.paths ?? {}))
    for (const method of methods) {
      const operation = item[method];
      if (operation === undefined) continue;
      const where = { path, method, operationId: operation.operationId };
      yield* samplesIn(document, operation.requestBody, { ...where, status: undefined });
      for (const [status, response] of Object.entries(operation.responses ?? {}))
        yield* samplesIn(document, response, { ...where, status });
    }
}

function* samplesIn(document, holder, where) {
  for (const [mediaType, { examples = {} }] of Object.entries(resolved(document, holder)?.content ?? {}))
    for (const [name, example] of Object.entries(examples)) {
      const { value } = resolved(document, example);
      if (value !== undefined && /[/+]json\b/.test(mediaType)) yield { ...where, mediaType, name, value };
    }
}

/** What a reference points to. @param {any} document @param {any} node */
export function resolved(document, node) {
  return node?.$ref === undefined ? node : nodeAt(document, node.$ref.slice(1));
}

/** The type of a sample in what openapi-typescript makes. @param {Sample} sample */
export function typeOfOpenapiTypescript({ path, method, status, mediaType }) {
  const operation = `paths[${JSON.stringify(path)}]["${method}"]`;
  const holder =
    status === undefined
      ? `NonNullable<${operation}["requestBody"]>`
      : `${operation}["responses"][${/^\d+$/.test(status) ? status : JSON.stringify(status)}]`;
  return `${holder}["content"][${JSON.stringify(mediaType)}]`;
}

/**
 * The type of a sample in what @hey-api/openapi-ts makes, which spells names in its own way and has answers with 2xx alone.
 *
 * @param {string} types the text of its `types.gen.ts`
 * @returns {(sample: Sample) => string}
 */
export function typeOfHeyApi(types) {
  const names = new Map();
  for (const [, name] of types.matchAll(/^export type (\w+)/gm)) names.set(name.toLowerCase(), name);
  return ({ operationId, status }) => {
    const name = `${operationId}${status === undefined ? "Data" : "Responses"}`;
    const member = status === undefined ? "body" : status;
    const type = `types.${names.get(name.toLowerCase()) ?? name}[${/^\d+$/.test(member) ? member : JSON.stringify(member)}]`;
    return `NonNullable<${type}>`;
  };
}

/**
 * A TypeScript program that says of each sample that it is of its type, written out as a user would, so that a property that the
 * type does not have is an error as well.
 *
 * @param {readonly Sample[]} samples
 * @param {(sample: Sample) => string} typeOf
 * @param {string} head the first line: the import
 * @returns {{ text: string, sampleAt: (line: number) => Sample | undefined }} lines are counted from 1
 */
export function programOfSamples(samples, typeOf, head) {
  const lines = [head];
  const starts = [];
  for (const [n, sample] of samples.entries()) {
    starts.push(lines.length + 1);
    lines.push(
      ...`export const s${n}: ${typeOf(sample)} = ${JSON.stringify(sample.value, null, 1)};`.split("\n"),
    );
  }
  const sampleAt = (line) => samples[starts.findLastIndex((start) => start <= line)];
  return { text: `${lines.join("\n")}\n`, sampleAt };
}
