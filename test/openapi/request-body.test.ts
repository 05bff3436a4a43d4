import { expect, test } from "vitest";
import type { JsonObject } from "../../src/data/json-value.ts";
import { specificationOf, treeOf } from "../support/project.ts";

/** What generators take for bytes. */
const bytes = { type: "string", format: "binary" };

const parameters = `
type: {in: header, type: string, required: true, description: "The type of the film, \`\`application/octet-stream\`\`."}
name: {in: body, type: string, required: false, description: A name.}
`;

function operationOf(head: string, files: Readonly<Record<string, string>> = {}): JsonObject {
  const tree = treeOf({
    "index.rst": `Films\n=====\n\nFilm\n----\n\n.. rest_method:: ${head}`,
    "parameters.yaml": parameters,
    ...files,
  });
  const { paths } = specificationOf(tree.files).specification.document;
  const [operation] = Object.values((paths as JsonObject)["/films/1"] as JsonObject);
  // without the places, which stand at symbols
  return structuredClone(operation) as JsonObject;
}

test("a body that only prose tells of has the media type that the prose names", () => {
  const { requestBody } = operationOf(
    "PUT /films/1\n\nThe body of the request is the script, with content type ``text/x-script``.\n",
  );
  expect(requestBody).toEqual({ content: { "text/x-script": { schema: { type: "string" } } } });
});

test("a row of Content-Type names the media type of a body that no table shows", () => {
  const { requestBody } = operationOf(
    "PUT /films/1\n\nRequest\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - Content-type: type\n",
  );
  expect(requestBody).toEqual({
    description: "The type of the film, `application/octet-stream`.",
    required: true,
    content: { "application/octet-stream": { schema: bytes } },
  });
});

test("a sentence that sets the header of the request names the media type, too", () => {
  const { requestBody } = operationOf(
    "PUT /films/1\n\nSet the ``Content-Type`` request header to ``video/mp4``.\n",
  );
  expect(requestBody).toEqual({ content: { "video/mp4": { schema: bytes } } });
});

test("a command that sends a file leaves the body to the prose", () => {
  const { requestBody } = operationOf(
    "PUT /films/1\n\nSet the ``Content-Type`` request header to ``video/mp4``.\n\nExample call:\n\n::\n\n   curl -X PUT -d @film.mp4 $url/films/1\n",
  );
  expect(requestBody).toEqual({ content: { "video/mp4": { schema: bytes } } });
});

test("what is said of the response, and of a method without a body, gives none", () => {
  expect(
    operationOf("PUT /films/1\n\nThe response body has the media type ``text/plain``.\n").requestBody,
  ).toBeUndefined();
  expect(
    operationOf("GET /films/1\n\nThe body has the media type ``text/plain``.\n").requestBody,
  ).toBeUndefined();
});

test("the lines of a request without content are code, and what a request carries is its body", () => {
  const sample = (name: string) =>
    `\n\nRequest Example\n~~~~~~~~~~~~~~~\n\n.. literalinclude:: ${name}\n   :language: http\n`;
  const bare = operationOf(`GET /films/1${sample("bare.txt")}`, {
    "bare.txt": "GET /films/1 HTTP/1.1\nHost: h\n",
  });
  expect(bare.requestBody).toBeUndefined();
  expect(bare["x-codeSamples"]).toEqual([
    { lang: "HTTP", label: "Request Example", source: "GET /films/1 HTTP/1.1\nHost: h" },
  ]);
  const full = operationOf(`PUT /films/1${sample("full.txt")}`, {
    "full.txt": "PUT /films/1 HTTP/1.1\nContent-Type: text/csv; charset=utf-8\n\na,b\n",
  });
  expect(Object.keys((full.requestBody as JsonObject).content as JsonObject)).toEqual(["text/csv"]);
});

test("a sample with a slip is an example all the same, mended", () => {
  const index =
    "PUT /films/1\n\nRequest\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - name: name\n\n.. literalinclude:: slip.json\n   :language: json\n";
  const tree = treeOf({
    "index.rst": `Films\n=====\n\nFilm\n----\n\n.. rest_method:: ${index}`,
    "parameters.yaml": parameters,
    "slip.json": '{"film": {"name": "x",}}',
  });
  const { components } = specificationOf(tree.files).specification.document;
  const { examples, schemas } = components as JsonObject as Record<string, JsonObject>;
  expect(examples!.slip).toMatchObject({ value: { film: { name: "x" } }, "x-openstack-mended": true });
  expect((schemas!.FilmRequest as JsonObject).properties).toHaveProperty("film");
});

