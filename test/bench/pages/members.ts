/**
 * What both pages show, after a fixed wait for the network: a page of fifty members of an organization of any size, and the
 * page of one member.
 */
import type { MemberPage, MemberRow, RoleList, SessionInfo } from '../../../src/contract/index.js';
import { profileOf, security, sessions } from './person.js';

export const networkMs = 40;

const given = ['Ada', 'Lio', 'Mia', 'Ravi', 'Noor', 'Zoë', 'Tomás', 'Yuki', 'Ines', 'Kofi'];
const family = [
  'Keller',
  'Brandt',
  'Okafor',
  'Shah',
  'Haddad',
  'Novak',
  'Silva',
  'Tanaka',
  'Costa',
  'Mensah',
];

export function member(index: number): MemberRow {
  const name = `${given[index % 10]} ${family[Math.floor(index / 10) % 10]} ${index}`;
  return {
    userId: `auth0|${index}`,
    name,
    email: `member-${index}@bench.example`,
    picture: null,
    roles: index % 3 === 0 ? [{ id: 'rol_member', name: 'Member' }] : [],
    connection: { class: 'database', name: 'bench', label: 'Password' },
    status: index % 17 === 0 ? ['blocked'] : [],
    lastLogin: new Date(Date.UTC(2026, 0, 1) + index * 3_600_000).toISOString(),
    createdAt: '2025-01-01T00:00:00.000Z',
    you: index === 0,
  };
}

const pageSize = 50;

/** Answers as the proxy does, by the cursor that counts pages. */
export function page(total: number, cursor: string | null): MemberPage {
  const first = Number(cursor ?? '0') * pageSize;
  const length = Math.min(pageSize, total - first);
  return {
    members: Array.from({ length }, (_, index) => member(first + index)),
    next: first + length < total ? String(Number(cursor ?? '0') + 1) : null,
    total: { count: Math.min(total, 1_000), exact: total < 1_000 },
  };
}

const session: SessionInfo = {
  actor: { userId: 'auth0|0', name: 'Ada Keller 0', picture: null },
  organization: {
    id: 'org_bench',
    name: 'bench',
    displayName: 'Bench',
    branding: { logoUrl: null, primaryColor: null },
  },
  organizations: [{ id: 'org_bench', name: 'bench', displayName: 'Bench' }],
  operations: [
    { name: 'member.list', allowed: true, consequences: [] },
    { name: 'invitation.create', allowed: true, consequences: [] },
    { name: 'bulk.run', allowed: true, consequences: [] },
    { name: 'members.export', allowed: true, consequences: [] },
    { name: 'invitation.read', allowed: true, consequences: [] },
    { name: 'activity.read', allowed: true, consequences: [] },
  ],
  members: {
    invitationLinks: false,
    auditReason: false,
    offers: ['password.reset', 'member.block', 'membership.remove'],
    connections: [{ name: 'bench', label: 'Password' }],
  },
};
const roles: RoleList = { roles: [] };

function profile(userId: string): Response {
  const { name } = member(Number(userId.replace('auth0|', '')));
  return Response.json(profileOf(userId, name), { headers: { etag: '"1"' } });
}

/** A proxy without a network: every answer takes equally long. */
export async function answer(address: string, total: number): Promise<Response> {
  await new Promise((resolve) => setTimeout(resolve, networkMs));
  const { pathname, searchParams } = new URL(address, location.href);
  if (pathname.endsWith('/v1/session')) return Response.json(session);
  if (pathname.endsWith('/v1/roles')) return Response.json(roles);
  if (pathname.endsWith('/v1/members')) return Response.json(page(total, searchParams.get('cursor')));
  const [, userId = '', part] = /\/v1\/members\/([^/]+)(\/.+)?$/.exec(pathname) ?? [];
  if (part === '/security') return Response.json(security);
  if (part === '/sessions') return Response.json(sessions);
  if (userId !== '') return profile(decodeURIComponent(userId));
  return Response.json({ invitations: [], entries: [], next: null });
}

/** How many members the organization of this page has: `?total=100000`. */
export const totalOfPage = Number(new URLSearchParams(location.search).get('total') ?? '50');
