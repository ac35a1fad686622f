import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { signIn, type Fault } from '../../backend-proxy/dev-tenant/index.js';
import { createMemoryStorage, type AuditEntry } from '../../backend-proxy/src/index.js';
import type { ProblemCode } from '../../src/contract/index.js';
import { defaultPolicy, parsePolicy, type Policy } from '../../src/policy/index.js';
import { createWorld, people, type Answer, type PersonName, type World } from './support.js';

/** A fault of the call that makes the change, and the code that the caller gets. */
interface UpstreamFault {
  readonly fault: Omit<Fault, 'path' | 'method'>;
  readonly code: ProblemCode;
  /** The change is made, and only its response is cut off. */
  readonly done?: true;
}
const upstreamFaults: Record<string, UpstreamFault> = {
  'a 429 beyond the deadline': {
    fault: { status: 429, headers: { 'retry-after': '30' } },
    code: 'rate_limited',
  },
  'a 500': { fault: { status: 500 }, code: 'upstream_unavailable' },
  'a reset connection': { fault: { reset: true }, code: 'upstream_unavailable' },
  'a page of a gateway': { fault: { html: true }, code: 'upstream_unavailable' },
  'a page with 200': { fault: { html: true, status: 200 }, code: 'upstream_invalid' },
  'an answer that comes too late': { fault: { latencyMs: 20_000 }, code: 'upstream_timeout' },
  'an answer that is cut off': { fault: { truncateTo: 9 }, code: 'upstream_invalid', done: true },
};

interface Write {
  readonly by?: PersonName;
  readonly policy?: Policy;
  readonly prepare?: (world: World) => unknown;
  /** The call that the fault hits: the one that makes the change, or the last before it. */
  readonly hit: Pick<Fault, 'method' | 'path'>;
  /** Sends the request. Called twice, as by a person who presses the button again. */
  readonly send: (world: World, token: string, etag: string) => Promise<Answer>;
  /** Reads the part of the tenant's state that the request changes. */
  readonly state?: (world: World) => unknown;
  /** That state before and after the change. */
  readonly states?: readonly [before: unknown, after: unknown];
  readonly noted: AuditEntry['action'];
  /** Nothing that can be read shows whether it was done, so a repeat with the same key does nothing. */
  readonly leavesNoTrace?: true;
  /** Status or problem code of a repeat after the change. Absent if the fault hits a read. */
  readonly repeated?: number | ProblemCode;
}

const miaId = people.mia[0];
const mia = `/v1/members/${encodeURIComponent(miaId)}`;
const user = ({ tenant }: World) => tenant.users.get(miaId);
const emailCount = ({ tenant }: World) => tenant.outbox.list().length;

const save =
  (fields: object, path = '/v1/profile'): Write['send'] =>
  (world, token, etag) =>
    world.send(token, path, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'if-match': etag },
      body: JSON.stringify({ fields }),
    });
const post =
  (path: string, body?: object): Write['send'] =>
  (world, token) =>
    world.send(token, path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'the-same-key' },
      ...(body && { body: JSON.stringify(body) }),
    });
const remove =
  (path: string): Write['send'] =>
  (world, token) =>
    world.send(token, path, { method: 'DELETE' });

const signInTwice = async ({ tenant }: World) => {
  for (let time = 0; time < 2; time += 1) {
    await signIn(tenant, { username: 'mia@acme.example', organization: 'acme' });
  }
};
/** By the tenant's own word, and not by the proxy that is under test. */
const sessionsLeft = ({ tenant }: World) =>
  2 - tenant.requests.list().filter(({ path, status }) => path.endsWith('/revoke') && status === 202).length;

/** The help desk sees the telephone on a desk in part, and may ask for all of it. */
const masking = parsePolicy({
  ...defaultPolicy,
  rules: [
    ...defaultPolicy.rules.map((rule) =>
      rule.id === 'support-reads' ? { ...rule, fields: ['name', 'email'] } : rule,
    ),
    {
      id: 'desk-sees-part',
      effect: 'allow',
      actors: ['help-desk'],
      actions: ['read'],
      fields: ['deskPhone'],
      masked: true,
    },
  ],
});
const patient = parsePolicy({
  ...defaultPolicy,
  safeguards: { ...defaultPolicy.safeguards, deletionDelay: 7 },
});

