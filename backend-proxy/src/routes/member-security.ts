/**
 * Lockouts and verification methods of one member. Each is visible only to actors who may clear or reset it.
 */
import type { Context } from 'hono';
import type { MemberSecurity } from '../../../src/contract/index.js';
import { visibleIdentifier } from '../members/identifier.js';
import { resolveOperation, type Operation } from '../../../src/policy/index.js';
import type { AuthenticatedEnv } from '../http/request.js';
import { loadSubject } from './request-parts.js';
import type { Services } from '../services.js';

export function memberSecurityRoutes(services: Services) {
  const { settings, management } = services;

  async function read(context: Context<AuthenticatedEnv>): Promise<Response> {
    const call = context.get('call');
    // Checks the membership before anything else is read about the user.
    const { person, situation } = await loadSubject(services, context);
    const { userId } = person.user;
    const { actors, target, moment } = situation;
    const may = (operation: Operation) =>
      resolveOperation(settings.policy, { actors, target, moment, lastAdmin: false }, operation)?.allowed;
    const [lockouts, methods] = await Promise.all([
      may('member.clear-lockout') ? management.lockouts.list(userId, call) : null,
      may('member.mfa-reset') ? management.authenticators.list(userId, call) : null,
    ]);
    const answer: MemberSecurity = {
      ...(lockouts && {
        lockouts: lockouts.map(({ identifier, ip }) => ({
          identifier: visibleIdentifier(settings.policy, situation, identifier),
          ip,
        })),
      }),
      ...(methods && { methods }),
    };
    return context.json(answer);
  }

  return { read };
}
