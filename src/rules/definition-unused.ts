import { directivesIn } from "../apiref/documents.ts";
import { fileArgument } from "../apiref/literalinclude.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import { readRowList } from "../apiref/row-list.ts";
import { resolveFromDocument } from "../apiref/sources.ts";
import type { Block, Directive } from "../rst/tree.ts";
import { fileName } from "./naming.ts";
import { defineRule } from "./subject.ts";

export const definitionUnused = defineRule({
  name: "definition-unused",
  group: "definitions",
  severity: "info",
  fixable: false,
  wholeTree: true,
  summary: "a definition that no row looks up",
  explanation: `Definitions that nothing uses are read by nobody and go stale. Remove the definition, or add the row that was forgotten.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. rest_parameters:: parameters.yaml

   - limit: limit
`,
    "parameters.yaml": `
limit:
  description: How many widgets to give.
  in: query
  required: false
  type: integer
«marker»:
  description: The last widget of the page before.
  in: query
  required: false
  type: string
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. rest_parameters:: parameters.yaml

   - limit: limit
`,
    "parameters.yaml": `
limit:
  description: How many widgets to give.
  in: query
  required: false
  type: integer
`,
  },
  *check({ apiRef }) {
    const used = new Set<Definition>();
    for (const document of apiRef.documents) {
      for (const operation of document.operations)
        for (const { definition } of operation.rows) if (definition !== undefined) used.add(definition);
      for (const directive of tablesOfNoOperation(document.blocks)) {
        const path = resolveFromDocument(apiRef.root, document.file.path, fileArgument(directive).path);
        const definitions = apiRef.parametersFiles.get(path)?.definitions;
        for (const { value } of readRowList(directive.content).items) {
          const definition = definitions?.get(value ?? "");
          if (definition !== undefined) used.add(definition);
        }
      }
    }
    for (const { file, definitions } of apiRef.parametersFiles.values())
      for (const definition of definitions.values()) {
        if (used.has(definition)) continue;
        yield {
          message: `No row looks up \`${definition.key}\` in ${fileName(file)}. Remove the definition, or add its row.`,
          span: definition.keySpan,
        };
      }
  },
});

/** Tables in pages about all operations, such as one of the headers that every request can have. */
function* tablesOfNoOperation(blocks: readonly Block[]): Iterable<Directive> {
  const own = [...directivesIn(blocks.filter((block) => block.kind !== "section"))];
  if (own.some(({ name }) => name === "rest_method")) return;
  yield* own.filter(({ name }) => name === "rest_parameters");
  for (const block of blocks) if (block.kind === "section") yield* tablesOfNoOperation(block.children);
}
