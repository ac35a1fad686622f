import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AuditEntry, LogEntry } from '../../backend-proxy/src/index.js';
import { startServer } from '../../backend-proxy/src/cli/serve/server.js';
import { exportMembers } from '../../src/client/member-export.js';
import { createSend } from '../../src/client/send.js';
import { parseCsv } from '../../src/state/csv.js';
import { csvMark } from '../../src/contract/csv.js';
import { defaultPolicy, parsePolicy } from '../../src/policy/index.js';
import { crowd, crowdAdmin, crowdName } from './crowd.js';
import { createAgedStorage, createWorld, people, type World, type WorldOptions } from './support.js';

const path = '/v1/members/export';
const download = async (world: World, token: string, query = '') => {
  const answer = await world.send(token, path + query);
  return { ...answer, rows: parseCsv(answer.text) };
};

describe('the members as a file', () => {
  it('has a line for each of them, in the columns an admin may see', async () => {
    const audit: AuditEntry[] = [];
    const world = createWorld({ audit: (entry) => audit.push(entry) });
    const { status, headers, text, rows } = await download(world, await world.tokenOf('ada'));
    assert.equal(status, 200);
    assert.equal(headers.get('content-type'), 'text/csv; charset=utf-8; header=present');
    assert.match(headers.get('content-disposition') ?? '', /^attachment; filename="members-[\d-]+\.csv"$/);
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.ok(text.endsWith('\r\n'));
    // Decoding takes the mark away.
    const raw = await world.fetch(await world.tokenOf('ada'), path);
    const bytes = new Uint8Array(await raw.arrayBuffer());
    assert.deepEqual([...bytes.subarray(0, 3)], [...new TextEncoder().encode(csvMark)]);
    const [heading, ...lines] = rows;
    assert.deepEqual(heading, [
      'Name',
      'Email',
      'Roles',
      'Sign-in method',
      'Status',
      'Last sign-in',
      'Created',
      'User ID',
    ]);
    const ada = lines.find((line) => line.includes(people.ada[0]));
    assert.deepEqual(ada?.slice(0, 5), ['Ada Keller', 'ada@acme.example', 'Admin', 'Acme accounts', '']);
    assert.equal(lines.find((line) => line.includes(people.ben[0]))?.[4], 'Blocked');
    assert.deepEqual(
      audit.map(({ action, targetUserId }) => [action, targetUserId]),
      [
        ['members.export', null],
        ['members.export', null],
      ],
    );
  });

  it('takes the filters of the list, and no others', async () => {
    const world = createWorld();
    const ada = await world.tokenOf('ada');
    const named = async (query: string) =>
      (await download(world, ada, query)).rows.slice(1).map(([name]) => name);
    assert.deepEqual(await named('?search=kafo'), ['Mia Okafor']);
    assert.deepEqual(await named('?status=blocked'), ['Ben Roth']);
    assert.deepEqual(await named('?role=rol_admin00000000000&sort=-lastLogin'), ['Ada Keller']);
    assert.deepEqual(await named('?connection=globex-saml'), []);
    for (const query of ['?limit=10', '?cursor=x', '?q=name:a', '?status=gone']) {
      const { status, problem } = await world.send(ada, path + query);
      assert.deepEqual([status, problem.code], [400, 'query_invalid'], query);
    }
  });

  it('is for whom the policy lets take it away', async () => {
    const world = createWorld();
    for (const person of ['hal', 'mia'] as const) {
      const { status, problem } = await world.send(await world.tokenOf(person), path);
      assert.deepEqual([status, problem.code], [403, 'operation_locked']);
    }
    assert.equal(world.calls({ path: /members/ }), 0);
  });

  it('writes headings and statuses in the language of Accept-Language', async () => {
    const world = createWorld();
    const response = await world.fetch(await world.tokenOf('ada'), path, {
      headers: { 'accept-language': 'sv-FI, de-AT;q=0.9, en;q=0.8' },
    });
    assert.equal(response.headers.get('content-language'), 'de');
    const text = await response.text();
    assert.match(text, /^Name,E-Mail,Rollen,Anmeldemethode,Status,Letzte Anmeldung,Erstellt,Benutzer-ID\r\n/);
    assert.match(text, /,Gesperrt,/);
  });

  it('writes them in the language of the element, whatever the browser speaks', async () => {
    const world = createWorld();
    const ada = await world.tokenOf('ada');
    const accept = { 'accept-language': 'en' };
    const send = createSend('', (url) => world.fetch(ada, url, { headers: accept }));
    const options = { lang: 'de-AT', signal: new AbortController().signal, onProgress: () => {} };
    const file = await exportMembers(send, new URLSearchParams({ status: 'blocked' }), options);
    const [headings = '', ben = ''] = (await file.text()).split('\r\n');
    assert.match(headings, /^Name,E-Mail,Rollen,/);
    assert.match(ben, /^Ben Roth,.*,Gesperrt,/);
  });

  it('leaves out what its reader may not see, and shows masks', async () => {
    const rules = defaultPolicy.rules.filter(({ id }) => id !== 'support-reads');
    const desk = { effect: 'allow', actors: ['help-desk'] } as const;
    const more = { ...desk, id: 'takes', operations: ['members.export'] } as const;
    const names = { ...desk, id: 'names', actions: ['read'], fields: ['name'] } as const;
    const masks = { ...desk, id: 'masks', actions: ['read'], fields: ['email'], masked: true } as const;
    const read = async (...own: (typeof more | typeof names | typeof masks)[]) => {
      const world = createWorld({ policy: parsePolicy({ ...defaultPolicy, rules: [...rules, ...own] }) });
      return (await download(world, await world.tokenOf('hal'))).rows;
    };
    const [heading, ...lines] = await read(more, names, masks);
    assert.deepEqual(heading?.slice(0, 3), ['Name', 'Email', 'Sign-in method']);
    const mia = lines.find((line) => line.includes(people.mia[0]));
    assert.deepEqual(mia?.slice(0, 2), ['Mia Okafor', 'm••••••@acme.example']);
    assert.deepEqual((await read(more))[0]?.slice(0, 2), ['Sign-in method', 'Status']);
  });

  it('makes text of what a spreadsheet would take for a formula', async () => {
    const world = createWorld();
    for (const name of [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '  =1',
      '＝1',
      'a"b,c',
      '=cmd|"/c calc"!A1',
    ]) {
      world.tenant.users.update(people.mia[0], { name });
      const { text, rows } = await download(world, await world.tokenOf('ada'));
      world.tenant.clock.advance(5_000);
      assert.doesNotMatch(text.replace(csvMark, ''), /(?:^|,|\r\n)"?[\s\0]*[=+\-@＝]/, name);
      assert.ok(rows.length > 5);
    }
  });
});

describe('a long file', () => {
  it('goes beyond the thousandth, also with a filter, for two calls a page', async () => {
    const world = createWorld({}, { seed: crowd(1_120) });
    const token = await crowdAdmin(world);
    const all = await download(world, token);
    assert.equal(new Set(all.rows.slice(1).map((row) => row.at(-1))).size, 1_120);
    world.tenant.requests.clear();
    const found = await download(world, token, '?search=person');
    assert.equal(found.rows.length, 1_121);
    // Of each page the list and a search, and once in a while whether the caller may still read on.
    assert.ok(world.calls() <= 2 * 23 + 6, String(world.calls()));
  });

  it('is read as it is taken: who stops reading causes no further call', async () => {
    const world = createWorld({}, { seed: crowd(600) });
    const response = await world.fetch(await crowdAdmin(world), path);
    const reader = response.body?.getReader();
    await reader?.read();
    const before = world.calls();
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(world.calls(), before);
    await reader?.read();
    assert.ok(world.calls() > before);
    await reader?.cancel();
    const after = world.calls();
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(world.calls(), after);
  });
});

describe('several files at once', () => {
  const open = (world: World, token: string) => world.fetch(token, path);

  it('are two for an organization, through however many proxies, and as many for each other one', async () => {
    const storage = createAgedStorage();
    const first = createWorld({ storage });
    const second = createWorld({ storage }, { tenant: first.tenant });
    const ada = await first.tokenOf('ada');
    const [one, two] = [await open(first, ada), await open(second, ada)];
    assert.deepEqual([one.status, two.status], [200, 200]);
    const { status, headers, problem } = await second.send(ada, path);
    assert.deepEqual([status, problem.code], [429, 'rate_limited']);
    const wait = Number(headers.get('retry-after'));
    assert.ok(wait >= 1 && wait <= 30, String(wait));
    const grace = await first.tenant.tokens.issueAccessToken({
      userId: people.grace[0],
      organizationId: people.grace[1],
      permissions: ['manage:members'],
    });
    assert.equal((await first.send(grace, path)).status, 200);
    // One that is read to its end, and one that no one takes, make room.
    await one.text();
    await two.body?.cancel();
    for (let file = 0; file < 4; file += 1) assert.equal((await second.send(ada, path)).status, 200);
  });

  it('are not held by HEAD requests, which download nothing', async () => {
    const audit: AuditEntry[] = [];
    const world = createWorld({ audit: (entry) => audit.push(entry) });
    const ada = await world.tokenOf('ada');
    for (let sent = 0; sent < 3; sent += 1)
      assert.equal((await world.fetch(ada, path, { method: 'HEAD' })).status, 200);
    assert.deepEqual(audit, []);
    assert.equal((await download(world, ada)).status, 200);
  });

  it('count no more once they have failed, at their first page or later', async () => {
    let pages = 0;
    const fails = (url: string) => /\/members\?/.test(url) && (pages += 1) % 2 === 0;
    const intercept: WorldOptions['intercept'] = async ({ url }, callOn) =>
      fails(url) ? new Response('{"statusCode":400}', { status: 400 }) : callOn();
    const world = createWorld({}, { seed: crowd(120), intercept });
    const token = await crowdAdmin(world);
    for (let file = 0; file < 4; file += 1) {
      await assert.rejects((await open(world, token)).text());
      pages = 1;
      assert.equal((await open(world, token)).status, 400);
      pages = 0;
    }
  });
});

describe('a file that breaks off', () => {
  /** The third page of the list fails. */
  const breaking = (): WorldOptions => {
    let pages = 0;
    return {
      seed: crowd(300),
      intercept: async ({ url }, callOn) =>
        /\/members\?/.test(url) && (pages += 1) >= 3
          ? new Response('{"statusCode":400}', { status: 400 })
          : callOn(),
    };
  };

  it('is a refusal like any other where nothing has been written yet', async () => {
    const world = createWorld(
      {},
      { intercept: async ({ url }, callOn) => (/\/members\?/.test(url) ? Response.error() : callOn()) },
    );
    const { status, problem } = await world.send(await world.tokenOf('ada'), path);
    assert.deepEqual([status, problem.code], [502, 'upstream_unavailable']);
  });

  it('fails its reader, is no file at the client, and is in the log', async () => {
    const log: LogEntry[] = [];
    const world = createWorld({ log: (entry) => 'requestId' in entry && log.push(entry) }, breaking());
    const token = await crowdAdmin(world);
    const response = await world.fetch(token, path);
    assert.equal(response.status, 200);
    await assert.rejects(response.text());
    const broken = log.find(({ code }) => code !== undefined);
    assert.deepEqual([broken?.code, broken?.organizationId], ['query_invalid', crowdName]);
    assert.match(broken?.cause ?? '', /^broken off: /);

    const other = createWorld({}, breaking());
    const otherToken = await crowdAdmin(other);
    let progress = 0;
    const send = createSend('', (url) => other.fetch(otherToken, url));
    const options = {
      lang: 'en',
      signal: new AbortController().signal,
      onProgress: (count: number) => (progress = count),
    };
    await assert.rejects(exportMembers(send, new URLSearchParams(), options), { name: 'ProxyProblem' });
    assert.equal(progress, 100);
  });

  it('is cut on the wire as well, so that no reader takes it for the whole', async () => {
    const world = createWorld({}, breaking());
    const token = await crowdAdmin(world);
    const server = await startServer((request) => world.proxy(request), { host: '127.0.0.1', port: 0 });
    try {
      const response = await fetch(`${server.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
      await assert.rejects(response.text());
    } finally {
      await server.close();
    }
  });

  it('ends for someone who loses the role while it is written', async () => {
    const world = createWorld({}, { seed: crowd(300) });
    const response = await world.fetch(await crowdAdmin(world), path);
    const reader = response.body?.getReader();
    await reader?.read();
    const other = await world.tenant.tokens.issueAccessToken({
      userId: 'auth0|000010',
      organizationId: crowdName,
    });
    const { status } = await world.send(other, '/v1/members/auth0%7C000000/roles', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ roles: [], was: ['rol_admin'] }),
    });
    assert.equal(status, 200);
    await assert.rejects(async () => reader?.read(), { code: 'operation_locked' });
  });

  it('does not break off because the sign-in grows old meanwhile', async (t) => {
    const stepUp = { maxAge: 300, for: ['members.export'] } as const;
    const policy = parsePolicy({ ...defaultPolicy, safeguards: { stepUp } });
    const world = createWorld({ policy }, { seed: crowd(120) });
    const signedInAt = Math.floor(Date.now() / 1000);
    const token = await world.tenant.tokens.issueAccessToken({
      userId: 'auth0|000000',
      organizationId: crowdName,
      'https://orgdesk.dev/auth_time': signedInAt,
    });
    const reader = (await world.fetch(token, path)).body?.getReader();
    await reader?.read();
    t.mock.timers.enable({ apis: ['Date'], now: Date.now() + 301_000 });
    assert.equal((await reader?.read())?.done, false);
    assert.equal((await world.send(token, path)).problem.code, 'step_up_required');
  });

  it('ends for someone who is blocked while it is written', async (t) => {
    const world = createWorld({}, { seed: crowd(300) });
    const response = await world.fetch(await crowdAdmin(world), path);
    const reader = response.body?.getReader();
    await reader?.read();
    world.tenant.users.update('auth0|000000', { blocked: true });
    // That someone may act is remembered for a few seconds.
    t.mock.timers.enable({ apis: ['Date'], now: Date.now() + 6_000 });
    await assert.rejects(async () => reader?.read(), { code: 'user_blocked' });
  });
});
