import { expect, test } from "vitest";
import { compile, evaluate, loadBundle } from "../../src/files/bundle.ts";

const file = "/bundle/lamp.cjs";
const code = 'const { posix } = require("node:path"); exports.lamp = () => posix.join(__dirname, "light");';

function run(cache: Buffer | undefined): { lamp: () => string } {
  const loaded = { exports: {} as { lamp: () => string } };
  evaluate(compile(code, file, cache), file, loaded);
  return loaded.exports;
}

test("a bundle is a module in CommonJS", () => {
  expect(run(undefined).lamp()).toBe("/bundle/light");
});

test("compiled code that was kept is used; what is none, or of another text, changes nothing", () => {
  const kept = compile(code, file, undefined).createCachedData();
  expect(compile(code, file, kept).cachedDataRejected).toBe(false);
  expect(run(kept).lamp()).toBe("/bundle/light");
  expect(run(Buffer.from("nonsense")).lamp()).toBe("/bundle/light");
  const other = compile(`${code} // and more`, file, undefined).createCachedData();
  expect(run(other).lamp()).toBe("/bundle/light");
});

test("a bundle that is missing is told of in one line", () => {
  expect(() => loadBundle("none")).toThrow(/none\.cjs, a part of this program, cannot be read\. /);
});
