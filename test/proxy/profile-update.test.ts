import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Seed } from '../../backend-proxy/dev-tenant/index.js';
import acme from '../../backend-proxy/dev-tenant/seeds/acme.json' with { type: 'json' };
import roles from '../../backend-proxy/dev-tenant/seeds/roles.json' with { type: 'json' };
import { createWorld, fieldOf, people } from './support.js';

const patches = { method: 'PATCH' };

describe('PATCH /v1/profile', () => {
  it('stores what changed and answers with the new views and version', async () => {
    const world = createWorld();
    const before = await world.read('mia');
    const { status, profile, headers } = await world.save('mia', {
      jobTitle: ' Lead Engineer ',
      nickname: 'mo',
    });
    assert.equal(status, 200);
    assert.equal(fieldOf(profile, 'jobTitle')?.value, 'Lead Engineer');
    assert.notEqual(headers.get('etag'), before.headers.get('etag'));
    const stored = world.tenant.users.get(people.mia[0]);
    assert.equal(stored?.user_metadata?.['job_title'], 'Lead Engineer');
    // Auth0 merges metadata at its first level: what was not named is still there.
    assert.equal(stored?.user_metadata?.['language'], 'en');
    assert.equal((await world.read('mia')).headers.get('etag'), headers.get('etag'));
  });

  it('clears an application attribute without touching its neighbours', async () => {
    const world = createWorld();
    await world.save('mia', { deskPhone: null });
    const metadata = world.tenant.users.get(people.mia[0])?.user_metadata;
    assert.ok(metadata && !('desk_phone' in metadata));
    assert.equal(metadata['job_title'], 'Field Engineer');
  });

  it('does not call Auth0 to store what is stored already', async () => {
    const world = createWorld();
    const { status } = await world.save('mia', { jobTitle: 'Field Engineer', name: ' Mia Okafor' });
    assert.equal(status, 200);
    assert.equal(world.calls(patches), 0);
  });

  it('lets a freely signed-up person change the email: unverified, with a mail to the new address', async () => {
    const world = createWorld();
    const { status, profile } = await world.save('uma', { email: 'Uma.Silva@Umbrella.example' });
    assert.equal(status, 200);
    assert.equal(fieldOf(profile, 'email')?.value, 'uma.silva@umbrella.example');
    assert.equal(fieldOf(profile, 'email')?.verified, false);
    assert.deepEqual(
      world.tenant.outbox.list().map((email) => email.to),
      ['uma.silva@umbrella.example'],
    );
  });

  it('renames whoever is called by their old address, and no one else', async () => {
    const world = createWorld();
    const uma = people.uma[0];
    const nameAfter = async (name: string, fields: Record<string, unknown>) => {
      world.tenant.reset();
      world.tenant.users.update(uma, { name });
      const { status, profile, text } = await world.save('uma', fields);
      assert.equal(status, 200, text);
      return [profile.person.name, world.tenant.users.get(uma)?.name];
    };
    const email = 'new@umbrella.example';
    const old = world.tenant.users.get(uma)?.email ?? '';
    assert.deepEqual(await nameAfter(old, { email }), [email, email]);
    assert.deepEqual(await nameAfter(old.toUpperCase(), { email }), [email, email]);
    assert.deepEqual(await nameAfter(old, { email, name: 'Uma' }), ['Uma', 'Uma']);
    assert.deepEqual(await nameAfter('Uma Silva', { email }), ['Uma Silva', 'Uma Silva']);
    assert.deepEqual(await nameAfter(old, { jobTitle: 'Lead' }), [old, old]);
  });

  it('says that a mail has gone out, and makes people wait for the next as if they had asked for it', async () => {
    const world = createWorld();
    const saved = await world.save('uma', { email: 'uma.silva@umbrella.example' });
    assert.deepEqual(saved.profile.verificationMail, { retryAfter: 60 });
    const read = await world.read('uma');
    const versionIn = (headers: Headers) => headers.get('etag')?.split('.')[0];
    assert.equal(versionIn(read.headers), versionIn(saved.headers));
    assert.equal(read.profile.verificationMail, undefined);
    const another = await world.send(await world.tokenOf('uma'), '/v1/profile/email-verification', {
      method: 'POST',
      headers: { 'idempotency-key': 'another-mail' },
    });
    assert.deepEqual([another.status, another.problem.code], [429, 'rate_limited']);
    assert.equal(world.tenant.outbox.list().length, 1);
  });

  it('names an address that belongs to someone else', async () => {
    const world = createWorld();
    const { status, problem } = await world.save('uma', { email: 'umar@umbrella.example' });
    assert.equal(status, 409);
    assert.equal(problem.code, 'value_in_use');
    assert.deepEqual(problem.fields, [{ field: 'email', code: 'value_in_use' }]);
    assert.doesNotMatch(JSON.stringify(problem), /umbrella-users|specified/);
  });

  const refused: [string, 'mia' | 'grace' | 'ivy', Record<string, unknown>, number, string, string][] = [
    ['the invited address', 'mia', { email: 'new@acme.example' }, 403, 'field_locked', 'invited-address'],
    ['an enterprise name', 'grace', { name: 'Eve' }, 403, 'field_locked', 'refreshed-at-login'],
    [
      'an enterprise email',
      'grace',
      { email: 'eve@globex.example' },
      403,
      'field_locked',
      'managed-by-connection',
    ],
    ['a social name', 'ivy', { givenName: 'Eve' }, 403, 'field_locked', 'refreshed-at-login'],
    ['an unknown field', 'mia', { salary: 1 }, 422, 'field_unknown', ''],
    ['a field the connection has not', 'grace', { username: 'grace' }, 422, 'field_unknown', ''],
    ['a value of another type', 'mia', { jobTitle: 7 }, 422, 'value_invalid', 'type'],
    ['a value that is too long', 'mia', { jobTitle: 'x'.repeat(81) }, 422, 'value_invalid', 'too-long'],
    ['a local phone number', 'mia', { deskPhone: '020 7946' }, 422, 'value_invalid', 'no-country-code'],
    [
      'a number of no country',
      'mia',
      { deskPhone: '+9991234567' },
      422,
      'value_invalid',
      'unknown-country-code',
    ],
    [
      'a number that is too short',
      'mia',
      { deskPhone: '+1212555010' },
      422,
      'value_invalid',
      'number-length',
    ],
    ['a nickname Auth0 would not remove', 'mia', { nickname: null }, 422, 'value_invalid', 'not-removable'],
    ['a required value taken away', 'mia', { name: '  ' }, 422, 'value_invalid', 'required'],
  ];
  for (const [label, person, fields, status, code, why] of refused) {
    it(`refuses ${label}, and stores nothing of the patch`, async () => {
      const world = createWorld();
      const answer = await world.save(person, { language: 'fr', ...fields });
      assert.equal(answer.status, status);
      assert.equal(answer.problem.code, code);
      const [refusal] = answer.problem.fields ?? [];
      assert.equal(refusal?.field, Object.keys(fields)[0]);
      assert.equal(refusal?.reason ?? refusal?.violation?.code ?? '', why);
      assert.equal(world.calls(patches), 0);
    });
  }

  it('answers a mixed refusal under the gravest code and names every field', async () => {
    const { problem } = await createWorld().save('mia', { jobTitle: 7, email: 'x@y.example', salary: 1 });
    assert.equal(problem.code, 'field_unknown');
    assert.deepEqual(
      problem.fields?.map(({ field, code }) => `${field} ${code}`),
      ['jobTitle value_invalid', 'email field_locked', 'salary field_unknown'],
    );
  });
});

