import type { ApiRef, Document, Operation, ParameterRow, Sample, StatusRow } from "./model.ts";
import type { Definition } from "./parameters-file.ts";
import { compareVersions, holdsAt, rangeOf, type VersionBounds } from "./versions.ts";

/**
 * The api-ref as it is at a microversion: what is newer or already gone is left out, and what is left names no
 * versions any more. Of the samples that were taken at different versions the newest that is not too new stays.
 */
export function atMicroversion(apiRef: ApiRef, version: string): ApiRef {
  const definitions = new Map<Definition, Definition>();
  const settled = (definition: Definition): Definition => {
    let known = definitions.get(definition);
    if (known === undefined) {
      const { minVersion: _min, maxVersion: _max, ...rest } = definition;
      known = rest;
      definitions.set(definition, known);
    }
    return known;
  };
  const operationAt = (operation: Operation): Operation => {
    const { minVersion: _min, maxVersion: _max, ...rest } = operation;
    return {
      ...rest,
      ofAllVersions: operation,
      rows: operation.rows.filter((row) => holds(row, version)).map((row) => rowAt(row, settled)),
      statuses: operation.statuses.filter((status) => holds(status, version)).map(withoutVersions<StatusRow>),
      samples: samplesAt(operation.samples, version),
    };
  };
  const documents = apiRef.documents.map(
    (document): Document => ({
      ...document,
      operations: document.operations.filter((operation) => holds(operation, version)).map(operationAt),
    }),
  );
  return { ...apiRef, documents };
}

function holds(
  what: VersionBounds & { readonly definition?: Definition | undefined },
  version: string,
): boolean {
  const inRange = (bounds: VersionBounds) => holdsAt(rangeOf(bounds), version);
  return inRange(what) && (what.definition === undefined || inRange(what.definition));
}

function rowAt(row: ParameterRow, settled: (definition: Definition) => Definition): ParameterRow {
  const { minVersion: _min, maxVersion: _max, ...rest } = row;
  return { ...rest, definition: row.definition === undefined ? undefined : settled(row.definition) };
}

function withoutVersions<T extends VersionBounds>(what: T): T {
  const { minVersion: _min, maxVersion: _max, ...rest } = what;
  return rest as T;
}

function samplesAt(samples: readonly Sample[], version: string): Sample[] {
  const fitting = samples.filter(
    (sample) =>
      holds(sample, version) && (sample.asOf === undefined || compareVersions(sample.asOf, version) <= 0),
  );
  return fitting
    .filter((sample) => !fitting.some((other) => replaces(other, sample)))
    .map(({ asOf: _asOf, ...sample }) => withoutVersions<Sample>(sample));
}

/** Whether a sample shows the same as another at a later microversion: a file of the same name in its folder. */
function replaces(other: Sample, sample: Sample): boolean {
  if (other.side !== sample.side || other.asOf === undefined || fileName(other) !== fileName(sample))
    return false;
  const since = sample.asOf ?? sample.minVersion;
  return other !== sample && (since === undefined || compareVersions(other.asOf, since) > 0);
}

function fileName(sample: Sample): string | undefined {
  return sample.path?.slice(sample.path.lastIndexOf("/") + 1);
}
