import { self, type Policy } from './file/schema.js';
import { hasTrait } from './operations.js';

/** The permissions of which any makes somebody an administrator: what the last-admin safeguard counts. */
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
