/**
 * Random JSON in every attribute of members, roles, connections, invitations, and the organization: no page fails, everyone
 * is listed, and a save changes nothing but its own field.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createDevTenant } from '../../backend-proxy/dev-tenant/index.js';
import { parsePolicy } from '../../backend-proxy/src/index.js';
import type { InvitationPage, MemberPage } from '../../src/contract/index.js';
import { fieldKinds, rootAttributes } from '../../src/policy/vocabulary.js';
import { storedSigningKeys } from '../harness/signing-keys.js';
import { createWorld, fieldOf, people, type Answer, type World, type WorldOptions } from './support.js';

/** `ODD_VALUES_RUNS=10000` for a long run. Each case makes nine requests through a proxy of its own. */
const numRuns = Number(process.env['ODD_VALUES_RUNS'] ?? 40);

/** As it is read from a response: JSON has no -0. */
const anything = fc.json({ maxDepth: 3 }).map((text) => JSON.parse(text) as unknown);
const odd = (...keys: string[]): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(Object.fromEntries(keys.map((key) => [key, anything])), { requiredKeys: [] });

const at = (kind: string) => `odd_${kind.replaceAll('-', '_')}`;
const choices = { constraints: { choices: ['a', 'b'] } };
const labels = { group: 'main', label: { en: 'A field' } };
/** A field of each kind, one in an object, and one that stays readable. */
const policy = parsePolicy({
  version: 1,
  actors: { admin: { permissions: ['manage:members'] } },
  groups: { main: { label: { en: 'Main' } } },
  fields: {
    ...Object.fromEntries(
      rootAttributes.map((attribute) => [
        attribute.replaceAll('_', '-'),
        { attribute, kind: attribute === 'picture' ? 'picture' : 'text', ...labels },
      ]),
    ),
    ...Object.fromEntries(
      fieldKinds.map((kind) => [
        `odd-${kind}`,
        { attribute: `user_metadata.${at(kind)}`, kind, ...labels, ...(kind.endsWith('choice') && choices) },
      ]),
    ),
    steady: { attribute: 'user_metadata.steady', kind: 'text', ...labels },
    member: { attribute: 'user_metadata.object.member', kind: 'text', ...labels },
  },
  rules: [
    { id: 'all', effect: 'allow', actors: ['admin', 'self'], actions: ['read', 'update'], fields: ['*'] },
    {
      id: 'panel',
      effect: 'allow',
      actors: ['admin', 'self'],
      operations: [
        ...(['member.list', 'member.read', 'members.export', 'roles.assign'] as const),
        ...(['profile.export', 'invitation.read'] as const),
      ],
    },
  ],
});

const tenantArbitrary = fc.record({
  target: fc.constantFrom('hal' as const, 'mia' as const, 'ben' as const, 'sam' as const),
  member: odd(
    ...['name', 'given_name', 'family_name', 'nickname', 'picture', 'email', 'email_verified'],
    ...['phone_number', 'phone_verified', 'username', 'blocked', 'last_login', 'created_at'],
    ...['identities', 'roles', 'app_metadata', 'logins_count', 'updated_at', 'multifactor'],
  ),
  metadata: fc.oneof(
    { weight: 4, arbitrary: odd(...fieldKinds.map(at), 'object', 'steady') },
    { weight: 1, arbitrary: anything },
  ),
  role: odd('name', 'description', 'owner_id', 'sources', 'type'),
  connection: odd('display_name', 'strategy', 'options', 'realms', 'metadata'),
  enabled: odd('assign_membership_on_login', 'is_signup_enabled', 'show_as_button'),
  invitation: odd(
    ...['inviter', 'roles', 'connection_id', 'client_id', 'expires_at', 'user_metadata', 'app_metadata'],
    'ticket_id',
  ),
  organization: odd('name', 'display_name', 'metadata', 'branding', 'token_quota'),
});
type OddTenant = typeof tenantArbitrary extends fc.Arbitrary<infer T> ? T : never;

/** The lists and records of the Management API, and what is odd in them. */
const places: readonly [RegExp, (odd: OddTenant) => Record<string, unknown>][] = [
  [/\/users\/[^/]+\/organizations$/, ({ organization }) => organization],
  [/\/organizations\/[^/]+$/, ({ organization }) => organization],
  [/\/enabled_connections$/, ({ enabled }) => enabled],
  [/\/connections\/[^/]+$/, ({ connection }) => connection],
  [/roles$/, ({ role }) => role],
  [/\/invitations(?:\/[^/]+)?$/, ({ invitation }) => invitation],
];

