import type { Operation } from "../apiref/model.ts";
import { isWrittenPlainly, undocumentedVariables } from "../apiref/url-rows.ts";
import { hiddenVariables } from "../checks/hidden-variables.ts";
import { defineRule, ofOperations } from "../checks/subject.ts";
import { mendedUrlEdit } from "../fixes/mended-url.ts";
import { enumeration } from "../text/enumeration.ts";

export const urlMalformed = defineRule({
  name: "url-malformed",
  group: "operations",
  severity: "warning",
  fixable: true,
  summary: "a URL with something in it that is not part of a path or its variables",
  explanation: `The URL of a \`rest_method\` begins with a slash, and its variables stand in braces: \`/v1/widgets/{widget_id}\`. Anything else
(\`<id>\`, a missing slash, backquotes, blanks, invisible characters that came along with a copied text) is mended for the
specification, but stays wrong on the page, and os-api-ref does not find the variables.
The fix writes the path, where nothing else is meant to be there: a host, or a variable that stands twice, is left to a person,
and so is a variable without a row, of which os-api-ref would warn as soon as it finds it: that is an error here, and the row is to be added with it.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET «widgets»
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets
`,
  },
  check: ofOperations(function* (operation) {
    const { mended } = operation.target;
    if (operation.url === "" || mended.length === 0) return;
    const hidden = hiddenVariables(operation).map(({ name }) => `\`{${name}}\``);
    const edit = hidesVariable(operation) ? undefined : mendedUrlEdit(operation);
    const rows = hidden.length === 1 ? "a row" : "rows";
    const also = hidden.length === 0 ? "" : `, and add ${rows} for ${enumeration(hidden)}, with \`in: path\``;
    yield {
      message: `The URL \`${visible(operation.url)}\` has ${enumeration(mended)}. Write \`${mendedUrl(operation)}\`${also}.`,
      span: operation.urlSpan,
      // What no row documents is lost, as `path-parameter-undocumented` says of other variables.
      ...(hidden.length === 0 ? {} : { severity: "error" }),
      // A habit of the whole tree is one mistake.
      cause: JSON.stringify(["url", ...mended, hidden.length > 0]),
      ...(edit === undefined ? {} : { edits: [edit] }),
    };
  }),
});

/** Whether a variable that no row documents is written otherwise, so that os-api-ref does not miss the row yet. */
function hidesVariable(operation: Operation): boolean {
  return undocumentedVariables(operation).some(({ variable }) => !isWrittenPlainly(variable));
}

/** The URL with its invisible characters as their numbers. */
function visible(url: string): string {
  return url.replace(
    /[\p{Cf}\p{Cc}]/gu,
    (character) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`,
  );
}

function mendedUrl({ target: { path, query } }: Operation): string {
  const pairs = query.map(({ name, value }) => (value === "" ? name : `${name}=${value}`));
  return pairs.length === 0 ? path : `${path}?${pairs.join("&")}`;
}
