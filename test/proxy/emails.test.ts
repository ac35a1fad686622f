import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EmailReceipt } from '../../src/contract/index.js';
import { createMemoryStorage, type AuditEntry } from '../../backend-proxy/src/index.js';
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
  it("sends an email with the organization's branding, and returns when the next one can be sent", async () => {
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

  it('has no link or token in the response or the log', async () => {
    const world = createWorld();
    const { text } = await post(world, 'mia', reset);
    const outcomes = text + JSON.stringify(world.log);
    assert.ok(!/ticket|https?:|mia@/.test(outcomes), outcomes);
  });

  it('has one cool-down per person, for all actors', async () => {
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

  it('can be repeated at once after Auth0 refused it', async () => {
    const world = createWorld();
    const headers = { 'retry-after': '30' };
    world.tenant.faults.add({ path: '/dbconnections/*', status: 429, headers });
    assert.equal((await post(world, 'mia', reset, 'the-same-key')).status, 429);
    assert.equal((await post(world, 'mia', reset, 'the-same-key')).status, 202);
    assert.equal(world.tenant.outbox.list().length, 1);
  });

  for (const [what, fault] of [
    ['fails', { status: 503 }],
    ['breaks the connection', { reset: true }],
    ['hangs', { hang: true }],
  ] as const) {
    it(`keeps its cool-down and its key if the tenant ${what}: it may have been sent`, async () => {
      let time = Date.now();
      const storage = createMemoryStorage(() => time);
      const world = createWorld({ storage, ...('hang' in fault && { deadlineMs: 3_000 }) });
      await world.read('mia');
      world.tenant.faults.add({ path: '/dbconnections/*', ...fault });
      const lost = await post(world, 'mia', reset, 'the-lost-key');
      assert.deepEqual([lost.status, lost.problem.code], [409, 'outcome_unknown']);
      assert.equal(lost.problem.retryAfter, 60);
      assert.equal(lost.headers.get('retry-after'), '60');
      time += 20_000;
      const again = await post(world, 'mia', reset, 'the-lost-key');
      assert.deepEqual([again.problem.code, again.problem.retryAfter], ['outcome_unknown', 40]);
      assert.equal((await post(world, 'mia', reset)).problem.code, 'rate_limited');
      time += 41_000;
      const later = await post(world, 'mia', reset, 'the-lost-key');
      assert.deepEqual([later.problem.code, later.problem.retryAfter], ['outcome_unknown', undefined]);
      assert.equal(world.tenant.requests.count({ path: '/dbconnections/change_password' }), 1);
      // A person who asks again, with a new key, gets a new one.
      assert.equal((await post(world, 'mia', reset)).status, 202);
    });
  }

  it("passes on a rate limit of Auth0, without Auth0's message", async () => {
    const world = createWorld();
    const headers = { 'retry-after': '30' };
    world.tenant.faults.add({ path: '/dbconnections/*', status: 429, headers });
    const { problem, text } = await post(world, 'mia', reset);
    assert.equal(problem.code, 'rate_limited');
    assert.ok(!text.includes('Global limit'), text);
  });

  it('is refused for people without a password', async () => {
    for (const person of ['grace', 'ivy'] as const) {
      const { status, problem } = await post(createWorld(), person, reset);
      assert.deepEqual(
        [status, problem.code, problem.reason],
        [403, 'operation_locked', 'managed-by-connection'],
      );
    }
  });

  it('is recorded in the audit', async () => {
    const audit: AuditEntry[] = [];
    await post(createWorld({ audit: (entry) => audit.push(entry) }), 'mia', reset);
    assert.deepEqual(
      audit.map(({ action, targetUserId }) => [action, targetUserId]),
      [['password.reset', people.mia[0]]],
    );
  });

  it('succeeds and logs the failure if the audit callback fails', async () => {
    const world = createWorld({
      audit: () => {
        throw new Error('disk full');
      },
    });
    assert.equal((await post(world, 'mia', reset)).status, 202);
    assert.equal(world.log.at(-1)?.cause, 'audit: disk full');
  });
});

describe('a verification email', () => {
  it('is sent only while the address is not verified', async () => {
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
  it('is required', async () => {
    const world = createWorld();
    for (const key of [null, 'short', 'with a space', 'x'.repeat(256)]) {
      const { status, problem } = await post(world, 'mia', reset, key);
      assert.deepEqual([status, problem.code], [400, 'idempotency_key_required'], String(key));
    }
    assert.equal(world.tenant.outbox.list().length, 0);
  });

  it('replays the first response, without a second email', async () => {
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

  it('sends one email for simultaneous requests', async () => {
    const world = createWorld();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => post(world, 'mia', reset, 'twins-and-more')),
    );
    const outcomes = answers.map(({ status, problem }) => (status === 202 ? 'done' : problem.code));
    assert.equal(outcomes.filter((one) => one === 'done').length, 1);
    assert.deepEqual([...new Set(outcomes)].sort(), ['done', 'request_in_progress']);
    assert.equal(world.tenant.outbox.list().length, 1);
  });

  it('has an unknown outcome, and sends no second email, if the process died during the request', async () => {
    let time = Date.now();
    const storage = createMemoryStorage(() => time);
    const { claim, begin } = storage.idempotency;
    const never = new Promise<never>(() => {});
    // A process that dies after the email stores nothing more.
    const idempotency = { claim, begin, settle: () => never, release: () => never, suspend: () => never };
    const dying = createWorld({ storage: { ...storage, idempotency } });
    void post(dying, 'mia', reset, 'interrupted-key');
    const { outbox } = dying.tenant;
    while (outbox.list().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const next = createWorld({ storage }, { tenant: dying.tenant });
    assert.equal((await post(next, 'mia', reset, 'interrupted-key')).problem.code, 'request_in_progress');
    time += 61_000;
    const { status, problem } = await post(next, 'mia', reset, 'interrupted-key');
    assert.deepEqual([status, problem.code], [409, 'outcome_unknown']);
    assert.equal(outbox.list().length, 1);
  });

  it('stays claimed if the response of a request that was carried out cannot be stored', async () => {
    const storage = createMemoryStorage();
    const idempotency = {
      ...storage.idempotency,
      settle: () => Promise.reject(new Error('the storage failed')),
    };
    const world = createWorld({ storage: { ...storage, idempotency } });
    assert.equal((await post(world, 'mia', reset, 'unsettled-key')).problem.code, 'internal');
    assert.equal((await post(world, 'mia', reset, 'unsettled-key')).problem.code, 'request_in_progress');
    assert.equal(world.tenant.outbox.list().length, 1);
  });

  it('is rejected for another request, but independent for another person', async () => {
    const world = createWorld();
    await post(world, 'mia', reset, 'borrowed-key');
    const other = await post(world, 'mia', verification, 'borrowed-key');
    assert.deepEqual([other.status, other.problem.code], [422, 'idempotency_key_reused']);
    assert.equal((await post(world, 'ada', reset, 'borrowed-key')).status, 202);
  });
});
