/** Who could change a locked field all the same: a reason that names nobody leaves a person with nothing to do. */
import { decide } from '../decide.js';
import { self, type Policy } from '../file/schema.js';
import { visibilityOf } from './visibility.js';
import type { EvaluationContext } from '../evaluation-context.js';
import type { ChangeOwner, ConnectionClass, FieldReason } from '../vocabulary.js';

/** What an upstream owns is changed by whoever runs it there. */
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

/** Of one field, which is locked for this reason. */
export function changeOwnerOf(
  policy: Policy,
  situation: EvaluationContext,
  field: string,
  reason: FieldReason,
): ChangeOwner {
  const { actors, target, moment } = situation;
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