const table = "\n\nRequest\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - name: name\n";

test.each([
  ["multipart/form-data", "Accepts Content-Type multipart/form-data."],
  [
    "application/x-www-form-urlencoded",
    'Fields go in the "application/x-www-form-urlencoded" format in the body.',
  ],
  [
    "application/acme-v2-json-patch",
    "The body must be a document of media type ``application/acme-v2-json-patch``.",
  ],
])("rows of a body stand under %s where a sentence names it", (type, sentence) => {
  const { requestBody } = operationOf(`PUT /films/1\n\n${sentence}${table}`);
  const { content } = requestBody as { content: JsonObject };
  expect(Object.keys(content)).toEqual([type]);
  expect(content[type]).toHaveProperty("schema");
});

test("a list below a sentence that ends in a colon names media types, and JSON stays where it is among them", () => {
  const list =
    "The body has one of these media types:\n\n- ``application/json``\n- ``multipart/form-data``\n";
  const { requestBody } = operationOf(`PUT /films/1\n\n${list}${table}`);
  expect(Object.keys((requestBody as { content: JsonObject }).content)).toEqual([
    "application/json",
    "multipart/form-data",
  ]);
});

test("rows of a body stay JSON beside a type that no schema tells", () => {
  const { requestBody } = operationOf(
    `PUT /films/1\n\nSet the \`\`Content-Type\`\` request header to \`\`video/mp4\`\`.${table}`,
  );
  expect(Object.keys((requestBody as { content: JsonObject }).content)).toEqual(["application/json"]);
});

const archive = `
film:
  in: body
  required: true
  type: object
  description: |
    The film with all that belongs to it.
    The "Content-Type" HTTP header should be set to "application/zip".
title: {in: body, type: string, required: false, description: A title.}
`;
const sent = (...rows: string[]) =>
  `\n\nRequest\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n${rows.map((row) => `   - ${row}: ${row}\n`).join("")}`;

test("the one row of a body whose text demands another media type is that body, and no property", () => {
  expect(operationOf(`PUT /films/1${sent("film")}`, { "parameters.yaml": archive }).requestBody).toEqual({
    description:
      'The film with all that belongs to it. The "Content-Type" HTTP header should be set to "application/zip".',
    required: true,
    content: { "application/zip": { schema: bytes } },
  });
  const two = operationOf(`PUT /films/1${sent("film", "title")}`, { "parameters.yaml": archive });
  expect(Object.keys((two.requestBody as { content: JsonObject }).content)).toEqual(["application/json"]);
  const json = { "parameters.yaml": archive.replace("zip", "merge-patch+json") };
  const merged = operationOf(`PUT /films/1${sent("film")}`, json);
  expect(Object.keys((merged.requestBody as { content: JsonObject }).content)).toEqual(["application/json"]);
});

test("a sample of JSON keeps the one row of a body a property", () => {
  const { requestBody } = operationOf(
    `PUT /films/1${sent("film")}\n.. literalinclude:: film.json\n   :language: json\n`,
    { "parameters.yaml": archive, "film.json": '{"film": {}}' },
  );
  expect(Object.keys((requestBody as { content: JsonObject }).content)).toEqual(["application/json"]);
});

test("the text of the section above the one row demands its media type, too, and is no less shown for that", () => {
  const text = "The Content-Type header must be ``image/png``.";
  const { requestBody } = operationOf(`PUT /films/1${sent("name").replace("\n\n..", `\n\n${text}\n\n..`)}`);
  expect(requestBody).toEqual({
    description: "A name.\n\nThe Content-Type header must be `image/png`.",
    content: { "image/png": { schema: bytes } },
  });
});

test("the header of a command names the media type of what it sends", () => {
  const command =
    "\n\nRequest Example\n~~~~~~~~~~~~~~~\n\n::\n\n   curl -X PATCH -H 'Content-Type: application/json-patch+json' -d '[{\"op\": \"remove\"}]' $url/films/1\n";
  const { requestBody } = operationOf(`PATCH /films/1${command}`);
  expect(Object.keys((requestBody as { content: JsonObject }).content)).toEqual([
    "application/json-patch+json",
  ]);
});

