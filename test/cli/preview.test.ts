import { afterEach, expect, test } from "vitest";
import { contents, index, type Previewing, previewing } from "../support/previewing.ts";
import { run } from "../support/run.ts";
import { watchableFiles } from "../support/watchable.ts";

let started: Previewing | undefined;
afterEach(() => started?.end());

async function start(argv: readonly string[] = []): Promise<Previewing> {
  started = await previewing(argv);
  return started;
}

test("shows the page, and tells what each save changes, until it is interrupted", async () => {
  const { files, address, get, next, end } = await start();
  const revision = await next("revision");
  const page = await get("/");
  expect(page).toContain(`<meta name="apiref-revision" content="${revision}">`);
  expect(page).toContain("<title>Lamps</title>");
  expect(page).toContain("connect-src 'self';");
  expect(JSON.parse(await get("/document.json"))).toMatchObject({ revision, document: { openapi: "3.1.1" } });
  expect(JSON.parse(await get("/openapi.json"))).toMatchObject({ openapi: "3.1.1" });
  expect(await next("findings")).toEqual({
    summary: "0 errors, 0 warnings, 0 infos",
    round: 0,
    causes: [],
  });
  expect(await next("broken")).toBeNull();

  files.save("/project/input/index.rst", index.replace("Lists lamps.", "Shows all."));
  const change = await next("document");
  expect(change).toMatchObject({
    from: revision,
    parts: [{ at: ["paths"], set: { "/lamps": { get: { description: "Shows all." } } } }],
    operations: { changed: ["listLamps"], added: [], renamed: [] },
  });
  expect(JSON.parse(await get("/document.json"))).toMatchObject({ revision: change.to });
  expect((await next("findings")).round).toBe(1);

  files.save("/project/input/index.rst", index.replace("limit: limit", "limit: limti"));
  expect((await next("document")).from).toBe(change.to);
  const { causes, ...found } = await next("findings");
  expect(found).toEqual({
    summary: "1 error, 0 warnings, 0 infos in 1 file (1 fixable with apiref fix)",
    round: 2,
  });
  expect(causes[0]).toMatchObject({
    round: 2,
    severity: "error",
    rule: "unknown-parameter",
    place: "input/index.rst:28:13",
    excerpt: { text: "   - limit: limti", from: 12, length: 5 },
    operation: { name: "GET /lamps", id: "listLamps" },
  });
  expect(await end()).toEqual({
    exitCode: 0,
    out: `${address} shows input; Ctrl-C ends it\n`,
    err: "",
  });
  expect(files.watched()).toEqual([]);
});

test("the page of broken sources stays, with what is wrong", async () => {
  const { files, get, next, end } = await start();
  await next("broken");
  const page = await get("/");
  files.save("/project/input/apiref.config.yaml", "rulez: {}\n");
  expect(await next("broken")).toBe("input/apiref.config.yaml:1: Unknown key `rulez`. Did you mean `rules`?");
  expect(await get("/")).toBe(page);
  files.save("/project/input/apiref.config.yaml", "rules: {}\n");
  expect(await next("broken")).toBeNull();
  files.save("/project/input/index.rst", "Nothing\n=======\n");
  expect(await next("broken")).toMatch(/^No document in input has an operation/);
  files.save("/project/input/index.rst", index);
  expect(await next("broken")).toBeNull();
  expect((await end()).err).toMatch(/^apiref: .*\napiref: .*\n$/);
});

test("--open says where it could not", async () => {
  const { address, opened, end } = await start(["--open"]);
  expect(opened).toEqual([address]);
  expect((await end()).err).toBe("No browser could be started. Open the address in one.\n");
});

test("two previews on one port: one line and exit code 2, and the first goes on", async () => {
  const { address, get } = await start();
  const { port } = new URL(address);
  const second = await run(watchableFiles(contents), ["preview", "--port", port]);
  expect(second).toEqual({
    exitCode: 2,
    out: "",
    err: `apiref: Port ${port} is in use. Name another with \`--port\`, or none for one that is free.\n`,
  });
  expect(await get("/openapi.json")).toContain("3.1.1");
});

test.each([
  ["a source that is none", ["nowhere"], "There is no nowhere."],
  ["no port", ["--port", "x"], "Give a whole number."],
  ["no port, either", ["--port", "65536"], "Ports end at 65535."],
])("%s: exit code 2", async (_, argv, message) => {
  const { exitCode, out, err } = await run(watchableFiles(contents), ["preview", ...argv]);
  expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
  expect(err).toMatch(/^apiref: [^\n]*\n$/);
  expect(err).toContain(message);
});
