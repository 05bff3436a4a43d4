// Who asks a preview for what: pages of others, names that lead here, paths of files, a second preview; and its end.
import { request } from "node:http";
import { connect } from "node:net";
import { setTimeout } from "node:timers/promises";
import { widgets } from "./lib/box.mjs";
import { expect, refused } from "./lib/expect.mjs";

const SECRET = "what is written nowhere else";
/** More than a start takes on a busy machine, in turns of 50 ms. */
const MOST_TURNS = 600;

/** Starts a preview; gives its port once the address was printed, and its end after SIGINT. */
async function previewing(place, args = []) {
  place.write({ ...widgets, secret: SECRET, "source/secret.txt": SECRET });
  const { child, done } = place.start(["preview", "source", ...args]);
  let said = "";
  child.stdout.on("data", (piece) => {
    said += piece;
  });
  const address = () => /^http:\/\/127\.0\.0\.1:(\d+)\//m.exec(said);
  for (let turns = 0; turns < MOST_TURNS && child.exitCode === null && address() === null; turns++)
    await setTimeout(50);
  const found = address();
  if (found === null) child.kill("SIGKILL");
  expect(found !== null, `no address: ${said}${found === null ? (await done).err : ""}`);
  const end = (signal = "SIGINT") => {
    child.kill(signal);
    return done;
  };
  return { port: Number(found[1]), end };
}

/** The answer to a request that is sent as it is written, with a path that no browser would send. */
function asked(port, { path = "/", method = "GET", headers = {} }) {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, path, method, headers, agent: false }, (response) => {
      let body = "";
      response.on("data", (piece) => {
        body += piece;
      });
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body }));
    });
    sent.on("error", reject);
    sent.end();
  });
}

/** Each request has that status, and nothing of the page or of a file in its answer; the page itself is still answered. */
const answered = (status, requests) => async (place) => {
  const { port, end } = await previewing(place);
  try {
    for (const one of requests(port)) {
      const answer = await asked(port, one);
      const shown = `${JSON.stringify(one)}: ${answer.status} ${answer.body.slice(0, 200)}`;
      expect(answer.status === status, shown);
      expect(!answer.body.includes(SECRET) && !/widgets/i.test(answer.body), shown);
      expect(answer.headers["access-control-allow-origin"] === undefined, `open to others: ${shown}`);
    }
    const page = await asked(port, {});
    expect(page.status === 200 && page.body.includes("Widgets"), `the page: ${page.status}`);
  } finally {
    await end("SIGKILL");
  }
};

/** Ends it while browsers are connected: one that listens, one that has said nothing, one in the middle of a request. */
const interrupted = (signal) => async (place) => {
  const { port, end } = await previewing(place);
  const texts = ["GET /events HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", "", "GET / HTTP/1.1\r\nHost: "];
  const sockets = texts.map((text) => {
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => {});
    socket.write(text.replace("PORT", port));
    return socket;
  });
  try {
    await new Promise((resolve, reject) => {
      sockets[0].once("data", resolve);
      sockets[0].once("close", () => reject(new Error("nobody may listen")));
    });
    const { code, signal: killedBy, err } = await end(signal);
    expect(code === 0 && err === "", `exit ${code ?? killedBy}: ${err}`);
  } finally {
    for (const socket of sockets) socket.destroy();
  }
  const again = await previewing(place, ["--port", String(port)]);
  await again.end();
};

export const cases = {
  "names that lead here": answered(403, (port) =>
    [
      "example.org",
      `example.org:${port}`,
      `127.0.0.1.example.org:${port}`,
      "127.0.0.1",
      "localhost:1",
    ].flatMap((host) => ["/", "/openapi.json", "/events"].map((path) => ({ path, headers: { Host: host } }))),
  ),
  "pages of others": answered(403, (port) =>
    [
      { Origin: "http://example.org" },
      { Origin: "null" },
      { Origin: `https://127.0.0.1:${port}` },
      { Origin: "http://127.0.0.1:1" },
      { "Sec-Fetch-Site": "cross-site" },
      { "Sec-Fetch-Site": "same-site" },
    ].flatMap((headers) => ["/", "/document.json", "/events"].map((path) => ({ path, headers }))),
  ),
  "paths of files": answered(404, () =>
    [
      "/secret",
      "/source/secret.txt",
      "/../secret",
      "/%2e%2e/secret",
      "/..%2fsecret",
      "/.%5c..%5csecret",
      "//etc/passwd",
      "/etc/passwd",
      "file:///etc/passwd",
      "http://example.org/",
      "/openapi.json/../../secret",
      "/secret%00.json",
      "/constructor",
      "/__proto__",
    ].map((path) => ({ path })),
  ),
  "methods that change": answered(405, () =>
    ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"].map((method) => ({ method })),
  ),
  "a second preview on the port": async (place) => {
    const { port, end } = await previewing(place);
    try {
      refused(await place.apiref(["preview", "source", "--port", String(port)]), /in use/);
      expect((await asked(port, {})).status === 200, "the first has ended");
    } finally {
      await end("SIGKILL");
    }
  },
  "SIGINT while browsers are connected": interrupted("SIGINT"),
  "SIGTERM while browsers are connected": interrupted("SIGTERM"),
  "SIGINT behind a save": async (place) => {
    for (let moment = 0; moment < 5; moment++) {
      const { end } = await previewing(place);
      place.write({ "source/index.rst": `${widgets["source/index.rst"]}\n:ref:\`nowhere${moment}\`\n` });
      await setTimeout(moment * 20);
      const { code, signal, err } = await end();
      expect(code === 0 && err === "", `exit ${code ?? signal}: ${err}`);
    }
  },
};
