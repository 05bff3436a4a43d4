import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

const DEFINITIONS = ["lamp", "maker", "shade"]
  .map(
    (key) =>
      `${key}:\n  description: The ${key}.\n  in: body\n  required: false\n  type: ${key === "lamp" ? "object" : "string"}\n`,
  )
  .join("");

/** What is found in samples of two operations: the rule, and the text at each place. */
function found(...samples: readonly string[]): string[] {
  const operations = samples.map(
    (_, index) =>
      `Show lamp ${index}\n-----------\n\n.. rest_method:: GET /lamps/${index}\n\nResponse\n~~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - lamp: lamp\n   - lamp.maker: maker\n   - lamp.shade: shade\n\n.. literalinclude:: ${index}.json\n\n`,
  );
  return checkTree({
    "index.rst": `Lamps\n=====\n\n${operations.join("")}`,
    "parameters.yaml": DEFINITIONS,
    ...Object.fromEntries(samples.map((text, index) => [`${index}.json`, text])),
  })
    .filter(({ rule }) => rule.startsWith("sample-"))
    .map(({ rule, severity, span, related = [] }) =>
      [
        rule,
        severity,
        ...[span, ...related.map((one) => one.span)].map(({ file, start, end }) =>
          file.text.slice(start, end),
        ),
      ].join(" "),
    );
}

test("what is left out in quotes is one warning a sample", () => {
  expect(found('{"lamp": {"maker": "...", "...": "..."}}')).toEqual([
    'sample-syntax warning "..." "..." "..."',
  ]);
  expect(found('{"lamp": {"maker": "of ...", "shade": "a: \\"...\\""}}')).toEqual([]);
});

test("the text `null` where another sample shows null", () => {
  const text = '{"lamp": {"maker": "null", "shade": "null"}}';
  expect(found(text, '{"lamp": {"maker": null, "shade": null}}')).toEqual([
    'sample-type warning "null" "null"',
  ]);
  expect(found(text, '{"lamp": {"maker": null, "shade": "red"}}')).toEqual(['sample-type warning "null"']);
  expect(found(text, '{"lamp": {"maker": "none", "shade": "red"}}')).toEqual([]);
});
