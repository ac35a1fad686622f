/** Everything the proxy may ask of Auth0, by noun. */
import type { Settings } from '../options.js';
import type { ManagementAccess } from './access.js';
import { createUsersByEmail, type UsersByEmail } from './users-by-email.js';
import { createAdministrators, type Administrators } from './administrators.js';
import { createAuthenticators, type Authenticators } from './authenticators.js';
import { callAuth0 } from './call.js';
import { createConnections, type Connections } from './connections.js';
import { createInvitations, type Invitations } from './invitations.js';
import { createLockouts, type Lockouts } from './lockouts.js';
import { createUsersById, type UsersById } from './users-by-id.js';
import { createMachineToken } from './machine-token.js';
import { createEmails, type Emails } from './emails.js';
import { createMemberList, type MemberList } from './member-list.js';
import { createMembers, type Members } from './members.js';
import { BackgroundThrottle } from './background-throttle.js';
import { createRefreshTokens, type RefreshTokens } from './refresh-tokens.js';
import { createRoles, type Roles } from './roles.js';
import { createSessions, type Sessions } from './sessions.js';
import { createUsers, type Users } from './users.js';

export interface Management {
  readonly users: Users;
  readonly members: Members;
  readonly memberList: MemberList;
  readonly connections: Connections;
  readonly sessions: Sessions;
  readonly refreshTokens: RefreshTokens;
  readonly lockouts: Lockouts;
  readonly authenticators: Authenticators;
  readonly senders: Emails;
  readonly administrators: Administrators;
  readonly roles: Roles;
  readonly invitations: Invitations;
  readonly addresses: UsersByEmail;
  readonly lookup: UsersById;
  /** The scopes of the proxy's own token. */
  grantedScopes(): Promise<readonly string[]>;
}

export function createManagement(settings: Settings): Management {
  const token = createMachineToken(settings);
  const pace = new BackgroundThrottle();
  const access: ManagementAccess = {
    clientOptions: {
      baseUrl: settings.managementUrl,
      token: () => token.get(),
      // A redirect would carry the token to wherever it points.
      fetch: async (input, init) => {
        const response = await settings.fetch(input, { ...init, redirect: 'manual' });
        pace.observe(response.headers, response.status === 429);
        return response;
      },
      maxRetries: 0,
    },
    call: (context, call) => {
      const run = () => callAuth0(context, call, () => token.renew());
      return context.background ? pace.waitForSlot().then(run) : pace.trackInteractive(run);
    },
  };
  const members = createMembers(access);
  const roles = createRoles(access, settings);
  return {
    users: createUsers(access),
    members,
    memberList: createMemberList(access),
    connections: createConnections(access),
    sessions: createSessions(access),
    refreshTokens: createRefreshTokens(access),
    lockouts: createLockouts(access),
    authenticators: createAuthenticators(access),
    senders: createEmails(access, settings),
    administrators: createAdministrators(access, roles, members),
    roles,
    invitations: createInvitations(access),
    addresses: createUsersByEmail(access),
    lookup: createUsersById(access),
    grantedScopes: () => token.scopes(),
  };
}

export type { CallContext } from './call.js';
export type { Connection, EnabledConnection } from './mappers/connection.js';
export type { Invitation, InvitationDraft } from './mappers/invitation.js';
export type { Organization } from './mappers/organization.js';
export type { Role } from './roles.js';
export type { Session } from './sessions.js';
export type { User } from './mappers/user.js';
export type { RosterEntry } from './member-list.js';
export type { MemberRole } from './members.js';
