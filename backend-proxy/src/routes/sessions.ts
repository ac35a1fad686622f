/** A person's sessions at the tenant: list and revoke. */
import type { Context } from 'hono';
import type { SessionList, SessionView } from '../../../src/contract/index.js';
import type { Actor } from '../access/actor.js';
import type { Session } from '../management/index.js';
import { describeProblem, recordAuditEntry } from '../audit/record.js';
import type { AuthenticatedEnv } from '../http/request.js';
import { requireOperation } from '../access/operations.js';
import { ProblemError } from '../http/problem-error.js';
import { loadSubject } from './request-parts.js';
import type { Services } from '../services.js';

export function sessionRoutes(services: Services) {
  const { settings, management } = services;

  async function list(context: Context<AuthenticatedEnv>): Promise<Response> {
    const actor = context.get('actor');
    const call = context.get('call');
    const { person, situation } = await loadSubject(services, context);
    requireOperation(settings.policy, situation, person, 'sessions.read');
    const sessions = await management.sessions.list(person.user.userId, call);
    const answer: SessionList = {
      available: sessions !== null,
      sessions: toViews(actor, sessions ?? []),
    };
    return context.json(answer);
  }

  /** Revokes the sessions that `choose` returns. */
  async function end(
    context: Context<AuthenticatedEnv>,
    choose: (actor: Actor, sessions: readonly Session[]) => readonly Session[],
  ): Promise<Response> {
    const actor = context.get('actor');
    const call = context.get('call');
    const { person, situation } = await loadSubject(services, context);
    requireOperation(settings.policy, situation, person, 'sessions.revoke');
    const sessions = await management.sessions.list(person.user.userId, call);
    if (!sessions) throw new ProblemError('feature_unavailable');
    const change = { targetUserId: person.user.userId, action: 'sessions.revoke' } as const;
    let ended = 0;
    try {
      for (const { id } of choose(actor, sessions)) {
        await management.sessions.revoke(id, call);
        ended += 1;
      }
    } catch (reason) {
      // Record what was revoked even if a later one failed.
      if (ended > 0) {
        const problem = reason instanceof ProblemError ? reason : new ProblemError('internal');
        await recordAuditEntry(settings, context, {
          ...change,
          outcome: 'partly',
          problem: describeProblem(problem),
        });
      }
      throw reason;
    }
    if (ended > 0) await recordAuditEntry(settings, context, change);
    return context.body(null, 204);
  }

  return {
    list,
    endOthers: (context: Context<AuthenticatedEnv>) =>
      end(context, (actor, all) => all.filter(({ id }) => id !== actor.sessionId)),
    endOne: (context: Context<AuthenticatedEnv>) =>
      end(context, (_, all) => {
        // Only among the person's own sessions: Auth0 would revoke anyone's.
        const found = all.filter(({ id }) => id === context.req.param('sessionId'));
        if (found.length === 0) throw new ProblemError('session_not_found');
        return found;
      }),
  };
}

/** Sorts sessions by last use, newest first. Sessions without a time come last. */
export function toViews(actor: Actor, sessions: readonly Session[]): readonly SessionView[] {
  const lastUse = ({ lastUsedAt, signedInAt }: Session) => Date.parse(lastUsedAt ?? signedInAt ?? '') || 0;
  return [...sessions]
    .sort((a, b) => lastUse(b) - lastUse(a))
    .map((session) => ({ ...session, current: session.id === actor.sessionId }));
}
