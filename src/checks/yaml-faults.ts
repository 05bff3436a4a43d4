import type { YamlFault } from "../data/yaml-node.ts";

/** What is wrong with a YAML text, as a clause: `a tab in the indentation …`. */
export function yamlFaultText(fault: YamlFault): string {
  switch (fault.kind) {
    case "no-entry":
      return "a line that is not `key: value`";
    case "second-colon":
      return "a second `: ` in one line; a value that holds `: ` needs quotes";
    case "tab":
      return "a tab in the indentation, where YAML allows only spaces";
    case "reserved-character":
      return "a value that begins with a character that YAML reserves; it needs quotes";
    case "stray-line":
      return "a line that is not `key: value`, or is indented wrongly";
    case "second-document":
      return "a second YAML document where only one is read";
    case "key-of-many":
      return "a list or mapping as key";
    case "merged-text":
      return "`<<` with something that is not a mapping";
    case "tag":
      return `the tag \`${fault.tag}\`, which is not read`;
    case "alias-unknown":
      return `the alias \`*${fault.name}\` without an anchor \`&${fault.name}\` above`;
    case "alias-of-itself":
      return `the alias \`*${fault.name}\` inside of what it stands for`;
    case "alias-too-large":
      return `the alias \`*${fault.name}\`, which stands for too much`;
    case "too-deep":
      return `more than ${fault.most} levels of nesting`;
    case "syntax":
      return fault.message;
  }
}
