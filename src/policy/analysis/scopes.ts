/** The least Management API scopes a policy needs, and what for. */
import { decide } from '../decide.js';
import { policyMatrix, type MatrixRow } from './matrix.js';
import { allCoordinates, toQuestion } from './questions.js';
import type { Policy } from '../file/schema.js';
import type { Operation } from '../operations.js';

export interface NeededScope {
  readonly scope: string;
  readonly why: readonly string[];
}

/** To find out who somebody is, before anything is decided. */
const always: Readonly<Record<string, string>> = {
  'read:users': 'to read the person a question is about',
  'read:organizations': 'to check the membership',
  'read:organization_connections': 'to know how the people of an organization sign in',
  'read:connections': 'to know what a connection lets be changed',
  'read:connections_options': 'to know what a connection lets be changed',
};

/** To count who else could manage the organization. */
const counting: readonly Scope[] = [
  'read:roles',
  'read:organization_members',
  'read:organization_member_roles',
  'read:organization_member_effective_roles',
];
/** Where the plan has no sessions, refresh tokens are revoked by their older name. */
const endingAccess: readonly Scope[] = [
  'delete:sessions',
  'delete:refresh_tokens',
  'read:device_credentials',
  'delete:device_credentials',
];

type Scope = `${'read' | 'create' | 'update' | 'delete'}:${string}`;

/** Beside those that every request needs. https://auth0.com/docs/api/management/v2, by endpoint. */
const scopesOfOperation: Readonly<Record<Operation, readonly Scope[]>> = {
  // Auth0 sends the email through the Authentication API, which needs none.
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
  // Beside the deed: to find the invitations that would let the person in again.
  'membership.remove': ['delete:organization_members', 'read:organization_invitations', ...counting],
  'user.delete': ['delete:users', 'read:organization_invitations', ...counting],
  'roles.assign': [...counting, 'create:organization_member_roles', 'delete:organization_member_roles'],
  // Beside the deed: to look it up in this organization, and to name its roles.
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

export function neededScopes(policy: Policy): readonly NeededScope[] {
  const needed = new Map<string, Set<string>>();
  const need = (scope: string, why: string) => needed.set(scope, (needed.get(scope) ?? new Set()).add(why));
  for (const [scope, why] of Object.entries(always)) need(scope, why);
  for (const row of policyMatrix(policy)) {
    if (row.effect === 'allow') for (const [scope, why] of scopesOf(policy, row)) need(scope, why);
  }
  for (const { id, when } of policy.rules) {
    if (when?.targetRole) need('read:organization_member_roles', `for the roles the rule "${id}" asks about`);
  }
  return [...needed].map(([scope, why]) => ({ scope, why: [...why] }));
}

function scopesOf(policy: Policy, row: MatrixRow): readonly (readonly [scope: string, why: string])[] {
  if ('operation' in row)
    return scopesOfOperation[row.operation].map((scope) => [scope, `for ${row.operation}`] as const);
  if (row.action === 'read') return [];
  const attribute = policy.fields[row.field]?.attribute ?? '';
  const why = `to change "${row.field}"`;
  const scopes: [string, string][] = [['update:users', why]];
  if (attribute.startsWith('app_metadata.')) scopes.push(['update:users_app_metadata', why]);
  if (mayBeDirectoryOwned(policy, row.field, row)) {
    scopes.push(['read:scim_config', 'to know which attributes a directory owns']);
  }
  return scopes;
}

/** A directory matters only for an attribute that the connection would otherwise let be changed. */
function mayBeDirectoryOwned(
  policy: Policy,
  field: string,
  { connection, attributeSync }: Pick<MatrixRow, 'connection' | 'attributeSync'>,
): boolean {
  const isRoot = policy.fields[field]?.attribute.includes('.') === false;
  return isRoot && connection === 'enterprise' && attributeSync !== 'each-login';
}

/** Whether any answer of this policy depends on what a directory owns: the question behind `read:scim_config` alone. */
export function dependsOnDirectory(policy: Policy): boolean {
  for (const at of allCoordinates(policy)) {
    const { subject } = at;
    if (!('field' in subject) || subject.action !== 'update') continue;
    if (!mayBeDirectoryOwned(policy, subject.field, at)) continue;
    if (decide(policy, toQuestion(at)).effect === 'allow') return true;
  }
  return false;
}
