import type { ExampleTree } from "../../src/findings/rule.ts";

/** A warning or an error of Sphinx with os-api-ref 2.3, and the rule that reports the same here. */
export interface SphinxWarning {
  /** As Sphinx prints it behind the place. */
  readonly text: string;
  /** The rule, whose findings stand in the lines of the marks. */
  readonly rule: string;
  /** What Sphinx prints it for. */
  readonly files: ExampleTree;
  /** It ends the build, so that Sphinx says nothing of what comes after it. */
  readonly fatal?: true;
}

const definitions = `
widget_id:
  description: Which widget.
  in: path
  required: true
  type: string
name:
  description: Its name.
  in: body
  required: true
  type: string
`;

const codes = `
200:
  default: It went well.
404:
  default: There is none.
`;

/** One page with one operation; \`text\` stands below its method. */
function page(text: string, others: ExampleTree = {}): ExampleTree {
  return { "index.rst": `${head}${text}`, ...others };
}

const head = `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

`;

/** Warnings of os-api-ref (\`__init__.py\`, \`http_codes.py\`), in the order of its code. */
export const osApiRef: Readonly<Record<string, SphinxWarning>> = {
  "no method": {
    text: "IndexError: list index out of range",
    rule: "url-missing",
    fatal: true,
    files: { "index.rst": "\nWidgets\n=======\n\nList widgets\n------------\n\n.. «rest_method»::\n" },
  },
  "method outside of any section": {
    text: "IndexError: list index out of range",
    rule: "operation-part-stray",
    fatal: true,
    files: { "index.rst": "\n.. «rest_method»:: GET /widgets\n" },
  },
  "parameters file not found": {
    text: "WARNING: Parameters file not found, ",
    rule: "parameters-file-not-found",
    files: page(".. rest_parameters:: «parameter.yaml»\n\n   - name: name\n"),
  },
  "parameters file that is no YAML": {
    text: "Error while parsing file [",
    rule: "parameters-file-invalid",
    fatal: true,
    files: page(".. rest_parameters:: parameters.yaml\n\n   - name: name\n", {
      "parameters.yaml": "name:\n  description: [Its name.\n  «in»: body\n  required: true\n  type: string\n",
    }),
  },
  "parameters file is empty": {
    text: "WARNING: Parameters file is empty, ",
    rule: "parameters-file-empty",
    files: page(".. rest_parameters:: parameters.yaml\n\n   - name: name\n", {
      "parameters.yaml": "«»# None yet\n",
    }),
  },
  "definition without fields": {
    text: "Expected a dict for name; got name=Its name.",
    rule: "parameters-file-invalid",
    fatal: true,
    files: page(".. rest_parameters:: parameters.yaml\n\n   - name: name\n", {
      "parameters.yaml": "«name»: Its name.\n",
    }),
  },
  "definition without in": {
    text: "KeyError: 'in'",
    rule: "definition-field-missing",
    fatal: true,
    files: page(".. rest_parameters:: parameters.yaml\n\n   - name: name\n", {
      "parameters.yaml": "«name»:\n  description: Its name.\n  required: true\n  type: string\n",
    }),
  },
  "wrong in": {
    text: "WARNING: ``bodi`` is not a valid value for 'in' (must be one of: body, header, path, query). (see ``name``)",
    rule: "definition-in-invalid",
    files: page(".. rest_parameters:: parameters.yaml\n\n   - name: name\n", {
      "parameters.yaml": "name:\n  description: Its name.\n  in: «bodi»\n  required: true\n  type: string\n",
    }),
  },
  "section out of order": {
    text: "WARNING: Section out of order. All parameters in section ``body`` should be after section ``path``. (see ``colour``)",
    rule: "parameters-unsorted",
    files: page(".. rest_parameters:: parameters.yaml\n\n   - colour: colour\n", {
      "parameters.yaml":
        "«colour»:\n  description: Its colour.\n  in: body\n  required: true\n  type: string\nwidget_id:\n  description: Which.\n  in: path\n  required: true\n  type: string\n",
    }),
  },
  "parameters out of order": {
    text: "WARNING: Parameters out of order ``size`` should be after ``shape``",
    rule: "parameters-unsorted",
    files: page(".. rest_parameters:: parameters.yaml\n\n   - size: size\n", {
      "parameters.yaml":
        "«size»:\n  description: Its size.\n  in: body\n  required: true\n  type: string\nshape:\n  description: Its shape.\n  in: body\n  required: true\n  type: string\n",
    }),
  },
  "row without a key": {
    text: "WARNING: Invalid parameter definition ``name``. Expected format: ``name: reference``. Skipping.",
    rule: "parameter-row-invalid",
    files: page(".. rest_parameters:: parameters.yaml\n\n   - «name»\n", { "parameters.yaml": definitions }),
  },
  "rows that are no YAML": {
    text: "expected <block end>, but found '-'",
    rule: "parameter-row-invalid",
    fatal: true,
    files: page(".. rest_parameters:: parameters.yaml\n\n   - name: name\n     «- id: name»\n", {
      "parameters.yaml": definitions,
    }),
  },
  "rows that do not line up": {
    text: "expected '<document start>', but found '<block sequence start>'",
    rule: "parameter-row-invalid",
    fatal: true,
    files: page(
      ".. rest_parameters:: parameters.yaml\n\n    «- name: name»\n   - id: widget_id\n   - size: name\n",
      { "parameters.yaml": definitions },
    ),
  },
  "unknown key": {
    text: "WARNING: No field definition for ``nmae`` found in ``",
    rule: "unknown-parameter",
    files: page(".. rest_parameters:: parameters.yaml\n\n   - name: «nmae»\n", {
      "parameters.yaml": definitions,
    }),
  },
  "path parameter without a row": {
    text: "WARNING: No path parameter ``widget_id`` found in rest_parameter stanza.",
    rule: "path-parameter-undocumented",
    files: {
      "index.rst":
        "\nWidgets\n=======\n\nShow widget\n-----------\n\n.. rest_method:: GET /widgets/{«widget_id»}\n\n.. rest_parameters:: parameters.yaml\n\n   - name: name\n",
      "parameters.yaml": definitions,
    },
  },
  "no rows": {
    text: "ERROR: No parameters defined",
    rule: "parameter-row-invalid",
    files: page(".. «rest_parameters»:: parameters.yaml\n", { "parameters.yaml": definitions }),
  },
  "no parameters file named": {
    text: "ERROR: No reference file defined",
    rule: "parameters-file-not-found",
    files: page(".. «rest_parameters»::\n\n   - name: name\n"),
  },
  "definition without type": {
    text: "WARNING: Failure on key: name, values: ",
    rule: "definition-field-missing",
    files: page(".. rest_parameters:: parameters.yaml\n\n   - name: name\n", {
      "parameters.yaml": "«name»:\n  description: Its name.\n  in: body\n  required: true\n",
    }),
  },
  "type that is no text": {
    text: "WARNING: Failure on key: name, values: ",
    rule: "definition-type-unknown",
    files: page(".. rest_parameters:: parameters.yaml\n\n   - name: name\n", {
      "parameters.yaml": "name:\n  description: Its name.\n  in: body\n  required: true\n  type: «7»\n",
    }),
  },
  "status file not found": {
    text: "TypeError: 'NoneType' object is not subscriptable",
    rule: "status-file-not-found",
    fatal: true,
    files: page(".. rest_status_code:: success «http.yaml»\n\n   - 200\n"),
  },
  "status file that is no YAML": {
    text: "expected <block end>, but found '<block mapping start>'",
    rule: "status-file-invalid",
    fatal: true,
    files: page(".. rest_status_code:: success status.yaml\n\n   - 200\n", {
      "status.yaml": "200:\n  default: It went well.\n «other»: Sometimes.\n",
    }),
  },
  "no codes": {
    text: "ERROR: No parameters defined",
    rule: "parameter-row-invalid",
    files: page(".. «rest_status_code»:: success status.yaml\n", { "status.yaml": codes }),
  },
  "one argument": {
    text: 'ERROR: Error in "rest_status_code" directive:',
    rule: "status-file-not-found",
    files: page(".. rest_status_code:: «success»\n\n   - 200\n"),
  },
  "unknown kind": {
    text: "ERROR: Type sucess is not one of ('success', 'error')",
    rule: "status-kind-invalid",
    files: page(".. rest_status_code:: «sucess» status.yaml\n\n   - 200\n", { "status.yaml": codes }),
  },
  "unknown reason": {
    text: "WARNING: Could not find gone for code 404",
    rule: "status-reason-undefined",
    files: page(".. rest_status_code:: error status.yaml\n\n   - 404: «gone»\n", { "status.yaml": codes }),
  },
  "unknown code": {
    text: "KeyError: 409",
    rule: "status-code-undefined",
    fatal: true,
    files: page(".. rest_status_code:: error status.yaml\n\n   - «409»\n", { "status.yaml": codes }),
  },
  "reason that is no text": {
    text: "WARNING: Failure on key: 404, values: ",
    rule: "status-file-invalid",
    files: page(".. rest_status_code:: error status.yaml\n\n   - 404\n", {
      "status.yaml": "404:\n  «default»:\n    - None.\n",
    }),
  },
};

