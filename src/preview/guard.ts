/** What of a request decides whether it is answered. */
export interface Asked {
  readonly method: string | undefined;
  /** The request target as it was sent, such as `/events?since=3`. */
  readonly target: string | undefined;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** Why a request is not answered, and the HTTP status that says so. */
export interface Refusal {
  readonly status: 403 | 404 | 405;
  readonly reason: string;
}

/** The one address that the server listens on. */
export const LOOPBACK = "127.0.0.1";

/**
 * Why a request is refused; undefined where it is one of the page's own, or a person's who has followed the address
 * that was printed.
 *
 * Another `Host` is that of a site whose name leads here (DNS rebinding), which could read everything then. Another
 * `Origin` or site (https://www.w3.org/TR/fetch-metadata/) is a page of somebody else that the same browser shows.
 * Paths are names of answers, never of files.
 *
 * @param port the port that the server listens on
 * @param paths those that are answered
 */
export function refusal(
  { method, target, headers }: Asked,
  port: number,
  paths: Pick<ReadonlySet<string>, "has">,
): Refusal | undefined {
  const hosts = [LOOPBACK, "localhost"].map((name) => `${name}:${port}`);
  if (!hosts.includes(textOf(headers.host).toLowerCase()))
    return { status: 403, reason: `This is a preview. Open http://${hosts[0]}/ on its own machine.` };
  const { origin } = headers;
  if (origin !== undefined && !hosts.some((host) => `http://${host}` === origin))
    return { status: 403, reason: "Other pages get nothing from here." };
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none")
    return {
      status: 403,
      reason: "Links of other pages do not lead here. Type the address that `apiref preview` has printed.",
    };
  if (method !== "GET" && method !== "HEAD")
    return { status: 405, reason: "There is nothing to be changed here." };
  if (target === undefined || !paths.has(pathOf(target)))
    return { status: 404, reason: "There is no such page here." };
  return undefined;
}

/** A request target without its query. */
export function pathOf(target: string): string {
  return target.split("?", 1)[0]!;
}

function textOf(value: string | readonly string[] | undefined): string {
  return typeof value === "string" ? value : "";
}

/** Goes with every answer. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "Cache-Control": "no-store",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
};
