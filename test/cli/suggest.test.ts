import { expect, test } from "vitest";
import { memoryFiles } from "../../src/files/memory.ts";
import { run } from "../support/run.ts";
import { suggested } from "../support/suggested.ts";

const index = `Lamps
=====

Show lamp
---------

.. rest_method:: GET /lamps/1

Normal response codes: 200

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - id: lamp_id
   - name: name

.. literalinclude:: lamp.json
   :language: javascript
`;
const parameters = `# variables in body
lamp_id:
  description: |
    The lamp's id.
  in: body
  required: true
  type: string
name:
  description: |
    What it is called.
  in: body
  required: true
  type: string
`;
const tree = {
  "index.rst": index,
  "parameters.yaml": parameters,
  "lamp.json": '{"id": "1", "watts": 40, "name": "Hall", "colour": "red"}\n',
};

test("--suggest prints rows beside their neighbours and definitions in their order, and writes nothing", async () => {
  const { out, err, texts, fresh, gone } = await suggested(tree);
  expect(texts.get("index.rst")).toBe(
    index
      .replace("   - id: lamp_id\n", "   - id: lamp_id\n   - watts: watts\n")
      .replace("   - name: name\n", "   - name: name\n   - colour: colour\n"),
  );
  const made = (key: string, type: string) =>
    `${key}:\n  description: |\n    TODO: describe this property.\n  in: body\n  required: true\n  type: ${type}\n`;
  expect(texts.get("parameters.yaml")).toBe(
    `${parameters.replace("lamp_id:", `${made("colour", "string")}lamp_id:`)}${made("watts", "integer")}`,
  );
  expect(out).toMatch(/^--- a\/source\/index\.rst\n\+\+\+ b\/source\/index\.rst\n@@ /);
  expect(err).toBe("suggests 2 rows and 2 definitions in 2 files\n");
  expect(gone).toEqual([
    "sample-undocumented: No row names `watts` and `colour`. Add rows to this table, or take them out of the sample.",
  ]);
  expect(fresh.map((text) => text.slice(0, text.indexOf(":")))).toEqual([
    "definition-undescribed",
    "definition-undescribed",
  ]);
});

test("a second run suggests nothing", async () => {
  const { texts } = await suggested(tree);
  const again = await suggested({ ...tree, ...Object.fromEntries(texts) });
  expect([again.out, again.err]).toEqual(["", "suggests 0 rows and 0 definitions in 0 files\n"]);
});

test("nothing is suggested for findings that are not reported", async () => {
  expect((await suggested(tree, ["--rule", "sample-undocumented=off"])).out).toBe("");
  expect((await suggested(tree, ["--only", "row-unsampled"])).out).toBe("");
});

test.each(["--format=json", "--report=json=a.json", "--statistics", "--watch"])(
  "%s says how findings are printed, and so does not go with it",
  async (option) => {
    const files = memoryFiles({ files: { "/project/source/index.rst": index } });
    const { exitCode, err } = await run(files, ["lint", "source", "--suggest", option]);
    expect([exitCode, err]).toEqual([
      2,
      `apiref: \`--suggest\` prints a diff and no findings. Leave out \`${option.split("=")[0]}\`.\n`,
    ]);
  },
);

const service = JSON.stringify({
  openapi: "3.1.0",
  info: { title: "Lamps", version: "1" },
  paths: {
    "/lamps/{id}": {
      get: {
        responses: {
          200: {
            description: "OK",
            content: {
              "application/json": {
                schema: {
                  type: "object",
                  required: ["id", "volts"],
                  properties: {
                    id: { type: "string" },
                    volts: { type: "number" },
                    name: { type: "string" },
                    dimmed: { type: ["boolean", "null"] },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
});

test("verify --suggest prints rows for what the evidence has, with its types", async () => {
  const files = memoryFiles({
    files: {
      "/project/source/index.rst": index
        .replace("/lamps/1", "/lamps/{id}")
        .replace("   - id:", "   - id: id\n   - id:")
        .replace(/\.\. literalinclude[\s\S]*/, ""),
      "/project/source/parameters.yaml": `id:\n  description: The id.\n  in: path\n  required: true\n  type: string\n${parameters}`,
      "/project/source/lamp.json": '{"id": "1", "name": "Hall"}\n',
      "/project/service.json": service,
    },
  });
  const { out, err, exitCode } = await run(files, [
    "verify",
    "source",
    "--against",
    "service.json",
    "--suggest",
  ]);
  expect([exitCode, err]).toEqual([0, "suggests 2 rows and 2 definitions in 2 files\n"]);
  expect(out).toContain("    - id: lamp_id\n+   - volts: volts\n    - name: name\n+   - dimmed: dimmed\n");
  expect(out).toMatch(/^\+volts:\n(?:\+ {2}.*\n)+?\+ {2}required: true\n\+ {2}type: float\n/m);
  expect(out).toMatch(/^\+dimmed:\n(?:\+ {2}.*\n)+?\+ {2}required: false\n\+ {2}type: boolean\n/m);
});
