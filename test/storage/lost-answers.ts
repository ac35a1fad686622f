/**
 * Loses answers at random points: before a call reaches Auth0, after Auth0 has carried it out, and with the whole process.
 * Repeats each request with its key, and compares what is claimed with what the tenant holds.
 */
import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { createDevTenant, type DevTenant } from '../../backend-proxy/dev-tenant/index.js';
import type { Storage } from '../../backend-proxy/src/index.js';
import type { BulkRun, InvitationResults } from '../../src/contract/index.js';
import { storedSigningKeys } from '../harness/signing-keys.js';
import { crowd, crowdAdmin, crowdOrganization, idOf } from '../proxy/bulk-world.js';
import { createOperationWorld, pathOf, type OperationWorld } from '../proxy/operation-world.js';
import type { Answer } from '../proxy/support.js';

/** Longer than a cool-down, a reservation, and the longest time that a request can take. */
const laterMs = 61_000;

/** What a retry claims: that it was done, that it wasn't, or neither. */
type Claim = 'done' | 'not done' | 'unknown';

interface Request {
  /** Returns the path and the body for the member with this index, after what has to be there before. */
  prepare(world: OperationWorld, index: number): Promise<readonly [path: string, body?: object]>;
  /** How often it was done. */
  count(tenant: DevTenant, index: number): number;
  readClaim?(answer: Answer): Claim;
  /** Nothing that can be read shows whether it was done: the outcome can stay unknown. */
  readonly leavesNoTrace?: true;
}

const emailOf = (index: number) => `p${index}@crowd.example`;
const guestOf = (index: number) => `guest${index}@crowd.example`;
const emailsTo = (tenant: DevTenant, address: string) =>
  tenant.outbox.list().filter(({ to }) => to === address).length;
const writesTo = (tenant: DevTenant, method: string, path: RegExp, index: number) =>
  tenant.requests
    .list()
    .filter(
      (call) =>
        call.method === method &&
        path.test(call.path) &&
        decodeURIComponent(call.path).includes(idOf(index)) &&
        call.status < 300,
    ).length;

function claimOfStatus({ status, problem }: Answer): Claim {
  if (status < 300) return 'done';
  return ['outcome_unknown', 'request_in_progress', 'rate_limited'].includes(problem.code)
    ? 'unknown'
    : 'not done';
}

function claimOfResults(answer: Answer): Claim {
  if (answer.status !== 200) return claimOfStatus(answer);
  const [result] = (JSON.parse(answer.text) as InvitationResults).results;
  if (result?.outcome === 'invited' || result?.code === 'already-invited') return 'done';
  return result?.code === 'outcome-unknown' ? 'unknown' : 'not done';
}

const invite = (email: string) => ({ invitations: [{ email }], roles: [] });

const requests: Readonly<Record<string, Request>> = {
  'a password reset': {
    prepare: async (_, index) => [`${pathOf(idOf(index))}/password-reset`],
    count: (tenant, index) => emailsTo(tenant, emailOf(index)),
    leavesNoTrace: true,
  },
  'a verification email': {
    prepare: async ({ tenant }, index) => {
      tenant.users.update(idOf(index), { email_verified: false });
      return [`${pathOf(idOf(index))}/email-verification`];
    },
    count: (tenant, index) => emailsTo(tenant, emailOf(index)),
    leavesNoTrace: true,
  },
  'an invitation': {
    prepare: async (_, index) => ['/v1/invitations', invite(guestOf(index))],
    count: (tenant, index) => emailsTo(tenant, guestOf(index)),
    readClaim: claimOfResults,
  },
  'a resent invitation': {
    prepare: async (world, index) => {
      const answer = await world.post(await crowdAdmin(world), '/v1/invitations', invite(guestOf(index)));
      const [result] = (JSON.parse(answer.text) as InvitationResults).results;
      assert.ok(result?.invitation, answer.text);
      return [`/v1/invitations/${result.invitation.id}/resend`];
    },
    count: (tenant, index) => emailsTo(tenant, guestOf(index)) - 1,
  },
  'a block': {
    prepare: async (_, index) => [`${pathOf(idOf(index))}/block`],
    count: (tenant, index) => writesTo(tenant, 'PATCH', /\/users\/[^/]+$/, index),
  },
  'a deletion': {
    prepare: async (_, index) => [`${pathOf(idOf(index))}/deprovision`, { level: 'delete' }],
    count: (tenant, index) => writesTo(tenant, 'DELETE', /\/users\/[^/]+$/, index),
  },
  'a bulk run': {
    prepare: async (_, index) => ['/v1/bulk-runs', { operation: 'password.reset', userIds: [idOf(index)] }],
    count: (tenant, index) => emailsTo(tenant, emailOf(index)),
  },
};
const kinds = Object.entries(requests);

/** A generator of pseudorandom numbers, so that a failure can be repeated. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A proxy that dies at one of its steps, which are its calls to Auth0 and to the storage. */
interface Mortal {
  readonly world: OperationWorld;
  readonly hasDied: Promise<void>;
}

const never = new Promise<never>(() => {});