const writes: Record<string, Write> = {
  'a save': {
    hit: { method: 'PATCH', path: '/api/v2/users/*' },
    send: save({ jobTitle: 'Lead' }),
    state: (world) => user(world)?.user_metadata?.['job_title'],
    states: ['Field Engineer', 'Lead'],
    noted: 'profile.update',
    repeated: 'profile_changed',
  },
  'a save on behalf': {
    by: 'hal',
    hit: { method: 'PATCH', path: '/api/v2/users/*' },
    send: save({ nickname: 'mo' }, mia),
    state: (world) => user(world)?.nickname,
    states: ['mia', 'mo'],
    noted: 'profile.update',
    repeated: 'profile_changed',
  },
  'a mail to change the password': {
    hit: { method: 'POST', path: '/dbconnections/change_password' },
    send: post('/v1/profile/password-reset'),
    state: emailCount,
    states: [0, 1],
    noted: 'password.reset',
    leavesNoTrace: true,
    repeated: 202,
  },
  'a mail to verify the address': {
    prepare: ({ tenant }) => tenant.users.update(miaId, { email_verified: false }),
    hit: { method: 'POST', path: '/api/v2/jobs/verification-email' },
    send: post('/v1/profile/email-verification'),
    state: emailCount,
    states: [0, 1],
    noted: 'email.verify',
    leavesNoTrace: true,
    repeated: 202,
  },
  'ending the sessions': {
    prepare: signInTwice,
    hit: { method: 'POST', path: '/api/v2/sessions/*/revoke' },
    send: remove('/v1/profile/sessions'),
    state: sessionsLeft,
    states: [2, 0],
    noted: 'sessions.revoke',
    repeated: 204,
  },
  'deleting the account': {
    hit: { method: 'DELETE', path: '/api/v2/users/*' },
    send: remove('/v1/profile'),
    state: (world) => user(world) !== undefined,
    states: [true, false],
    noted: 'profile.delete',
    repeated: 'profile_not_found',
  },
  'deleting the account, while it is asked who may': {
    hit: { method: 'GET', path: '/api/v2/organizations/*/members/*/effective-roles' },
    send: remove('/v1/profile'),
    state: (world) => user(world) !== undefined,
    states: [true, false],
    noted: 'profile.delete',
  },
  'asking for a deletion on a later day': {
    policy: patient,
    hit: { method: 'GET', path: '/api/v2/users/*' },
    send: remove('/v1/profile'),
    noted: 'profile.deletion-request',
  },
  'taking that back': {
    policy: patient,
    prepare: async (world) => remove('/v1/profile')(world, await world.freshTokenOf('mia'), ''),
    hit: { method: 'GET', path: '/api/v2/users/*' },
    send: remove('/v1/profile/deletion'),
    noted: 'profile.deletion-cancel',
  },
  'revealing a value': {
    by: 'hal',
    policy: masking,
    hit: { method: 'GET', path: '/api/v2/users/*' },
    send: post(`${mia}/reveal`, { field: 'deskPhone' }),
    noted: 'field.reveal',
  },
};

/** Of reads an answer that is cut off is one that did not arrive. */
const wasDone = ({ done }: UpstreamFault, { repeated }: Write) => done === true && repeated !== undefined;

for (const [what, write] of Object.entries(writes)) {
  describe(`${what}, in the middle of which`, () => {
    for (const [label, upstreamFault] of Object.entries(upstreamFaults)) {
      const done = wasDone(upstreamFault, write);
      const isLost = write.leavesNoTrace && !done && upstreamFault.code !== 'rate_limited';
      const outcome = isLost ? 'unknown' : done ? 'done' : 'not done';
      it(`${label}: reports it as ${outcome}, and does it ${isLost ? 'at most' : ''} once when repeated`, async () => {
        const audit: AuditEntry[] = [];
        const { by = 'mia', policy, prepare, hit, send, state, states = [] } = write;
        const options = {
          storage: createMemoryStorage(),
          audit: (entry: AuditEntry) => void audit.push(entry),
          ...(policy && { policy }),
        };
        const world = createWorld(options);
        const hurried = { ...options, deadlineMs: 1_000 };
        const late = upstreamFault.code === 'upstream_timeout';
        await prepare?.(world);
        audit.length = 0;
        const token = await world.freshTokenOf(by);
        const page = by === 'mia' ? '/v1/profile' : mia;
        const etag = (await world.send(token, page)).headers.get('etag') ?? '';
        assert.deepEqual(state?.(world), states[0]);

        world.tenant.faults.add({ ...upstreamFault.fault, ...hit, times: 5 });
        const unlucky = late ? createWorld(hurried, { tenant: world.tenant }) : world;
        const first = await send(unlucky, token, etag);
        if (done) assert.ok(first.status < 300, first.text);
        else assert.equal(first.problem.code, isLost ? 'outcome_unknown' : upstreamFault.code);
        assert.deepEqual(state?.(world), states[done ? 1 : 0]);
        assert.equal(audit.length, 1);
        assert.equal(audit[0]?.outcome === 'done', done, audit[0]?.outcome);

        world.tenant.faults.clear();
        const again = await send(world, token, etag);
        if (isLost) assert.equal(again.problem.code, 'outcome_unknown');
        else if (done) assert.equal(write.repeated, again.problem?.code ?? again.status);
        else assert.ok(again.status < 300, again.text);
        assert.deepEqual(state?.(world), states[isLost ? 0 : 1]);
        assert.deepEqual(
          audit.filter((entry) => entry.outcome === 'done').map(({ action }) => action),
          isLost ? [] : [write.noted],
        );
      });
    }
  });
}
