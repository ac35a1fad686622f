import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { createDevTenant, management, mia, uma } from './helpers.js';

describe('the tenant log', () => {
  const tenant = createDevTenant();
  const call = management(tenant);
  const patch = (id: string, body: object) => call('PATCH', `/users/${encodeURIComponent(id)}`, body);

  beforeEach(async () => {
    tenant.reset();
    await patch(mia, { nickname: 'one' });
    tenant.clock.advance(60_000);
    await patch(uma, { nickname: 'two' });
  });

  it('lists the newest first, or the oldest on request', async () => {
    const newest = (await call('GET', '/logs')).rows.map((row) => row['user_id']);
    assert.deepEqual(newest, [uma, mia]);
    const oldest = (await call('GET', '/logs?sort=date:1')).rows.map((row) => row['user_id']);
    assert.deepEqual(oldest, [mia, uma]);
  });

  it('is searched', async () => {
    const find = async (search: string) =>
      (await call('GET', `/logs?search=${encodeURIComponent(search)}`)).rows.map((row) => row['user_id']);
    assert.deepEqual(await find(`type:sapi AND user_id:"${mia}"`), [mia]);
    assert.deepEqual(await find('type:f'), []);
    assert.deepEqual(await find(`NOT user_id:"${mia}"`), [uma]);
    assert.deepEqual(await find('date:[2000-01-01 TO 2001-01-01]'), []);
    assert.equal((await call('GET', '/logs?search=nonsense:1')).status, 400);
  });

  it('continues from an entry, oldest first', async () => {
    const first = (await call('GET', '/logs?take=1')).rows;
    assert.deepEqual(
      first.map((row) => row['user_id']),
      [mia],
    );
    const rest = (await call('GET', `/logs?from=${String(first[0]?.['log_id'])}&take=10`)).rows;
    assert.deepEqual(
      rest.map((row) => row['user_id']),
      [uma],
    );
    assert.equal((await call('GET', '/logs?from=nothing')).status, 400);
  });

  it('has an entry by id, and those of one user', async () => {
    const [entry] = (await call('GET', `/users/${encodeURIComponent(mia)}/logs`)).rows;
    assert.deepEqual((await call('GET', `/logs/${String(entry?.['log_id'])}`)).body, entry);
    assert.equal((await call('GET', '/logs/nothing')).body['message'], 'Log not found.');
  });
});
