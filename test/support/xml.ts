import { readFileSync } from "node:fs";
import { XmlDocument, XsdValidator } from "libxml2-wasm";

/** Throws where a text is no well-formed XML, or no document of a schema in `test/reporters/schemas`. */
export function validateXml(text: string, schema: string): void {
  using document = XmlDocument.fromString(text);
  using schemaDocument = XmlDocument.fromBuffer(
    readFileSync(new URL(`../reporters/schemas/${schema}`, import.meta.url)),
  );
  using validator = XsdValidator.fromDoc(schemaDocument);
  validator.validate(document);
}

/** The texts that XPath expressions name in a document. */
export function xmlTexts(text: string, ...xpaths: readonly string[]): (string | undefined)[] {
  using document = XmlDocument.fromString(text);
  return xpaths.map((xpath) => document.get(xpath)?.content);
}
