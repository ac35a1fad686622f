/**
 * Compares what the proxy claims with what the tenant holds, for every write it makes and every response that Auth0, or
 * something in front of it, can give.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { signIn } from '../../backend-proxy/dev-tenant/index.js';
import type { AuditEntry, ProxyOptions } from '../../backend-proxy/src/index.js';
import type { InvitationResults, MemberReceipt, ReceiptStep, SessionList } from '../../src/contract/index.js';
import {
  acme,
  adaOf,
  createOperationWorld,
  helpDeskRole,
  lio,
  memberRole,
  pathOf,
  type OperationWorld,
} from './operation-world.js';
import { people, type Answer, type WorldOptions } from './support.js';

/** Something in the way of one call to Auth0. */
interface Interference {
  readonly label: string;
  /** Absent: the connection breaks. */
  readonly respond?: () => Response;
  /** The call is carried out, but its response is replaced. */
  readonly isCarriedOut?: true;
  /** The documented success of some calls, which the proxy has to accept for those. */
  readonly looksLike?: Success;
  /** The proxy repeats the call with another token. */
  readonly repeats?: true;
  /** Applies to removals only: there is nothing left to remove. */
  readonly ofRemovals?: true;
}
type Success = '202' | '204' | '201 JSON' | 'sentence';

const json = (status: number, body: string) =>
  new Response(body, { status, headers: { 'content-type': 'application/json' } });
const page = (status: number) =>
  new Response('<!doctype html><title>Gateway</title>', { status, headers: { 'content-type': 'text/html' } });
const empty = (status: number) =>
  new Response(null, { status, ...(status === 429 && { headers: { 'retry-after': '30' } }) });

const statuses = [200, 201, 202, 204, 302, 307, 400, 401, 403, 404, 409, 429, 500, 502, 503];
const looks = new Map<string, Success>([
  ['202 without a body', '202'],
  ['204 without a body', '204'],
  ['201 with JSON', '201 JSON'],
  ['200 with JSON', 'sentence'],
]);

function interference(label: string, respond: () => Response): Interference {
  const looksLike = looks.get(label);
  return {
    label,
    respond,
    ...(looksLike && { looksLike }),
    ...(label.startsWith('401') && { repeats: true }),
  };
}

const interferences: readonly Interference[] = [
  ...statuses.flatMap((status) => [
    interference(`${status} without a body`, () => empty(status)),
    ...(status === 204
      ? []
      : [
          interference(`${status} with JSON`, () => {
            const response = json(status, `{"statusCode":${status},"message":"a secret"}`);
            if (status === 429) response.headers.set('retry-after', '30');
            return response;
          }),
          ...(status === 429 ? [] : [interference(`${status} with a page`, () => page(status))]),
        ]),
  ]),
  { label: 'a connection cut before the call arrives' },
  { label: 'a connection cut after the call is carried out', isCarriedOut: true },
  ...[302, 404, 500, 503].map((status) => ({
    label: `${status} after the call is carried out`,
    respond: () => empty(status),
    isCarriedOut: true as const,
    ...(status === 404 && { ofRemovals: true as const }),
  })),
  { label: 'a page with 200 after the call is carried out', respond: () => page(200), isCarriedOut: true },
];

/** One write to Auth0, and the request to the proxy that makes it. */
interface Write {
  readonly hit: { readonly method: string; readonly path: RegExp };
  readonly success: Success | '200 JSON';
  readonly options?: Partial<ProxyOptions>;
  readonly where?: WorldOptions;
  readonly prepare?: (world: OperationWorld) => Promise<unknown>;
  readonly send: (world: OperationWorld) => Promise<Answer>;
  /** Step of the receipt; without one, the answer's status is the claim. */
  readonly step?: ReceiptStep;
  /** Returns whether the tenant shows the change. */
  readonly isDone: (world: OperationWorld) => Promise<boolean>;
  /** Removing what doesn't exist is a success. */
  readonly isRemoval?: true;
  /** Part of the Authentication API. */
  readonly takesNoToken?: true;
  /** Whether a read can settle an unknown outcome. */
  readonly canLookUp: boolean;
  readonly audit: AuditEntry['action'];
}

const mia = people.mia[0];
const ben = people.ben[0];
const signInMia = ({ tenant }: OperationWorld) =>
  signIn(tenant, { username: 'mia@acme.example', organization: 'acme', scope: 'openid offline_access' });

