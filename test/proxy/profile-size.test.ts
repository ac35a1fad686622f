/** Auth0's limit of 10 KB for a profile: a save beyond it is refused before it is sent. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parsePolicy } from '../../backend-proxy/src/index.js';
import { createWorld } from './support.js';

const text = (attribute: `user_metadata.${string}`) => ({
  attribute,
  kind: 'multiline' as const,
  group: 'main',
  label: { en: 'Text' },
});
const policy = parsePolicy({
  version: 1,
  actors: { admin: { permissions: ['manage:members'] } },
  groups: { main: { label: { en: 'Main' } } },
  fields: { bio: text('user_metadata.bio'), motto: text('user_metadata.motto') },
  rules: [{ id: 'own', effect: 'allow', actors: ['self'], actions: ['read', 'update'], fields: ['*'] }],
});

const codes = ({ fields }: { fields?: readonly { field: string; code: string }[] }) =>
  fields?.map(({ field, code }) => `${field} ${code}`);

describe('a profile of more than 10 KB', () => {
  it('is refused with the field that is too large, and nothing is written', async () => {
    const world = createWorld({ policy });
    const { status, problem } = await world.save('mia', { bio: 'x'.repeat(10_000), motto: 'Short' });
    assert.equal(status, 422);
    assert.equal(problem.code, 'profile_too_large');
    assert.deepEqual(codes(problem), ['bio profile_too_large']);
    assert.equal(world.calls({ method: 'PATCH' }), 0);
  });

  it('counts bytes, not characters', async () => {
    const world = createWorld({ policy });
    assert.equal((await world.save('mia', { bio: 'x'.repeat(5_000) })).status, 200);
    assert.equal((await world.save('mia', { bio: '語'.repeat(5_000) })).problem.code, 'profile_too_large');
  });

  it('names every field that has to be shorter', async () => {
    const world = createWorld({ policy });
    const long = 'x'.repeat(10_000);
    const { problem } = await world.save('mia', { bio: long, motto: long });
    assert.deepEqual(codes(problem), ['bio profile_too_large', 'motto profile_too_large']);
  });

  it('can get smaller, in steps, if other applications made it so large', async () => {
    const intercept = async (request: Request, callOn: () => Promise<Response>) => {
      const response = await callOn();
      if (request.method !== 'GET' || !/\/users\/[^/]+$/.test(new URL(request.url).pathname)) return response;
      const user = (await response.json()) as { user_metadata?: object };
      const user_metadata = { ...user.user_metadata, bio: 'x'.repeat(9_000), other: 'y'.repeat(20_000) };
      return Response.json({ ...user, user_metadata });
    };
    const world = createWorld({ policy }, { intercept });
    assert.equal((await world.save('mia', { bio: 'x'.repeat(8_000) })).status, 200);
    assert.equal((await world.save('mia', { bio: 'x'.repeat(9_500) })).problem.code, 'profile_too_large');
  });
});
