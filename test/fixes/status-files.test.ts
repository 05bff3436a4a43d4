import { expect, test } from "vitest";
import { readApiRef } from "../../src/apiref/read.ts";
import { meaningIn, StatusFiles } from "../../src/fixes/status-files.ts";
import { ROOT, treeOf } from "../support/project.ts";

const operation = (title: string, below = "") =>
  `${title}\n${"-".repeat(title.length)}\n\n.. rest_method:: GET /${title.toLowerCase()}\n\n${below}\n`;
const codes = (file: string, ...listed: string[]) =>
  `.. rest_status_code:: success ${file}\n\n${listed.map((code) => `   - ${code}\n`).join("")}\n`;
const rows = (file: string) => `.. rest_parameters:: ${file}\n\n   - size: size\n\n`;
const page = (title: string, below: string) => `${title}\n${"=".repeat(title.length)}\n\n${below}`;
const SIZE = "size:\n  in: query\n  type: integer\n  description: How big.\n";
const FINE = "200:\n  default: |\n    Fine.\n";

function statusFilesOf(texts: Record<string, string>) {
  const apiRef = readApiRef(treeOf(texts).files, ROOT);
  const files = new StatusFiles(apiRef);
  const named = (...names: string[]) =>
    names.map((name) => apiRef.documents.find(({ file }) => file.path === `${ROOT}/${name}`)!);
  /** The path below the root, and the name in the documents: `v2/status.yaml as status.yaml`. */
  const pathFor = (...names: string[]) => {
    const found = files.pathFor(named(...names));
    return found === undefined ? undefined : `${found.path.replace(`${ROOT}/`, "")} as ${found.name}`;
  };
  return { files, pathFor };
}

test("the file that a document names most often is its own, and the one that all name most often that of the others", () => {
  const { pathFor } = statusFilesOf({
    "index.rst": page(
      "One",
      operation("A", codes("a.yaml", "200")) + operation("B", codes("b.yaml", "200", "202")),
    ),
    "two/index.rst": page("Two", operation("C")),
    "three.rst": page("Three", operation("D", codes("d.yaml", "200"))),
    "a.yaml": FINE,
    "b.yaml": `${FINE}202:\n  default: |\n    Fine.\n`,
    "d.yaml": FINE,
  });
  expect(pathFor("index.rst")).toBe("b.yaml as b.yaml");
  expect(pathFor("three.rst")).toBe("d.yaml as d.yaml");
  expect(pathFor("two/index.rst")).toBe("b.yaml as ../b.yaml");
  expect(pathFor("two/index.rst", "index.rst")).toBe("b.yaml as /b.yaml");
  expect(pathFor("three.rst", "index.rst")).toBe("d.yaml as d.yaml");
});

test("where none is named, it stands beside the file of most rows, else beside the document", () => {
  const { pathFor, files } = statusFilesOf({
    "index.rst": page(
      "One",
      operation("A", rows("v2/parameters.yaml")) + operation("B", rows("parameters.yaml")),
    ),
    "two/index.rst": page("Two", operation("C")),
    "v2/parameters.yaml": SIZE,
    "parameters.yaml": SIZE,
  });
  expect(pathFor("index.rst")).toBe("v2/status.yaml as v2/status.yaml");
  expect(pathFor("two/index.rst")).toBe("two/status.yaml as status.yaml");
  expect(files.existing(`${ROOT}/two/status.yaml`)).toBeUndefined();
  const created = files.at(`${ROOT}/two/status.yaml`);
  expect([created.file.text, created.entries.size]).toEqual(["", 0]);
  expect(files.at(`${ROOT}/two/status.yaml`)).toBe(created);
});

test.each([
  ["is broken", "200: [\n", undefined],
  ["is a list", "- 200\n", undefined],
  ["has a code in quotes", "'200':\n  default: Fine.\n", undefined],
  ["is empty", "", "status.yaml as status.yaml"],
])("a file that %s", (_, text, wanted) => {
  const { pathFor } = statusFilesOf({
    "index.rst": page("One", operation("A", codes("status.yaml", "200"))),
    "status.yaml": text,
  });
  expect(pathFor("index.rst")).toBe(wanted);
});

test("a name with a blank, which a directive would cut, is none", () => {
  const { pathFor } = statusFilesOf({
    "index.rst": page("One", operation("A", rows("my files/parameters.yaml"))),
    "a b/index.rst": page("Two", operation("C")),
    "my files/parameters.yaml": SIZE,
  });
  expect(pathFor("a b/index.rst")).toBe("a b/status.yaml as status.yaml");
  expect(pathFor("a b/index.rst", "index.rst")).toBeUndefined();
});

test("a reason has the name under which its text is there, else one that is free", () => {
  const { files } = statusFilesOf({
    "index.rst": page("One", operation("A", codes("status.yaml", "200"))),
    "status.yaml": `${FINE}  lit: |\n    The lamp\n    is lit.\n  dim: |\n    Dim.\n  dim_2: |\n    Dim, too.\n`,
  });
  const path = `${ROOT}/status.yaml`;
  const name = (code: string, wanted: string, text: string) => files.reasonName(path, code, wanted, text);
  expect(name("200", "on", " The lamp is  lit. ")).toBe("lit");
  expect(name("200", "on", "The lamp is hot.")).toBe("on");
  expect(name("200", "on", "The lamp is\nhot.")).toBe("on");
  expect(name("200", "on", "The lamp is cold.")).toBe("on_2");
  expect(name("200", "on", "The lamp is old.")).toBe("on_3");
  expect(name("200", "on", "The lamp is cold.")).toBe("on_2");
  expect(name("200", "dim", "Dimmer.")).toBe("dim_3");
  expect(name("404", "on", "The lamp is cold.")).toBe("on");
  expect(files.reasonName(`${ROOT}/other.yaml`, "200", "on", "The lamp is old.")).toBe("on");
});

test("the meaning of a code is the default of its file in one line, else what HTTP means", () => {
  const { files } = statusFilesOf({
    "index.rst": page("One", operation("A", codes("status.yaml", "200"))),
    "status.yaml":
      "200:\n  default: |\n    All\n      is   fine.\n404:\n  gone: |\n    Gone.\n410:\n  default: ''\n",
  });
  const file = files.existing(`${ROOT}/status.yaml`);
  expect(meaningIn(file, "200")).toBe("All is fine.");
  expect(meaningIn(file, "404")).toBe("The resource was not found.");
  expect(meaningIn(file, "410")).toBe("The resource is no longer available.");
  expect(meaningIn(undefined, "418")).toBe("The request cannot be served as it is.");
  expect(meaningIn(undefined, "299")).toBe("The request was successful.");
});
