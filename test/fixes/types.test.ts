import { expect, test } from "vitest";
import { fixedTexts } from "../support/fixed.ts";
import { checkTree } from "../support/project.ts";

const page = (rows: string, samples: readonly string[]) => `
Widgets
=======
${samples
  .map(
    (sample, index) => `
Show widget ${index}
-------------

.. rest_method:: GET /widgets/${index}

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

${rows}

.. code-block:: json

   ${sample}
`,
  )
  .join("")}`;

interface Tree {
  readonly samples: readonly string[];
  readonly description?: string;
  readonly more?: string;
  readonly type?: string;
  readonly rows?: string;
}

const definitionOf = ({ description = "Its size.", more = "", type = "string" }: Tree) => `
colour: # shared
  description: Its colour.
  in: body
  required: false
  type: string
size:
  description: ${description}
  in: body
  required: false
  type: ${type} # of the case
${more}`;

async function fixedParameters(tree: Tree): Promise<string> {
  const texts = {
    "index.rst": page(tree.rows ?? "   - size: size\n   - colour: colour", tree.samples),
    "parameters.yaml": definitionOf(tree),
  };
  const fixed = await fixedTexts(texts, "--rule", "sample-type");
  expect(fixed["index.rst"]).toBe(texts["index.rst"]);
  expect(await fixedTexts(fixed, "--rule", "sample-type")).toEqual(fixed);
  return fixed["parameters.yaml"]!;
}

test.each<[string, Tree, string]>([
  ["numbers", { samples: ['{"size": 1}', '{"size": 20}'] }, "integer"],
  ["whole and other numbers", { samples: ['{"size": 1}', '{"size": 2.5}'] }, "number"],
  ["lists", { samples: ['{"size": []}', '{"size": ["a"]}'] }, "array"],
  ["words", { samples: ['{"size": "s"}', '{"size": "xl"}'], type: "object" }, "string"],
  [
    "one sample and the description",
    { samples: ['{"size": true}'], description: "Whether it is large." },
    "boolean",
  ],
])("all samples show %s", async (_, tree, type) => {
  expect(await fixedParameters(tree)).toBe(definitionOf({ ...tree, type }));
});

test.each<[string, Tree]>([
  ["one sample alone", { samples: ['{"size": true}'] }],
  ["samples of two types", { samples: ['{"size": 1}', '{"size": true}'] }],
  ["a sample that agrees", { samples: ['{"size": 1}', '{"size": 2}', '{"size": "3"}'] }],
  [
    "a sample that agrees, against the description",
    { samples: ['{"size": true}', '{"size": "no"}'], description: "Whether it is large." },
  ],
  ["numbers in quotes", { samples: ['{"size": "1"}', '{"size": "2"}'], type: "integer" }],
  ["a description of its own type", { samples: ['{"size": 1}', '{"size": 2}'], description: "A string." }],
  ["numbers for a UUID", { samples: ['{"size": 1}', '{"size": 2}'], description: "The UUID." }],
  [
    "what is neither true nor false in a third sample",
    { samples: ['{"size": true}', '{"size": false}', '{"size": null}'] },
  ],
  [
    "numbers for a name or an identifier",
    { samples: ['{"size": 1}', '{"size": 2}'], description: "Name or ID of the size." },
  ],
  ["values that are listed", { samples: ['{"size": 1}', '{"size": 2}'], more: "  enum: [s, xl]\n" }],
  [
    "a type that another definition has as well",
    {
      samples: ['{"size": 1}', '{"size": 2}'],
      type: "&size string",
      more: "weight:\n  description: Its weight.\n  in: body\n  required: false\n  type: *size\n",
    },
  ],
  [
    "lists of objects of which nothing says what they hold",
    { samples: ['{"size": [{"width": 1}]}', '{"size": [{"width": 2}]}'] },
  ],
])("%s: left to a person", async (_, tree) => {
  expect(await fixedParameters(tree)).toBe(definitionOf(tree));
});

test("a key that says the type: left to a person", async () => {
  const definitions = `
size_string:
  description: Its size.
  in: body
  required: false
  type: string
`;
  const texts = {
    "index.rst": page("   - size: size_string", ['{"size": {}}', '{"size": {}}']),
    "parameters.yaml": definitions,
  };
  expect(await fixedTexts(texts, "--rule", "sample-type")).toEqual(texts);
});

test("the message says what the fix writes", () => {
  const tree = { samples: ['{"size": 1}', '{"size": 20}'] };
  const found = checkTree({
    "index.rst": page("   - size: size", tree.samples),
    "parameters.yaml": definitionOf(tree),
  });
  expect(found.filter(({ rule }) => rule === "sample-type").map(({ message }) => message)).toEqual([
    expect.stringContaining("Write `type: integer`."),
  ]);
});
