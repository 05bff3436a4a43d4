import type { NoticeRule } from "../apiref/notice.ts";
import type { ApiRefRule } from "../checks/subject.ts";
import { internalError } from "../findings/internal-error.ts";
import type { RuleMetadata } from "../findings/rule.ts";
import { settingUnmatched } from "../findings/setting-unmatched.ts";
import { suppressionUnused } from "../findings/suppress.ts";
import { bodyContradicted } from "./body-contradicted.ts";
import { bodyOnGet } from "./body-on-get.ts";
import { bodyUndocumented } from "./body-undocumented.ts";
import { conflictMarker } from "./conflict-marker.ts";
import { defaultUnlisted } from "./default-unlisted.ts";
import { definitionDuplicate } from "./definition-duplicate.ts";
import { definitionFieldMissing } from "./definition-field-missing.ts";
import { definitionFieldUnknown } from "./definition-field-unknown.ts";
import { definitionInInvalid } from "./definition-in-invalid.ts";
import { definitionInconsistent } from "./definition-inconsistent.ts";
import { definitionPathOptional } from "./definition-path-optional.ts";
import { definitionRequiredInvalid } from "./definition-required-invalid.ts";
import { definitionTypeAlias } from "./definition-type-alias.ts";
import { definitionTypeUnknown } from "./definition-type-unknown.ts";
import { definitionUndescribed } from "./definition-undescribed.ts";
import { definitionUnused } from "./definition-unused.ts";
import { definitionValueSuspicious } from "./definition-value-suspicious.ts";
import { directiveMisused } from "./directive-misused.ts";
import { documentUnreadable } from "./document-unreadable.ts";
import { duplicateOperation } from "./duplicate-operation.ts";
import { errorCodesMissing } from "./error-codes-missing.ts";
import { fileTooLarge } from "./file-too-large.ts";
import { includeCycle } from "./include-cycle.ts";
import { includeNotFound } from "./include-not-found.ts";
import { keyMismatch } from "./key-mismatch.ts";
import { methodContradicted } from "./method-contradicted.ts";
import { methodUnknown } from "./method-unknown.ts";
import { microversionInvalid } from "./microversion-invalid.ts";
import { microversionUndocumented } from "./microversion-undocumented.ts";
import { notUtf8 } from "./not-utf8.ts";
import { operationMisplaced } from "./operation-misplaced.ts";
import { operationPartStray } from "./operation-part-stray.ts";
import { operationUnsampled } from "./operation-unsampled.ts";
import { parameterRowDuplicate } from "./parameter-row-duplicate.ts";
import { parameterRowInvalid } from "./parameter-row-invalid.ts";
import { parametersFileEmpty } from "./parameters-file-empty.ts";
import { parametersFileInvalid } from "./parameters-file-invalid.ts";
import { parametersFileNotFound } from "./parameters-file-not-found.ts";
import { parametersUnsorted } from "./parameters-unsorted.ts";
import { partNotIncluded } from "./part-not-included.ts";
import { pathOutside } from "./path-outside.ts";
import { pathParameterNotInUrl } from "./path-parameter-not-in-url.ts";
import { pathParameterRenamed } from "./path-parameter-renamed.ts";
import { pathParameterUndocumented } from "./path-parameter-undocumented.ts";
import { patternUnchecked } from "./pattern-unchecked.ts";
import { proseParameterUndocumented } from "./prose-parameter-undocumented.ts";
import { queryVariableMisplaced } from "./query-variable-misplaced.ts";
import { queryVariableUndocumented } from "./query-variable-undocumented.ts";
import { requestRowInResponse } from "./request-row-in-response.ts";
import { requiredContradicted } from "./required-contradicted.ts";
import { rowUnsampled } from "./row-unsampled.ts";
import { rstListGlued } from "./rst-list-glued.ts";
import { rstMalformed } from "./rst-malformed.ts";
import { rstMarkupLeftover } from "./rst-markup-leftover.ts";
import { rstMarkupMistaken } from "./rst-markup-mistaken.ts";
import { rstNameDuplicate } from "./rst-name-duplicate.ts";
import { rstQuotedList } from "./rst-quoted-list.ts";
import { rstReferenceUnknown } from "./rst-reference-unknown.ts";
import { rstRoleMissing } from "./rst-role-missing.ts";
import { rstTitleUnderline } from "./rst-title-underline.ts";
import { rstUnknownDirective } from "./rst-unknown-directive.ts";
import { sampleEnum } from "./sample-enum.ts";
import { sampleFormat } from "./sample-format.ts";
import { sampleListGlued } from "./sample-list-glued.ts";
import { sampleNotFound } from "./sample-not-found.ts";
import { sampleRequired } from "./sample-required.ts";
import { sampleSyntax } from "./sample-syntax.ts";
import { sampleType } from "./sample-type.ts";
import { sampleUndocumented } from "./sample-undocumented.ts";
import { sampleUnused } from "./sample-unused.ts";
import { spelling } from "./spelling.ts";
import { statusCodeDuplicate } from "./status-code-duplicate.ts";
import { statusCodeUndefined } from "./status-code-undefined.ts";
import { statusCodeUnlisted } from "./status-code-unlisted.ts";
import { statusCodesFreeform } from "./status-codes-freeform.ts";
import { statusCodesMissing } from "./status-codes-missing.ts";
import { statusFileInvalid } from "./status-file-invalid.ts";
import { statusFileNotFound } from "./status-file-not-found.ts";
import { statusKindInvalid } from "./status-kind-invalid.ts";
import { statusKindMismatch } from "./status-kind-mismatch.ts";
import { statusReasonUndefined } from "./status-reason-undefined.ts";
import { statusReasonUnused } from "./status-reason-unused.ts";
import { titleRepeated } from "./title-repeated.ts";
import { toctreeMismatch } from "./toctree-mismatch.ts";
import { unknownParameter } from "./unknown-parameter.ts";
import { updateRowRequired } from "./update-row-required.ts";
import { urlInconsistent } from "./url-inconsistent.ts";
import { urlMalformed } from "./url-malformed.ts";
import { urlMissing } from "./url-missing.ts";
import { valueUnlisted } from "./value-unlisted.ts";
import { verifyEnum } from "./verify-enum.ts";
import { verifyNull } from "./verify-null.ts";
import { verifyOperationUndocumented } from "./verify-operation-undocumented.ts";
import { verifyOperationUnknown } from "./verify-operation-unknown.ts";
import { verifyParameterUndocumented } from "./verify-parameter-undocumented.ts";
import { verifyParameterUnknown } from "./verify-parameter-unknown.ts";
import { verifyPropertyUndocumented } from "./verify-property-undocumented.ts";
import { verifyPropertyUnknown } from "./verify-property-unknown.ts";
import { verifyRequired } from "./verify-required.ts";
import { verifyStatusUndocumented } from "./verify-status-undocumented.ts";
import { verifyType } from "./verify-type.ts";

