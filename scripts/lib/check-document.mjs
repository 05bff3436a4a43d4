// Started by corpus.mjs, one process for each document, so that two are checked at a time:
//   node check-document.mjs DOCUMENT.json RESULT.json
// RESULT.json then holds `{ problems, types }`.
import { readFileSync, writeFileSync } from "node:fs";
import { consumerProblems, typesOf } from "./consumers.mjs";

const [documentFile, resultFile] = process.argv.slice(2);
const document = JSON.parse(readFileSync(documentFile, "utf8"));
const problems = await consumerProblems(document);
let types = "";
try {
  types = await typesOf(document);
} catch (error) {
  problems.push({
    consumer: "types",
    severity: "error",
    rule: "openapi-typescript",
    message: String(error.message),
    pointer: "",
  });
}
writeFileSync(resultFile, JSON.stringify({ problems, types }));
