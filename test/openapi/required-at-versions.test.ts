import { expect, test } from "vitest";
import { documentOf, treeOf } from "../support/project.ts";

const files = {
  "index.rst": `=====
Lamps
=====

Create lamp
===========

.. rest_method:: POST /v3/lamps

Normal response codes: 200

Request
-------

.. rest_parameters:: parameters.yaml

   - X-Room: room
   - X-House: house
   - colour: colour
   - watts: watts
`,
  "parameters.yaml": `house:
  description: Where it is.
  in: header
  required: true
  type: string
  min_version: 3.2
room:
  description: Where it is.
  in: header
  required: true
  type: string
  min_version: 3.0
colour:
  description: Its colour.
  in: body
  required: true
  type: string
  min_version: 3.2
watts:
  description: Its watts.
  in: body
  required: true
  type: integer
  min_version: 3.0
`,
};

interface Written {
  readonly paths: { "/v3/lamps": { post: { parameters: { name: string }[] } } };
  readonly components: { readonly schemas: Record<string, unknown> };
}

test("what is required from a microversion on is marked, and required where that is the first of the URL's version", () => {
  const { components, paths } = documentOf(treeOf(files).files) as unknown as Written;
  const [room, house, ...others] = paths["/v3/lamps"].post.parameters;
  expect(others).toEqual([]);
  expect(room).toMatchObject({ name: "X-Room", required: true });
  expect(house).toMatchObject({
    name: "X-House",
    "x-openstack-required": true,
    "x-openstack": { "min-ver": "3.2" },
  });
  expect(house).not.toHaveProperty("required");
  expect(components.schemas.CreateLampRequest).toMatchObject({
    properties: { colour: { "x-openstack-required": true }, watts: {} },
    required: ["watts"],
  });
});
