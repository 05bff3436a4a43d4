import { isJsonObject, type Json, pointerSteps } from "../data/json-value.ts";
import type { BodyNode } from "../schema/body.ts";

/** An identifier in the place of a name: the key of a map. */
const IDENTIFIER = /^(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{32})$/i;
const NAMES_IDENTIFIER = /(?:^|[_.-])(?:uuid|id)$/i;

/**
 * Whether a row that no sample shows stands for a key that is data: `consumer_uuid` where a map has identifiers for keys, and
 * `action` where a body is the action's own name (`{"lock": {}}`).
 *
 * @param pointer of the object that would have the row's property
 */
export function standsForKeyOfMap({ name, rows, shown }: BodyNode, pointer: string, body: Json): boolean {
  if (rows.length === 0 || shown.size > 0) return false;
  if (name === ACTION) return actionShown(body) !== undefined;
  if (!NAMES_IDENTIFIER.test(name)) return false;
  const steps = pointerSteps(pointer);
  return steps.some((step) => IDENTIFIER.test(step));
}

/** Whether a row of this name may stand for a key that is data. */
export function mayNameKey(name: string): boolean {
  return name === ACTION || NAMES_IDENTIFIER.test(name);
}

/** Whether a row of this name, which a body does not show, stands for a key that is data in it. */
export function mayStandForKey(name: string, body: Json): boolean {
  if (name === ACTION) return actionShown(body) !== undefined;
  return NAMES_IDENTIFIER.test(name) && hasIdentifierForKey(body);
}

function hasIdentifierForKey(value: Json): boolean {
  if (Array.isArray(value)) return value.some(hasIdentifierForKey);
  if (!isJsonObject(value)) return false;
  return Object.keys(value).some((key) => IDENTIFIER.test(key) || hasIdentifierForKey(value[key]!));
}

/** Whether the table of a body names its action by a row, and a sample shows the name of an action in its place. */
export function showsActionOfRow({ properties }: BodyNode, body: Json): boolean {
  const shown = actionShown(body);
  const action = shown === undefined ? undefined : properties.get(shown);
  if (action === undefined || action.rows.length > 0) return false;
  const row = properties.get(ACTION) ?? action.properties.get(ACTION);
  return row !== undefined && row.rows.length > 0 && row.shown.size === 0;
}

const ACTION = "action";

/** The only key of a body, if it is one that may be the name of an action. */
function actionShown(body: Json): string | undefined {
  if (!isJsonObject(body)) return undefined;
  const names = Object.keys(body);
  return names.length === 1 && names[0] !== ACTION ? names[0] : undefined;
}
