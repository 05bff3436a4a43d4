import { isShown, lines } from "./slips.mjs";

/** Slips in single lines of JSON samples that a document shows whole. @type {readonly import("./fault.mjs").Kind[]} */
export const jsonSlipKinds = [
  json("comma missing", /^( *"\w+": *(?:"[^"\\]*"|\d+|true|false|null)),$/, ([, text]) => text),
  json("comma behind the last value", /^( *"\w+": *"[^"\\]*")$/, ([text]) => `${text},`),
  json("two commas", /^( *"\w+": *"[^"\\]*"),$/, ([text]) => `${text},`),
  json("colon missing", /^( *"\w+"): *("[^"\\]*",?)$/, ([, name, value]) => `${name} ${value}`),
  json(
    "equals sign for the colon of a property",
    /^( *"\w+"): *("[^"\\]*",?)$/,
    ([, name, value]) => `${name} = ${value}`,
  ),
  json("quote of a value not closed", /^( *"\w+": *"[^"\\]*)"(,?)$/, ([, before, comma]) => before + comma),
  json("quote of a name missing", /^( *)"(\w+": *"[^"\\]*",?)$/, ([, indent, rest]) => indent + rest),
  json(
    "single quotes",
    /^( *)"(\w+)": *("[^"\\]*",?)$/,
    ([, indent, name, value]) => `${indent}'${name}': ${value}`,
  ),
  json(
    "typographic quotes",
    /^( *"\w+": *)"([^"\\]*)"(,?)$/,
    ([, name, value, comma]) => `${name}“${value}”${comma}`,
  ),
  json("True of Python", /^( *"\w+": *)true(,?)$/, ([, name, comma]) => `${name}True${comma}`),
  json("None of Python", /^( *"\w+": *)null(,?)$/, ([, name, comma]) => `${name}None${comma}`),
  json("comment", /^( *"\w+": *"[^"\\]*",?)$/, ([text]) => `${text} // see above`),
  json("dots for what is left out", /^( *"\w+": *"[^"\\]*",?)$/, ([text]) => `${text}\n...`, 1),
  json("property twice", /^( *"\w+": *"[^"\\]*",)$/, ([text]) => `${text}\n${text}`, 1),
  json(
    "leading zero",
    /^( *"\w+": *)([1-9]\d*)(,?)$/,
    ([, name, value, comma]) => `${name}0${value}${comma}`,
  ),
];

function json(name, form, rewrite, reach = 0) {
  return lines(
    name,
    (file, tree) => file.path.endsWith(".json") && isShown(file, tree),
    form,
    rewrite,
    reach,
  );
}
