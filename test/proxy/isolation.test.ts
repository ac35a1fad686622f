import assert from 'node:assert/strict';
import { after, before, describe, it, mock } from 'node:test';
import { signIn } from '../../backend-proxy/dev-tenant/index.js';
import type { BulkRun, InvitationResults, MemberPage, SessionList } from '../../src/contract/index.js';
import { defaultPolicy, parsePolicy } from '../../src/policy/index.js';
import { createWorld, people, type PersonName, type World } from './support.js';
import {
  allRoutes,
  initOf,
  isWrite,
  parametersOf,
  requestTo,
  traceOf,
  type Route,
  type Trace,
} from './walls.js';

/** About the caller, or the caller's organization, both from the token: there is no id to try, or the test below tries it. */
const withoutParameter: readonly Route[] = [
  'GET /v1/profile',
  'PATCH /v1/profile',
  'DELETE /v1/profile',
  'POST /v1/profile/password-reset',
  'POST /v1/profile/email-verification',
  'GET /v1/profile/sessions',
  'DELETE /v1/profile/sessions',
  'GET /v1/profile/export',
  'GET /v1/profile/deletion',
  'DELETE /v1/profile/deletion',
  'GET /v1/session',
  'GET /v1/roles',
  'GET /v1/members',
  'GET /v1/members/export',
  'GET /v1/members/selection',
  'GET /v1/invitations',
  'POST /v1/invitations',
  'GET /v1/invitations/options',
  'GET /v1/activity',
  'GET /v1/activity/export',
  'POST /v1/bulk-runs',
];

const routes = allRoutes();
const walled = routes.filter((route) => parametersOf(route).length > 0);
const policy = parsePolicy({
  ...defaultPolicy,
  safeguards: { ...defaultPolicy.safeguards, invitationLinks: 'allowed' },
});
const encode = encodeURIComponent;

/** Someone of another organization, an invitation, a session and a run there; and beside them what no one has. */
const foreign: Record<string, string[]> = {
  userId: [people.grace[0], people.ivy[0], people.uma[0]],
  invitationId: [],
  sessionId: [],
  runId: [],
};
const madeUp: Readonly<Record<string, string>> = {
  userId: 'auth0|nobody000000000000000000',
  invitationId: 'uinv_0000000000000000',
  sessionId: 'sess_0000000000000000',
  runId: '00000000-0000-4000-8000-000000000000',
};
/** What stands in the other parameters: the organization's own. */
const own: Record<string, string> = { userId: people.mia[0] };

let world: World;
let ada: string;

async function adminOf(person: PersonName): Promise<string> {
  const [userId, organizationId] = people[person];
  return world.tenant.tokens.issueAccessToken({ userId, organizationId, permissions: ['manage:members'] });
}

before(async () => {
  // What is remembered for a while stays remembered: two requests differ by whom they are about and by nothing else.
  mock.timers.enable({ apis: ['Date'], now: Date.now() });
  world = createWorld({ policy });
  ada = await adminOf('ada');
  for (const person of ['grace', 'uma'] as const) {
    const init = initOf('POST', { invitations: [{ email: `new@${person}.example` }], roles: [] });
    const { text } = await world.send(await adminOf(person), '/v1/invitations', init);
    const [result] = (JSON.parse(text) as InvitationResults).results;
    assert.ok(result?.invitation, text);
    foreign['invitationId']?.push(result.invitation.id);
  }
  foreign['sessionId']?.push(await sessionOf('uma', 'umbrella'));
  foreign['runId']?.push((await runAs('grace', [people.grace[0]])).id ?? '');
  own['sessionId'] = await sessionOf('mia', 'acme');
});

after(() => mock.timers.reset());

/** A run that has come to its end. */
async function runAs(person: PersonName, userIds: readonly string[]): Promise<BulkRun> {
  const token = await adminOf(person);
  const request = initOf('POST', { operation: 'member.block', userIds });
  const started = await world.send(token, '/v1/bulk-runs', request);
  assert.equal(started.status, 202, started.text);
  let run = JSON.parse(started.text) as BulkRun;
  while (run.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 5));
    run = JSON.parse((await world.send(token, `/v1/bulk-runs/${run.id}`)).text) as BulkRun;
  }
  return run;
}

async function sessionOf(person: 'uma' | 'mia', organization: string): Promise<string> {
  await signIn(world.tenant, { username: `${person}@${organization}.example`, organization });
  const { text } = await world.send(await adminOf(person), '/v1/profile/sessions');
  return (JSON.parse(text) as SessionList).sessions[0]?.id ?? '';
}

const segmentsFor = (parameter: string, segment: string) => ({
  ...Object.fromEntries(Object.entries(own).map(([name, id]) => [name, encode(id)])),
  [parameter]: segment,
});
/** The same request about someone else, and about no one. */
async function compare(
  route: Route,
  parameter: string,
  id: string,
  form: (id: string) => string = encode,
  token = ada,
): Promise<readonly [about: Trace, nobody: Trace]> {
  const nobodysId = madeUp[parameter] ?? '';
  const ask = (each: string) =>
    traceOf(world, token, requestTo(route, segmentsFor(parameter, form(each))), each);
  // Once to warm what is remembered.
  await ask(nobodysId);
  return [await ask(id), await ask(nobodysId)];
}