/** Reads at the tenant, past the proxy and whatever is in its way. */
async function atTenant<T>({ tenant }: OperationWorld, path: string): Promise<T> {
  const scope = [
    'read:users read:sessions read:device_credentials read:authentication_methods read:organizations',
    'read:organization_members read:organization_member_roles read:organization_invitations',
  ].join(' ');
  const claims = { iss: tenant.issuer, sub: 'test@clients', aud: `${tenant.url}/api/v2/`, exp: 4e9, scope };
  const authorization = `Bearer ${await tenant.tokens.sign({}, claims)}`;
  const response = await tenant.fetch(`${tenant.url}/api/v2/${path}`, { headers: { authorization } });
  assert.equal(response.status, 200, path);
  return (await response.json()) as T;
}

const idOf = (userId: string) => encodeURIComponent(userId);
const user = ({ tenant }: OperationWorld, userId: string) => tenant.users.get(userId);
const isMember = async (world: OperationWorld, userId: string) => {
  const held = await atTenant<{ id: string }[]>(world, `users/${idOf(userId)}/organizations`);
  return held.some(({ id }) => id === acme);
};
const rolesOf = async (world: OperationWorld, userId: string) => {
  const path = `organizations/${acme}/members/${idOf(userId)}/roles`;
  return (await atTenant<{ id: string }[]>(world, path)).map(({ id }) => id);
};
const sessionsOf = async (world: OperationWorld) =>
  (await atTenant<{ sessions: unknown[] }>(world, `users/${idOf(mia)}/sessions`)).sessions.length;
const refreshTokensOf = async (world: OperationWorld) => {
  const path = `device-credentials?user_id=${idOf(mia)}&type=rotating_refresh_token`;
  return (await atTenant<unknown[]>(world, path)).length;
};
const invitationsTo = async (world: OperationWorld, email: string) => {
  type Row = { id: string; invitee: { email: string } };
  const all = await atTenant<Row[]>(world, `organizations/${acme}/invitations`);
  return all.filter(({ invitee }) => invitee.email === email).map(({ id }) => id);
};
const emails = async ({ tenant }: OperationWorld) => tenant.outbox.list().length;

const asAda =
  (path: string, body?: object) =>
  async (world: OperationWorld): Promise<Answer> =>
    world.post(await adaOf(world), path, body);
const asMia =
  (method: string, path: string, body?: object) =>
  async (world: OperationWorld): Promise<Answer> =>
    world.send(await world.freshTokenOf('mia'), path, {
      method,
      headers: { 'idempotency-key': 'one-and-only-key', 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
const assignRoles =
  (roles: readonly string[], was: readonly string[]) =>
  async (world: OperationWorld): Promise<Answer> =>
    world.send(await adaOf(world), `${pathOf(mia)}/roles`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ roles, was }),
    });

const guest = 'guest@new.example';
const inviteGuest = asAda('/v1/invitations', { invitations: [{ email: guest }], roles: [] });
const invitationPath = async (world: OperationWorld) => {
  const [id] = await invitationsTo(world, guest);
  return `/v1/invitations/${id}`;
};
/** The id of the guest's invitation before it is sent again. */
const firstInvitation = new WeakMap<OperationWorld, string>();

