import { definitionDuplicate } from "./definition-duplicate.ts";
import { definitionFieldMissing } from "./definition-field-missing.ts";
import { definitionFieldUnknown } from "./definition-field-unknown.ts";
import { definitionInInvalid } from "./definition-in-invalid.ts";
import { definitionRequiredInvalid } from "./definition-required-invalid.ts";
import { definitionTypeUnknown } from "./definition-type-unknown.ts";
import { definitionUnused } from "./definition-unused.ts";
import { microversionInvalid } from "./microversion-invalid.ts";
import { parameterRowDuplicate } from "./parameter-row-duplicate.ts";
import { parameterRowInvalid } from "./parameter-row-invalid.ts";
import { parametersFileEmpty } from "./parameters-file-empty.ts";
import { parametersFileInvalid } from "./parameters-file-invalid.ts";
import { parametersFileNotFound } from "./parameters-file-not-found.ts";
import { parametersUnsorted } from "./parameters-unsorted.ts";
import { statusCodeDuplicate } from "./status-code-duplicate.ts";
import { statusCodeUndefined } from "./status-code-undefined.ts";
import { statusCodesFreeform } from "./status-codes-freeform.ts";
import { statusFileInvalid } from "./status-file-invalid.ts";
import { statusFileNotFound } from "./status-file-not-found.ts";
import { statusKindInvalid } from "./status-kind-invalid.ts";
import { statusKindMismatch } from "./status-kind-mismatch.ts";
import { statusReasonUndefined } from "./status-reason-undefined.ts";
import type { ApiRefRule } from "./subject.ts";
import { unknownParameter } from "./unknown-parameter.ts";

/** Every rule, in the order of the tables that list them; the only such list. */
export const rules: readonly ApiRefRule[] = [
  parametersFileNotFound,
  parametersFileInvalid,
  parametersFileEmpty,
  definitionDuplicate,
  unknownParameter,
  parameterRowInvalid,
  parameterRowDuplicate,
  definitionFieldMissing,
  definitionFieldUnknown,
  definitionInInvalid,
  definitionTypeUnknown,
  definitionRequiredInvalid,
  microversionInvalid,
  parametersUnsorted,
  definitionUnused,
  statusFileNotFound,
  statusFileInvalid,
  statusCodeUndefined,
  statusReasonUndefined,
  statusKindInvalid,
  statusKindMismatch,
  statusCodeDuplicate,
  statusCodesFreeform,
];
