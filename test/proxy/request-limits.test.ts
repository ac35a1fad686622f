import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMemoryStorage, type Storage } from '../../backend-proxy/src/index.js';
import { createWorld, type Answer, type World } from './support.js';

/** A list of items with parameters (RFC 9651), by the name of the item. */
function parse(header: string | null): Record<string, Record<string, number>> {
  assert.ok(header);
  assert.match(header, /^"[a-z]+"(?:;[a-z]+=\d+)+(?:, "[a-z]+"(?:;[a-z]+=\d+)+)*$/);
  return Object.fromEntries(
    header.split(', ').map((item) => {
      const [name = '', ...parameters] = item.split(';');
      const pairs = parameters.map((parameter) => parameter.split('='));
      return [
        name.replaceAll('"', ''),
        Object.fromEntries(pairs.map(([key, value]) => [key, Number(value)])),
      ];
    }),
  );
}

const outcomes = (answers: readonly Answer[]) => ({
  allowed: answers.filter(({ status }) => status === 200).length,
  refused: answers.filter(({ status, problem }) => status === 429 && problem.code === 'rate_limited').length,
});

async function sendMany(worlds: readonly World[], token: string, count: number): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let index = 0; index < count; index += 1) {
    const world = worlds[index % worlds.length];
    if (world) answers.push(await world.send(token, '/v1/session'));
  }
  return answers;
}

/** Counts how often quotas are taken. */
function countingStorage(): { storage: Storage; taken: () => number } {
  const storage = createMemoryStorage();
  let taken = 0;
  const take: Storage['quotas']['take'] = (key, quota) => {
    taken += 1;
    return storage.quotas.take(key, quota);
  };
  return { storage: { ...storage, quotas: { ...storage.quotas, take } }, taken: () => taken };
}

describe('the limit of a caller', () => {
  it('is stated in every response, and holds exactly on one instance', async () => {
    const world = createWorld({ requestsPerMinute: 20, organizationRequestsPerMinute: 1_000 });
    const answers = await sendMany([world], await world.tokenOf('ada'), 25);
    assert.deepEqual(outcomes(answers), { allowed: 20, refused: 5 });
    assert.deepEqual(parse(answers[0]?.headers.get('ratelimit-policy') ?? null), {
      caller: { q: 20, w: 60 },
      organization: { q: 1_000, w: 60 },
    });
    const usage = parse(answers[0]?.headers.get('ratelimit') ?? null);
    assert.deepEqual([usage['caller']?.['r'], usage['organization']?.['r']], [19, 999]);
    const last = answers.at(-1);
    const left = parse(last?.headers.get('ratelimit') ?? null)['caller'];
    assert.equal(left?.['r'], 0);
    assert.equal(last?.headers.get('retry-after'), String(left?.['t']));
    assert.equal(last?.problem.retryAfter, left?.['t']);
    assert.ok((left?.['t'] ?? 0) >= 1 && (left?.['t'] ?? 0) <= 60);
  });

  it('is not shared with anyone else', async () => {
    const world = createWorld({ requestsPerMinute: 5 });
    await sendMany([world], await world.tokenOf('ada'), 10);
    const others = await sendMany([world], await world.tokenOf('mia'), 5);
    assert.deepEqual(outcomes(others), { allowed: 5, refused: 0 });
  });

  it('holds for a limit that can’t be divided', async () => {
    for (const requestsPerMinute of [1, 3, 11, 15]) {
      const world = createWorld({ requestsPerMinute });
      const answers = await sendMany([world], await world.tokenOf('ada'), requestsPerMinute + 3);
      assert.deepEqual(outcomes(answers), { allowed: requestsPerMinute, refused: 3 });
    }
  });

  it('holds for two instances together, but for a tenth', async () => {
    const { storage } = countingStorage();
    const first = createWorld({ storage, requestsPerMinute: 40 });
    const second = createWorld({ storage, requestsPerMinute: 40 }, { tenant: first.tenant });
    const { allowed } = outcomes(await sendMany([first, second], await first.tokenOf('ada'), 80));
    assert.ok(allowed >= 40 && allowed <= 44, `${allowed} were let through`);
  });

  it('costs no write at a normal pace, and one a tenth above it', async () => {
    const { storage, taken } = countingStorage();
    const world = createWorld({ storage, requestsPerMinute: 100, organizationRequestsPerMinute: 10_000 });
    const token = await world.tokenOf('ada');
    await sendMany([world], token, 10);
    assert.equal(taken(), 0);
    await sendMany([world], token, 140);
    // For every tenth but the first, and for no request that is refused.
    assert.equal(taken(), 9);
  });
});

describe('the limit of an organization', () => {
  it('holds for all its callers together, and for no other organization', async () => {
    const world = createWorld({ requestsPerMinute: 100, organizationRequestsPerMinute: 10 });
    const [ada, mia, grace] = await Promise.all([
      world.tokenOf('ada'),
      world.tokenOf('mia'),
      world.tokenOf('grace'),
    ]);
    const answers = [...(await sendMany([world], ada, 6)), ...(await sendMany([world], mia, 6))];
    assert.deepEqual(outcomes(answers), { allowed: 10, refused: 2 });
    assert.deepEqual(outcomes(await sendMany([world], grace, 3)), { allowed: 3, refused: 0 });
  });

  it('is not used up by a caller who is refused', async () => {
    const world = createWorld({ requestsPerMinute: 5, organizationRequestsPerMinute: 10 });
    await sendMany([world], await world.tokenOf('ada'), 50);
    assert.deepEqual(outcomes(await sendMany([world], await world.tokenOf('mia'), 5)), {
      allowed: 5,
      refused: 0,
    });
  });
});

describe('a flood of bad tokens', () => {
  it('uses up no one’s limit, and costs no call and no use of the storage', async () => {
    const { storage, taken } = countingStorage();
    const world = createWorld({ storage, requestsPerMinute: 10 });
    const good = await world.tokenOf('ada');
    await world.send(good, '/v1/session');
    const before = world.tenant.requests.count({});
    const [head = '', body = ''] = good.split('.');
    const bad = Array.from(
      { length: 500 },
      (_, index) => `${head}.${body}.${btoa(`signature ${index}`).replaceAll('=', '')}`,
    );
    const answers = await Promise.all(bad.map((token) => world.send(token, '/v1/session')));
    assert.ok(answers.every(({ status, headers }) => status === 401 && !headers.has('ratelimit')));
    assert.deepEqual([world.tenant.requests.count({}) - before, taken()], [0, 0]);
    assert.deepEqual(outcomes(await sendMany([world], good, 9)), { allowed: 9, refused: 0 });
  });
});