describe('versions', () => {
  it('asks for If-Match before anything is read', async () => {
    const world = createWorld();
    const token = await world.tokenOf('mia');
    const { status, problem } = await world.send(token, '/v1/profile', {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: '{"fields":{}}',
    });
    assert.equal(status, 428);
    assert.equal(problem.code, 'if_match_required');
    assert.equal(world.calls(), 0);
  });

  it('refuses an old version and shows what is stored now', async () => {
    const world = createWorld();
    const etag = (await world.read('mia')).headers.get('etag') ?? '';
    world.tenant.users.update(people.mia[0], { nickname: 'changed elsewhere' });
    const { status, problem } = await world.save('mia', { jobTitle: 'Mine' }, etag);
    assert.equal(status, 412);
    assert.equal(problem.code, 'profile_changed');
    assert.equal(world.calls(patches), 0);
    const current = problem.current;
    assert.ok(current);
    assert.equal(fieldOf(current.profile, 'nickname')?.value, 'changed elsewhere');
    assert.equal((await world.save('mia', { jobTitle: 'Mine' }, current.etag)).status, 200);
  });

  it('lets exactly one of ten simultaneous writers win', async () => {
    const world = createWorld();
    const etag = (await world.read('mia')).headers.get('etag') ?? '';
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => world.save('mia', { jobTitle: `Writer ${i}` }, etag)),
    );
    assert.deepEqual(answers.map((answer) => answer.status).sort(), [200, ...Array<number>(9).fill(412)]);
    assert.equal(world.calls(patches), 1);
  });

  it('lets writers of different people pass side by side', async () => {
    const world = createWorld();
    const [mia, uma] = await Promise.all([
      world.save('mia', { jobTitle: 'A' }),
      world.save('uma', { jobTitle: 'B' }),
    ]);
    assert.deepEqual([mia.status, uma.status], [200, 200]);
  });
});

describe('a patch Auth0 would not take in one call', () => {
  /** Acme, had it not been by invitation: a database with usernames and phone numbers, and a free email. */
  const organizations = acme.organizations.map((each) => ({ ...each, metadata: { provisioning: 'open' } }));
  const seed: Seed = { ...acme, roles: roles.roles.map(({ ...role }) => role), organizations };
  const openAcme = () => createWorld({}, { seed });

  it('is sent as two, the email last', async () => {
    const world = openAcme();
    const { status, profile } = await world.save('mia', {
      email: 'mia.o@acme.example',
      username: 'mia_o',
      jobTitle: 'Lead',
    });
    assert.equal(status, 200);
    assert.equal(world.calls(patches), 2);
    assert.equal(fieldOf(profile, 'email')?.value, 'mia.o@acme.example');
    assert.equal(fieldOf(profile, 'username')?.value, 'mia_o');
  });

  it('is sent as one where nothing collides', async () => {
    const world = openAcme();
    await world.save('mia', { email: 'mia.o@acme.example', name: 'Mia O.', jobTitle: 'Lead' });
    assert.equal(world.calls(patches), 1);
  });

  it('tells the truth when only the first went through', async () => {
    const world = openAcme();
    const { status, problem } = await world.save('mia', {
      phoneNumber: '+351215550100',
      email: 'ada@acme.example',
      jobTitle: 'Lead',
    });
    assert.equal(status, 409);
    assert.equal(problem.code, 'value_in_use');
    assert.deepEqual(problem.saved?.toSorted(), ['jobTitle', 'phoneNumber']);
    assert.deepEqual(problem.fields, [{ field: 'email', code: 'value_in_use' }]);
    assert.ok(problem.current);
    assert.equal(fieldOf(problem.current.profile, 'jobTitle')?.value, 'Lead');
    const next = await world.save('mia', { email: 'mia.o@acme.example' }, problem.current.etag);
    assert.equal(next.status, 200);
  });
});
