/** Responses that are read again and again, and mostly say the same as before. */
import { isJson, type ExpectedResponse } from './expected-response.js';

/** Of all texts of one kind of response, in each of two generations: some 500 users, or 30 pages of 50. */
const maxCharacters = 500_000;
/** Of a generation. What isn't read again is forgotten after the next one. */
const lifetimeMs = 60_000;

/**
 * Parses a text only if it isn't one of the last ones. Auth0 is asked each time: what is saved is to check and map the same
 * response again, and what is derived from the result can be kept with it. A response that a warning is about isn't
 * remembered, so that each reading warns.
 * @param map - Makes what the caller needs of the parsed response. It depends on nothing else.
 * @example const userResponse = remembered(json(userSchema), toUser);
 */
export function remembered<T, U>(expected: ExpectedResponse<T>, map: (parsed: T) => U): ExpectedResponse<U> {
  let recent = new Map<string, U>();
  let older = new Map<string, U>();
  let characters = 0;
  let since = Date.now();

  function remember(text: string, value: U): void {
    characters += text.length;
    recent.set(text, value);
  }

  function forgetOldest(): void {
    if (characters < maxCharacters && Math.abs(Date.now() - since) < lifetimeMs) return;
    older = recent;
    recent = new Map();
    characters = 0;
    since = Date.now();
  }

  function find(text: string): U | undefined {
    const value = recent.get(text) ?? older.get(text);
    if (value !== undefined && !recent.has(text)) remember(text, value);
    return value;
  }

  return {
    ...expected,
    parse: (text, response, warn) => {
      forgetOldest();
      const same = isJson(response.headers) ? find(text) : undefined;
      if (same !== undefined) return same;
      let isComplete = true;
      const parsed = expected.parse(text, response, (message) => {
        isComplete = false;
        warn(message);
      });
      const value = map(parsed);
      if (isComplete) remember(text, value);
      return value;
    },
  };
}
