import { version } from "../version.ts";
import { PACKAGE } from "./pre-commit-entry.ts";

/** The forges whose jobs can be written. */
export type Forge = "GitHub" | "GitLab" | "Zuul";

/** What is known of a repository; names from its top. */
export interface Repository {
  readonly isThere: (name: string) => boolean;
  /** The text of a file; undefined where there is none. */
  readonly read: (name: string) => string | undefined;
  /** The address of the remote `origin`; empty without one. */
  readonly remote: string;
}

/** A file to write. */
export interface Job {
  readonly file: string;
  readonly text: string;
}

/** The forge by what lies in the repository, else by its remote. */
export function forgeOf({ isThere, remote }: Repository): Forge | undefined {
  if ([".zuul.yaml", "zuul.yaml", ".zuul.d", "zuul.d", ".gitreview"].some(isThere)) return "Zuul";
  if (isThere(".gitlab-ci.yml")) return "GitLab";
  if (isThere(".github")) return "GitHub";
  if (/\bopendev\.org\b/.test(remote)) return "Zuul";
  if (/\bgithub\b/.test(remote)) return "GitHub";
  return /\bgitlab\b/.test(remote) ? "GitLab" : undefined;
}

/** The file with the job of a forge; undefined where the repository runs the program already. */
export function jobOf(forge: Forge, repository: Repository, source: string): Job | undefined {
  const files = { GitHub: ".github/workflows/api-ref.yaml", GitLab: ".gitlab-ci.yml", Zuul: "tox.ini" };
  const file = files[forge];
  const before = repository.read(file) ?? "";
  if (/\bapiref\b|os-api-ref-openapi/.test(before)) return undefined;
  if (forge === "GitHub") return before === "" ? { file, text: githubJob(source) } : undefined;
  const job = forge === "GitLab" ? gitlabJob(source) : toxEnvironment(source);
  return { file, text: before === "" ? job : `${before.replace(/\n*$/, "\n")}\n${job}` };
}

/**
 * Jobs install the program outside the checkout, whose files are those of the change under review: `npx` there would run a
 * committed `node_modules/.bin/apiref`.
 */
const INSTALL = `npm install --global ${PACKAGE}@${version}`;

const githubJob = (source: string) => `\
name: api-ref
on: pull_request
permissions:
  contents: read
jobs:
  lint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0 # the comparison needs the history
      - uses: actions/setup-node@v4
        with:
          node-version: 24
      - run: ${INSTALL}
      - run: apiref lint ${source} --format github --changed-since "origin/$GITHUB_BASE_REF"
`;

const gitlabJob = (source: string) => `\
api-ref:
  image: node:24
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  variables:
    GIT_DEPTH: 0 # the comparison needs the history
  script:
    - ${INSTALL}
    - git fetch origin "$CI_MERGE_REQUEST_TARGET_BRANCH_NAME"
    - apiref lint ${source} --changed-since FETCH_HEAD --report gitlab=gl-code-quality-report.json
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
`;

const toxEnvironment = (source: string) => `\
[apiref]
home = {env:HOME}/.cache/${PACKAGE}-${version}

[testenv:api-ref-lint]
skip_install = true
allowlist_externals =
  npm
  {[apiref]home}/bin/apiref
commands =
  npm install --global --prefix {[apiref]home} ${PACKAGE}@${version}
  {[apiref]home}/bin/apiref lint ${source === "." ? "{toxinidir}" : `{toxinidir}/${source}`}
`;
