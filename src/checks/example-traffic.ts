/** An exchange of the recorded traffic in a rule's example: a request without a body, and the answer to it. */
export interface ExampleExchange {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  /** The body of the answer as it was sent; none unless given. */
  readonly body?: string;
}

/** The HAR log of exchanges, for the examples of rules that read evidence. */
export function exampleTraffic(...exchanges: readonly ExampleExchange[]): string {
  const entries = exchanges.map(({ method, url, status, body = "" }) => ({
    request: { method, url, headers: [] },
    response: { status, headers: [], content: { mimeType: "application/json", text: body } },
  }));
  const log = { version: "1.2", creator: { name: "proxy", version: "1" }, entries };
  return `\n${JSON.stringify({ log }, undefined, 1)}\n`;
}
