/** Random JSON in every attribute of a member: no page fails, and a save changes nothing but its own field. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parsePolicy } from '../../backend-proxy/src/index.js';
import { fieldKinds, rootAttributes } from '../../src/policy/vocabulary.js';
import { createWorld, fieldOf, people, type WorldOptions } from './support.js';

/** `ODD_VALUES_RUNS=10000` for a long run. Each run makes six requests through the proxy. */
const numRuns = Number(process.env['ODD_VALUES_RUNS'] ?? 40);

const [miaId] = people.mia;
const anything = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<unknown>;
const keys = ['name', 'given_name', 'family_name', 'nickname', 'picture', 'email', 'email_verified'] as const;
const others = ['phone_number', 'phone_verified', 'username', 'blocked', 'last_login', 'created_at'] as const;
const oddUser = fc.record(
  Object.fromEntries([...keys, ...others, 'identities', 'roles'].map((key) => [key, anything])),
  { requiredKeys: [] },
);

/** A field of each kind, and one that stays readable. */
const odd = (kind: string) => `user_metadata.odd_${kind.replaceAll('-', '_')}` as const;
const choices = { constraints: { choices: ['a', 'b'] } };
const labels = { group: 'main', label: { en: 'A field' } };
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
        { attribute: odd(kind), kind, ...labels, ...(kind.endsWith('choice') && choices) },
      ]),
    ),
    steady: { attribute: 'user_metadata.steady', kind: 'text', ...labels },
  },
  rules: [
    { id: 'all', effect: 'allow', actors: ['admin', 'self'], actions: ['read', 'update'], fields: ['*'] },
    {
      id: 'panel',
      effect: 'allow',
      actors: ['admin', 'self'],
      operations: ['member.list', 'member.read', 'members.export', 'roles.assign', 'profile.export'],
    },
  ],
});

interface OddUser {
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly metadata: unknown;
}

/** Replaces attributes of Mia in every response, and remembers what is written to her. */
function bending(
  { attributes, metadata }: OddUser,
  writes: unknown[],
): NonNullable<WorldOptions['intercept']> {
  const bend = (row: Record<string, unknown>) =>
    row['user_id'] === miaId ? { ...row, ...attributes, user_metadata: metadata } : row;
  return async (request, callOn) => {
    const { pathname } = new URL(request.url);
    if (request.method === 'PATCH') writes.push(await request.clone().json());
    const response = await callOn();
    const list = /\/(users|members)$/.exec(pathname)?.[1];
    if (!list && pathname !== `/api/v2/users/${encodeURIComponent(miaId)}`) return response;
    const body = (await response.json()) as Record<string, unknown>;
    const bent = list ? { ...body, [list]: (body[list] as Record<string, unknown>[]).map(bend) } : bend(body);
    return Response.json(bent, { status: response.status });
  };
}

describe('random JSON in every attribute of a member', () => {
  it('takes no page down, and survives a save of another field', async () => {
    const metadata = fc.record(Object.fromEntries(fieldKinds.map((kind) => [odd(kind).slice(14), anything])));
    await fc.assert(
      fc.asyncProperty(oddUser, metadata, async (attributes, values) => {
        const writes: unknown[] = [];
        const intercept = bending({ attributes, metadata: { ...values, steady: 'before' } }, writes);
        const world = createWorld({ policy }, { intercept });
        const token = await world.freshTokenOf('ada');
        const read = async (path: string) => {
          const response = await world.send(token, path);
          assert.equal(response.status, 200, `${path}: ${response.text}`);
          return response;
        };
        assert.match((await read('/v1/members')).text, new RegExp(miaId.replace('|', '\\|')));
        await read('/v1/members?search=mia');
        assert.match((await read('/v1/members/export')).text, new RegExp(miaId.replace('|', '\\|')));
        const path = `/v1/members/${encodeURIComponent(miaId)}`;
        const { profile, headers } = await read(path);
        assert.equal(fieldOf(profile, 'steady')?.value, 'before');
        const saved = await world.send(token, path, {
          method: 'PATCH',
          headers: { 'content-type': 'application/json', 'if-match': headers.get('etag') ?? '' },
          body: JSON.stringify({ fields: { steady: 'after' } }),
        });
        assert.equal(saved.status, 200, saved.text);
        assert.deepEqual(writes, [{ user_metadata: { steady: 'after' } }]);
        const own = await world.send(await world.freshTokenOf('mia'), '/v1/profile/export');
        assert.ok(own.status === 200 || own.status === 403, own.text);
      }),
      { numRuns },
    );
  });
});
