import { ProxyProblem } from './problem.js';

/** Reads a response as JSON. @throws `answer_invalid` if the check fails: a gateway's login page may have answered. */
export async function readJsonAs<T>(response: Response, is: (value: object) => boolean): Promise<T> {
  const value: unknown = await response.json().catch(() => null);
  if (typeof value === 'object' && value !== null && is(value)) return value as T;
  throw new ProxyProblem('answer_invalid', { cause: `status ${response.status} of another shape` });
}

/** Returns a check that the named property is an array, so that rendering doesn't throw. */
export const holdsList =
  (name: string) =>
  (value: object): boolean =>
    Array.isArray((value as Record<string, unknown>)[name]);
