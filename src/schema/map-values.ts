import type { ParameterRow } from "../apiref/model.ts";
import { announcesNullOfObject } from "./announced-null.ts";
import type { BodyNode } from "./body.ts";

/** What has names that are data and texts under them by custom. */
const HOLDS_TEXTS = /meta[ _-]?data\b|[a-z][ _-]specs?\b|\bspecifications\b|\blabels?\b|\btags?\b|headers\b/i;

/** What says of the values that they are texts. */
const VALUES_ARE_TEXTS =
  /\b(?:of|to) (?:unicode )?strings?\b|\bstrings? (?:to|and|and their) strings?\b|\bstring (?:keys? and |key[- ])?values?\b|\bvalues? (?:is|are|must (?:also )?be|should be|can be|can only be) (?:all |an? |always )?(?:valid )?strings?\b/i;

/** What says of the values that they are of several kinds. */
const VALUES_ARE_ANY =
  /\bJSON (?:numbers|objects|arrays|values?|types?)\b|\bany (?:JSON |valid |kind of |type of )*(?:values?|types?|data|objects?)\b|\b(?:different|various|several|mixed) (?:data )?types?\b|\bvalues? (?:is|are|can be|may be|could be) (?:of )?(?:any|arbitrary)\b/i;

/** So many different values of one kind say that the values are of that kind. */
const FEWEST_VALUES = 3;

/**
 * Whether a sample's plain values are some of all that may stand in a map: where its definition says `JSON`, and where neither
 * its text says what the values are nor, in what a service answers, several different ones do. Who sends values is not
 * bound to the kind of those that a sample has.
 */
export function isOpenMap({ rows, values, disputed }: BodyNode): boolean {
  if (values?.undocumented !== true || rows.length === 0) return false;
  if (rows.some(({ definition }) => /^json\b/i.test(definition?.type ?? ""))) return true;
  if (values.properties.size > 0 || values.values !== undefined) return false;
  if (rows.some(({ definition }) => VALUES_ARE_ANY.test(definition?.description ?? ""))) return true;
  return !rows.every((row) => tellsOfTexts(row, disputed === true)) && !isShownEnough(rows, values);
}

function tellsOfTexts({ name, definition }: ParameterRow, isDisputed: boolean): boolean {
  if (definition === undefined) return false;
  const text = `${name} ${isDisputed ? "" : definition.type} ${definition.description}`;
  return HOLDS_TEXTS.test(text) || VALUES_ARE_TEXTS.test(text);
}

function isShownEnough(rows: readonly ParameterRow[], { shown, scalars }: BodyNode): boolean {
  const types = [...shown].filter((type) => type !== "null");
  return (
    rows.every(({ side }) => side === "response") &&
    types.length === 1 &&
    (scalars === undefined || scalars.size >= FEWEST_VALUES)
  );
}

/** Whether the text of a map says that a value in it may be null. */
export function mayHoldNull({ rows }: BodyNode): boolean {
  return rows.some(
    ({ definition }) => definition !== undefined && announcesNullOfObject(definition.description).entries,
  );
}
