/** The directives of os-api-ref (`setup`). */
export const OS_API_REF_DIRECTIVES: readonly string[] = [
  "rest_method",
  "rest_parameters",
  "rest_status_code",
  "rest_expand_all",
];

/** Those that api-refs are made of, most used first: of two names as near as each other the first is meant. */
const COMMON =
  "include literalinclude note warning important versionadded versionchanged versionremoved deprecated toctree code-block code";

/** docutils (`parsers/rst/languages/en.py`). */
const DOCUTILS =
  "admonition attention caution class compound container contents csv-table danger date default-role epigraph error figure footer header" +
  " highlights hint image line-block list-table math meta parsed-literal pull-quote raw replace restructuredtext-test-directive role rubric" +
  " section-numbering sectnum sidebar sourcecode table target-notes tip title topic unicode";

/** Sphinx (`directives/`), the domain `std` and those of the default domain `py`. */
const SPHINX =
  "acks centered codeauthor cssclass default-domain describe highlight hlist index moduleauthor object only rst-class sectionauthor seealso" +
  " tabularcolumns cmdoption confval envvar glossary option productionlist program attribute classmethod currentmodule data" +
  " decorator decoratormethod exception function method module property staticmethod type";

/** The extensions that come with Sphinx. */
const EXTENSIONS =
  "autoattribute autoclass autodata autodecorator autoexception autofunction automethod automodule autoproperty autosummary digraph doctest" +
  " graph graphviz ifconfig inheritance-diagram testcleanup testcode testoutput testsetup todo todolist";

/** WSME's extension (`wsmeext.sphinxext`), which describes REST controllers from their code. */
const WSME = "autotype rest-controller root service";

/** Every directive that Sphinx, docutils and os-api-ref know, those that are most likely meant first. */
export const KNOWN_DIRECTIVES: ReadonlySet<string> = new Set([
  ...OS_API_REF_DIRECTIVES,
  ...[COMMON, DOCUTILS, SPHINX, EXTENSIONS, WSME].flatMap((names) => names.split(" ")),
]);

/** `py:function`, `std:option`: the directives of a domain. */
const IN_DOMAIN = /^(?:c|cpp|http|js|math|py|rst|std):/;

/** Whether something knows a directive; case does not count. */
export function isKnownDirective(name: string): boolean {
  const lower = name.toLowerCase();
  return KNOWN_DIRECTIVES.has(lower) || IN_DOMAIN.test(lower);
}