test("a sample of a form is an example with its fields", () => {
  const index = `PUT /films/1\n\nThe body has the media type \`\`application/x-www-form-urlencoded\`\`.${table}\n.. literalinclude:: form.txt\n`;
  const tree = treeOf({
    "index.rst": `Films\n=====\n\nFilm\n----\n\n.. rest_method:: ${index}`,
    "parameters.yaml": parameters,
    "form.txt": "name=Stalker+II&kind=feature\n",
  });
  const { components, paths } = specificationOf(tree.files).specification.document as unknown as {
    components: { examples: JsonObject };
    paths: { "/films/1": { put: { requestBody: { content: JsonObject } } } };
  };
  expect(Object.keys(paths["/films/1"].put.requestBody.content)).toEqual([
    "application/x-www-form-urlencoded",
  ]);
  expect(components.examples.form).toMatchObject({ value: { name: "Stalker II", kind: "feature" } });
});

test("a response that nothing shows has the media type that its row or a sentence names", () => {
  const row =
    "GET /films/1\n\nNormal response codes: 200, 204\n\nResponse\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - Content-Type: type\n";
  const ok = operationOf(row).responses as JsonObject;
  expect(ok["200"]).toMatchObject({ content: { "application/octet-stream": { schema: bytes } } });
  expect(ok["204"]).not.toHaveProperty("content");
  const sentence =
    "GET /films/1\n\nThe response has the content type ``text/csv``.\n\nNormal response codes: 200\n\nResponse Example\n~~~~~~~~~~~~~~~~\n\n.. literalinclude:: film.txt\n";
  const { responses } = operationOf(sentence, { "film.txt": "a,b\n" });
  expect(Object.keys((responses as { "200": { content: JsonObject } })["200"].content)).toEqual(["text/csv"]);
});

const reel = `
length: {in: header, type: integer, required: false, description: "The length of the reel, that is of the request body."}
kind: {in: header, type: string, required: false, description: The MIME type that the reel is to have.}
agent: {in: header, type: string, required: false, description: Who asks.}
`;
const headers = (...rows: string[]) =>
  `\n\nRequest\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n${rows.map((row) => `   - ${row}\n`).join("")}`;

test("a row of a header that speaks of the body of the request tells that there is one, and Content-Type what it is", () => {
  const bodyOf = (...rows: string[]) =>
    operationOf(`PUT /films/1${headers(...rows)}`, { "parameters.yaml": reel }).requestBody;
  expect(bodyOf("Content-Length: length", "Content-Type: kind")).toEqual({
    description: "The MIME type that the reel is to have.",
    content: { "application/octet-stream": { schema: bytes } },
  });
  expect(bodyOf("Content-Type: kind")).toBeUndefined();
  expect(bodyOf("X-Length: length")).toBeUndefined();
});

test.each([
  ["-T film.mp4", true],
  ["--upload-file film.mp4", true],
  ["-d Reel", true],
  ["--data-binary @film.mp4", true],
  ["--data @film.json", false],
  ["-d 'name=reel'", false],
  ["-d '{\"name\": 1}'", false],
  ["-H 'Content-Length: 0'", false],
])("a command with %s tells whether bytes are sent", (option, isSent) => {
  const { requestBody } = operationOf(
    `PUT /films/1\n\nIt goes like this:\n\n::\n\n   curl -X PUT ${option} $url\n`,
  );
  expect(requestBody !== undefined).toBe(isSent);
});

test("a GET whose response has a Content-Type and no table answers bytes", () => {
  const table = headers("Content-Type: kind").replace("Request", "Response").replace("~~~~~~~", "~~~~~~~~");
  const answered = (codes: string) => {
    const { responses } = operationOf(`GET /films/1\n\n${codes}${table}`, { "parameters.yaml": reel });
    return Object.values(responses as JsonObject)[0] as JsonObject;
  };
  expect(answered("Normal response codes: 200").content).toEqual({
    "application/octet-stream": { schema: bytes },
  });
  expect(answered("Normal response codes: 204").content).toBeUndefined();
});

test("a form that a command sends stands beside the JSON of other samples", () => {
  const sample = (name: string, language: string) =>
    `\n\n.. literalinclude:: ${name}\n   :language: ${language}\n`;
  const { requestBody } = operationOf(
    `PUT /films/1${table}\n\nRequest Example\n~~~~~~~~~~~~~~~${sample("a.json", "json")}${sample("b.txt", "text")}`,
    { "a.json": '{"name": "x"}', "b.txt": "curl -X PUT $url/films/1 -F name=x -F reel=@film.mp4" },
  );
  const { content } = requestBody as { content: JsonObject };
  expect(Object.keys(content).sort()).toEqual(["application/json", "multipart/form-data"]);
  expect(content["multipart/form-data"]).toHaveProperty("schema");
});
