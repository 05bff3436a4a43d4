import { expect, test } from "vitest";
import { specificationOf, treeOf } from "../support/project.ts";

const operation = (title: string, method: string, url: string) =>
  `${title}\n${"=".repeat(title.length)}\n\n.. rest_method:: ${method} ${url}\n\nNormal response codes: 200\n\n`;

const TREE = {
  "index.rst":
    operation("Show lamp", "GET", "/v1/lamps/{id}") +
    operation("Dim lamp", "POST", "/v1/lamps/{lamp_id}/action") +
    operation("List lamps", "GET", "/v1/lamps") +
    operation("Break lamp", "POST", "/v1/lamps/{lamp_id}/action") +
    operation("Delete lamp", "DELETE", "/v1/lamps/{lamp}"),
};

const shown = (options: object) => {
  const { paths } = specificationOf(treeOf(TREE).files, options).specification.document as {
    paths: Record<string, Record<string, { operationId: string; summary: string }>>;
  };
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { operationId }]) => `${method} ${path} ${operationId}`),
  );
};

test("apart, each documented operation has an entry of its own, in the order of the pages", () => {
  expect(shown({ operations: "apart" })).toEqual([
    "get /v1/lamps/{id} showLamp",
    "post /v1/lamps/{lamp_id}/action dimLamp",
    "get /v1/lamps listLamps",
    "post /v1/lamps/{lamp_id}/action#breakLamp breakLamp",
    "delete /v1/lamps/{id}#deleteLamp deleteLamp",
  ]);
});

test("unless asked for, those that share method and path are one", () => {
  expect(shown({})).toEqual([
    "get /v1/lamps/{id} showLamp",
    "delete /v1/lamps/{id} deleteLamp",
    "post /v1/lamps/{lamp_id}/action postLampsAction",
    "get /v1/lamps listLamps",
  ]);
});
