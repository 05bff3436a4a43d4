/** The configuration that `apiref init` writes: what most teams set, with what it does; everything else as comments. */
export const configTemplate = (baseline: string): string => `\
# How apiref reads and checks this api-ref. Every key is optional; \`apiref rules\` lists the rules.

# Findings that were there when the checks began, and are not reported. \`apiref lint --update-baseline\` records them anew.
baseline: ${JSON.stringify(baseline)}

# The specification: title and version of the API, and where it is served.
# title: Widgets API
# version: "2.1"
# servers:
#   - url: https://widgets.example.org
# public: [GET /]                 # operations that need no token

# Severities: off, info, warning, error.
# rules:
#   sample-undocumented: error
#   definition-unused: "off"

# The same for some files; of several for one file the last counts.
# overrides:
#   - files: ["legacy/**"]
#     rules: { status-codes-freeform: "off" }

# Single facts that are meant as they are.
# allow:
#   - rule: status-codes-missing
#     operation: GET /healthcheck
#     reason: The proxy answers it.

# More warnings than that are a failure.
# maxWarnings: 0

# The address of a line of the sources, for links from the specification.
# sourceUrl: https://example.org/tree/main/{file}#L{line}
`;
