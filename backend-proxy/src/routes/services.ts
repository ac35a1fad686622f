/** What every route is made from. */
import type { Context, Handler, Hono } from 'hono';
import type { Actor } from '../access/actor.js';
import type { PendingInvitations } from '../invitations/pending.js';
import type { Management } from '../management/index.js';
import type { Authenticate } from '../http/authenticate.js';
import type { RevalidatePermissions } from '../access/revalidate-permissions.js';
import type { ProxyEnv } from '../http/request.js';
import type { Settings } from '../options.js';
import { ProblemError } from '../http/problem-error.js';
import type { AuthorizeOrganization } from '../access/authorize-organization.js';
import type { Subjects } from '../access/subject.js';
import type { Storage } from '../storage/storage.js';

export interface Services {
  readonly settings: Settings;
  readonly management: Management;
  readonly storage: Storage;
  readonly authenticate: Authenticate;
  /** For what goes on after the request: who has lost a role meanwhile. */
  readonly revalidatePermissions: RevalidatePermissions;
  readonly pending: PendingInvitations;
  readonly subjects: Subjects;
  /** For what is about the organization as a whole. */
  readonly authorizeOrganization: AuthorizeOrganization;
}

/** Who asks, also for the log. */
export async function identify(authenticate: Authenticate, context: Context<ProxyEnv>): Promise<Actor> {
  const actor = await authenticate(context.req.raw, context.get('call'));
  context.set('actor', actor);
  return actor;
}

export type Method = 'GET' | 'PATCH' | 'POST' | 'PUT' | 'DELETE';

/** The handlers of one address; every other method is told which there are (RFC 9110 §15.5.6). */
export function address(
  app: Hono<ProxyEnv>,
  path: string,
  handlers: Partial<Record<Method, Handler<ProxyEnv>>>,
): void {
  for (const [method, handler] of Object.entries(handlers)) app.on(method, path, handler);
  app.all(path, (context) => {
    context.header('allow', Object.keys(handlers).join(', '));
    throw new ProblemError('method_not_allowed');
  });
}
