import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EmailReceipt } from '../../src/contract/index.js';
import type { AuditEntry } from '../../backend-proxy/src/index.js';
import { createWorld, people, type Answer, type PersonName, type World } from './support.js';

let keys = 0;
async function post(
  world: World,
  person: PersonName,
  path: string,
  key: string | null = `key-number-${(keys += 1)}`,
): Promise<Answer> {
  return world.send(await world.tokenOf(person), path, {
    method: 'POST',
    ...(key !== null && { headers: { 'idempotency-key': key } }),
  });
}
const reset = '/v1/profile/password-reset';
const verification = '/v1/profile/email-verification';
const receiptOf = ({ text }: Answer) => JSON.parse(text) as EmailReceipt;

describe('a password reset', () => {
  it("is a mail in the organization's name, and says when the next one may be asked for", async () => {
    const world = createWorld();
    const answer = await post(world, 'mia', reset);
    assert.equal(answer.status, 202);
    assert.deepEqual(receiptOf(answer), { retryAfter: 60 });
    const [email, ...others] = world.tenant.outbox.list();
    assert.equal(others.length, 0);
    assert.deepEqual(
      [email?.kind, email?.to, email?.organization?.name],
      ['reset_email', 'mia@acme.example', 'acme'],
    );
  });

  it('never carries a link or a token in its answer or in the log', async () => {
    const world = createWorld();
    const { text } = await post(world, 'mia', reset);
    const outcomes = text + JSON.stringify(world.log);
    assert.ok(!/ticket|https?:|mia@/.test(outcomes), outcomes);
  });

  it('cools down for the person, whoever asks', async () => {
    const world = createWorld();
    await post(world, 'mia', reset);
    const again = await post(world, 'mia', reset);
    assert.deepEqual([again.status, again.problem.code], [429, 'rate_limited']);
    const { retryAfter } = again.problem;
    assert.ok(retryAfter && retryAfter > 50 && retryAfter <= 60, String(retryAfter));
    assert.equal(again.headers.get('retry-after'), String(retryAfter));
    const admin = await world.tenant.tokens.issueAccessToken({
      userId: people.ada[0],
      organizationId: people.ada[1],
    });
    const path = `/v1/members/${encodeURIComponent(people.mia[0])}/password-reset`;
    const byAdmin = await world.send(admin, path, {
      method: 'POST',
      headers: { 'idempotency-key': 'by-admin' },
    });
    assert.equal(byAdmin.status, 429);
    assert.equal(world.tenant.outbox.list().length, 1);
  });

  it('that failed may be asked for again at once', async () => {
    const world = createWorld();
    world.tenant.faults.add({ path: '/dbconnections/*', status: 503 });
    const failed = await post(world, 'mia', reset, 'the-same-key');
    assert.deepEqual([failed.status, failed.problem.code], [502, 'upstream_unavailable']);
    assert.equal((await post(world, 'mia', reset, 'the-same-key')).status, 202);
    assert.equal(world.tenant.outbox.list().length, 1);
  });

  it('is not sent twice when nobody knows whether the first arrived', async () => {
    const world = createWorld();
    world.tenant.faults.add({ path: '/dbconnections/*', reset: true });
    assert.equal((await post(world, 'mia', reset)).problem.code, 'upstream_unavailable');
    assert.equal(world.tenant.requests.count({ path: '/dbconnections/change_password' }), 1);
  });

  it('gives up in time on a tenant that hangs', async () => {
    const world = createWorld({ deadlineMs: 300 });
    await world.read('mia');
    world.tenant.faults.add({ path: '/dbconnections/*', hang: true });
    assert.equal((await post(world, 'mia', reset)).problem.code, 'upstream_timeout');
  });

  it("passes on that Auth0 has had enough, and nothing of Auth0's own words", async () => {
    const world = createWorld();
    world.tenant.faults.add({ path: '/dbconnections/*', status: 429 });
    const { problem, text } = await post(world, 'mia', reset);
    assert.equal(problem.code, 'rate_limited');
    assert.ok(!text.includes('Global limit'), text);
  });

  it('is for people with a password', async () => {
    for (const person of ['grace', 'ivy'] as const) {
      const { status, problem } = await post(createWorld(), person, reset);
      assert.deepEqual(
        [status, problem.code, problem.reason],
        [403, 'operation_locked', 'managed-by-connection'],
      );
    }
  });

  it('is told to the audit', async () => {
    const audit: AuditEntry[] = [];
    await post(createWorld({ audit: (entry) => audit.push(entry) }), 'mia', reset);
    assert.deepEqual(
      audit.map(({ action, targetUserId }) => [action, targetUserId]),
      [['password.reset', people.mia[0]]],
    );
  });

  it('stands, and the log says so, when the audit fails', async () => {
    const world = createWorld({
      audit: () => {
        throw new Error('disk full');
      },
    });
    assert.equal((await post(world, 'mia', reset)).status, 202);
    assert.equal(world.log.at(-1)?.cause, 'audit: disk full');
  });
});

describe('a verification mail', () => {
  it('is sent while the address is not verified, and not after', async () => {
    const world = createWorld();
    assert.equal((await post(world, 'mia', verification)).problem.code, 'operation_locked');
    world.tenant.users.update(people.mia[0], { email_verified: false });
    assert.equal((await post(world, 'mia', verification)).status, 202);
    const email = world.tenant.outbox.list().at(-1);
    assert.deepEqual([email?.kind, email?.organization?.name], ['verify_email', 'acme']);
    await world.tenant.fetch(email?.url ?? '');
    const { profile } = await world.read('mia');
    assert.ok(!profile.operations.some(({ name }) => name === 'email.verify'));
  });
});

describe('an Idempotency-Key', () => {
  it('is asked for', async () => {
    const world = createWorld();
    for (const key of [null, 'short', 'with a space', 'x'.repeat(256)]) {
      const { status, problem } = await post(world, 'mia', reset, key);
      assert.deepEqual([status, problem.code], [400, 'idempotency_key_required'], String(key));
    }
    assert.equal(world.tenant.outbox.list().length, 0);
  });

  it('gets the first answer again, and no second mail', async () => {
    const world = createWorld();
    const answers = [await post(world, 'mia', reset, 'one-and-the-same')];
    answers.push(await post(world, 'mia', reset, 'one-and-the-same'));
    assert.deepEqual(
      answers.map(({ status, text }) => [status, text]),
      [
        [202, '{"retryAfter":60}'],
        [202, '{"retryAfter":60}'],
      ],
    );
    assert.equal(world.tenant.outbox.list().length, 1);
  });

  it('of twins at the same moment sends one mail', async () => {
    const world = createWorld();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => post(world, 'mia', reset, 'twins-and-more')),
    );
    const outcomes = answers.map(({ status, problem }) => (status === 202 ? 'done' : problem.code));
    assert.equal(outcomes.filter((one) => one === 'done').length, 1);
    assert.deepEqual([...new Set(outcomes)].sort(), ['done', 'request_in_progress']);
    assert.equal(world.tenant.outbox.list().length, 1);
  });

  it('cannot be used for something else, but by somebody else', async () => {
    const world = createWorld();
    await post(world, 'mia', reset, 'borrowed-key');
    const other = await post(world, 'mia', verification, 'borrowed-key');
    assert.deepEqual([other.status, other.problem.code], [422, 'idempotency_key_reused']);
    assert.equal((await post(world, 'ada', reset, 'borrowed-key')).status, 202);
  });
});