describe('the wall around an organization', () => {
  it('is tried at every address that takes an id', () => {
    const untried = routes.filter((route) => !walled.includes(route) && !withoutParameter.includes(route));
    assert.deepEqual(untried, [], 'a new address needs its case');
    assert.deepEqual(
      [...new Set(walled.flatMap(parametersOf))].filter((name) => !(name in madeUp)),
      [],
      'a new kind of id needs a foreign one and a made-up one',
    );
    assert.ok(Object.values(foreign).every((ids) => ids.length > 0 && ids.every((id) => id !== '')));
  });

  for (const route of walled) {
    it(`tells no one of another organization from no one at all: ${route}`, async () => {
      for (const parameter of parametersOf(route)) {
        for (const id of foreign[parameter] ?? []) {
          const [about, nobody] = await compare(route, parameter, id);
          assert.deepEqual(about, nobody, id);
          assert.equal(about.status, 404, about.body);
          assert.match(about.body, /"code":"(?:profile|session|invitation|bulk_run)_not_found"/);
          assert.deepEqual(about.calls.filter(isWrite), []);
        }
      }
    });
  }

  it('is not looked over by a help desk either, and by someone without a role not even towards their own', async () => {
    const desk = await world.tenant.tokens.issueAccessToken({
      userId: people.hal[0],
      organizationId: people.hal[1],
      permissions: ['support:members'],
    });
    const plain = await world.tenant.tokens.issueAccessToken({
      userId: people.mia[0],
      organizationId: people.mia[1],
      permissions: [],
    });
    for (const route of walled.filter((each) => !each.includes('/v1/profile/'))) {
      const [parameter = ''] = parametersOf(route);
      for (const id of foreign[parameter] ?? []) {
        const [about, nobody] = await compare(route, parameter, id, encode, desk);
        assert.deepEqual(about, nobody, `${route} ${id}`);
        assert.ok(about.status === 404 || about.status === 403, route);
        const [foreigner, unseen] = await compare(route, parameter, id, encode, plain);
        assert.deepEqual(foreigner, unseen, `${route} ${id}`);
        assert.deepEqual([foreigner.status, foreigner.calls], [403, []], route);
      }
    }
  });
});

describe('an id in a hostile form', () => {
  const mia = encode(people.mia[0]);
  const forms: Readonly<Record<string, (id: string) => string>> = {
    'with its pipe as it is': (id) => id.replaceAll('/', '%2F'),
    'in capitals': (id) => encode(id.toUpperCase()),
    'in small letters': (id) => encode(id.toLowerCase()),
    'with small escapes': (id) => encode(id).replace(/%../g, (escape) => escape.toLowerCase()),
    'escaped twice': (id) => encode(encode(id)),
    'after an escaped slash': (id) => `%2F${encode(id)}`,
    'before an escaped slash': (id) => `${encode(id)}%2F`,
    'before a slash': (id) => `${encode(id)}/`,
    'after two slashes': (id) => `//${encode(id)}`,
    'after a way up': (id) => `..%2F${encode(id)}`,
    'after an escaped way up': (id) => `%2e%2e%2F${encode(id)}`,
    'after the way to another address': (id) => `x%2F..%2F..%2Fusers%2F${encode(id)}`,
    'behind somebody of the own': (id) => `${mia}%2F..%2F${encode(id)}`,
    'before somebody of the own': (id) => `${encode(id)}%2F..%2F${mia}`,
    'before a way up': (id) => `${encode(id)}/..`,
    'after a dot': (id) => `./${encode(id)}`,
    'with a backslash': (id) => `..%5C${encode(id)}`,
    'with a parameter': (id) => `${encode(id)};x=1`,
    'with an escaped semicolon': (id) => `${encode(id)}%3Bx`,
    'with a fragment': (id) => `${encode(id)}%23x`,
    'with a query in it': (id) => `${encode(id)}%3Ffields%3Dname`,
    'with an ampersand': (id) => `${encode(id)}%26include_totals%3Dtrue`,
    'with a NUL': (id) => `${encode(id)}%00`,
    'after a NUL': (id) => `%00${encode(id)}`,
    'with a line break': (id) => `${encode(id)}%0D%0Ax-evil:%201`,
    'with a blank': (id) => `${encode(id)}%20`,
    'with a zero-width space': (id) => `${encode(id)}%E2%80%8B`,
    'with an overlong slash': (id) => `${encode(id)}%C0%AF`,
    'with half an escape': (id) => `${encode(id)}%`,
    'with half a character': (id) => `${encode(id)}%E2%80`,
    'in a list': (id) => `${encode(id)},${mia}`,
    'in an array': (id) => encode(JSON.stringify([id])),
    'in an object': (id) => encode(JSON.stringify({ $eq: id })),
    'as a query of its own': (id) => encode(`${id}" OR user_id:"${id}`),
    'as a wildcard': (id) => encode(`${id}*`),
    'as everybody': () => '*',
    'as nobody': () => '%20',
    'very long': (id) => encode(id) + 'a'.repeat(5_000),
  };

  for (const [label, form] of Object.entries(forms)) {
    it(`opens nothing: ${label}`, async () => {
      for (const route of walled) {
        for (const parameter of parametersOf(route)) {
          const [id = ''] = foreign[parameter] ?? [];
          const [about, nobody] = await compare(route, parameter, id, form);
          assert.deepEqual(about, nobody, route);
          assert.ok(about.status >= 400 && about.status < 500, `${route} ${about.status} ${about.body}`);
          assert.deepEqual(about.calls.filter(isWrite), [], route);
        }
      }
    });
  }
});

