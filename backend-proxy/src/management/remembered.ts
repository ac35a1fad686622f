/** Responses that are read again and again, and mostly say the same as before. */
import { isJson, type ExpectedResponse } from './expected-response.js';

/** Of all texts of one kind of response: some 500 users, or 30 pages of 50. */
const maxCharacters = 500_000;

/**
 * Parses a text only if it isn't one of the last ones. Auth0 is asked each time: what is saved is to check and map the same
 * response again, and what is derived from the result can be kept with it. A response that a warning is about isn't
 * remembered, so that each reading warns.
 * @param map - Makes what the caller needs of the parsed response. It depends on nothing else.
 * @example const userResponse = remembered(json(userSchema), toUser);
 */
export function remembered<T, U>(expected: ExpectedResponse<T>, map: (parsed: T) => U): ExpectedResponse<U> {
  const known = new Map<string, U>();
  let characters = 0;

  function remember(text: string, value: U): void {
    characters += text.length;
    known.set(text, value);
    for (const oldest of known.keys()) {
      if (characters <= maxCharacters) return;
      known.delete(oldest);
      characters -= oldest.length;
    }
  }

  return {
    ...expected,
    parse: (text, response, warn) => {
      const same = isJson(response.headers) ? known.get(text) : undefined;
      if (same !== undefined) return same;
      let isComplete = true;
      const value = map(
        expected.parse(text, response, (message) => {
          isComplete = false;
          warn(message);
        }),
      );
      if (isComplete) remember(text, value);
      return value;
    },
  };
}
