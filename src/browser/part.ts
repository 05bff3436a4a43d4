import { isJsonObject, type Json, type JsonObject } from "../data/json-value.ts";

/**
 * A document with a few of its paths and what they refer to, directly or by way of others, and without the prose of its
 * other parts.
 */
export function partOf(
  { info, paths, webhooks: _, tags = [], components, ...others }: JsonObject,
  names: readonly string[],
): JsonObject {
  const kept: JsonObject = {};
  const keep = (kind: string, name: string): void => {
    const all = isJsonObject(components) ? components[kind] : undefined;
    const component = isJsonObject(all) ? all[name] : undefined;
    const here = (kept[kind] as JsonObject | undefined) ?? {};
    kept[kind] = here;
    if (component === undefined || Object.hasOwn(here, name)) return;
    here[name] = component;
    follow(component);
  };
  const follow = (value: Json | undefined): void => {
    if (Array.isArray(value)) for (const item of value) follow(item);
    if (!isJsonObject(value)) return;
    const [, kind, name] = /^#\/components\/([^/]+)\/([^/]+)/.exec(String(value.$ref ?? "")) ?? [];
    if (kind !== undefined && name !== undefined) keep(kind, name);
    for (const inside of Object.values(value)) follow(inside);
  };
  const part = Object.fromEntries(names.map((name) => [name, (paths as JsonObject)[name]]));
  follow(part);
  const schemes = isJsonObject(components) ? components.securitySchemes : undefined;
  if (schemes !== undefined) kept.securitySchemes = schemes;
  return {
    ...others,
    info: withoutProse(info as JsonObject),
    tags: (tags as JsonObject[]).map(withoutProse),
    paths: part,
    components: kept,
  };
}

function withoutProse({ description: _, ...object }: JsonObject): JsonObject {
  return object;
}