const userPath = /^\/api\/v2\/users\/[^/]+$/;
const writes: Record<string, Write> = {
  'blocking a member': {
    hit: { method: 'PATCH', path: userPath },
    success: '200 JSON',
    send: asAda(`${pathOf(mia)}/block`),
    step: 'block-account',
    isDone: async (world) => user(world, mia)?.blocked === true,
    canLookUp: true,
    audit: 'member.block',
  },
  'unblocking a member': {
    hit: { method: 'PATCH', path: userPath },
    success: '200 JSON',
    send: asAda(`${pathOf(ben)}/unblock`),
    step: 'unblock-account',
    isDone: async (world) => user(world, ben)?.blocked !== true,
    canLookUp: true,
    audit: 'member.unblock',
  },
  'clearing a lockout': {
    hit: { method: 'DELETE', path: /\/user-blocks\// },
    success: '204',
    send: asAda(`${pathOf(lio)}/clear-lockout`),
    step: 'clear-lockout',
    isDone: async (world) => {
      const { blocked_for } = await atTenant<{ blocked_for: unknown[] }>(world, `user-blocks/${idOf(lio)}`);
      return blocked_for.length === 0;
    },
    isRemoval: true,
    canLookUp: true,
    audit: 'member.clear-lockout',
  },
  'removing an authenticator': {
    hit: { method: 'DELETE', path: /\/authentication-methods\// },
    success: '204',
    send: asAda(`${pathOf(mia)}/mfa-reset`),
    step: 'remove-authenticator',
    isDone: async (world) => {
      const path = `users/${idOf(mia)}/authentication-methods`;
      const methods = await atTenant<{ type: string }[]>(world, path);
      return !methods.some(({ type }) => type === 'totp');
    },
    isRemoval: true,
    canLookUp: true,
    audit: 'member.mfa-reset',
  },
  'forgetting trusted browsers': {
    hit: { method: 'POST', path: /invalidate-remember-browser$/ },
    success: '204',
    send: asAda(`${pathOf(mia)}/mfa-reset`),
    step: 'forget-trusted-browsers',
    // The tenant shows nothing except that the call arrived.
    isDone: async ({ tenant }) =>
      tenant.requests.list().some(({ path, status }) => /remember-browser$/.test(path) && status === 204),
    canLookUp: false,
    audit: 'member.mfa-reset',
  },
  'signing a member out': {
    hit: { method: 'POST', path: /\/revoke-access$/ },
    success: '202',
    prepare: signInMia,
    send: asAda(`${pathOf(mia)}/revoke-access`),
    step: 'end-sessions',
    isDone: async (world) => (await sessionsOf(world)) === 0,
    isRemoval: true,
    canLookUp: true,
    audit: 'member.revoke-access',
  },
  'revoking refresh tokens together with the sessions': {
    hit: { method: 'POST', path: /\/revoke-access$/ },
    success: '202',
    prepare: signInMia,
    send: asAda(`${pathOf(mia)}/revoke-access`),
    step: 'revoke-refresh-tokens',
    isDone: async (world) => (await refreshTokensOf(world)) === 0,
    // Where the plan lacks the call, the tokens are revoked one by one.
    isRemoval: true,
    canLookUp: true,
    audit: 'member.revoke-access',
  },
  'revoking refresh tokens one by one': {
    hit: { method: 'DELETE', path: /\/device-credentials\// },
    success: '204',
    where: { plan: 'essentials' },
    prepare: signInMia,
    send: asAda(`${pathOf(mia)}/revoke-access`),
    step: 'revoke-refresh-tokens',
    isDone: async (world) => (await refreshTokensOf(world)) === 0,
    isRemoval: true,
    canLookUp: true,
    audit: 'member.revoke-access',
  },
  'removing a member': {
    hit: { method: 'DELETE', path: /\/organizations\/[^/]+\/members$/ },
    success: '204',
    send: asAda(`${pathOf(mia)}/deprovision`, { level: 'remove' }),
    step: 'remove-membership',
    isDone: async (world) => !(await isMember(world, mia)),
    isRemoval: true,
    canLookUp: true,
    audit: 'membership.remove',
  },
  'deleting a member': {
    hit: { method: 'DELETE', path: userPath },
    success: '204',
    send: asAda(`${pathOf(mia)}/deprovision`, { level: 'delete' }),
    step: 'delete-account',
    isDone: async (world) => user(world, mia) === undefined,
    isRemoval: true,
    canLookUp: true,
    audit: 'user.delete',
  },
  'deleting the own account': {
    hit: { method: 'DELETE', path: userPath },
    success: '204',
    send: asMia('DELETE', '/v1/profile'),
    isDone: async (world) => user(world, mia) === undefined,
    isRemoval: true,
    canLookUp: true,
    audit: 'profile.delete',
  },
  'assigning a role': {
    hit: { method: 'POST', path: /\/members\/[^/]+\/roles$/ },
    success: '204',
    send: assignRoles([memberRole, helpDeskRole], [memberRole]),
    isDone: async (world) => (await rolesOf(world, mia)).includes(helpDeskRole),
    canLookUp: true,
    audit: 'roles.assign',
  },
  'taking a role away': {
    hit: { method: 'DELETE', path: /\/members\/[^/]+\/roles$/ },
    success: '204',
    send: assignRoles([], [memberRole]),
    isDone: async (world) => !(await rolesOf(world, mia)).includes(memberRole),
    canLookUp: true,
    audit: 'roles.assign',
  },
  'saving a profile': {
    hit: { method: 'PATCH', path: userPath },
    success: '200 JSON',
    send: async (world) => {
      const token = await world.freshTokenOf('mia');
      const etag = (await world.send(token, '/v1/profile')).headers.get('etag') ?? '';
      return world.send(token, '/v1/profile', {
        method: 'PATCH',
        headers: { 'content-type': 'application/json', 'if-match': etag },
        body: JSON.stringify({ fields: { jobTitle: 'Lead' } }),
      });
    },
    isDone: async (world) => user(world, mia)?.user_metadata?.['job_title'] === 'Lead',
    canLookUp: true,
    audit: 'profile.update',
  },
  'ending a session': {
    hit: { method: 'POST', path: /\/sessions\/[^/]+\/revoke$/ },
    success: '202',
    prepare: signInMia,
    send: async (world) => {
      const { text } = await world.send(await world.freshTokenOf('mia'), '/v1/profile/sessions');
      const [session] = (JSON.parse(text) as SessionList).sessions;
      return asMia('DELETE', `/v1/profile/sessions/${session?.id}`)(world);
    },
    isDone: async (world) => (await sessionsOf(world)) === 0,
    isRemoval: true,
    canLookUp: true,
    audit: 'sessions.revoke',
  },
  'sending an email to reset the password': {
    hit: { method: 'POST', path: /\/dbconnections\/change_password$/ },
    success: 'sentence',
    send: asMia('POST', '/v1/profile/password-reset'),
    isDone: async (world) => (await emails(world)) === 1,
    takesNoToken: true,
    canLookUp: false,
    audit: 'password.reset',
  },
  'sending an email to verify the address': {
    hit: { method: 'POST', path: /\/jobs\/verification-email$/ },
    success: '201 JSON',
    prepare: async ({ tenant }) => tenant.users.update(mia, { email_verified: false }),
    send: asMia('POST', '/v1/profile/email-verification'),
    isDone: async (world) => (await emails(world)) === 1,
    canLookUp: false,
    audit: 'email.verify',
  },
  'inviting someone': {
    hit: { method: 'POST', path: /\/invitations$/ },
    success: '200 JSON',
    send: inviteGuest,
    isDone: async (world) => (await invitationsTo(world, guest)).length === 1,
    canLookUp: true,
    audit: 'invitation.create',
  },
  'revoking an invitation': {
    hit: { method: 'DELETE', path: /\/invitations\/[^/]+$/ },
    success: '204',
    prepare: inviteGuest,
    send: async (world) => world.send(await adaOf(world), await invitationPath(world), { method: 'DELETE' }),
    isDone: async (world) => (await invitationsTo(world, guest)).length === 0,
    isRemoval: true,
    canLookUp: true,
    audit: 'invitation.revoke',
  },
  'sending an invitation again': {
    hit: { method: 'POST', path: /\/invitations$/ },
    success: '200 JSON',
    prepare: async (world) => {
      await inviteGuest(world);
      firstInvitation.set(world, (await invitationsTo(world, guest))[0] ?? '');
    },
    send: async (world) => world.post(await adaOf(world), `${await invitationPath(world)}/resend`),
    isDone: async (world) => {
      const ids = await invitationsTo(world, guest);
      assert.ok(ids.length > 0, 'the guest is left without an invitation');
      return ids.some((id) => id !== firstInvitation.get(world));
    },
    canLookUp: true,
    audit: 'invitation.resend',
  },
};

const unknown: ReadonlySet<string> = new Set([
  'outcome_unknown',
  'upstream_invalid',
  'upstream_timeout',
  'upstream_unavailable',
]);
type Claim = boolean | 'unknown';
const claimOfCode = (code: string): Claim => (unknown.has(code) ? 'unknown' : false);

function claimOf({ status, problem, text }: Answer, step: ReceiptStep | undefined): Claim {
  if (status >= 300) return claimOfCode(problem.code);
  const body = text === '' ? {} : (JSON.parse(text) as Partial<MemberReceipt & InvitationResults>);
  // Invitations have results by person instead of a receipt.
  if (body.results?.some(({ code }) => code === 'outcome-unknown')) return 'unknown';
  if (body.results) return body.results.every(({ outcome }) => outcome === 'invited');
  if (step === undefined) return true;
  if (body.done?.includes(step) || body.already?.includes(step)) return true;
  return claimOfCode(body.notDone?.find((one) => one.step === step)?.code ?? assert.fail(text));
}

/** What an entry of the audit claims. */
function endOf(outcome: AuditEntry['outcome'] | undefined): Claim {
  return outcome === 'unknown' ? 'unknown' : outcome === 'done';
}

/** Puts the interference in the way of one write, and counts how often the write is sent. */
function createInterferedWorld(write: Write, options: Partial<ProxyOptions> = {}) {
  let active: Interference | undefined;
  const sent: string[] = [];
  const intercept: WorldOptions['intercept'] = async (request, callOn) => {
    const { pathname } = new URL(request.url);
    const isHit = request.method === write.hit.method && write.hit.path.test(pathname);
    if (!active || !isHit) return callOn();
    sent.push(`${pathname} ${await request.text()}`);
    if (active.isCarriedOut) await callOn();
    if (!active.respond) throw new TypeError('fetch failed');
    return active.respond();
  };
  const world = createOperationWorld({ ...write.options, ...options }, { ...write.where, intercept });
  return { world, sent, interfere: (next: Interference | undefined) => void (active = next) };
}

for (const [what, write] of Object.entries(writes)) {
  describe(`${what}, answered with`, () => {
    it('the documented success, is claimed and done', async () => {
      const { world } = createInterferedWorld(write);
      await write.prepare?.(world);
      assert.equal(await write.isDone(world), false, 'nothing is done before');
      assert.equal(claimOf(await write.send(world), write.step), true);
      assert.equal(await write.isDone(world), true);
    });

    for (const interference of interferences) {
      if (interference.looksLike === write.success) continue;
      if (interference.ofRemovals && !write.isRemoval) continue;
      it(`${interference.label}, is claimed exactly as it is`, async () => {
        const { world, sent, interfere } = createInterferedWorld(write);
        await write.prepare?.(world);
        world.audit.length = 0;
        interfere(interference);
        const answer = await write.send(world);
        const claim = claimOf(answer, write.step);
        interfere(undefined);

        const isDone = await write.isDone(world);
        // If a lookup can settle it, an outcome is unknown only while the tenant doesn't show the change.
        if (claim !== 'unknown') assert.equal(claim, isDone, answer.text);
        else if (write.canLookUp) assert.equal(isDone, false, answer.text);
        const entries = world.audit.filter(({ action }) => action === write.audit);
        assert.equal(entries.length, 1, 'one entry, however it ended');
        const [entry] = entries;
        // The receipt says which step failed, and whether that is known.
        if (entry?.outcome !== 'partly') assert.equal(endOf(entry?.outcome), claim, answer.text);
        assert.doesNotMatch(answer.text, /secret|Gateway/);

        const times = Math.max(
          ...[...new Set(sent)].map((one) => sent.filter((other) => other === one).length),
        );
        const isRepeated = interference.repeats && !write.takesNoToken;
        assert.equal(times, isRepeated ? 2 : 1, 'no write is repeated but after a 401');
      });
    }
  });
}

describe('the erasure webhook', () => {
  const url = 'https://product.example/erase';
  const erasure = { url, secret: 'a-secret-of-enough-characters' };
  const deletions = {
    'deleting a member': writes['deleting a member'],
    'deleting the own account': writes['deleting the own account'],
  };

  /** Records calls to the webhook and deletions in the order in which they are sent. */
  function createErasureWorld(webhook: () => Response, deletion: Interference | undefined) {
    const order: string[] = [];
    const intercept: WorldOptions['intercept'] = async (request, callOn) => {
      if (request.url === url) {
        order.push('webhook');
        return webhook();
      }
      if (request.method !== 'DELETE' || !userPath.test(new URL(request.url).pathname)) return callOn();
      order.push('delete');
      if (!deletion) return callOn();
      if (deletion.isCarriedOut) await callOn();
      if (!deletion.respond) throw new TypeError('fetch failed');
      return deletion.respond();
    };
    return { order, world: createOperationWorld({ erasure }, { intercept }) };
  }

  for (const [what, write] of Object.entries(deletions)) {
    for (const status of [302, 400, 401, 404, 409, 429, 500, 503]) {
      it(`that answers ${status} stops ${what}`, async () => {
        const { order, world } = createErasureWorld(() => empty(status), undefined);
        const { problem } = (await write?.send(world)) ?? assert.fail();
        assert.equal(problem.code, 'erasure_failed');
        assert.deepEqual(order, ['webhook']);
        assert.ok(user(world, mia));
      });
    }

    for (const interference of interferences) {
      it(`comes once, before ${what} that is answered with ${interference.label}`, async () => {
        const { order, world } = createErasureWorld(() => empty(204), interference);
        await write?.send(world);
        assert.deepEqual(order, ['webhook', 'delete', ...(interference.repeats ? ['delete'] : [])]);
      });
    }
  }
});