describe('an id where no path has one', () => {
  const same = async (
    request: (id: string) => readonly [path: string, init: RequestInit],
    id: string,
    nobodysId: string,
    within = world,
  ) => {
    const ask = async (each: string) => {
      // Nothing is remembered of the request before.
      mock.timers.tick(3_600_000);
      const trace = await traceOf(within, await adminOf('ada'), request(each), each);
      // Times that count from now differ with it.
      return { ...trace, body: trace.body.replace(/"accessTokensUntil":"[^"]+"/, '"accessTokensUntil":""') };
    };
    const [about, nobody] = [await ask(id), await ask(nobodysId)];
    assert.deepEqual(about, nobody);
    assert.deepEqual(about.calls.filter(isWrite), []);
    return about;
  };
  const get = (query: (id: string) => string) => (id: string) => [query(id), {}] as const;

  it('tells nothing of people elsewhere: the trail', async () => {
    // The log of the other world has what was tried above, with the IDs that were tried.
    const untouched = createWorld({ policy }, { tenant: world.tenant });
    const theirs = await adminOf('grace');
    await untouched.send(theirs, '/v1/profile/sessions', { method: 'DELETE' });
    for (const id of foreign['userId'] ?? []) {
      const { status } = await same(
        get((each) => `/v1/activity?member=${encode(each)}`),
        id,
        madeUp['userId'] ?? '',
        untouched,
      );
      assert.equal(status, 200);
    }
    await same(
      get((each) => `/v1/activity?cursor=${each}`),
      '1000000001',
      '9999999999',
    );
  });

  it('tells nothing of people elsewhere: search, and the connections of others', async () => {
    for (const path of ['/v1/members', '/v1/members/export', '/v1/members/selection']) {
      for (const [known, unknown] of [
        ['grace', 'zzzzz'],
        ['grace@globex.example', 'zzzzz@globex.example'],
        ['umbrella', 'zzzzzzzz'],
      ] as const) {
        await same(
          get((word) => `${path}?search=${encode(word)}`),
          known,
          unknown,
        );
      }
      await same(
        get((name) => `${path}?connection=${name}`),
        'globex-saml',
        'no-such-connection',
      );
    }
  });

  it('gives no way into another list: cursors', async () => {
    const theirs = await world.send(await adminOf('grace'), '/v1/members?limit=1');
    const cursor = (JSON.parse(theirs.text) as MemberPage).next;
    assert.ok(cursor);
    const { status } = await same(
      get((each) => `/v1/members?limit=1&cursor=${each}`),
      cursor,
      cursor.replace(/^./, (letter) => (letter === 'a' ? 'b' : 'a')),
    );
    assert.equal(status, 400);
    await same(
      get((each) => `/v1/invitations?cursor=${each}`),
      cursor,
      `x${cursor}`,
    );
  });

  it('does nothing to people elsewhere, in many or alone: runs', async () => {
    const preview = (id: string) =>
      [
        '/v1/bulk-runs',
        initOf('POST', { operation: 'member.block', userIds: [id, people.mia[0]], preview: true }),
      ] as const;
    for (const id of foreign['userId'] ?? []) {
      const { body } = await same(preview, id, madeUp['userId'] ?? '');
      assert.match(body, /"userId":"\{id\}","state":"refused","reason":"profile_not_found"/);
    }
    const userIds = [...(foreign['userId'] ?? []), madeUp['userId'] ?? ''];
    world.tenant.requests.clear();
    const { items } = await runAs('ada', userIds);
    assert.deepEqual(
      items.map(({ userId, ...result }) => result),
      userIds.map(() => ({ state: 'refused', reason: 'profile_not_found' })),
    );
    assert.equal(world.calls({ method: 'PATCH' }) + world.calls({ method: 'POST' }), 0);
  });

  it('tells nothing of addresses, connections and roles elsewhere: invitations', async () => {
    const invite = (body: object) => ['/v1/invitations', initOf('POST', { dryRun: true, ...body })] as const;
    for (const [known, unknown] of [
      ['grace@globex.example', 'nobody@globex.example'],
      ['uma@umbrella.example', 'nobody@umbrella.example'],
      ['new@grace.example', 'new@nobody.example'],
    ] as const) {
      await same((email) => invite({ invitations: [{ email }], roles: [] }), known, unknown);
    }
    await same(
      (connectionId) => invite({ invitations: [{ email: 'new@acme.example' }], roles: [], connectionId }),
      'con_globex0000000000',
      'con_nobody0000000000',
    );
  });
});