/** Every rule, in the order of the tables that list them; the only such list. */
export const rules = [
  includeNotFound,
  includeCycle,
  pathOutside,
  documentUnreadable,
  fileTooLarge,
  notUtf8,
  rstUnknownDirective,
  rstTitleUnderline,
  rstMalformed,
  rstMarkupMistaken,
  rstMarkupLeftover,
  rstRoleMissing,
  rstListGlued,
  rstQuotedList,
  spelling,
  directiveMisused,
  conflictMarker,
  rstReferenceUnknown,
  rstNameDuplicate,
  partNotIncluded,
  toctreeMismatch,
  methodUnknown,
  methodContradicted,
  urlMissing,
  urlMalformed,
  pathParameterUndocumented,
  pathParameterNotInUrl,
  queryVariableMisplaced,
  queryVariableUndocumented,
  proseParameterUndocumented,
  updateRowRequired,
  pathParameterRenamed,
  urlInconsistent,
  duplicateOperation,
  operationPartStray,
  operationMisplaced,
  titleRepeated,
  bodyUndocumented,
  bodyContradicted,
  bodyOnGet,
  requestRowInResponse,
  statusCodesMissing,
  errorCodesMissing,
  operationUnsampled,
  microversionUndocumented,
  parametersFileNotFound,
  parametersFileInvalid,
  parametersFileEmpty,
  definitionDuplicate,
  unknownParameter,
  keyMismatch,
  parameterRowInvalid,
  parameterRowDuplicate,
  definitionFieldMissing,
  definitionUndescribed,
  definitionFieldUnknown,
  definitionInInvalid,
  definitionPathOptional,
  definitionTypeUnknown,
  definitionInconsistent,
  definitionRequiredInvalid,
  patternUnchecked,
  definitionTypeAlias,
  definitionValueSuspicious,
  defaultUnlisted,
  requiredContradicted,
  microversionInvalid,
  parametersUnsorted,
  definitionUnused,
  statusFileNotFound,
  statusFileInvalid,
  statusCodeUndefined,
  statusReasonUndefined,
  statusReasonUnused,
  statusKindInvalid,
  statusKindMismatch,
  statusCodeDuplicate,
  statusCodeUnlisted,
  statusCodesFreeform,
  sampleNotFound,
  sampleSyntax,
  sampleType,
  sampleRequired,
  sampleEnum,
  sampleFormat,
  sampleListGlued,
  valueUnlisted,
  sampleUndocumented,
  rowUnsampled,
  sampleUnused,
  verifyOperationUndocumented,
  verifyOperationUnknown,
  verifyParameterUndocumented,
  verifyParameterUnknown,
  verifyPropertyUndocumented,
  verifyPropertyUnknown,
  verifyType,
  verifyNull,
  verifyEnum,
  verifyRequired,
  verifyStatusUndocumented,
] as const satisfies readonly ApiRefRule[];

const all = [...rules, internalError, suppressionUnused, settingUnmatched] as const;

/** What is known of every rule of this program: those that look at an api-ref, and the run's own. */
export const catalogue: readonly RuleMetadata<RuleName>[] = all;

/** The name of a rule. Redocly's rules are not among them: any name below `openapi/` is one of those. */
export type RuleName = (typeof all)[number]["name"];

/** The names of the rules in `catalogue`. */
export const ruleNames: readonly RuleName[] = all.map(({ name }) => name);

/** The rules that tell what evidence shows, and so need some. */
export const rulesNeedingEvidence: ReadonlySet<string> = new Set(
  rules.filter(({ group }) => group === "evidence").map(({ name }) => name),
);

type Reported<Name extends RuleName> = Name;

/** The rules that report what readers noticed; does not compile where a notice is for a rule that there is not. */
export type ReportedNotice = Reported<NoticeRule>;
