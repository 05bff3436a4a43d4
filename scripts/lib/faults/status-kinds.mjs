import { faultIn, misspelt } from "./fault.mjs";
import { at, wholeLine } from "./row-kinds.mjs";

/** Faults of `rest_status_code`. @type {readonly import("./fault.mjs").Kind[]} */
export const statusKinds = [
  {
    name: "status code undefined",
    *draw(tree, random) {
      for (const { code, codeSpan, origin } of random.shuffled(codesOf(tree))) {
        const others = Array.from(
          { length: 100 },
          (_, index) => `${code[0]}${String(index).padStart(2, "0")}`,
        );
        const written = random.one(others.filter((other) => !origin.file.entries.has(other)));
        yield faultIn(codeSpan.file, [{ ...at(codeSpan), text: written }], `${code} → ${written}`);
      }
    },
  },
  {
    name: "reason undefined",
    *draw(tree, random) {
      for (const { code, codeSpan, reasonSpan, reason } of random.shuffled(codesOf(tree))) {
        const written = misspelt(reason ?? "conflict", random);
        const change =
          reasonSpan === undefined
            ? { start: codeSpan.end, end: codeSpan.end, text: `: ${written}` }
            : { ...at(reasonSpan), text: written };
        yield faultIn(codeSpan.file, [change], `${code}: ${written}`);
      }
    },
  },
  {
    name: "kind of codes misspelt",
    *draw(tree, random) {
      for (const { file, name, argument, argumentAt } of random.shuffled(tree.directives)) {
        if (name !== "rest_status_code") continue;
        const [word] = argument.split(/\s/);
        const written = misspelt(word, random, (other) => other === "success" || other === "error");
        if (written !== undefined)
          yield faultIn(file, [{ start: argumentAt, end: argumentAt + word.length, text: written }], written);
      }
    },
  },
  {
    name: "error under success",
    *draw(tree, random) {
      for (const { code, codeSpan, kind, reason, origin } of random.shuffled(codesOf(tree))) {
        const errors = [...origin.file.entries.keys()].filter((one) => /^[45]/.test(one));
        if (kind !== "success" || reason !== undefined || errors.length === 0) continue;
        const written = random.one(errors);
        yield faultIn(
          codeSpan.file,
          [{ ...at(codeSpan), text: written }],
          `${code} → ${written} under success`,
        );
      }
    },
  },
  {
    name: "code twice",
    *draw(tree, random) {
      for (const { code, codeSpan } of random.shuffled(codesOf(tree))) {
        const line = codeSpan.file.positionAt(codeSpan.start).line;
        const { start, end } = wholeLine(codeSpan.file, line);
        const text = codeSpan.file.text.slice(start, end);
        if (text.endsWith("\n"))
          yield faultIn(codeSpan.file, [{ start: end, end, text }], `${code} twice`, [line, line + 1]);
      }
    },
  },
];

/** Every code of a directive whose status file is there, once. */
function codesOf(tree) {
  const seen = new Set();
  return tree.operations
    .flatMap(({ statuses }) => statuses)
    .filter(({ origin, codeSpan, code, reason, reasonSpan }) => {
      const id = `${codeSpan.file.path}:${codeSpan.start}`;
      if (seen.has(id) || origin.kind !== "directive" || origin.file === undefined) return false;
      seen.add(id);
      const reasons = origin.file.entries.get(code)?.reasons;
      return (
        /^\d{3}$/.test(code) &&
        reasons?.has(reason ?? "default") &&
        (reasonSpan?.file ?? codeSpan.file) === codeSpan.file
      );
    });
}
