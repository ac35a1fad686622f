/** Determines the Management API scopes that a policy needs, and why. */
import { decide } from '../decide.js';
import { allCoordinates, toQuestion, type Coordinates } from './questions.js';
import type { Policy } from '../file/schema.js';
import type { Operation } from '../operations.js';

/** A scope with the reasons to grant it. */
export interface NeededScope {
  readonly scope: string;
  readonly why: readonly string[];
  /** Whether the proxy also works without it, with stricter answers. */
  readonly optional?: true;
}

/** Scopes that every request needs to load the target. */
const always: Readonly<Record<string, string>> = {
  'read:users': 'to read the person a question is about',
  'read:organizations': 'to check the membership',
  'read:organization_connections': 'to know how the people of an organization sign in',
  'read:connections': 'to know what a connection lets be changed',
  'read:connections_options': 'to know what a connection lets be changed',
};

/** Scopes to know who has a role through a group. */
const ofGroups = ['read:organization_groups', 'read:organization_group_roles', 'read:group_members'] as const;
/** The scope to read which attributes Google Directory Sync owns. Without it, the proxy takes all of them as owned. */
const ofGoogle = 'read:directory_provisionings';
const optional: ReadonlySet<string> = new Set([...ofGroups, ofGoogle]);
/** Scopes to read the roles that a member has, assigned or through a group. */
const readingRoles: readonly Scope[] = [
  'read:organization_member_roles',
  'read:organization_member_effective_roles',
];
/** Scopes to count the other admins of an organization. */
const counting: readonly Scope[] = ['read:roles', 'read:organization_members', ...readingRoles, ...ofGroups];
/** Scopes to end sessions. Tenants whose plan has no sessions API use device credentials instead. */
const endingAccess: readonly Scope[] = [
  'delete:sessions',
  'delete:refresh_tokens',
  'read:device_credentials',
  'delete:device_credentials',
];

type Scope = `${'read' | 'create' | 'update' | 'delete'}:${string}`;

/** Scopes by operation, besides those of every request. https://auth0.com/docs/api/management/v2, by endpoint. */
const scopesOfOperation: Readonly<Record<Operation, readonly Scope[]>> = {
  // Auth0 sends the email through the Authentication API, which needs no scope.
  'password.reset': [],
  'profile.export': [],
  'profile.delete': ['delete:users', ...counting],
  'email.verify': ['update:users'],
  'sessions.read': ['read:sessions'],
  'sessions.revoke': ['read:sessions', 'delete:sessions', 'delete:refresh_tokens'],
  'member.list': ['read:organization_members', 'read:organization_member_roles', 'read:roles'],
  'member.read': ['read:organization_members', 'read:organization_member_roles'],
  'member.block': ['update:users', ...endingAccess, ...counting],
  'member.unblock': ['update:users'],
  'member.clear-lockout': ['update:users'],
  'member.mfa-reset': ['read:authentication_methods', 'delete:authentication_methods', 'update:users'],
  'member.revoke-access': endingAccess,
  // Also reads the invitations that would let the person back in.
  'membership.remove': ['delete:organization_members', 'read:organization_invitations', ...counting],
  'user.delete': ['delete:users', 'read:organization_invitations', ...counting],
  'roles.assign': [...counting, 'create:organization_member_roles', 'delete:organization_member_roles'],
  // Also looks up the invitation in this organization, and the names of its roles.
  'invitation.read': ['read:organization_invitations', 'read:roles'],
  'invitation.create': ['create:organization_invitations', 'read:organization_invitations', 'read:roles'],
  'invitation.revoke': ['delete:organization_invitations', 'read:organization_invitations'],
  'invitation.resend': [
    'create:organization_invitations',
    'delete:organization_invitations',
    'read:organization_invitations',
    'read:roles',
  ],
  'members.export': ['read:organization_members', 'read:organization_member_roles'],
  'bulk.run': [],
  'activity.read': [],
};

/**
 * Returns the minimal set of scopes for the proxy's machine-to-machine application.
 * @example neededScopes(policy).map(({ scope }) => scope).join(' ')
 */
export function neededScopes(policy: Policy): readonly NeededScope[] {
  const needed = new Map<string, Set<string>>();
  const need = (scope: string, why: string) => needed.set(scope, (needed.get(scope) ?? new Set()).add(why));
  for (const [scope, why] of Object.entries(always)) need(scope, why);
  const answered = new Set<string>();
  // Two actors together are never allowed what neither of them is.
  for (const at of allCoordinates(policy)) {
    const scopes = scopesOf(policy, at);
    const key = JSON.stringify(scopes);
    if (answered.has(key) || decide(policy, toQuestion(at)).effect === 'deny') continue;
    answered.add(key);
    for (const [scope, why] of scopes) need(scope, why);
  }
  for (const { id, when } of policy.rules) {
    if (when?.targetRole)
      for (const scope of [...readingRoles, ofGroups[0]])
        need(scope, `for the roles the rule "${id}" asks about`);
  }
  return [...needed].map(([scope, why]) => ({
    scope,
    why: [...why],
    ...(optional.has(scope) && { optional: true }),
  }));
}

function scopesOf(policy: Policy, at: Coordinates): readonly (readonly [scope: string, why: string])[] {
  const { subject } = at;
  if ('operation' in subject)
    return scopesOfOperation[subject.operation].map((scope) => [scope, `for ${subject.operation}`] as const);
  if (subject.action === 'read') return [];
  const attribute = policy.fields[subject.field]?.attribute ?? '';
  const why = `to change "${subject.field}"`;
  const scopes: [string, string][] = [['update:users', why]];
  if (attribute.startsWith('app_metadata.')) scopes.push(['update:users_app_metadata', why]);
  if (mayBeDirectoryOwned(policy, subject.field, at)) {
    const why = 'to know which attributes a directory owns';
    scopes.push(['read:scim_config', why], [ofGoogle, `${why} (Google Workspace)`]);
  }
  return scopes;
}

/** A directory matters only for an attribute that the connection would otherwise allow to be changed. */
function mayBeDirectoryOwned(
  policy: Policy,
  field: string,
  { connection, attributeSync }: Pick<Coordinates, 'connection' | 'attributeSync'>,
): boolean {
  const isRoot = policy.fields[field]?.attribute.includes('.') === false;
  return isRoot && connection === 'enterprise' && attributeSync !== 'each-login';
}

/**
 * Returns whether any answer depends on which attributes a directory owns. Only such a policy needs `read:scim_config`.
 * @example dependsOnDirectory(defaultPolicy) // false
 */
export function dependsOnDirectory(policy: Policy): boolean {
  for (const at of allCoordinates(policy)) {
    const { subject } = at;
    if (!('field' in subject) || subject.action !== 'update') continue;
    if (!mayBeDirectoryOwned(policy, subject.field, at)) continue;
    if (decide(policy, toQuestion(at)).effect === 'allow') return true;
  }
  return false;
}
