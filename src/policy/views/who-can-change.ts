/** Who could change a locked field all the same: a reason that names nobody leaves a person with nothing to do. */
import { decide } from '../decide.js';
import { self, type Policy } from '../file/schema.js';
import { sightOf } from './visibility.js';
import type { Situation } from '../evaluation-context.js';
import type { Changer, ConnectionClass, FieldReason } from '../vocabulary.js';

/** What an upstream owns is changed by whoever runs it there. */
const upstreamChangers: Readonly<Record<ConnectionClass, Changer>> = {
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
export function changerOf(policy: Policy, situation: Situation, field: string, reason: FieldReason): Changer {
  const { actors, target, moment } = situation;
  if (upstreamReasons.has(reason)) return upstreamChangers[target.connection.class];
  const mayChange = (actor: string): boolean => {
    const asked = { actors: [actor], target, moment };
    const update = decide(policy, { ...asked, field, action: 'update' });
    const allows = update.effect === 'allow' || update.reason === 'step-up-required';
    return allows && sightOf(policy, { ...situation, ...asked }, field) === 'plain';
  };
  if (!actors.includes(self) && mayChange(self)) return 'person';
  if (Object.keys(policy.actors).some((actor) => !actors.includes(actor) && mayChange(actor))) return 'admin';
  return reason === 'invited-address' ? 'inviter' : 'nobody';
}
