/** Everything the proxy calls at Auth0, by noun. */
import type { Settings } from '../options.js';
import { createManagementApi } from './api.js';
import { createUsersByEmail, type UsersByEmail } from './users-by-email.js';
import { createAdministrators, type Administrators } from './administrators.js';
import type { Storage } from '../storage/storage.js';
import { CallScheduler, type WaitingCalls } from './call-scheduler.js';
import { createAuthenticators, type Authenticators } from './authenticators.js';
import { createConnections, type Connections } from './connections.js';
import { createInvitations, type Invitations } from './invitations.js';
import { createLockouts, type Lockouts } from './lockouts.js';
import { createUsersById, type UsersById } from './users-by-id.js';
import { createMachineToken } from './machine-token.js';
import { createGroups, type Groups } from './groups.js';
import { createEmails, type Emails } from './emails.js';
import { createMemberList, type MemberList } from './member-list.js';
import { createMembers, type Members } from './members.js';
import { createRateLimitStore } from './rate-limit-store.js';
import { createRefreshTokens, type RefreshTokens } from './refresh-tokens.js';
import { createRoles, type Roles } from './roles.js';
import { createSharedCaches } from './shared-cache.js';
import { createSessions, type Sessions } from './sessions.js';
import { createUsers, type Users } from './users.js';

export interface Management {
  readonly users: Users;
  readonly members: Members;
  readonly memberList: MemberList;
  readonly connections: Connections;
  readonly groups: Groups;
  readonly sessions: Sessions;
  readonly refreshTokens: RefreshTokens;
  readonly lockouts: Lockouts;
  readonly authenticators: Authenticators;
  readonly emails: Emails;
  readonly administrators: Administrators;
  readonly roles: Roles;
  readonly invitations: Invitations;
  readonly usersByEmail: UsersByEmail;
  readonly usersById: UsersById;
  /** Returns the scopes of the proxy's own token. */
  grantedScopes(): Promise<readonly string[]>;
  /** Returns how many calls wait for Auth0's rate limits. */
  waitingCalls(): WaitingCalls;
}

export function createManagement(settings: Settings, { shared }: Pick<Storage, 'shared'>): Management {
  const token = createMachineToken(settings);
  const tenant = settings.managementUrl;
  const scheduler = new CallScheduler(createRateLimitStore(shared, `rate limits of ${tenant}`));
  const createCache = createSharedCaches(shared, tenant);
  const api = createManagementApi(settings, token, scheduler);
  const users = createUsers(api);
  const members = createMembers(api, users);
  const roles = createRoles(api, createCache, settings);
  const connections = createConnections(api, createCache);
  const groups = createGroups(api, createCache);
  const refreshTokens = createRefreshTokens(api);
  return {
    users,
    members,
    memberList: createMemberList(api),
    connections,
    groups,
    sessions: createSessions(api, refreshTokens),
    refreshTokens,
    lockouts: createLockouts(api),
    authenticators: createAuthenticators(api),
    emails: createEmails(api, settings),
    administrators: createAdministrators(api, { roles, members, connections, groups }),
    roles,
    invitations: createInvitations(api),
    usersByEmail: createUsersByEmail(api),
    usersById: createUsersById(api),
    grantedScopes: () => token.scopes(),
    waitingCalls: () => scheduler.waiting,
  };
}

export { isOutcomeUnknown, type CallContext } from './http.js';
export { watchWrites, type WatchedCall } from './outcome.js';
export type { Connection, EnabledConnection } from './mappers/connection.js';
export type { Invitation, InvitationDraft } from './mappers/invitation.js';
export type { Organization } from './mappers/organization.js';
export type { Role } from './roles.js';
export type { Session } from './sessions.js';
export type { User } from './mappers/user.js';
export { UserChanged, type UserUpdate } from './users.js';
export type { RosterEntry } from './member-list.js';
export type { MemberRole } from './members.js';
