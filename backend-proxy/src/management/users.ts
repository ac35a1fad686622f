import { UsersClient } from 'auth0/users';
import { z } from 'zod';
import { isApproved, type Change } from '../../../src/policy/index.js';
import { ProblemError } from '../http/problem-error.js';
import { asUnavailable, Auth0Refusal, type CallContext } from './call.js';
import { done, mediaTypeOf } from './empty-response.js';
import type { ManagementAccess } from './access.js';
import { organizationSchema, toOrganization, type Organization } from './mappers/organization.js';
import { toUser, toUserPatch, userSchema, type User } from './mappers/user.js';

export interface Users {
  /** @throws ProblemError `profile_not_found` */
  read(userId: string, context: CallContext): Promise<User>;
  /** Stores the changes in one call; takes only what `checkPatch` approved. @throws ProblemError `value_in_use`, `value_refused`, `profile_not_found` */
  update(userId: string, changes: readonly Change[], context: CallContext): Promise<User>;
  /** Lets the person sign in no more, or again, in every organization. @throws ProblemError `profile_not_found` */
  setBlocked(userId: string, blocked: boolean, context: CallContext): Promise<User>;
  /** For good, with every membership. A person who is gone already is a success. */
  delete(userId: string, context: CallContext): Promise<void>;
  /** The ids of every organization the person belongs to. */
  organizationIds(userId: string, context: CallContext): Promise<readonly string[]>;
  /** The organizations the person belongs to, as far as one page goes. */
  someOrganizations(userId: string, context: CallContext): Promise<readonly Organization[]>;
  /** The membership, if there is one right now. This list is consistent, an organization's list of members is not. */
  membership(userId: string, organizationId: string, context: CallContext): Promise<Membership | null>;
}

export interface Membership {
  readonly organization: Organization;
  /** How many other organizations the person belongs to. */
  readonly otherOrganizations: number;
}

const membershipPage = z.object({ organizations: z.array(organizationSchema), total: z.number().nullish() });
/** Auth0's public cloud gives no more a page, whatever is asked. */
const pageSize = 50;
/** Offset paging ends at 1,000 rows. https://auth0.com/docs/api/management/v2 */
const lastPage = 19;

export function createUsers({ clientOptions, call }: ManagementAccess): Users {
  const client = new UsersClient(clientOptions);

  const organizationsPage = (userId: string, page: number, context: CallContext) =>
    call(context, {
      kind: 'read',
      answer: membershipPage,
      run: async (options) =>
        (await client.organizations.list(userId, { page, per_page: pageSize, include_totals: true }, options))
          .response,
    }).catch(refuseUnknownUser);

  return {
    read: (userId, context) =>
      call(context, {
        kind: 'read',
        answer: userSchema,
        run: (options) => client.get(userId, {}, options),
      }).then(toUser, refuseUnknownUser),

    update: async (userId, changes, context) => {
      if (!changes.every(isApproved)) throw new Error('a change that no policy approved');
      return call(context, {
        kind: 'write',
        answer: userSchema,
        run: (options) => client.update(userId, toUserPatch(changes), options),
      }).then(toUser, (reason: unknown) => refuseUpdate(reason, changes));
    },

    setBlocked: (userId, blocked, context) =>
      call(context, {
        kind: 'write',
        answer: userSchema,
        run: (options) => client.update(userId, { blocked }, options),
      }).then(toUser, refuseUnknownUser),

    delete: async (userId, context) => {
      await call(context, {
        kind: 'write',
        answer: done,
        run: (options) => mediaTypeOf(client.delete(userId, options)),
      }).catch((reason: unknown) => {
        if (!(reason instanceof Auth0Refusal && reason.status === 404)) throw asUnavailable(reason);
      });
    },

    organizationIds: async (userId, context) => {
      const ids: string[] = [];
      for (let page = 0; page <= lastPage; page += 1) {
        const { organizations, total } = await organizationsPage(userId, page, context);
        ids.push(...organizations.map(({ id }) => id));
        if (organizations.length === 0 || (total != null && ids.length >= total)) break;
      }
      return ids;
    },

    someOrganizations: async (userId, context) =>
      (await organizationsPage(userId, 0, context)).organizations.map(toOrganization),

    membership: async (userId, organizationId, context) => {
      for (let page = 0, seen = 0; page <= lastPage; page += 1) {
        const { organizations, total } = await organizationsPage(userId, page, context);
        seen += organizations.length;
        const found = organizations.find((organization) => organization.id === organizationId);
        if (found) return { organization: toOrganization(found), otherOrganizations: (total ?? seen) - 1 };
        // A short page is not the last one by itself: Auth0 may give fewer rows than asked.
        if (organizations.length === 0 || (total != null && seen >= total)) return null;
      }
      return null;
    },
  };
}

function refuseUnknownUser(reason: unknown): never {
  if (reason instanceof Auth0Refusal && reason.status === 404) throw new ProblemError('profile_not_found');
  throw asUnavailable(reason);
}

/** Auth0 says in prose which attribute it dislikes, so the whole call's fields are named. */
function refuseUpdate(reason: unknown, changes: readonly Change[]): never {
  if (!(reason instanceof Auth0Refusal) || reason.status === 404) return refuseUnknownUser(reason);
  const inUse = reason.status === 409 || /already exists|already in use/i.test(reason.text);
  const code = inUse ? 'value_in_use' : 'value_refused';
  const concerned = inUse ? changes.filter((change) => unique.has(change.attribute)) : changes;
  throw new ProblemError(code, { fields: concerned.map(({ field }) => ({ field, code })), cause: reason });
}

/** The attributes of which a connection holds each value once. */
const unique: ReadonlySet<string> = new Set(['email', 'phone_number', 'username']);
