/** The directives of docutils 0.19, Sphinx 5.3 with the extensions it comes with, and os-api-ref. */
const NAMES = {
  docutils:
    "admonition attention caution class code compound container contents csv-table danger date default-role epigraph" +
    " error figure footer header highlights hint image important include line-block list-table math meta note" +
    " parsed-literal pull-quote raw replace role rubric section-numbering sectnum sidebar table target-notes tip title" +
    " topic unicode warning",
  sphinx:
    "acks autosummary centered code-block codeauthor cssclass default-domain deprecated describe digraph doctest" +
    " glossary graph graphviz highlight hlist ifconfig index inheritance-diagram literalinclude moduleauthor object" +
    " only productionlist rst-class sectionauthor seealso sourcecode tabularcolumns testcleanup testcode testoutput" +
    " testsetup toctree todo todolist versionadded versionchanged versionremoved",
  autodoc:
    "autoattribute autoclass autodata autodecorator autoexception autofunction automethod automodule" +
    " autonewtypedata autonewvarattribute autoproperty",
  // Domains: the default one (`py`) and `std` are used without a prefix.
  domains:
    "attribute classmethod cmdoption currentmodule data decorator decoratormethod envvar exception function method" +
    " module option program property staticmethod",
  osApiRef: "rest_expand_all rest_method rest_parameters rest_status_code",
};

/** Names of directives that someone who builds an api-ref can use, in lower case. */
export const KNOWN_DIRECTIVES: ReadonlySet<string> = new Set(
  Object.values(NAMES).flatMap((names) => names.split(" ")),
);

/** The prefixes of the domains of Sphinx, whose directives are `py:function` and the like. */
const DOMAINS = /^(?:c|cpp|js|py|rst|std):[\w:-]+$/;

/** Whether Sphinx, docutils or os-api-ref know a directive; they compare names without regard to case. */
export function isKnownDirective(name: string): boolean {
  const lower = name.toLowerCase();
  return KNOWN_DIRECTIVES.has(lower) || DOMAINS.test(lower);
}
