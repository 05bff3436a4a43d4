import { posix as node } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { posix } from "../../src/browser/posix.ts";

const name = fc.constantFrom("a", "b.rst", "..", ".", "", "c d", ".git");
const path = fc.tuple(fc.boolean(), fc.array(name, { maxLength: 6 })).map(([isAbsolute, names]) => {
  return (isAbsolute ? "/" : "") + names.join("/");
});
const absolute = path.map((text) => node.resolve(`/${text}`));

test("paths in a browser are those of Node", () => {
  fc.assert(
    fc.property(path, path, absolute, absolute, (one, other, from, to) => {
      expect(posix.normalize(one)).toBe(node.normalize(one));
      expect(posix.join(one, other)).toBe(node.join(one, other));
      expect(posix.resolve(from, one)).toBe(node.resolve(from, one));
      expect(posix.relative(from, to)).toBe(node.relative(from, to));
      expect(posix.dirname(from)).toBe(node.dirname(from));
      expect(posix.basename(from)).toBe(node.basename(from));
    }),
    { numRuns: 2000 },
  );
});
