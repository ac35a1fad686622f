/** What both pages show of one member: what an admin sees of someone who signs in with a password. */
import type { MemberSecurity, ProfileView, SessionList } from '../../../src/contract/index.js';
import { database } from '../../elements/profiles.js';

const operations = [
  'password.reset',
  'email.verify',
  'sessions.read',
  'member.mfa-reset',
  'roles.assign',
  'member.revoke-access',
  'member.block',
  'membership.remove',
  'user.delete',
] as const;

export function profileOf(userId: string, name: string | null): ProfileView {
  return {
    ...database,
    own: false,
    person: { userId, name, picture: null },
    operations: operations.map((operation) => ({ name: operation, allowed: true, consequences: [] })),
    member: {
      status: [],
      roles: [{ id: 'rol_member', name: 'Member', description: 'Reads everything' }],
      lastLogin: '2026-01-05T09:00:00.000Z',
      createdAt: '2025-01-01T00:00:00.000Z',
      otherOrganizations: 2,
    },
  };
}

const times = { createdAt: '2026-01-05T09:00:00.000Z', lastUsedAt: '2026-01-06T09:00:00.000Z' };

export const security: MemberSecurity = {
  lockouts: [],
  methods: [
    { id: 'totp|1', type: 'totp', name: 'Authenticator', ...times },
    { id: 'passkey|1', type: 'passkey', name: null, ...times },
  ],
};

export const sessions: SessionList = { available: true, sessions: [] };
