import { SessionsClient } from 'auth0/sessions';
import { UsersClient } from 'auth0/users';
import { z } from 'zod';
import { ProblemError } from '../http/problem-error.js';
import { asUnavailable, Auth0Refusal, type CallContext, type RequestOptions } from './call.js';
import { done, mediaTypeOf, type Answered } from './empty-response.js';
import type { ManagementAccess } from './access.js';

/** Somebody's sign-in at the tenant, in one browser. It belongs to the person, not to an organization. */
export interface Session {
  readonly id: string;
  readonly userAgent: string | null;
  readonly ip: string | null;
  readonly signedInAt: string | null;
  readonly lastUsedAt: string | null;
  readonly expiresAt: string | null;
}

/** https://auth0.com/docs/manage-users/sessions/manage-user-sessions-with-auth0-management-api */
export interface Sessions {
  /** `null` where the tenant's plan has no such endpoints. */
  list(userId: string, context: CallContext): Promise<readonly Session[] | null>;
  /** Ends the session and its refresh tokens. One that has ended already is a success. @throws ProblemError `feature_unavailable` */
  revoke(sessionId: string, context: CallContext): Promise<void>;
  /** Ends every session of the person and revokes their refresh tokens, in one call. @throws ProblemError `feature_unavailable` */
  revokeAll(userId: string, context: CallContext): Promise<void>;
}

const date = z.string().nullish().catch(null);
const sessionSchema = z.object({
  id: z.string(),
  created_at: date,
  authenticated_at: date,
  last_interacted_at: date,
  idle_expires_at: date,
  expires_at: date,
  device: z
    .object({ last_user_agent: z.string().nullish(), last_ip: z.string().nullish() })
    .nullish()
    .catch(null),
});
const page = z.object({ sessions: z.array(sessionSchema), next: z.string().nullish() });

const pageSize = 50;
/** Nobody has more than a handful; whoever does sees the first ones. */
const maxPages = 4;

export function createSessions({ clientOptions, call }: ManagementAccess): Sessions {
  const users = new UsersClient(clientOptions);
  const sessions = new SessionsClient(clientOptions);

  const readPage = (userId: string, from: string | undefined, context: CallContext) =>
    call(context, {
      kind: 'read',
      dependsOnPlan: true,
      answer: page,
      run: async (options) =>
        (await users.sessions.list(userId, { take: pageSize, ...(from && { from }) }, options)).response,
    });

  /** What has ended already is a success. */
  const end = async (context: CallContext, start: (options: RequestOptions) => Answered) => {
    const run = (options: RequestOptions) => mediaTypeOf(start(options));
    await call(context, { kind: 'write', dependsOnPlan: true, answer: done, run }).catch(
      (reason: unknown) => {
        if (reason instanceof Auth0Refusal && reason.status === 404) return;
        if (reason instanceof Auth0Refusal && reason.status === 403)
          throw new ProblemError('feature_unavailable', { cause: reason });
        throw asUnavailable(reason);
      },
    );
  };

  return {
    list: async (userId, context) => {
      try {
        const found: Session[] = [];
        let next: string | undefined;
        for (let pages = 0; pages < maxPages && (pages === 0 || next); pages += 1) {
          const answer = await readPage(userId, next, context);
          found.push(...answer.sessions.map(toSession));
          next = answer.next ?? undefined;
        }
        return found;
      } catch (reason) {
        if (reason instanceof Auth0Refusal && reason.status === 403) return null;
        if (reason instanceof Auth0Refusal && reason.status === 404) return [];
        throw asUnavailable(reason);
      }
    },

    revoke: (sessionId, context) => end(context, (options) => sessions.revoke(sessionId, options)),
    revokeAll: (userId, context) => end(context, (options) => users.revokeAccess(userId, {}, options)),
  };
}

function toSession(session: z.infer<typeof sessionSchema>): Session {
  return {
    id: session.id,
    userAgent: session.device?.last_user_agent ?? null,
    ip: session.device?.last_ip ?? null,
    signedInAt: session.authenticated_at ?? session.created_at ?? null,
    lastUsedAt: session.last_interacted_at ?? null,
    expiresAt: earliest(session.idle_expires_at, session.expires_at),
  };
}

/** A session ends with whichever limit comes first. */
function earliest(...times: readonly (string | null | undefined)[]): string | null {
  const known = times.filter((time) => time != null).sort((a, b) => Date.parse(a) - Date.parse(b));
  return known[0] ?? null;
}
