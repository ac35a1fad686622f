/** Users, and the organizations they belong to. https://auth0.com/docs/api/management/v2/users */
import {
  hasSameObjects,
  isApproved,
  isMember,
  type AttributeValues,
  type Change,
} from '../../../src/policy/index.js';
import { ProblemError } from '../http/problem-error.js';
import type { ManagementApi } from './api.js';
import { asUnavailable, Auth0Refusal, isNotFound } from './auth0-refusal.js';
import { empty, json } from './expected-response.js';
import type { CallContext } from './http.js';
import { organizationSchema, toOrganization, type Organization } from './mappers/organization.js';
import { toUser, toUserPatch, userSchema, type User, type UserPatch } from './mappers/user.js';
import { orLookUp, untilGone } from './outcome.js';
import { remembered } from './remembered.js';
import { allRows, jsonRows, lastPage, offsetPage, type Rows } from './rows.js';

export interface Users {
  /** @throws {ProblemError} `profile_not_found` */
  read(userId: string, context: CallContext): Promise<User>;
  /**
   * Stores the changes in one call.
   * @param update - Changes that `checkPatch` approved; throws for any other.
   * @throws {UserChanged} if an object that the call would replace isn't as it was read
   * @throws {ProblemError} `value_in_use`, `value_refused`, `profile_not_found`
   */
  update(userId: string, update: UserUpdate, context: CallContext): Promise<User>;
  /** Blocks or unblocks sign-in, for every organization. @throws {ProblemError} `profile_not_found` */
  setBlocked(userId: string, blocked: boolean, context: CallContext): Promise<User>;
  /** Deletes the user with every membership. Succeeds if the user doesn't exist. */
  delete(userId: string, context: CallContext): Promise<void>;
  /** Returns the ids of every organization the user belongs to. */
  organizationIds(userId: string, context: CallContext): Promise<readonly string[]>;
  /** Returns the first page of organizations the user belongs to. */
  someOrganizations(userId: string, context: CallContext): Promise<readonly Organization[]>;
  /**
   * Returns the current membership, or `null`. This list shows a write at once; an organization's list of members lags
   * behind it.
   */
  membership(userId: string, organizationId: string, context: CallContext): Promise<Membership | null>;
}

export interface UserUpdate {
  readonly changes: readonly Change[];
  /** The stored values, as they were just read. */
  readonly values: AttributeValues;
  /** Whether Auth0 sends an email to verify a new address. Default: yes. */
  readonly verifiesEmail?: boolean;
}

/** Another app changed the user since they were read. Nothing was stored. */
export class UserChanged extends ProblemError {
  /** The user as they are now. */
  readonly user: User;

  constructor(user: User) {
    super('profile_changed');
    this.user = user;
  }
}

export interface Membership {
  readonly organization: Organization;
  /** Number of other organizations the user belongs to. */
  readonly otherOrganizations: number;
}

export function createUsers(api: ManagementApi): Users {
  const userResponse = remembered(json(userSchema), toUser);
  const organizationsResponse = remembered(
    jsonRows('organizations', organizationSchema),
    ({ rows, ...page }): Rows<Organization> => ({ ...page, rows: rows.map(toOrganization) }),
  );

  const readRaw = (userId: string, context: CallContext) =>
    api(context, { method: 'GET', path: ['users', userId], expect: userResponse });

  const read = (userId: string, context: CallContext) => readRaw(userId, context).catch(refuseUnknownUser);

  const patch = (
    userId: string,
    body: UserPatch,
    context: CallContext,
    options: { readonly beforeWrite?: () => Promise<void> } = {},
  ) => {
    const clientId = context.emails?.clientId;
    // The application decides about the template of the email that verifies a new address.
    const sendsEmail = body['verify_email'] === true;
    return api(context, {
      method: 'PATCH',
      path: ['users', userId],
      body: { ...body, ...(sendsEmail && clientId && { client_id: clientId }) },
      ...(sendsEmail && { sendsEmail }),
      ...options,
      expect: userResponse,
    });
  };

  const organizationsPage = (userId: string, page: number, context: CallContext) =>
    api(context, {
      method: 'GET',
      path: ['users', userId, 'organizations'],
      query: offsetPage(page),
      expect: organizationsResponse,
    }).catch(refuseUnknownUser);

  return {
    read,

    update: async (userId, { changes, values, verifiesEmail = true }, context) => {
      if (!changes.every(isApproved)) throw new Error('a change that no policy approved');
      // Auth0 has no condition for a write, and a member of an object is stored with the whole object. So it is read once
      // more, to lose nothing that another app stored there while the call waited for a rate limit.
      const beforeWrite = async () => {
        const user = await read(userId, context);
        if (!hasSameObjects(changes, values, user.values)) throw new UserChanged(user);
      };
      const options = changes.some(({ attribute }) => isMember(attribute)) ? { beforeWrite } : {};
      const body = { ...toUserPatch(changes, values), ...(!verifiesEmail && { verify_email: false }) };
      return patch(userId, body, context, options).catch((reason: unknown) => refuseUpdate(reason, changes));
    },

    setBlocked: (userId, blocked, context) => {
      const asStored = (user: User) => (user.blocked === blocked ? user : null);
      const write = patch(userId, { blocked }, context).then((user) => {
        if (asStored(user)) return user;
        throw new ProblemError('upstream_invalid', { cause: new Error('the response shows the old state') });
      });
      return orLookUp(write, async () => asStored(await readRaw(userId, context))).catch(refuseUnknownUser);
    },

    delete: (userId, context) =>
      untilGone(api(context, { method: 'DELETE', path: ['users', userId], expect: empty(204) }), () =>
        readRaw(userId, context).then(() => false, isNotFound),
      ),

    organizationIds: async (userId, context) => {
      const ids: string[] = [];
      for await (const { id } of allRows((page) => organizationsPage(userId, page, context))) ids.push(id);
      return ids;
    },

    someOrganizations: async (userId, context) => (await organizationsPage(userId, 0, context)).rows,

    membership: async (userId, organizationId, context) => {
      for (let page = 0, received = 0; page <= lastPage; page += 1) {
        const result = await organizationsPage(userId, page, context);
        received += result.received;
        const found = result.rows.find(({ id }) => id === organizationId);
        if (found) {
          return {
            organization: found,
            otherOrganizations: (result.total ?? received) - 1,
          };
        }
        // A short page isn't the last one by itself: Auth0 may put fewer rows on it than requested.
        if (result.received === 0 || (result.total !== null && received >= result.total)) return null;
      }
      return null;
    },
  };
}

function refuseUnknownUser(reason: unknown): never {
  throw isNotFound(reason) ? new ProblemError('profile_not_found') : asUnavailable(reason);
}

/** Auth0 names the refused attribute only in prose, so the problem lists all fields of the call. */
function refuseUpdate(reason: unknown, changes: readonly Change[]): never {
  if (!(reason instanceof Auth0Refusal) || reason.status === 404) return refuseUnknownUser(reason);
  const inUse = reason.status === 409 || /already exists|already in use/i.test(reason.text);
  const code = inUse ? 'value_in_use' : 'value_refused';
  const concerned = inUse ? changes.filter((change) => unique.has(change.attribute)) : changes;
  throw new ProblemError(code, { fields: concerned.map(({ field }) => ({ field, code })), cause: reason });
}

/** Attributes whose values are unique within a connection. */
const unique: ReadonlySet<string> = new Set(['email', 'phone_number', 'username']);
