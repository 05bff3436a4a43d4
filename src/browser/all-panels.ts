/** What of a response, or of a request, Redoc knows by media type. */
type ByMediaType = Readonly<Record<string, { readonly exampleIds?: readonly string[] }>>;

interface ResponseOfCode {
  readonly code: string;
  readonly exampleIds?: readonly string[];
  readonly mediaTypes?: readonly string[];
  readonly mediaTypeContent?: ByMediaType;
}

/** What Redoc draws a panel of samples of, as far as it holds what a reader chooses from. */
export interface Panel {
  readonly responseCodes?: readonly ResponseOfCode[];
  readonly mediaTypes?: readonly string[];
  readonly mediaTypeSchemas?: ByMediaType;
}

/**
 * The panels of which each shows one code and one media type, in place of one in which a reader chooses: on paper nothing can
 * be chosen. Codes without a sample say nothing there that the list of responses does not say; where all are, the first
 * stands for them.
 */
export function allPanels(panel: Panel): Panel[] {
  const { responseCodes, mediaTypeSchemas } = panel;
  if (responseCodes === undefined) {
    const schemas = Object.entries(mediaTypeSchemas ?? {});
    if (schemas.length < 2) return [panel];
    return schemas.map(([type, content]) => ({
      ...panel,
      mediaTypes: [type],
      mediaTypeSchemas: { [type]: content },
    }));
  }
  const each = responseCodes.flatMap((response): ResponseOfCode[] => {
    const { exampleIds, mediaTypeContent } = response;
    const types = Object.entries(mediaTypeContent ?? {}).filter(([, content]) => hasSome(content.exampleIds));
    if (types.length === 0) return hasSome(exampleIds) ? [response] : [];
    return types.map(([type, content]) => ({
      ...response,
      mediaTypes: [type],
      mediaTypeContent: { [type]: content },
    }));
  });
  return (each.length > 0 ? each : responseCodes.slice(0, 1)).map((response) => ({
    ...panel,
    responseCodes: [response],
  }));
}

const hasSome = (list: readonly string[] | undefined): boolean => list !== undefined && list.length > 0;
