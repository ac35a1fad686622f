/** Determines which permissions make a member an admin. */
import { self, type Policy } from './file/schema.js';
import { hasTrait } from './operations.js';

/**
 * Returns the permissions that make a member an admin for the last-admin safeguard.
 * @example administratorPermissions(defaultPolicy) // ['manage:members']
 */
export function administratorPermissions({ actors, rules }: Policy): readonly string[] {
  const named = new Set(
    rules
      .filter(
        ({ effect, operations }) =>
          effect === 'allow' && operations?.some((name) => hasTrait(name, 'management')),
      )
      .flatMap((rule) => rule.actors)
      .filter((actor) => actor !== self),
  );
  return [...new Set([...named].flatMap((actor) => actors[actor]?.permissions ?? []))];
}
