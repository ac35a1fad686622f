/** Parsers for values from outside, such as `sessionStorage`. Each returns the value with its type, or throws. */
export type Parse<T> = (value: unknown) => T;

export function parseString(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('not a string');
  return value;
}

/** An object whose properties are still to be parsed. */
export function parseObject(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TypeError('not an object');
  return value as Record<string, unknown>;
}

export const parseNullable =
  <T>(parse: Parse<T>): Parse<T | null> =>
  (value) =>
    value === null ? null : parse(value);

export const parseArray =
  <T>(parse: Parse<T>): Parse<readonly T[]> =>
  (value) => {
    if (!Array.isArray(value)) throw new TypeError('not an array');
    return value.map(parse);
  };

export const parseOneOf =
  <T extends string>(allowed: readonly T[]): Parse<T> =>
  (value) => {
    const found = allowed.find((each) => each === value);
    if (found === undefined) throw new TypeError('not an allowed value');
    return found;
  };