/** Warnings of docutils and Sphinx for what api-refs are made of. */
export const sphinx: Readonly<Record<string, SphinxWarning>> = {
  "underline too short": {
    text: "WARNING: Title underline too short.",
    rule: "rst-title-underline",
    files: { "index.rst": "\nWidgets\n=======\n\nList widgets\n«-----------»\n\nAll of them.\n" },
  },
  "overline too short": {
    text: "WARNING: Title overline too short.",
    rule: "rst-title-underline",
    files: { "index.rst": "\n======\nWidgets\n«======»\n\nAll of them.\n" },
  },
  "overline and underline differ": {
    text: "CRITICAL: Title overline & underline mismatch.",
    rule: "rst-title-underline",
    files: { "index.rst": "\nAbove\n=====\n\n--------\nWidgets\n«-------»\n\nAll of them.\n" },
  },
  "overline without underline": {
    text: "CRITICAL: Missing matching underline for section title overline.",
    rule: "rst-malformed",
    files: { "index.rst": "\nAbove\n=====\n\n«-------»\nWidgets\nare green.\n" },
  },
  "overline at the end": {
    text: "CRITICAL: Incomplete section title.",
    rule: "rst-malformed",
    files: { "index.rst": "\nAbove\n=====\n\n«-------»\nWidgets\n" },
  },
  "title levels": {
    text: "CRITICAL: Title level inconsistent:",
    rule: "rst-malformed",
    files: { "index.rst": "\nWidgets\n=======\n\nList\n----\n\nOther\n=====\n\n«Deep»\n~~~~\n\nGreen.\n" },
  },
  "title in a list": {
    text: "CRITICAL: Unexpected section title.",
    rule: "rst-malformed",
    files: page("- Widgets:\n\n  «Green\n  =====»\n"),
  },
  "transition at the end": {
    text: "ERROR: Document may not end with a transition.",
    rule: "rst-malformed",
    files: { "index.rst": "\nWidgets\n=======\n\nGreen.\n\n«----»\n" },
  },
  "two transitions": {
    text: "ERROR: At least one body element must separate transitions; adjacent transitions are not allowed.",
    rule: "rst-malformed",
    files: { "index.rst": "\nWidgets\n=======\n\nGreen.\n\n----\n\n«----»\n\nBlue.\n" },
  },
  "transition below a title": {
    text: "ERROR: Document or section may not begin with a transition.",
    rule: "rst-malformed",
    files: { "index.rst": "\nWidgets\n=======\n\nGreen.\n\nList\n----\n\n«----»\n\nBlue.\n" },
  },
  "unknown directive": {
    text: 'ERROR: Unknown directive type "rest_parameter".',
    rule: "rst-unknown-directive",
    files: page(".. «rest_parameter»:: parameters.yaml\n\n   - name: name\n"),
  },
  "unknown role": {
    text: 'ERROR: Unknown interpreted text role "reff".',
    rule: "rst-reference-unknown",
    files: page("See :«reff»:`widgets`.\n"),
  },
  "missing include": {
    text: 'CRITICAL: Problems with "include" directive path:',
    rule: "include-not-found",
    files: page(".. include:: «wigdets.inc»\n"),
  },
  "circular include": {
    text: 'WARNING: circular inclusion in "include" directive:',
    rule: "include-cycle",
    files: page(".. include:: widgets.inc\n", { "widgets.inc": "Green.\n\n.. include:: «widgets.inc»\n" }),
  },
  "include without a name": {
    text: 'ERROR: Error in "include" directive:',
    rule: "include-not-found",
    files: page(".. «include»::\n"),
  },
  "missing sample": {
    text: "WARNING: Include file ",
    rule: "sample-not-found",
    files: page(".. literalinclude:: «widget.json»\n"),
  },
  "sample without a name": {
    text: 'ERROR: Error in "literalinclude" directive:',
    rule: "sample-not-found",
    files: page(".. «literalinclude»::\n"),
  },
  "lines beyond the end of a sample": {
    text: "WARNING: line number spec is out of range(1-1): '4-9'",
    rule: "directive-misused",
    files: page(".. literalinclude:: widget.json\n   :language: json\n   :lines: «4-9»\n", {
      "widget.json": "{}\n",
    }),
  },
  "lines of a sample that are no numbers": {
    text: "WARNING: invalid line number spec: 'one'",
    rule: "directive-misused",
    files: page(".. literalinclude:: widget.json\n   :language: json\n   :lines: «one»\n", {
      "widget.json": "{}\n",
    }),
  },
  "text to start after that is not there": {
    text: "WARNING: start-after pattern not found: size",
    rule: "directive-misused",
    files: page(".. literalinclude:: widget.json\n   :language: json\n   :start-after: «size»\n", {
      "widget.json": "{}\n",
    }),
  },
  "sample that is no JSON": {
    text: 'WARNING: Could not lex literal_block as "json". Highlighting skipped.',
    rule: "sample-syntax",
    files: page(".. literalinclude:: widget.json\n   :language: json\n", {
      "widget.json": '{"name": «<name>»}\n',
    }),
  },
  "unknown language": {
    text: "WARNING: Pygments lexer name 'jsonn' is not known",
    rule: "directive-misused",
    files: page(".. code-block:: «jsonn»\n\n   {}\n"),
  },
  "wrong bytes": {
    text: "WARNING: undecodable source characters, replacing with",
    rule: "not-utf8",
    files: page("A caf«\udce9».\n"),
  },
  "unindented line of a directive": {
    text: "WARNING: Explicit markup ends without a blank line; unexpected unindent.",
    rule: "rst-malformed",
    files: page(".. note::\n\n   Widgets are green\n«or blue.»\n"),
  },
  "unindented line of a list": {
    text: "WARNING: Bullet list ends without a blank line; unexpected unindent.",
    rule: "rst-malformed",
    files: page("- Widgets are green\n«or blue.»\n"),
  },
  "unindented line of an enumeration": {
    text: "WARNING: Enumerated list ends without a blank line; unexpected unindent.",
    rule: "rst-malformed",
    files: page("1. Widgets are green\n«2. Gadgets are blue»\nor red.\n"),
  },
  "unindented line of a definition": {
    text: "WARNING: Definition list ends without a blank line; unexpected unindent.",
    rule: "rst-malformed",
    files: page("widget\n  It is green\n«or blue.»\n"),
  },
  "unindented line of a field": {
    text: "WARNING: Field list ends without a blank line; unexpected unindent.",
    rule: "rst-malformed",
    files: page("Widgets:\n\n:name: Its name\n«or title.»\n"),
  },
  "unindented line of a quote": {
    text: "WARNING: Block quote ends without a blank line; unexpected unindent.",
    rule: "rst-malformed",
    files: page("Widgets:\n\n  They are green\n«or blue.»\n"),
  },
  "unindented line of a literal": {
    text: "WARNING: Literal block ends without a blank line; unexpected unindent.",
    rule: "rst-malformed",
    files: page("Widgets::\n\n  {}\n«or blue.»\n"),
  },
  "line block goes on": {
    text: "WARNING: Line block ends without a blank line.",
    rule: "rst-malformed",
    files: page("| Green\n«or blue.»\n"),
  },
  "unexpected indentation": {
    text: "ERROR: Unexpected indentation.",
    rule: "rst-malformed",
    files: page("Widgets are\ngreen\n  «or blue.»\n"),
  },
  "literal block expected": {
    text: "WARNING: Literal block expected; none found.",
    rule: "rst-malformed",
    files: page("«Widgets::»\n\nare green.\n"),
  },
  "quoted literal": {
    text: "ERROR: Inconsistent literal block quoting.",
    rule: "rst-malformed",
    files: page("Widgets::\n\n> green\n«are blue.»\n"),
  },
  emphasis: {
    text: "WARNING: Inline emphasis start-string without end-string.",
    rule: "rst-malformed",
    files: page("Widgets are «*»green.\n"),
  },
  strong: {
    text: "WARNING: Inline strong start-string without end-string.",
    rule: "rst-malformed",
    files: page("Widgets are «**»green.\n"),
  },
  literal: {
    text: "WARNING: Inline literal start-string without end-string.",
    rule: "rst-malformed",
    files: page("Widgets are «``»green.\n"),
  },
  "interpreted text": {
    text: "WARNING: Inline interpreted text or phrase reference start-string without end-string.",
    rule: "rst-malformed",
    files: page("Widgets are «`»green.\n"),
  },
  "substitution reference": {
    text: "WARNING: Inline substitution_reference start-string without end-string.",
    rule: "rst-malformed",
    files: page("Widgets are «|»green.\n"),
  },
  "inline target": {
    text: "WARNING: Inline target start-string without end-string.",
    rule: "rst-malformed",
    files: page("Widgets are «_`»green.\n"),
  },
  "markup in a description": {
    text: "WARNING: Inline literal start-string without end-string.",
    rule: "rst-malformed",
    files: page(".. rest_parameters:: parameters.yaml\n\n   - name: name\n", {
      "parameters.yaml":
        "name:\n  description: |\n    Its name,\n    «``»green.\n  in: body\n  required: true\n  type: string\n",
    }),
  },
  "indentation in a description": {
    text: "ERROR: Unexpected indentation.",
    rule: "rst-malformed",
    files: page(".. rest_parameters:: parameters.yaml\n\n   - name: name\n", {
      "parameters.yaml":
        "name:\n  description: |\n    Its name\n    can be\n      «green.»\n  in: body\n  required: true\n  type: string\n",
    }),
  },
  "list in a description": {
    text: "WARNING: Bullet list ends without a blank line; unexpected unindent.",
    rule: "rst-malformed",
    files: page(".. rest_status_code:: success status.yaml\n\n   - 200\n", {
      "status.yaml": "200:\n  default: |\n    - Green\n    «or blue.»\n",
    }),
  },
  "malformed grid table": {
    text: "ERROR: Malformed table.",
    rule: "rst-malformed",
    files: page("+-------+\n| green |\n«+------+»\n"),
  },
  "malformed simple table": {
    text: "ERROR: Malformed table.",
    rule: "rst-malformed",
    files: page("«=====  =====\nGreen  blue\n===  ===»\n"),
  },
  "text in the margin of a table": {
    text: "ERROR: Malformed table.",
    rule: "rst-malformed",
    files: page("«=====  =====\nGreen widgets\n=====  =====»\n"),
  },
  "text right below a table": {
    text: "WARNING: Blank line required after table.",
    rule: "rst-malformed",
    files: page("+-------+\n| green |\n+-------+\n«Blue.»\n"),
  },
  "duplicate target": {
    text: 'WARNING: Duplicate explicit target name: "green".',
    rule: "rst-name-duplicate",
    files: page(".. _green: https://example.org/1\n.. _«green»: https://example.org/2\n\nSee green_.\n"),
  },
  "duplicate label": {
    text: "WARNING: duplicate label green, other instance in",
    rule: "rst-name-duplicate",
    files: {
      "index.rst": "\nWidgets\n=======\n\n.. toctree::\n\n   other\n\n.. _green:\n\nGreen\n-----\n\nYes.\n",
      "other.rst": "\nGadgets\n=======\n\n.. _«green»:\n\nGreen\n-----\n\nNo.\n",
    },
  },
  "undefined label": {
    text: "WARNING: undefined label: 'blue'",
    rule: "rst-reference-unknown",
    files: page("See :ref:`«blue»`.\n"),
  },
  "label without a title": {
    text: "WARNING: Failed to create a cross reference. A title or caption not found: 'green'",
    rule: "rst-reference-unknown",
    files: page(".. _green:\n\nWidgets are green.\n\nSee :ref:`«green»`.\n"),
  },
  "unknown document": {
    text: "WARNING: unknown document: 'gadgets'",
    rule: "rst-reference-unknown",
    files: page("See :doc:`«gadgets»`.\n"),
  },
  "unknown target": {
    text: 'ERROR: Unknown target name: "blue".',
    rule: "rst-reference-unknown",
    files: page("See «blue»_.\n"),
  },
  "unknown phrase target": {
    text: 'ERROR: Unknown target name: "blue widgets".',
    rule: "rst-reference-unknown",
    files: page("See `«blue widgets»`_.\n"),
  },
  "unknown footnote": {
    text: 'ERROR: Unknown target name: "2".',
    rule: "rst-reference-unknown",
    files: page("Green [«2»]_.\n"),
  },
  "unreferenced footnote": {
    text: "WARNING: Footnote [1] is not referenced.",
    rule: "rst-reference-unknown",
    files: page("Green.\n\n.. [«1»] Or blue.\n"),
  },
  "undefined substitution": {
    text: 'ERROR: Undefined substitution referenced: "colour".',
    rule: "rst-reference-unknown",
    files: page("Widgets are |«colour»|.\n"),
  },
  "duplicate substitution": {
    text: 'ERROR: Duplicate substitution definition name: "colour".',
    rule: "rst-name-duplicate",
    files: page(".. |colour| replace:: green\n.. |«colour»| replace:: blue\n\nWidgets are |colour|.\n"),
  },
  "empty substitution": {
    text: 'WARNING: Substitution definition "colour" empty or invalid.',
    rule: "rst-malformed",
    files: page("«.. |colour| green»\n"),
  },
  "malformed target": {
    text: "WARNING: malformed hyperlink target.",
    rule: "rst-malformed",
    files: page("«.. _green https://example.org»\n"),
  },
  "anonymous references": {
    text: "ERROR: Anonymous hyperlink mismatch: 1 references but 0 targets.",
    rule: "rst-reference-unknown",
    files: page("See `«green widgets»`__.\n"),
  },
  "unknown option": {
    text: 'ERROR: Error in "literalinclude" directive:',
    rule: "directive-misused",
    files: page(".. literalinclude:: widget.json\n   :«langauge»: json\n", { "widget.json": "{}\n" }),
  },
  "invalid options": {
    text: 'ERROR: Error in "literalinclude" directive:',
    rule: "directive-misused",
    files: page(".. literalinclude:: widget.json\n   :language: json\n   «dedent»\n", {
      "widget.json": "{}\n",
    }),
  },
  "note without content": {
    text: 'ERROR: Content block expected for the "note" directive; none found.',
    rule: "directive-misused",
    files: page(".. «note»::\n\nWidgets are green.\n"),
  },
  "version without a number": {
    text: 'ERROR: Error in "versionadded" directive:',
    rule: "directive-misused",
    files: page(".. «versionadded»::\n\n   Widgets.\n"),
  },
  "no blank line below a directive": {
    text: 'ERROR: Error in "code-block" directive:',
    rule: "directive-misused",
    files: page(".. code-block:: json\n   «{" + "}»\n"),
  },
  "toctree entry": {
    text: "WARNING: toctree contains reference to nonexisting document 'gadgtes'",
    rule: "toctree-mismatch",
    files: {
      "index.rst": "\nWidgets\n=======\n\n.. toctree::\n\n   «gadgtes»\n   gadgets\n",
      "gadgets.rst": "\nGadgets\n=======\n",
    },
  },
  "toctree pattern": {
    text: "WARNING: toctree glob pattern 'v1/*' didn't match any documents",
    rule: "toctree-mismatch",
    files: { "index.rst": "\nWidgets\n=======\n\n.. toctree::\n   :glob:\n\n   «v1/*»\n" },
  },
  "document in no toctree": {
    text: "WARNING: document isn't included in any toctree",
    rule: "toctree-mismatch",
    files: { "index.rst": "\nWidgets\n=======\n\nGreen.\n", "gadgets.rst": "\n«Gadgets»\n=======\n" },
  },
  "missing image": {
    text: "WARNING: image file not readable: green.png",
    rule: "rst-reference-unknown",
    files: page(".. image:: «green.png»\n"),
  },
};
