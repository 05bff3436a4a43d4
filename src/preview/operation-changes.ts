import { addTo } from "../text/grouped.ts";
import type { DocumentParts } from "./document-parts.ts";
import type { OperationChanges } from "./messages.ts";

const COMPONENTS = "components/";
/** In a JSON text no string holds this: its quotation marks would be escaped. */
const REFERENCE = /"\$ref":"#\/(components\/[^/"]+)\/([^"]+)"/g;
const METHOD = /^\{"([^"\\]*)":/;
const OPERATION_ID = /"operationId":("(?:[^"\\]|\\.)*")/;

/**
 * Which operations a reader sees changed from one document to the next: those whose own object has changed, or something
 * that it refers to, directly or by way of others. Operations are told apart by their operationId, as their anchors are.
 *
 * @param before documents in which each path has one operation
 */
export function operationChanges(before: DocumentParts, after: DocumentParts): OperationChanges {
  const isTouched = touchedComponents(before, after);
  const old = operationsOf(before);
  const now = operationsOf(after);
  const gone = [...old].filter(([id]) => !now.has(id));
  const changed: string[] = [];
  const added: string[] = [];
  const renamed: OperationChanges["renamed"][number][] = [];
  for (const [to, operation] of now) {
    const was = old.get(to);
    if (was !== undefined) {
      const isOther = was.request !== operation.request || was.text !== operation.text;
      if (isOther || references(operation.text).some(isTouched)) changed.push(to);
      continue;
    }
    const at = gone.findIndex(([, { request }]) => request === operation.request);
    if (at === -1) {
      added.push(to);
      continue;
    }
    const [[from]] = gone.splice(at, 1) as [(typeof gone)[number]];
    changed.push(to);
    renamed.push({ from, to });
  }
  return { changed, added, renamed };
}

/** An operation: its method and path, and its JSON text. */
interface Operation {
  readonly request: string;
  readonly text: string;
}

function operationsOf(parts: DocumentParts): Map<string, Operation> {
  const operations = new Map<string, Operation>();
  for (const container of ["paths", "webhooks"])
    for (const [path, text] of parts.get(container) ?? []) {
      const id = OPERATION_ID.exec(text)?.[1];
      const method = METHOD.exec(text)?.[1] ?? "";
      // a fragment is not shown
      if (id !== undefined)
        operations.set(JSON.parse(id) as string, { request: `${method} ${path.split("#", 1)[0]}`, text });
    }
  return operations;
}

/** Whether a component has changed, or one that it refers to. */
function touchedComponents(before: DocumentParts, after: DocumentParts): (component: string) => boolean {
  const changed = new Set<string>();
  const users = new Map<string, string[]>();
  for (const [container, components] of after) {
    if (!container.startsWith(COMPONENTS)) continue;
    for (const [name, text] of components)
      if (before.get(container)?.get(name) !== text) changed.add(`${container}/${name}`);
  }
  if (changed.size === 0) return () => false;
  for (const [container, components] of after) {
    if (!container.startsWith(COMPONENTS)) continue;
    for (const [name, text] of components)
      for (const used of references(text)) addTo(users, used, `${container}/${name}`);
  }
  // A set is walked to its end, also what is added meanwhile.
  for (const component of changed) for (const user of users.get(component) ?? []) changed.add(user);
  return (component) => changed.has(component);
}

/** The components that a JSON text refers to; their names hold nothing that a pointer escapes. */
function references(text: string): string[] {
  return Array.from(text.matchAll(REFERENCE), ([, container, name]) => `${container}/${name}`);
}
