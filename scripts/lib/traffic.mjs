/** Where clouds mount services on one host. */
const MOUNTS = {
  keystone: { mount: "/identity", version: "/v3" },
  cinder: { mount: "/volume", version: "/v3/89afd400b64646bbbc8c4cbe2c1f3c5d" },
  octavia: { mount: "/load-balancer", version: "" },
  ironic: { mount: "/baremetal", version: "/v1" },
};

/**
 * Requests and responses that a client library takes for the traffic of a service, as a proxy would have recorded them.
 *
 * @param {string} service `keystone`
 * @param {{ path: string, methods: string[], requests: string[], status: number[], responses: string[], from: string }[]} recorded
 * @returns a HAR 1.2 log; entries have the name of the file that they came from as `comment`
 */
export function harOf(service, recorded) {
  const { mount, version } = MOUNTS[service] ?? { mount: `/${service}`, version: "" };
  const entries = recorded
    .filter(({ path }) => path.startsWith("/"))
    .flatMap((one) => {
      const isWhole = one.path === "/" || /^\/v\d/.test(one.path);
      const url = `http://cloud.example${mount}${isWhole ? "" : version}${one.path}`;
      // what was asked is not known of an entry without a method
      const methods = [...new Set(one.methods)];
      return methods.flatMap((method) => exchangesOf(one, method, url, methods.length === 1));
    });
  return { log: { version: "1.2", creator: { name: "fixtures", version: "1" }, entries } };
}

function exchangesOf({ requests, responses, status, from }, method, url, isOnly) {
  const asked = method === "GET" ? [] : requests;
  const answered = isOnly ? responses : [];
  const count = Math.max(1, asked.length, answered.length);
  return Array.from({ length: count }, (_, index) => ({
    startedDateTime: "2026-01-01T00:00:00.000Z",
    time: 1,
    comment: from,
    request: {
      method,
      url,
      httpVersion: "HTTP/1.1",
      headers: [{ name: "X-Auth-Token", value: "secret" }],
      ...(asked.length === 0 ? {} : { postData: body(asked[Math.min(index, asked.length - 1)]) }),
    },
    response: {
      status: status[0] ?? 200,
      headers: [{ name: "Content-Type", value: "application/json" }],
      content: answered.length === 0 ? { size: 0 } : body(answered[Math.min(index, answered.length - 1)]),
    },
  }));
}

function body(text) {
  return { mimeType: "application/json", text };
}
