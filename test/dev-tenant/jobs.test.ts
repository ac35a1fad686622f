import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { createDevTenant, machineToken, management, read, uma } from './helpers.js';

const umbrellaUsers = 'con_umbrelladb000000';

describe('jobs', () => {
  const tenant = createDevTenant();
  const call = management(tenant);

  beforeEach(() => tenant.reset());

  async function upload(form: Record<string, string | Blob>) {
    const body = new FormData();
    for (const [name, value] of Object.entries(form)) body.set(name, value);
    const headers = { authorization: `Bearer ${await machineToken(tenant)}` };
    return read(
      await tenant.fetch(`${tenant.url}/api/v2/jobs/users-imports`, { method: 'POST', headers, body }),
    );
  }
  const file = (users: unknown) => new Blob([JSON.stringify(users)], { type: 'application/json' });
  const done = async (id: unknown) => {
    tenant.clock.advance(2000);
    return (await call('GET', `/jobs/${String(id)}`)).body;
  };

  it('import users and list the rejected ones', async () => {
    const users = file([
      { email: 'ulla@umbrella.example', name: 'Ulla' },
      { email: 'uma@umbrella.example', name: 'New' },
      { email: 'no address' },
    ]);
    const { status, body } = await upload({ users, connection_id: umbrellaUsers, external_id: 'mine' });
    assert.deepEqual(
      [status, body['type'], body['status'], body['external_id']],
      [202, 'users_import', 'pending', 'mine'],
    );
    const job = await done(body['id']);
    assert.equal(job['status'], 'completed');
    assert.deepEqual(job['summary'], { inserted: 1, updated: 0, failed: 2, total: 3 });
    const { rows } = await call('GET', `/jobs/${String(body['id'])}/errors`);
    assert.deepEqual(
      rows.map((row) => (row['user'] as { email: string }).email),
      ['uma@umbrella.example', 'no address'],
    );
    assert.equal(tenant.users.get(uma)?.name, 'Uma Silva');
    assert.deepEqual(tenant.outbox.list(), []);
  });

  it('update existing users on request', async () => {
    const users = file([{ email: 'uma@umbrella.example', name: 'New', user_metadata: { team: 'blue' } }]);
    const { body } = await upload({ users, connection_id: umbrellaUsers, upsert: 'true' });
    assert.deepEqual((await done(body['id']))['summary'], { inserted: 0, updated: 1, failed: 0, total: 1 });
    assert.equal((await call('GET', `/jobs/${String(body['id'])}/errors`)).status, 204);
    const { name, user_metadata } = tenant.users.get(uma) ?? {};
    assert.deepEqual([name, user_metadata?.['team'], user_metadata?.['language']], ['New', 'blue', 'pt']);
  });

  const some = file([{ email: 'a@umbrella.example' }]);
  const refused: [what: string, form: Record<string, string | Blob>, message: string][] = [
    ['no file', { connection_id: umbrellaUsers }, "Must provide 'users' file as multipart part."],
    ['no connection', { users: some }, "Must provide 'connection_id' as multipart part."],
    [
      'an empty file',
      { users: new Blob(['']), connection_id: umbrellaUsers },
      'Users file must not be empty.',
    ],
    [
      'an id of another shape',
      { users: some, connection_id: 'umbrella-users' },
      "Payload validation error: 'String does not match pattern ^con_[A-Za-z0-9]{16}$: umbrella-users' on property connection_id.",
    ],
    [
      'an unknown connection',
      { users: some, connection_id: 'con_0000000000000000' },
      'The connection does not exist.',
    ],
    [
      'an enterprise connection',
      { users: some, connection_id: 'con_globexsaml000000' },
      'Connection must be a database connection.',
    ],
  ];
  for (const [what, form, message] of refused) {
    it(`are refused with ${what}`, async () => {
      const { status, body } = await upload(form);
      assert.deepEqual([status, body['message']], [400, message]);
    });
  }

  it('are refused with half a megabyte', async () => {
    const users = new Blob([`[${'{},'.repeat(200_000)}{}]`]);
    assert.equal((await upload({ users, connection_id: umbrellaUsers })).status, 413);
  });

  it('export users to a file, once they are done', async () => {
    const fields = [{ name: 'email' }, { name: 'user_metadata.language', export_as: 'language' }];
    const { status, body } = await call('POST', '/jobs/users-exports', {
      connection_id: umbrellaUsers,
      format: 'json',
      fields,
    });
    assert.deepEqual([status, body['status'], body['location']], [200, 'pending', undefined]);
    const { location } = await done(body['id']);
    const response = await tenant.fetch(String(location));
    const lines = gunzipSync(await response.arrayBuffer())
      .toString()
      .trim()
      .split('\n');
    assert.deepEqual(JSON.parse(lines[0] ?? ''), { email: 'uma@umbrella.example', language: 'pt' });
    assert.equal(lines.length, 2);
  });

  it('export users as a table', async () => {
    const { body } = await call('POST', '/jobs/users-exports', { format: 'csv', limit: 1 });
    const { location } = await done(body['id']);
    const text = gunzipSync(await (await tenant.fetch(String(location))).arrayBuffer()).toString();
    assert.equal(
      text,
      '"user_id","email","name"\n"auth0|ac3e00000000000000000001","ada@acme.example","Ada Keller"\n',
    );
  });

  it('are not found if they do not exist', async () => {
    assert.deepEqual((await call('GET', '/jobs/job_nothing')).body['message'], 'Job not found.');
    assert.deepEqual(
      (await call('GET', '/jobs/job_nothing/errors')).body['message'],
      'The job does not exist',
    );
    assert.equal((await tenant.fetch(`${tenant.url}/u/exports/job_nothing`)).status, 404);
  });
});
