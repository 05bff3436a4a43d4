import { expect, test } from "vitest";
import type { JsonObject } from "../../src/data/json-value.ts";
import { specificationOf, treeOf } from "../support/project.ts";

function securityOf(path: string, index: string): unknown {
  const { files } = treeOf({ "index.rst": index });
  const paths = specificationOf(files, {}).specification.document.paths as JsonObject;
  return ((paths[path] as JsonObject).get as JsonObject).security;
}

const lamp = (text: string) =>
  securityOf("/lamps", `Lamps\n=====\n\n.. rest_method:: GET /lamps\n\n${text}\n`);

test.each([
  "Authentication: Unauthenticated\n\nShows lamps.",
  "Shows lamps.\n\nAuthentication: None",
  ":Authentication: None",
  "Unauthenticated.\n\nShows lamps.",
  "Shows lamps. This call does not require a token.",
  "Shows lamps. It *does not* require authentication.",
  ".. note::\n\n   This API does not need a token for authentication.",
  "No authentication is required to call this.",
  "A token is not required.",
  "This operation is available to *unauthenticated* users because a lamp has no password.",
  "The request can be sent without a token.",
])("an operation needs no token where its text says so: %s", (text) => {
  expect(lamp(text)).toEqual([]);
});

test.each([
  "Authentication: Keeper of the lamps",
  "Authentication: Authenticated",
  "Unauthenticated requests are refused.",
  "A lamp does not require authentication.",
  "This call does not require authentication if the hall is open.",
  "This call is not available to unauthenticated users.",
  "An additional token is not required.",
  "This call does not require a token of the owner.",
  "The lamps that it lists do not require authentication.",
  "Keepers may configure that this call needs no token.",
])("other words leave the token of the document: %s", (text) => {
  expect(lamp(text)).toBeUndefined();
});

const section = (title: string, text: string) =>
  securityOf(
    "/lamps",
    `Halls\n=====\n\n${title}\n${"-".repeat(title.length)}\n\n${text}\n\nList\n~~~~\n\n.. rest_method:: GET /lamps\n`,
  );

test("a section says it of all its operations", () => {
  expect(section("Beacon", "Both calls listed below are available to unauthenticated clients.")).toEqual([]);
  expect(
    section("Lamp names", "The Lamp APIs differ from others as they do not require authentication."),
  ).toEqual([]);
  expect(section("Beacon", "The Mirror APIs do not require authentication.")).toBeUndefined();
  expect(section("Beacon", "A beacon call does not require authentication.")).toBeUndefined();
});

const optional = (text: string, required = false, options = {}) => {
  const { files } = treeOf({
    "index.rst":
      "Lamps\n=====\n\n.. rest_method:: GET /lamps\n\nShows lamps.\n\n.. rest_parameters:: parameters.yaml\n\n   - X-Auth-Token: token\n",
    "parameters.yaml": `token:\n  in: header\n  type: string\n  required: ${required}\n  description: ${text}\n`,
  });
  const paths = specificationOf(files, options).specification.document.paths as JsonObject;
  return (paths["/lamps"] as JsonObject).get as JsonObject;
};

test("a token is optional where its definition is and says what is so without it", () => {
  const text = "Who asks. Without this header only lamps of the hall are shown.";
  expect(optional(text)).toMatchObject({
    security: [{ token: [] }, {}],
    description: `Shows lamps.\n\n\`X-Auth-Token\` (optional): ${text}`,
  });
  expect(optional(text).parameters).toBeUndefined();
  expect(optional(text, true)).not.toHaveProperty("security");
  expect(optional("Who asks.")).toMatchObject({ description: "Shows lamps." });
  expect(optional("Who asks.")).not.toHaveProperty("security");
  expect(optional(text, false, { security: {} })).not.toHaveProperty("security");
});

test("operations that became one need no token where none of them does", () => {
  const page = (text: string) =>
    `Lamps\n=====\n\nDim\n---\n\n.. rest_method:: POST /lamps/{id}/action\n\nUnauthenticated.\n\nLight\n-----\n\n.. rest_method:: POST /lamps/{id}/action\n\n${text}\n`;
  const merged = (text: string) => {
    const paths = specificationOf(treeOf({ "index.rst": page(text) }).files, {}).specification.document.paths;
    return (((paths as JsonObject)["/lamps/{id}/action"] as JsonObject).post as JsonObject).security;
  };
  expect(merged("Unauthenticated.")).toEqual([]);
  expect(merged("Lights it.")).toBeUndefined();
});