function createMortal(
  tenant: DevTenant,
  storage: Storage,
  death: { readonly step: number; readonly isAfter: boolean },
): Mortal {
  let steps = 0;
  let isDead = false;
  let die: () => void = () => {};
  const hasDied = new Promise<void>((resolve) => (die = resolve));
  async function step<T>(task: () => Promise<T>): Promise<T> {
    if (isDead) return never;
    steps += 1;
    if (steps !== death.step) {
      const result = await task();
      return isDead ? never : result;
    }
    isDead = true;
    if (death.isAfter) await task();
    die();
    return never;
  }
  const mortal = <T extends object>(part: T): T =>
    new Proxy(part, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        return (...values: unknown[]) => step(async () => Reflect.apply(method, target, values) as unknown);
      },
    });
  const { idempotency, cooldowns, quotas, invitations, activity, bulkRuns, recent, demotions, deletions } =
    storage;
  const parts = {
    idempotency,
    cooldowns,
    quotas,
    invitations,
    activity,
    bulkRuns,
    recent,
    demotions,
    deletions,
  };
  const mortalParts = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, mortal(part)]));
  const world = createOperationWorld(
    { ...options, storage: { ...storage, ...mortalParts } },
    { tenant, intercept: (_, callOn) => step(callOn) },
  );
  return { world, hasDied };
}

export interface Losses {
  /** Rounds, by how the answer was lost and what the last retry claimed. */
  readonly rounds: Readonly<Record<string, number>>;
  /** Requests that were carried out more than once. */
  readonly doneTwice: readonly string[];
  /** Answers that claimed what wasn't so. */
  readonly untrue: readonly string[];
  /** Requests that weren't carried out in the end, although it can be found out whether they were. */
  readonly unsettled: readonly string[];
}

const options = { invitationsPerHour: 1_000_000, requestsPerMinute: 1_000_000 };

/** @param open - Opens another instance on the same data, which has to outlive the process. */
export async function loseAnswers(open: () => Promise<Storage>, rounds: number): Promise<Losses> {
  const { now } = Date;
  let offset = 0;
  const clock = mock.method(Date, 'now', () => now() + offset);
  const tenant = createDevTenant({ seed: crowd(rounds), rateLimits: 'off', signingKeys: storedSigningKeys });
  const survivorStorage = await open();
  const survivor = createOperationWorld({ ...options, storage: survivorStorage }, { tenant });
  const random = createRandom(20_261_129);
  const outcomes: Record<string, number> = {};
  const untrue: string[] = [];
  const unsettled: string[] = [];

  /** Sends a request so that its answer is lost, and returns how. */
  async function lose(token: string, [path, body]: readonly [string, object?], key: string): Promise<string> {
    const way = random(5);
    if (way < 3) {
      const cut = cutOffs[way] ?? assert.fail();
      let isLost = false;
      const intercept = async (request: globalThis.Request, callOn: () => Promise<Response>) => {
        const isWrite = request.method !== 'GET' && !request.url.includes('/oauth/token');
        if (!isWrite || isLost) return callOn();
        isLost = true;
        return cut.answer(callOn);
      };
      const world = createOperationWorld({ ...options, storage: survivorStorage }, { tenant, intercept });
      await world.post(token, path, body, key);
      return cut.label;
    }
    const storage = await open();
    // A request has about 25 steps.
    const death = { step: 1 + random(28), isAfter: random(2) === 1 };
    const { world, hasDied } = createMortal(tenant, storage, death);
    const end = await Promise.race([hasDied, world.post(token, path, body, key)]);
    await storage.close();
    return end === undefined ? 'killed' : 'killed after the answer';
  }

  async function finishRun(id: string): Promise<void> {
    for (;;) {
      await survivor.runDue();
      const run = await survivorStorage.bulkRuns.read(crowdOrganization, id);
      if (run?.endedAt) return;
      // The lease of a process that died has to end.
      offset += 1_000;
    }
  }

  for (let index = 1; index <= rounds; index += 1) {
    const [kind, request] = kinds[index % kinds.length] ?? assert.fail();
    const { readClaim = claimOfStatus, count, leavesNoTrace } = request;
    const prepared = await request.prepare(survivor, index);
    const [path, body] = prepared;
    const key = `the-key-of-round-${index}`;
    const way = await lose(await crowdAdmin(survivor), prepared, key);
    const label = `${index}: ${kind}, ${way}`;
    let claim: Claim = 'unknown';
    const runs = new Set<string>();
    for (const wait of [0, laterMs, laterMs]) {
      offset += wait;
      const again = await survivor.post(await crowdAdmin(survivor), path, body, key);
      claim = readClaim(again);
      if (again.status === 202 && path === '/v1/bulk-runs') {
        const { id } = JSON.parse(again.text) as BulkRun;
        runs.add(id ?? '');
        await finishRun(id ?? '');
      } else if (claim !== 'unknown' && (claim === 'done') !== count(tenant, index) > 0) {
        untrue.push(`${label}: ${again.text}`);
      }
    }
    if (runs.size > 1) untrue.push(`${label}: ${runs.size} runs`);
    if (claim !== 'done' && !leavesNoTrace) unsettled.push(label);
    const what = `${way}: ${claim}`;
    outcomes[what] = (outcomes[what] ?? 0) + 1;
  }
  await survivorStorage.close();
  clock.mock.restore();
  const doneTwice = Array.from({ length: rounds }, (_, each) => each + 1).flatMap((index) => {
    const [kind, { count }] = kinds[index % kinds.length] ?? assert.fail();
    return count(tenant, index) > 1 ? [`${index}: ${kind}`] : [];
  });
  return { rounds: outcomes, doneTwice, untrue, unsettled };
}

const cutOffs: readonly {
  readonly label: string;
  answer(callOn: () => Promise<Response>): Promise<Response>;
}[] = [
  { label: 'cut off before', answer: async () => Promise.reject(new TypeError('fetch failed')) },
  {
    label: 'cut off after',
    answer: async (callOn) => {
      await callOn();
      throw new TypeError('fetch failed');
    },
  },
  {
    label: 'a 502 after',
    answer: async (callOn) => {
      await callOn();
      return new Response('<h1>Bad Gateway</h1>', { status: 502 });
    },
  },
];
