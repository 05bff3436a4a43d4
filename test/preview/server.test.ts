import { request } from "node:http";
import { connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { type Answer, type PreviewServer, type Served, startServer } from "../../src/preview/server.ts";

const served: Served = {
  answers: new Map<string, () => Answer | undefined>([
    ["/", () => ({ type: "text/html; charset=utf-8", body: "<p>Lämps</p>" })],
    ["/soon", () => undefined],
  ]),
  events: "/events",
  greeting: () => [["findings", '{"summary":"none"}']],
};

let server: PreviewServer | undefined;
afterEach(() => server?.close());

async function start(port = 0): Promise<PreviewServer> {
  server = await startServer(port, served);
  return server;
}

interface Answered {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

function ask(path: string, options: { method?: string; headers?: Record<string, string> } = {}) {
  return new Promise<Answered>((resolve, reject) => {
    const { port } = server!;
    const sent = request({ host: "127.0.0.1", port, path, agent: false, ...options }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (piece) => {
        body += piece;
      });
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body }));
    });
    sent.once("error", reject);
    sent.end();
  });
}

/** Listens to the events; gives what comes until a text is in it. */
function listen(): { readonly until: (text: string) => Promise<string>; readonly leave: () => void } {
  let received = "";
  let wake = () => {};
  const sent = request(
    { host: "127.0.0.1", port: server!.port, path: "/events", agent: false },
    (response) => {
      response.setEncoding("utf8").on("data", (piece) => {
        received += piece;
        wake();
      });
      response.on("error", () => {});
    },
  );
  sent.on("error", () => {});
  sent.end();
  return {
    async until(text) {
      while (!received.includes(text))
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      const now = received;
      received = "";
      return now;
    },
    leave: () => sent.destroy(),
  };
}

test("answers with what stops browsers from keeping, framing or guessing", async () => {
  await start();
  const { status, headers, body } = await ask("/");
  expect({ status, body }).toEqual({ status: 200, body: "<p>Lämps</p>" });
  expect(headers).toMatchObject({
    "content-type": "text/html; charset=utf-8",
    "content-length": "13",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
  });
  expect(await ask("/", { method: "HEAD" })).toMatchObject({ status: 200, body: "" });
});

test("listens to this machine alone", async () => {
  const { port } = await start();
  const elsewhere = connect({ host: "127.0.0.2", port });
  const outcome = await new Promise((resolve) => {
    elsewhere.once("connect", () => resolve("connected"));
    elsewhere.once("error", (error: NodeJS.ErrnoException) => resolve(error.code));
  });
  elsewhere.destroy();
  expect(outcome).toBe("ECONNREFUSED");
});

test.each([
  ["another host", "/", { headers: { host: "attacker.example" } }, 403],
  ["another origin", "/events", { headers: { origin: "https://attacker.example" } }, 403],
  ["another method", "/", { method: "POST" }, 405],
  ["a file", "/../../../etc/passwd", {}, 404],
  ["before there is anything", "/soon", {}, 503],
])("%s: no", async (_, path, options, status) => {
  await start();
  const answered = await ask(path, options);
  expect(answered).toMatchObject({ status, headers: { "cache-control": "no-store" } });
  expect(answered.headers["access-control-allow-origin"]).toBeUndefined();
  expect(answered.body).toMatch(/^[^\n]+\.\n$/);
});

test("events: the greeting first, then what is sent, to everybody", async () => {
  const { send } = await start();
  const [one, other] = [listen(), listen()];
  for (const { until } of [one, other])
    expect(await until("\n\n")).toBe('event: findings\ndata: {"summary":"none"}\n\n');
  send("broken", '"why"');
  for (const { until } of [one, other]) expect(await until("\n\n")).toBe('event: broken\ndata: "why"\n\n');
});

test("who leaves in the middle is no matter", async () => {
  const { send } = await start();
  const [one, other] = [listen(), listen()];
  await one.until("findings");
  await other.until("findings");
  one.leave();
  for (let count = 0; count < 20; count++) {
    send("broken", JSON.stringify("x".repeat(100_000)));
    await new Promise((resolve) => setImmediate(resolve));
  }
  send("broken", '"end"');
  await other.until('"end"');
  const half = connect({ host: "127.0.0.1", port: server!.port }, () => half.write("GET / HTTP/1.1\r\nHo"));
  await new Promise((resolve) => half.once("connect", resolve));
  half.destroy();
  expect((await ask("/")).status).toBe(200);
});

test("a port that is in use is said", async () => {
  const { port } = await start();
  await expect(startServer(port, served)).rejects.toThrow(
    `Port ${port} is in use. Name another with \`--port\`, or none for one that is free.`,
  );
});

test("ends at once, whoever listens", async () => {
  const { close, port } = await start();
  await listen().until("findings");
  close();
  await expect(startServer(port, served).then((next) => next.close())).resolves.toBeUndefined();
});
