import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { isDeepStrictEqual } from "node:util";
import { resolved } from "./typed-samples.mjs";

/**
 * Starts the mock server on a document and asks it for everything that can be had by GET and has a JSON sample.
 *
 * @param {string} program Prism's start file
 * @param {string} documentFile
 * @param {any} document
 * @returns {Promise<{ asked: number, problems: string[] }>}
 */
export async function askMockServer(program, documentFile, document) {
  const port = await freePort();
  const server = spawn(process.execPath, [program, "mock", "--port", String(port), documentFile], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  try {
    await listening(server);
    const problems = [];
    let asked = 0;
    for (const [path, item] of Object.entries(document.paths ?? {})) {
      if (item.get === undefined) continue;
      const samples = samplesOfLowestSuccess(document, item.get);
      if (samples.length === 0) continue;
      asked += 1;
      const problem = await ask(`http://127.0.0.1:${port}`, path, parametersOf(document, item), samples);
      if (problem !== undefined) problems.push(`GET ${path}: ${problem}`);
    }
    return { asked, problems };
  } finally {
    server.kill();
  }
}

/** Prism answers with the lowest success code. */
function samplesOfLowestSuccess(document, operation) {
  const [code] = Object.keys(operation.responses ?? {})
    .filter((each) => /^2/.test(each))
    .sort();
  const content = resolved(document, operation.responses?.[code])?.content ?? {};
  return Object.entries(content)
    .filter(([mediaType]) => /[/+]json\b/.test(mediaType))
    .flatMap(([mediaType, { examples = {} }]) =>
      Object.values(examples).map((each) => ({ mediaType, value: resolved(document, each).value })),
    )
    .filter(({ value }) => value !== undefined);
}

function parametersOf(document, item) {
  return [...(item.parameters ?? []), ...(item.get.parameters ?? [])].map((each) => resolved(document, each));
}

async function ask(origin, path, parameters, samples) {
  const filled = path.replace(/\{([^}]*)\}/g, (_, name) =>
    encodeURIComponent(valueFor(parameters.find((each) => each.in === "path" && each.name === name))),
  );
  const required = parameters.filter((each) => each.required && each.in !== "path");
  const query = required.filter((each) => each.in === "query").map((each) => [each.name, valueFor(each)]);
  const headers = required.filter((each) => each.in === "header").map((each) => [each.name, valueFor(each)]);
  const url = `${origin}${filled}${query.length > 0 ? `?${new URLSearchParams(query)}` : ""}`;
  const answer = await fetch(url, {
    redirect: "manual",
    headers: { "X-Auth-Token": "secret", Accept: samples[0].mediaType, ...Object.fromEntries(headers) },
  });
  const text = await answer.text();
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return `${answer.status} with no JSON: ${text.slice(0, 100)}`;
  }
  if (samples.some((sample) => isDeepStrictEqual(sample.value, value))) return undefined;
  return `${answer.status} with none of its ${samples.length} samples: ${text.slice(0, 200)}`;
}

/** A value that a parameter's schema accepts. */
function valueFor(parameter) {
  const schema = parameter?.schema ?? {};
  const type = [schema.type].flat()[0];
  if (schema.enum !== undefined) return String(schema.enum[0]);
  if (schema.format === "uuid") return "6f70656e-6170-4069-8d61-707572652121";
  if (schema.format === "date-time") return "2030-01-01T00:00:00Z";
  return { integer: "1", number: "1", boolean: "true" }[type] ?? "a";
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function listening(server) {
  return new Promise((resolve, reject) => {
    let text = "";
    for (const stream of [server.stdout, server.stderr])
      stream.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
        if (/is listening on/.test(text)) resolve(undefined);
      });
    server.once("close", (status) =>
      reject(new Error(`the mock server ended with ${status}: ${text.slice(-500)}`)),
    );
  });
}
