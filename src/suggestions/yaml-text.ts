/** What YAML, 1.1 too, takes for a text as it stands, as a key and as a value. */
const PLAIN = /^[A-Za-z_](?:[\w./$-]|:(?=\S)| (?=[\w./$-])|\+)*$/;
/** Words that YAML 1.1 takes for something else than a text; os-api-ref reads that version. */
const WORD = /^(?:y|yes|n|no|true|false|on|off|null)$/i;

/** Whether a text can be written without quotes. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text) && !WORD.test(text);
}

/** A text as YAML in one line: plain, or in double quotes. */
export function yamlText(text: string): string {
  return isPlain(text) ? text : JSON.stringify(text);
}
