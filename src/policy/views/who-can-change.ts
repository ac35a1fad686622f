/** Determines who can change a locked field, so that the message can say whom to ask. */
import { decide } from '../decide.js';
import { self, type Policy } from '../file/schema.js';
import { visibilityOf } from './visibility.js';
import type { EvaluationContext } from '../evaluation-context.js';
import type { ChangeOwner, ConnectionClass, FieldReason } from '../vocabulary.js';

/** Who can change a value at its source. */
const upstreamChangeOwners: Readonly<Record<ConnectionClass, ChangeOwner>> = {
  enterprise: 'it-team',
  social: 'person',
  database: 'operator',
  passwordless: 'operator',
};

const upstreamReasons: ReadonlySet<FieldReason> = new Set<FieldReason>([
  'managed-by-connection',
  'refreshed-at-login',
  'directory-owned',
  'external-database',
]);

/** Returns who can change a field that is locked for a reason. */
export function changeOwnerOf(
  policy: Policy,
  situation: EvaluationContext,
  field: string,
  reason: FieldReason,
): ChangeOwner {
  const { actors, target, moment } = situation;
  if (reason === 'connection-not-enabled' || reason === 'unreadable-value') return 'nobody';
  if (upstreamReasons.has(reason)) return upstreamChangeOwners[target.connection.class];
  const mayChange = (actor: string): boolean => {
    const question = { actors: [actor], target, moment };
    const update = decide(policy, { ...question, field, action: 'update' });
    const allows = update.effect === 'allow' || update.reason === 'step-up-required';
    return allows && visibilityOf(policy, { ...situation, ...question }, field) === 'plain';
  };
  if (!actors.includes(self) && mayChange(self)) return 'person';
  if (Object.keys(policy.actors).some((actor) => !actors.includes(actor) && mayChange(actor))) return 'admin';
  return reason === 'invited-address' ? 'inviter' : 'nobody';
}
