import { expect, test } from "vitest";
import { refusal } from "../../src/preview/guard.ts";

const paths = new Set(["/", "/events"]);
const own = { host: "127.0.0.1:4000" };
const ask = (headers: Readonly<Record<string, string | undefined>>, target = "/", method = "GET") =>
  refusal({ method, target, headers }, 4000, paths)?.status;

test.each([
  ["the address that was printed", own, "/"],
  ["localhost", { host: "localhost:4000" }, "/"],
  ["upper case", { host: "LocalHost:4000" }, "/"],
  ["a query", own, "/events?since=3"],
  [
    "the page's own request",
    { ...own, origin: "http://127.0.0.1:4000", "sec-fetch-site": "same-origin" },
    "/",
  ],
  ["a typed address", { ...own, "sec-fetch-site": "none" }, "/"],
])("answered: %s", (_, headers, target) => {
  expect(ask(headers, target)).toBeUndefined();
});

test("HEAD is answered", () => {
  expect(ask(own, "/", "HEAD")).toBeUndefined();
});

test.each([
  ["another name that leads here", { host: "attacker.example:4000" }],
  ["another name without a port", { host: "attacker.example" }],
  ["a name that begins like ours", { host: "127.0.0.1:4000.attacker.example" }],
  ["localhost as a part of a name", { host: "localhost.attacker.example:4000" }],
  ["another port", { host: "127.0.0.1:4001" }],
  ["no port", { host: "127.0.0.1" }],
  ["somebody before the name", { host: "user@127.0.0.1:4000" }],
  ["no host", {}],
  ["an empty host", { host: "" }],
  ["another origin", { ...own, origin: "https://attacker.example" }],
  ["another port of this machine", { ...own, origin: "http://127.0.0.1:8000" }],
  ["our origin with TLS", { ...own, origin: "https://127.0.0.1:4000" }],
  ["a frame without an origin", { ...own, origin: "null" }],
  ["another site", { ...own, "sec-fetch-site": "cross-site" }],
  ["another page of this machine", { ...own, "sec-fetch-site": "same-site" }],
])("403: %s", (_, headers) => {
  expect(ask(headers)).toBe(403);
});

test.each(["POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "get", ""])("405: %s", (method) => {
  expect(ask(own, "/", method)).toBe(405);
});

test.each([
  "/etc/passwd",
  "/../../etc/passwd",
  "/%2e%2e/etc/passwd",
  "//events",
  "/events/",
  "/events/../",
  "/Events",
  "http://127.0.0.1:4000/",
  "*",
  "",
])("404: %s", (target) => {
  expect(ask(own, target)).toBe(404);
});
