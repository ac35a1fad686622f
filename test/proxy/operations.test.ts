import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ProfileView } from '../../src/contract/index.js';
import { defaultPolicy, parsePolicy } from '../../src/policy/index.js';
import { createWorld, people, type PersonName } from './support.js';

const own = [
  'password.reset',
  'sessions.read',
  'sessions.revoke',
  'profile.export',
  'profile.delete',
] as const;

async function operationsOf(person: PersonName, world = createWorld()) {
  return (await world.read(person)).profile.operations;
}

describe('the operations of the own profile', () => {
  it('of a database user are all there, the verification only while it is needed', async () => {
    const world = createWorld();
    const names = async () => (await operationsOf('mia', world)).map(({ name }) => name);
    assert.deepEqual(await names(), own);
    world.tenant.users.update(people.mia[0], { email_verified: false });
    assert.deepEqual(await names(), ['password.reset', 'email.verify', ...own.slice(1)]);
  });

  it('of people without a password have no password row', async () => {
    for (const person of ['grace', 'ivy'] as const) {
      const names = (await operationsOf(person)).map(({ name }) => name);
      assert.ok(!names.includes('password.reset'), person);
      assert.ok(!names.includes('email.verify'), person);
    }
  });

  it('of someone without an address send nothing anywhere', async () => {
    const world = createWorld();
    world.tenant.users.update(people.mia[0], { email: undefined });
    const names = (await operationsOf('mia', world)).map(({ name }) => name);
    assert.ok(!names.includes('password.reset'), names.join(', '));
  });

  it('show a federated person that the account would come back, instead of offering to delete it', async () => {
    for (const person of ['grace', 'ivy'] as const) {
      const view = (await operationsOf(person)).find(({ name }) => name === 'profile.delete');
      assert.equal(view?.allowed, false, person);
      assert.equal(view.reason, 'recreated-at-login', person);
    }
  });

  it('say before they are used what they bring, and that deleting needs a fresh sign-in', async () => {
    const view = (await operationsOf('mia')).find(({ name }) => name === 'profile.delete');
    assert.equal(view?.allowed, true);
    assert.deepEqual(view.stepUp, { maxAge: 300 });
    assert.ok(view.consequences.includes('removes-memberships'), view.consequences.join(', '));
  });

  it('that no rule allows are not mentioned', async () => {
    const rules = defaultPolicy.rules.filter(({ id }) => id !== 'own-sessions');
    const policy = parsePolicy({ ...defaultPolicy, rules });
    const names = (await operationsOf('mia', createWorld({ policy }))).map(({ name }) => name);
    assert.deepEqual(names, ['password.reset', 'profile.export', 'profile.delete']);
  });

  it('tell that a sign-in has grown old, or is fresh again, without making another version of the profile', async () => {
    const policy = parsePolicy({
      ...defaultPolicy,
      safeguards: { ...defaultPolicy.safeguards, stepUp: { maxAge: 300, for: ['field:jobTitle'] } },
    });
    const world = createWorld({ policy });
    const [userId, organizationId] = people.mia;
    const now = Math.floor(Date.now() / 1000);
    const signedInAt = (at: number) =>
      world.tenant.tokens.issueAccessToken({
        userId,
        organizationId,
        'https://orgdesk.dev/auth_time': at,
      });
    const [old, fresh] = await Promise.all([signedInAt(now - 3600), signedInAt(now)]);
    const stepUpIn = ({ fields }: ProfileView) => fields.find(({ name }) => name === 'jobTitle')?.stepUp;

    const first = await world.send(old, '/v1/profile');
    assert.equal(stepUpIn(first.profile), true);
    const etag = first.headers.get('etag') ?? '';
    const unchanged = await world.send(old, '/v1/profile', { headers: { 'if-none-match': etag } });
    assert.equal(unchanged.status, 304);
    const second = await world.send(fresh, '/v1/profile', { headers: { 'if-none-match': etag } });
    assert.equal(second.status, 200);
    assert.equal(stepUpIn(second.profile), undefined);

    const saved = await world.send(fresh, '/v1/profile', {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'if-match': etag },
      body: JSON.stringify({ fields: { jobTitle: 'Head of Research' } }),
    });
    assert.equal(saved.status, 200, saved.text);
  });
});
