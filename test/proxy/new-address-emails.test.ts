/** The verification email that Auth0 sends for a saved address, when the answer to the save is lost. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMemoryStorage } from '../../backend-proxy/src/index.js';
import { createWorld, fieldOf, people, type World } from './support.js';

const [uma] = people.uma;
const url = `/api/v2/users/${encodeURIComponent(uma)}`;
const address = 'uma.silva@umbrella.example';

type Meet = (callOn: () => Promise<Response>) => Promise<Response>;

/** A world in which something happens to the next write of Uma's address, and to reads until then. */
function createLossyWorld() {
  let time = Date.now();
  let write: Meet | null = null;
  let isUnreadable = false;
  const bodies: Record<string, unknown>[] = [];
  const world = createWorld(
    { storage: createMemoryStorage(() => time) },
    {
      intercept: async (request, callOn) => {
        const { pathname } = new URL(request.url);
        if (pathname !== url) return callOn();
        if (request.method === 'GET') return isUnreadable ? Response.json({}, { status: 403 }) : callOn();
        bodies.push((await request.clone().json()) as Record<string, unknown>);
        const meet = write ?? ((next) => next());
        write = null;
        return meet(callOn);
      },
    },
  );
  let keys = 0;
  return {
    ...world,
    bodies,
    wait: (seconds: number) => {
      time += seconds * 1_000;
    },
    /** Also makes the user unreadable, so that the proxy can't find out what happened. */
    next: (meet: Meet) => {
      write = async (callOn) => {
        isUnreadable = true;
        return meet(callOn);
      };
    },
    readable: () => {
      isUnreadable = false;
    },
    verify: async () =>
      world.send(await world.tokenOf('uma'), '/v1/profile/email-verification', {
        method: 'POST',
        headers: { 'idempotency-key': `key-number-${(keys += 1)}` },
      }),
    emails: () => world.tenant.outbox.list().map(({ to }) => to),
  };
}
const etagOf = async (world: World) => (await world.read('uma')).headers.get('etag') ?? '';
const lost = () => Promise.reject(new TypeError('connection lost'));

describe('a new address whose save was carried out, and whose answer was lost', () => {
  it('is found by a repeated save, which sends no second email', async () => {
    const world = createLossyWorld();
    const etag = await etagOf(world);
    world.next((callOn) => callOn().then(lost));
    const { problem } = await world.save('uma', { email: address }, etag);
    assert.equal(problem.code, 'upstream_unavailable');
    world.readable();
    const again = await world.save('uma', { email: address }, etag);
    assert.deepEqual([again.status, again.problem.code], [412, 'profile_changed']);
    assert.equal(again.problem.current && fieldOf(again.problem.current.profile, 'email')?.value, address);
    const third = await world.save('uma', { email: address }, again.problem.current?.etag);
    assert.equal(third.status, 200);
    assert.deepEqual(world.emails(), [address]);
  });

  it('is verified with a second email only after the cool-down', async () => {
    const world = createLossyWorld();
    world.next((callOn) => callOn().then(lost));
    await world.save('uma', { email: address });
    world.readable();
    world.wait(20);
    const { problem } = await world.verify();
    assert.deepEqual([problem.code, problem.retryAfter], ['rate_limited', 40]);
    world.wait(41);
    assert.equal((await world.verify()).status, 202);
    assert.deepEqual(world.emails(), [address, address]);
  });
});

describe('a new address whose save may still arrive', () => {
  it('is saved again without a second email, and nothing claims that one was sent', async () => {
    const world = createLossyWorld();
    const etag = await etagOf(world);
    let arrive: () => Promise<unknown> = lost;
    world.next((callOn) => {
      arrive = callOn;
      return lost();
    });
    await world.save('uma', { email: address }, etag);
    world.readable();
    const { status, profile } = await world.save('uma', { email: address }, etag);
    assert.equal(status, 200);
    assert.equal(fieldOf(profile, 'email')?.value, address);
    assert.equal(profile.verificationMail, undefined);
    assert.deepEqual(
      world.bodies.map((body) => body['verify_email']),
      [true, false],
    );
    assert.deepEqual(world.emails(), []);
    await arrive();
    assert.deepEqual(world.emails(), [address]);
    assert.equal((await world.verify()).problem.code, 'rate_limited');
    world.wait(61);
    assert.equal((await world.verify()).status, 202);
  });

  it('holds back no email to another address', async () => {
    const world = createLossyWorld();
    world.next(lost);
    await world.save('uma', { email: address });
    world.readable();
    const other = 'silva@umbrella.example';
    const { profile } = await world.save('uma', { email: other });
    assert.deepEqual(profile.verificationMail, { retryAfter: 60 });
    assert.deepEqual(world.emails(), [other]);
  });
});

describe('a new address', () => {
  it('that Auth0 refused starts no cool-down', async () => {
    const world = createLossyWorld();
    world.tenant.users.update(uma, { email_verified: false });
    const { problem } = await world.save('uma', { email: 'umar@umbrella.example' });
    assert.equal(problem.code, 'value_in_use');
    assert.equal((await world.verify()).status, 202);
  });

  it('that is saved after another one gets its own email, and a whole cool-down', async () => {
    const world = createLossyWorld();
    await world.save('uma', { email: address });
    world.wait(40);
    await world.save('uma', { email: 'silva@umbrella.example' });
    world.wait(40);
    const { problem } = await world.verify();
    assert.deepEqual([problem.code, problem.retryAfter], ['rate_limited', 20]);
    await world.save('uma', { email: address });
    assert.deepEqual(world.emails(), [address, 'silva@umbrella.example', address]);
  });
});
