/**
 * Sessions at the tenant, one per browser. They belong to the user, not to an organization.
 * https://auth0.com/docs/manage-users/sessions/manage-user-sessions-with-auth0-management-api
 */
import { z } from 'zod';
import { ProblemError } from '../http/problem-error.js';
import type { ManagementApi } from './api.js';
import { asUnavailable, Auth0Refusal, isNotFound } from './auth0-refusal.js';
import { empty, json } from './expected-response.js';
import type { CallContext } from './http.js';
import { lenient } from './mappers/lenient.js';
import { untilGone } from './outcome.js';
import type { RefreshTokens } from './refresh-tokens.js';
import { jsonRows, noRows, pageSize } from './rows.js';

export interface Session {
  readonly id: string;
  readonly userAgent: string | null;
  readonly ip: string | null;
  readonly signedInAt: string | null;
  readonly lastUsedAt: string | null;
  readonly expiresAt: string | null;
}

export interface Sessions {
  /** Returns `null` if the tenant's plan has no such endpoints. */
  list(userId: string, context: CallContext): Promise<readonly Session[] | null>;
  /**
   * Ends a session and its refresh tokens. Succeeds if it has ended already.
   * @throws {ProblemError} `feature_unavailable`
   */
  revoke(sessionId: string, context: CallContext): Promise<void>;
  /**
   * Ends every session of the user and revokes their refresh tokens, in one call.
   * @throws {ProblemError} `feature_unavailable`
   */
  revokeAll(userId: string, context: CallContext): Promise<void>;
}

const date = lenient(z.string());
const sessionSchema = z.object({
  id: z.string(),
  created_at: date,
  authenticated_at: date,
  last_interacted_at: date,
  idle_expires_at: date,
  expires_at: date,
  device: lenient(z.object({ last_user_agent: lenient(z.string()), last_ip: lenient(z.string()) })),
});

/** Users have a handful of sessions; of more than these, the first are listed. */
const maxPages = 4;

export function createSessions(api: ManagementApi, refreshTokens: Pick<RefreshTokens, 'hasNone'>): Sessions {
  const readPage = (userId: string, from: string | null, context: CallContext) =>
    api(context, {
      method: 'GET',
      path: ['users', userId, 'sessions'],
      query: { take: pageSize, from },
      dependsOnPlan: true,
      expect: jsonRows('sessions', sessionSchema),
    });

  const readOne = (sessionId: string, context: CallContext) =>
    api(context, {
      method: 'GET',
      path: ['sessions', sessionId],
      dependsOnPlan: true,
      expect: json(sessionSchema),
    });

  const post = (path: readonly string[], body: object | undefined, context: CallContext) =>
    api(context, {
      method: 'POST',
      path,
      ...(body && { body }),
      dependsOnPlan: true,
      expect: empty(202),
    }).catch((reason: unknown) => {
      const lacksPlan = reason instanceof Auth0Refusal && reason.status === 403;
      throw lacksPlan ? new ProblemError('feature_unavailable', { cause: reason }) : reason;
    });

  return {
    list: async (userId, context) => {
      try {
        const found: Session[] = [];
        let next: string | null = null;
        for (let pages = 0; pages < maxPages && (pages === 0 || next !== null); pages += 1) {
          const page = await readPage(userId, next, context);
          found.push(...page.rows.map(toSession));
          next = page.next;
        }
        return found;
      } catch (reason) {
        if (reason instanceof Auth0Refusal && reason.status === 403) return null;
        if (isNotFound(reason)) return [];
        throw asUnavailable(reason);
      }
    },

    revoke: (sessionId, context) =>
      untilGone(post(['sessions', sessionId, 'revoke'], undefined, context), () =>
        readOne(sessionId, context).then(() => false, isNotFound),
      ),

    revokeAll: (userId, context) =>
      untilGone(post(['users', userId, 'revoke-access'], {}, context), async () => {
        const sessions = await readPage(userId, null, context).catch((reason: unknown) => {
          if (isNotFound(reason)) return noRows;
          throw reason;
        });
        return sessions.received === 0 && (await refreshTokens.hasNone(userId, context));
      }),
  };
}

function toSession(session: z.infer<typeof sessionSchema>): Session {
  return {
    id: session.id,
    userAgent: session.device?.last_user_agent ?? null,
    ip: session.device?.last_ip ?? null,
    signedInAt: session.authenticated_at ?? session.created_at,
    lastUsedAt: session.last_interacted_at,
    expiresAt: earliest(session.idle_expires_at, session.expires_at),
  };
}

/** A session ends at the first of its limits. */
function earliest(...times: readonly (string | null)[]): string | null {
  const known = times.filter((time) => time !== null).sort((a, b) => Date.parse(a) - Date.parse(b));
  return known[0] ?? null;
}
