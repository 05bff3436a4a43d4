import { isJsonObject, type JsonObject } from "../data/json-value.ts";
import { findResources } from "./find-resources.ts";
import { nounOf } from "./names.ts";
import { propertyNames, type ResponseBody, typesOf } from "./response-body.ts";
import { isUndocumented } from "./unite.ts";

/** A property of a resource that operations define with types that exclude one another. */
export interface Dispute {
  /** `Volume` */
  readonly resource: string;
  readonly property: string;
  /** The schemas of the property, each with its types; `null` is not counted. */
  readonly schemas: readonly { readonly schema: JsonObject; readonly types: readonly string[] }[];
}

/** The properties of resources that are defined with types of which none is a type of the others. */
export function disputesOf(bodies: readonly ResponseBody[]): Dispute[] {
  return findResources(bodies).groups.flatMap((group) => {
    const names = new Set(group.members.flatMap(({ schema }) => propertyNames(schema)));
    return [...names].flatMap((property) => {
      const schemas = group.members.flatMap(({ schema }) => {
        const defined = (schema.properties as JsonObject)[property];
        if (!isJsonObject(defined) || isUndocumented(defined)) return [];
        const types = typesOf(defined).filter((type) => type !== "null");
        return types.length === 0 ? [] : [{ schema: defined, types }];
      });
      const isDisputed = schemas.some(({ types }) => !schemas[0]!.types.some((type) => isAmong(type, types)));
      return isDisputed ? [{ resource: nounOf(group), property, schemas }] : [];
    });
  });
}

/** Whether a type is one of some others; numbers are one type, of which some are whole. */
export function isAmong(type: string, types: readonly string[]): boolean {
  return types.includes(type) || (NUMBERS.has(type) && types.some((one) => NUMBERS.has(one)));
}

const NUMBERS: ReadonlySet<string> = new Set(["integer", "number"]);
