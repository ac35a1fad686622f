/** Puts a text into FSI and PDI (UAX #9): its direction doesn't affect the text around it. */
export const isolate = (text: string): string => `\u2068${text}\u2069`;

/**
 * Template tag for languages that are written from right to left. Isolates each value from the sentence around it, so that a
 * name or an address in Latin letters doesn't reorder the sentence. Quotation marks go into the value: someone who copies
 * what is between them gets no invisible characters.
 * @example isolated`הסרת ${name}`
 */
export const isolated = (texts: TemplateStringsArray, ...values: readonly string[]): string =>
  String.raw({ raw: texts }, ...values.map(isolate));

/**
 * Puts an ID at the end of a text, behind a mark (LRM) that keeps its characters in their order. Nothing follows it: selecting
 * the ID with a double click would take a PDI along.
 * @example endingWithId('מזהה בקשה:', 'req_1')
 */
export const endingWithId = (label: string, id: string): string => `${label} \u200e${id}`;
