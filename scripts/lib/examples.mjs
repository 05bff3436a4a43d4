import Ajv from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { nodesOf } from "./openapi-nodes.mjs";
import { nodeAt, pointerStep } from "./problem.mjs";

/**
 * The examples that the schema of the place where they stand refuses, as plain ajv sees it.
 *
 * @param {object} document
 * @returns {import("./problem.mjs").Problem[]}
 */
export function exampleProblems(document) {
  const ajv = new Ajv.Ajv2020({ strict: false, validateSchema: false, logger: false });
  formats.default(ajv);
  ajv.addSchema(document, "document");
  const problems = [];
  for (const { kind, value, pointer } of nodesOf(document)) {
    if (kind !== "mediaType" || value.schema === undefined) continue;
    const validate = compiled(ajv, { $ref: `document#${encodeURI(pointer)}/schema` });
    // what is wrong with the schema itself is told by the check of the document
    if (validate === undefined) continue;
    for (const [name, example] of Object.entries(value.examples ?? {})) {
      const target = example.$ref === undefined ? example : nodeAt(document, example.$ref.slice(1));
      if (target.value === undefined || validate(target.value)) continue;
      const [{ instancePath, message, schemaPath }] = validate.errors;
      problems.push({
        consumer: "examples",
        severity: "error",
        rule: "ajv",
        message: `${instancePath} ${message} (${schemaPath})`,
        pointer: `${pointer}/examples${pointerStep(name)}`,
      });
    }
  }
  return problems;
}

function compiled(ajv, schema) {
  try {
    return ajv.compile(schema);
  } catch {
    return undefined;
  }
}
