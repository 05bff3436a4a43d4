export interface Sample {
  readonly path: string;
  readonly method: string;
  readonly operationId: string;
  readonly status: string | undefined;
  readonly mediaType: string;
  readonly name: string;
  readonly value: unknown;
}

export function samplesOf(document: object): Generator<Sample>;
export function typeOfOpenapiTypescript(sample: Sample): string;
export function programOfSamples(
  samples: readonly Sample[],
  typeOf: (sample: Sample) => string,
  head: string,
): { readonly text: string; readonly sampleAt: (line: number) => Sample | undefined };
