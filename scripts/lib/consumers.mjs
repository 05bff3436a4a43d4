import { exampleProblems } from "./examples.mjs";
import { officialSchema } from "./official-schema.mjs";
import { redoclyProblems } from "./redocly.mjs";
import { spectralProblems } from "./spectral.mjs";
import { traitProblems } from "./traits.mjs";

export { errorsAmong } from "./problem.mjs";
export { compileTypes, typesOf } from "./typescript-types.mjs";

/**
 * What the readers of OpenAPI documents have against one: the official JSON Schema, Spectral, Redocly, ajv on each example
 * where it stands, and the traits that none of them sees. TypeScript is apart (`typesOf`, `compileTypes`), because compiling many at once is cheaper.
 *
 * @param {object} document
 * @returns {Promise<import("./problem.mjs").Problem[]>}
 */
export async function consumerProblems(document) {
  return [
    ...officialSchema()(document),
    ...(await redoclyProblems(document)),
    ...(await spectralProblems(document)),
    ...traitProblems(document),
    ...exampleProblems(document),
  ];
}
