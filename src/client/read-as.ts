import { ProxyProblem } from './problem.js';

/** The answer's JSON, if it is of the shape; some other server may have answered, such as a gateway's login page. */
export async function readJsonAs<T>(response: Response, is: (value: object) => boolean): Promise<T> {
  const value: unknown = await response.json().catch(() => null);
  if (typeof value === 'object' && value !== null && is(value)) return value as T;
  throw new ProxyProblem('answer_invalid', { cause: `status ${response.status} of another shape` });
}

/** Enough of a shape that rendering cannot throw: the named property is a list. */
export const holdsList =
  (name: string) =>
  (value: object): boolean =>
    Array.isArray((value as Record<string, unknown>)[name]);
