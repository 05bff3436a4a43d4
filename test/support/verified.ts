import { memoryFiles } from "../../src/files/memory.ts";
import { run } from "./run.ts";

/** The findings of `verify` on the texts of a tree, `severity file:line rule message`. */
export async function verified(
  texts: Readonly<Record<string, string>>,
  evidence: string,
): Promise<readonly string[]> {
  return (await reported(texts, evidence)).findings.map(
    ({ severity, file, line, rule, message }) =>
      `${severity} ${file.slice(file.lastIndexOf("/") + 1)}:${line} ${rule} ${message}`,
  );
}

/** What `verify` names without a finding, `reason: names`. */
export async function doubted(
  texts: Readonly<Record<string, string>>,
  evidence: string,
): Promise<readonly string[]> {
  const { doubtful } = (await reported(texts, evidence)).summary.evidence;
  return doubtful.map(({ of, names }) => `${of}: ${names.join(", ")}`);
}

async function reported(texts: Readonly<Record<string, string>>, evidence: string): Promise<Report> {
  const files = Object.entries({ ...texts, evidence }).map(([name, text]) => [
    `/project/source/${name}`,
    text,
  ]);
  const { out } = await run(memoryFiles({ files: Object.fromEntries(files) }), [
    "verify",
    "source",
    "--against",
    "source/evidence",
    "--format",
    "json",
  ]);
  return JSON.parse(out) as Report;
}

interface Report {
  readonly findings: readonly Found[];
  readonly summary: {
    readonly evidence: {
      readonly doubtful: readonly { readonly of: string; readonly names: readonly string[] }[];
    };
  };
}

interface Found {
  readonly severity: string;
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly message: string;
}

/** An OpenAPI document made from code: paths with their operations. */
export function documentOf(paths: object): string {
  return JSON.stringify({ openapi: "3.1.0", info: { title: "Widgets", version: "1" }, paths });
}

/** A response with a JSON body. */
export function answering(schema: object): object {
  return {
    responses: { "200": { description: "OK", content: { "application/json": { schema } } } },
  };
}

/** A log of traffic as a service itself gave it, and not what stands in for one: with the time (RFC 9110, 6.6.1). */
export function served(log: string): string {
  const value = JSON.parse(log) as { log: { entries: { response: { headers: object[] } }[] } };
  for (const { response } of value.log.entries)
    response.headers = [{ name: "Date", value: "Mon, 01 Jan 2024 00:00:00 GMT" }];
  return JSON.stringify(value);
}
