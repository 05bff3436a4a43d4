import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { home } from "../trees.mjs";

const source = join(home, "src");
const restructured = createRequire(import.meta.url).resolve("restructured");

/** Of lodash's three hundred functions, `restructured` names a dozen. */
export function onlyWhatIsUsedOfLodash() {
  const used = "\0lodash";
  return {
    name: "only-what-is-used-of-lodash",
    resolveId(id, importer) {
      if (id === "lodash") return used;
      // its parts are found from the sources as well
      return importer === used ? this.resolve(id, join(source, "index.ts"), { skipSelf: true }) : null;
    },
    load(id) {
      if (id !== used) return null;
      const parts = lodashIn(dirname(restructured)).map((name) => `${name}: require("lodash/${name}")`);
      return `module.exports = { ${parts.join(", ")} };`;
    },
  };
}

/** The functions of lodash that the modules in a folder name, as `_.map` or `_lodash2.default.map`. */
function lodashIn(folder) {
  const code = readdirSync(folder)
    .filter((name) => name.endsWith(".js"))
    .map((name) => readFileSync(join(folder, name), "utf8").replace(/^\/\/# sourceMappingURL=.*$/gm, ""));
  const uses = code.flatMap((text) => [...text.matchAll(/\b_(?:lodash2\.default)?\.(\w+)/g)]);
  return [...new Set(uses.map(([, name]) => name))].sort();
}