function bend(path: string, body: unknown, oddities: OddTenant): unknown {
  const [, oddOf] = places.find(([shape]) => shape.test(path)) ?? [];
  const bendRow = (row: Record<string, unknown>) => {
    if (oddOf) return { ...row, ...oddOf(oddities) };
    const { member, metadata, target } = oddities;
    return row['user_id'] === people[target][0] ? { ...row, ...member, user_metadata: metadata } : row;
  };
  if (Array.isArray(body)) return (body as Record<string, unknown>[]).map(bendRow);
  const record = body as Record<string, unknown>;
  const list = Object.keys(record).find((key) => Array.isArray(record[key]) && path.endsWith(key));
  return list
    ? { ...record, [list]: (record[list] as Record<string, unknown>[]).map(bendRow) }
    : bendRow(record);
}

const tenant = createDevTenant({ rateLimits: 'off', signingKeys: storedSigningKeys });
const tokens = new Map<string, Promise<string>>();

function tokenOf(world: World, person: 'ada' | OddTenant['target']): Promise<string> {
  const token = tokens.get(person) ?? world.freshTokenOf(person);
  tokens.set(person, token);
  return token;
}

describe('random JSON in every attribute of a tenant', () => {
  it('takes no page down, leaves no one out, and survives a save of another field', async () => {
    const plain = createWorld({ policy }, { tenant });
    const known = await everyone(plain);
    await fc.assert(
      fc.asyncProperty(tenantArbitrary, async (oddities) => {
        const writes: unknown[] = [];
        const intercept: WorldOptions['intercept'] = async (request, callOn) => {
          const { pathname } = new URL(request.url);
          if (request.method === 'PATCH') {
            writes.push(await request.json());
            const before = tenant.users.get(people[oddities.target][0]);
            return Response.json(bend(pathname, before, oddities));
          }
          const response = await callOn();
          if (request.method !== 'GET' || !pathname.startsWith('/api/v2/') || !response.ok) return response;
          return Response.json(bend(pathname, await response.json(), oddities));
        };
        const world = createWorld({ policy }, { tenant, intercept });
        assert.deepEqual(await everyone(world), known);

        const [targetId] = people[oddities.target];
        const path = `/v1/members/${encodeURIComponent(targetId)}`;
        const { profile, headers } = await read(world, path);
        for (const name of ['steady', 'member']) {
          writes.length = 0;
          const field = fieldOf(profile, name);
          const saved = await world.send(await tokenOf(world, 'ada'), path, {
            method: 'PATCH',
            headers: { 'content-type': 'application/json', 'if-match': headers.get('etag') ?? '' },
            body: JSON.stringify({ fields: { [name]: 'another' } }),
          });
          assert.equal(saved.status, field?.editable ? 200 : 403, saved.text);
          assert.deepEqual(writes, field?.editable ? [{ user_metadata: written(name, oddities) }] : []);
        }
        const own = await world.send(await tokenOf(world, oddities.target), '/v1/profile/export');
        assert.ok(own.status === 200 || own.status === 403, own.text);
      }),
      { numRuns },
    );
  });
});

/** What a save sends: the field, in an object with everything else that is there. */
function written(name: string, { metadata }: OddTenant): unknown {
  if (name === 'steady') return { steady: 'another' };
  const { object } = (metadata ?? {}) as { object?: object };
  return { object: { ...object, member: 'another' } };
}

async function read(world: World, path: string): Promise<Answer> {
  const response = await world.send(await tokenOf(world, 'ada'), path);
  assert.equal(response.status, 200, `${path}: ${response.text}`);
  return response;
}

/** The IDs that the list, the search, the file, and the invitations show. */
async function everyone(world: World) {
  const listed: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const query: string = cursor && `?cursor=${encodeURIComponent(cursor)}`;
    const { members, next } = JSON.parse((await read(world, `/v1/members${query}`)).text) as MemberPage;
    listed.push(...members.map(({ userId }) => userId));
    cursor = next;
  }
  const search = JSON.parse((await read(world, '/v1/members?search=acme')).text) as MemberPage;
  const { text } = await read(world, '/v1/members/export');
  const { invitations } = JSON.parse((await read(world, '/v1/invitations')).text) as InvitationPage;
  await read(world, '/v1/session');
  return {
    listed: listed.sort(),
    searched: search.members.map(({ userId }) => userId).sort(),
    exported: listed.filter((id) => text.includes(id)),
    invited: invitations.map(({ id }) => id).sort(),
  };
}
