import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { builtin } from "../files/builtin.ts";
import { UsageError } from "../usage-error.ts";
import { LOOPBACK, pathOf, refusal, SECURITY_HEADERS } from "./guard.ts";

/** What is answered to one path. */
export interface Answer {
  readonly type: string;
  readonly body: string | Uint8Array;
  /** Beside those that every answer has. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A server of a few answers, and of events as they come. */
export interface PreviewServer {
  readonly port: number;
  /** Sends an event to everybody who listens. `data` is one line. */
  send(event: string, data: string): void;
  /** Ends at once, whoever is connected. */
  close(): void;
}

/** What a server has to say. */
export interface Served {
  /** Path → what makes its answer of the query, asked anew each time; it gives nothing before there is one. */
  readonly answers: ReadonlyMap<string, (query: URLSearchParams) => Answer | undefined>;
  /** The path of the events (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
  readonly events: string;
  /** The events that who begins to listen gets first. */
  readonly greeting: () => readonly (readonly [event: string, data: string])[];
}

/** Who has not taken so many bytes of what was sent is asleep; a browser that wakes connects anew. */
const MOST_WAITING = 32 * 2 ** 20;

/**
 * Begins to serve on 127.0.0.1.
 *
 * @param port 0 for any that is free
 * @throws UsageError where the port is taken or not for everybody
 */
export async function startServer(port: number, served: Served): Promise<PreviewServer> {
  const { createServer } = builtin("node:http") as typeof import("node:http");
  const listeners = new Set<ServerResponse>();
  const paths = new Set([...served.answers.keys(), served.events]);
  const server = createServer((request, response) => {
    // Nobody is told that a browser has closed in the middle.
    response.on("error", () => listeners.delete(response));
    answer(request, response);
  });
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const { method, url: target, headers } = request;
    const refused = refusal({ method, target, headers }, portOf(server), paths);
    if (refused !== undefined) {
      respond(request, response, refused.status, plain(refused.reason));
      return;
    }
    const path = pathOf(target!);
    if (path === served.events && method === "GET") {
      listen(response);
      return;
    }
    const made =
      path === served.events ? { type: EVENTS, body: "" } : served.answers.get(path)?.(queryOf(target!));
    if (made !== undefined) respond(request, response, 200, made);
    else respond(request, response, 503, SOON);
  };
  const listen = (response: ServerResponse): void => {
    response.writeHead(200, { ...SECURITY_HEADERS, "Content-Type": EVENTS });
    listeners.add(response);
    response.on("close", () => listeners.delete(response));
    response.write(served.greeting().map(eventText).join(""));
  };
  await listening(server, port);
  return {
    port: portOf(server),
    send(event, data) {
      const text = eventText([event, data]);
      for (const response of listeners) {
        response.write(text);
        if (response.writableLength > MOST_WAITING) response.destroy();
      }
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function queryOf(target: string): URLSearchParams {
  return new URLSearchParams(target.slice(pathOf(target).length));
}

const EVENTS = "text/event-stream; charset=utf-8";

/** A browser that shows this asks again. */
const SOON = { ...plain("The sources are being read."), headers: { Refresh: "1" } };

function plain(text: string): Answer {
  return { type: "text/plain; charset=utf-8", body: `${text}\n` };
}

function respond(
  { method }: IncomingMessage,
  response: ServerResponse,
  status: number,
  { type, body, headers = {} }: Answer,
): void {
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    ...headers,
    "Content-Type": type,
    "Content-Length": Buffer.byteLength(body),
    ...(status === 405 ? { Allow: "GET, HEAD" } : {}),
    // What a refused request still sends is not waited for.
    ...(status === 200 ? {} : { Connection: "close" }),
  });
  response.end(method === "HEAD" ? undefined : body);
}

function eventText([event, data]: readonly [string, string]): string {
  return `event: ${event}\ndata: ${data}\n\n`;
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** Fulfilled when the server listens. */
function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(portError(error, port)));
    server.listen({ host: LOOPBACK, port, exclusive: true }, resolve);
  });
}

function portError(error: NodeJS.ErrnoException, port: number): Error {
  const advice = "Name another with `--port`, or none for one that is free.";
  if (error.code === "EADDRINUSE") return new UsageError(`Port ${port} is in use. ${advice}`);
  if (error.code === "EACCES") return new UsageError(`Port ${port} is not for everybody. ${advice}`);
  return new UsageError(`Cannot listen on ${LOOPBACK}:${port} (${error.code ?? error.message}). ${advice}`);
}
