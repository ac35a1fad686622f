import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { acme, ada, createDevTenant, globex, grace, management, mia, sam, uma } from './helpers.js';

const tenant = createDevTenant({ lag: 0 });
const call = management(tenant);

async function search(q: string, more: Record<string, string> = {}) {
  return call('GET', `/users?${new URLSearchParams({ q, ...more }).toString()}`);
}
const idsOf = (rows: readonly Record<string, unknown>[]) => rows.map((row) => row['user_id']);
const emails = async (q: string, more: Record<string, string> = {}) =>
  (await search(q, more)).rows.map((row) => String(row['email']).replace(/@.*/, ''));

describe('searching users', () => {
  it('finds the members of an organization only', async () => {
    const found = await emails(`organization_id:"${acme}"`, { sort: 'email:1' });
    assert.deepEqual(found, ['ada', 'ben', 'hal', 'lio', 'mia', 'sam']);
    assert.ok((await emails(`organization_id:"${globex}"`)).includes('sam'));
  });

  it('combines terms with AND, OR, and NOT, and defaults to OR', async () => {
    assert.deepEqual(await emails(`organization_id:"${acme}" AND blocked:true`), ['ben']);
    assert.deepEqual(await emails(`organization_id:"${acme}" AND NOT blocked:true AND email:b*`), []);
    assert.deepEqual(await emails('username:ada username:mia'), ['ada', 'mia']);
    assert.deepEqual(await emails('username:ada OR username:mia AND blocked:true'), ['ada']);
    assert.deepEqual(await emails('(username:ada OR username:mia) AND email:mia*'), ['mia']);
    assert.deepEqual(await emails('username:(ada OR mia) AND -email:mia*'), ['ada']);
  });

  it('finds a list of IDs at once', async () => {
    const q = `user_id:("${ada}" OR "${mia}" OR "auth0|nobody")`;
    assert.deepEqual(idsOf((await search(q)).rows), [ada, mia]);
  });

  it('ignores case in names and addresses only', async () => {
    assert.deepEqual(await emails('name:"MIA okafor"'), ['mia']);
    assert.deepEqual(await emails('email:MIA@acme.example'), ['mia']);
    assert.deepEqual(await emails('username:MIA'), []);
  });

  it('matches the start with any wildcard, and elsewhere only from three characters on', async () => {
    assert.deepEqual(await emails('name:m*'), ['mia']);
    assert.deepEqual(await emails('name:*kafo*'), ['mia']);
    assert.equal((await search('name:*ok*')).status, 400);
    assert.equal((await search('name:*or')).status, 400);
  });

  it('treats a character after a backslash literally', async () => {
    assert.deepEqual(await emails('name:Mia\\ Okafor'), ['mia']);
    assert.deepEqual(await emails('name:Mi\\*'), []);
    assert.deepEqual(await emails('email:"mia\\@acme.example"'), ['mia']);
  });

  it('searches identities, domains, existence, ranges and metadata', async () => {
    assert.ok((await emails('identities.connection:"globex-saml"')).includes('grace'));
    assert.deepEqual(await emails('email.domain:"umbrella.example"'), ['uma', 'umar']);
    assert.ok(!(await emails(`organization_id:"${globex}" AND _exists_:username`)).includes('grace'));
    assert.deepEqual(await emails(`organization_id:"${acme}" AND last_login:[* TO 2026-10-31]`), ['ben']);
    assert.deepEqual(await emails(`organization_id:"${acme}" AND last_login:{2026-11-19 TO *}`), ['ada']);
    assert.deepEqual(await emails('user_metadata.job_title:"Field Engineer"'), ['mia']);
    assert.equal((await search('user_metadata.job_title:Field*')).status, 400);
    assert.equal((await search('app_metadata.since:[1 TO 2]')).status, 400);
  });

  it('sorts by root attributes, those without one last, and by nothing else', async () => {
    const sorted = await emails(`organization_id:"${acme}"`, { sort: 'last_login:-1' });
    assert.deepEqual(sorted, ['ada', 'hal', 'mia', 'sam', 'lio', 'ben']);
    assert.equal((await search('*', { sort: 'user_metadata.a:1' })).status, 400);
    assert.equal((await search('name:a*', { sort: 'name' })).status, 400);
  });

  it('counts, pages and leaves out fields', async () => {
    const { body } = await search(`organization_id:"${acme}"`, {
      sort: 'email:1',
      per_page: '2',
      page: '1',
      include_totals: 'true',
      fields: 'email',
    });
    assert.deepEqual(body, {
      start: 2,
      limit: 2,
      length: 2,
      total: 6,
      users: [{ email: 'hal@acme.example' }, { email: 'lio@acme.example' }],
    });
    const beyond = await search('email:*', { page: '20' });
    assert.deepEqual([beyond.status, beyond.body['errorCode']], [400, 'invalid_paging']);
  });

  it('refuses older engines and what it cannot read, as a request of the caller', async () => {
    for (const q of [
      '(',
      'a)',
      'name:',
      'AND',
      'name:[1 2]',
      'nothing:1',
      '"',
      'a:b:c',
      'organization_id:or*',
    ]) {
      const { status, body } = await search(q);
      assert.deepEqual([status, body['errorCode']], [400, 'invalid_query_string'], q);
    }
    assert.equal((await search('name:mia', { search_engine: 'v2' })).status, 400);
  });

  it('limits depth and length', async () => {
    for (const q of [
      '('.repeat(9_000),
      'NOT '.repeat(2_400),
      `name:${'a'.repeat(20_000)}`,
      '['.repeat(9_999),
    ]) {
      assert.equal((await search(q)).status, 400);
    }
  });

  it('lags behind writes, while a read by id does not', async () => {
    const slow = createDevTenant({ lag: 5_000 });
    const ask = management(slow);
    const found = async () => (await ask('GET', '/users?q=name%3ARenamed')).rows.length;
    await ask('PATCH', `/users/${mia}`, { name: 'Renamed' });
    assert.equal((await ask('GET', `/users/${mia}`)).body['name'], 'Renamed');
    assert.equal(await found(), 0);
    slow.clock.advance(5_000);
    assert.equal(await found(), 1);
  });

  it('finds a literal word for word, whatever it is made of, when it is escaped', async () => {
    const literal = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() === text);
    await fc.assert(
      fc.asyncProperty(literal, async (name) => {
        tenant.users.update(uma, { name });
        const escaped = name.replace(/[^\p{L}\p{N}]/gu, '\\$&');
        assert.deepEqual(idsOf((await search(`name:${escaped}`)).rows), [uma]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('finding users by address', () => {
  const byEmail = async (email: string) => call('GET', `/users-by-email?email=${encodeURIComponent(email)}`);

  it('compares it as it is written', async () => {
    assert.deepEqual(idsOf((await byEmail('grace@globex.example')).rows), [grace]);
    assert.deepEqual((await byEmail('Grace@globex.example')).rows, []);
    assert.equal((await call('GET', '/users-by-email')).status, 400);
  });

  it('finds a change immediately', async () => {
    const slow = createDevTenant({ lag: 60_000 });
    const ask = management(slow);
    slow.users.update(sam, { email: 'samuel@acme.example' });
    const { rows } = await ask('GET', '/users-by-email?email=samuel%40acme.example');
    assert.deepEqual(idsOf(rows), [sam]);
  });
});
