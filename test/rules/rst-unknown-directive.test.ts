import { expect, test } from "vitest";
import { expectFindingsAtMarks } from "../support/expect-findings.ts";
import { checkTree } from "../support/project.ts";

const head = `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

`;

test.each([
  ["os-api-ref's", ".. «rest_methods»:: GET /widgets\n", "rest_method"],
  ["with a dash", ".. «rest-parameters»:: parameters.yaml\n", "rest_parameters"],
  ["Sphinx's", ".. «literal-include»:: widgets.json\n", "literalinclude"],
  ["inside a note", ".. note::\n\n   .. «versionaded»:: 2.1\n", "versionadded"],
  ["of a substitution", ".. |widget| «relpace»:: a widget\n", "replace"],
])("%s", (_, text, meant) => {
  expectFindingsAtMarks("rst-unknown-directive", { "index.rst": head + text });
  const [found] = checkTree({ "index.rst": head + text.replace(/[«»]/g, "") }).filter(
    ({ rule }) => rule === "rst-unknown-directive",
  );
  expect(found!.message).toContain(`Did you mean \`${meant}\`?`);
});

test.each([
  ["in capital letters", ".. NOTE:: Widgets are green.\n"],
  ["of a domain", ".. py:function:: widget()\n"],
  ["of an extension that comes with Sphinx", ".. autoclass:: widgets.Widget\n"],
  ["with a blank before its colons", ".. toctree ::\n"],
])("knows those %s", (_, text) => {
  expectFindingsAtMarks("rst-unknown-directive", { "index.rst": head + text });
});
