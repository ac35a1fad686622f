import { self, type Policy } from './file/schema.js';
import type { Operation } from './vocabulary.js';

/** Whoever may do one of these manages the organization's people. */
const managementOperations: ReadonlySet<Operation> = new Set<Operation>([
  'roles.assign',
  'invitation.create',
  'member.block',
  'membership.remove',
  'user.delete',
]);

/** The permissions of which any makes somebody an administrator: what the last-admin safeguard counts. */
export function administratorPermissions({ actors, rules }: Policy): readonly string[] {
  const named = new Set(
    rules
      .filter(
        (rule) => rule.effect === 'allow' && rule.operations?.some((name) => managementOperations.has(name)),
      )
      .flatMap((rule) => rule.actors)
      .filter((actor) => actor !== self),
  );
  return [...new Set([...named].flatMap((actor) => actors[actor]?.permissions ?? []))];
}
