import { fileURLToPath } from "node:url";
import { changed } from "./changed.mjs";

const composition = fileURLToPath(new URL("./composition.mjs", import.meta.url));

/**
 * What is changed in Redocly's rule about `oneOf` and its kin, which held each member against each other one: thousands of
 * actions of one URL took minutes. It finds what it found.
 *
 * @type {readonly import("./changed.mjs").Change[]}
 */
const CHANGES = [
  {
    what: "what the members have in common is looked up",
    from: "import { isRef } from",
    to: `import { firstEquals, laterAlike } from ${JSON.stringify(composition)};\nimport { isRef } from`,
  },
  {
    what: "the first of equal members is looked up",
    from: "    for (let index = 1; index < members.length; index++) {\n        const firstIndex = members.findIndex((other) => dequal(other, members[index]));",
    to: "    for (const [index, firstIndex] of firstEquals(members).entries()) {",
  },
  {
    what: "members that may overlap are looked up",
    from: "    for (let leftIndex = 0; leftIndex < resolvedMembers.length - 1;",
    to: "    const later = laterAlike(resolvedMembers, discriminator !== undefined, { acceptsNull: schemaAllowsNull, values: readAllowedValues });\n    for (let leftIndex = 0; leftIndex < resolvedMembers.length - 1;",
  },
  {
    what: "only those are compared",
    from: "for (let rightIndex = leftIndex + 1; rightIndex < resolvedMembers.length; rightIndex++) {",
    to: "for (const rightIndex of later(leftIndex)) {",
  },
];

/** Makes the rule take time as its members are many, not as their pairs are. */
export function quickCompositionRule() {
  return {
    name: "quick-composition-rule",
    transform: {
      filter: { id: /[\\/]no-illogical-composition-keywords\.js$/ },
      handler: (code) => changed(code, CHANGES, "Redocly"),
    },
  };
}
