/** The function that makes every call to Auth0, against servers on real sockets, by each transport, and made-up `fetch` functions. */
import assert from 'node:assert/strict';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, describe, it } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { urlOf } from '../../backend-proxy/src/management/api.js';
import { Auth0Refusal } from '../../backend-proxy/src/management/auth0-refusal.js';
import { empty, json, plainText } from '../../backend-proxy/src/management/expected-response.js';
import {
  createHttp,
  isOutcomeUnknown,
  type CallContext,
  type HttpRequest,
} from '../../backend-proxy/src/management/http.js';
import {
  backoffMs,
  retryAfterSeconds,
  secondsUntilReset,
} from '../../backend-proxy/src/management/retry-delay.js';
import { jsonRows } from '../../backend-proxy/src/management/rows.js';
import { createFetchTransport, type Transport } from '../../backend-proxy/src/management/transport.js';
import { nodeTransport } from '../../backend-proxy/src/node/transport.js';
import { ProblemError } from '../../backend-proxy/src/http/problem-error.js';
import { settleUntil } from '../harness/until.js';

const userSchema = z.object({ user_id: z.string() });
const read: HttpRequest<unknown> = {
  method: 'GET',
  url: 'https://tenant.example/x',
  expect: json(userSchema),
};
const transports: readonly (readonly [name: string, transport: Transport])[] = [
  ['fetch', createFetchTransport(fetch)],
  ['undici', nodeTransport],
];
const remove: HttpRequest<unknown> = { ...read, method: 'DELETE', expect: empty(204) };
const within = (ms: number): CallContext => ({ correlationId: 'abc', deadline: Date.now() + ms });

/** Makes a call that the given responses answer one after the other, the last one again and again. */
function replay(responses: readonly (() => Response | Promise<Response>)[]) {
  const sent: Request[] = [];
  const transport = createFetchTransport(async (input, init) => {
    sent.push(new Request(input, init));
    const answer = responses[Math.min(sent.length, responses.length) - 1];
    assert.ok(answer);
    return answer();
  });
  return { http: createHttp(transport), sent };
}

const respond =
  (status: number, body: string | null = null, headers: Record<string, string> = {}) =>
  () =>
    new Response(body, {
      status,
      headers: { ...(body !== null && { 'content-type': 'application/json' }), ...headers },
    });
const cut = () => Promise.reject(new TypeError('fetch failed'));
const user = respond(200, '{"user_id":"auth0|1"}');

async function codeOf(call: Promise<unknown>): Promise<string> {
  const reason: unknown = await call.then(
    (value) => assert.fail(`succeeded with ${JSON.stringify(value)}`),
    (thrown: unknown) => thrown,
  );
  if (reason instanceof Auth0Refusal) return `refusal ${reason.status}`;
  assert.ok(reason instanceof ProblemError, String(reason));
  return reason.code;
}

describe('the success of a call', () => {
  const page = '<!doctype html><title>Sign in</title>';
  const html = { 'content-type': 'text/html' };
  const unexpected: [string, HttpRequest<unknown>, () => Response][] = [
    ['a 302', remove, respond(302, null, { location: 'https://evil.example/' })],
    ['a 307', remove, respond(307, null, { location: 'https://evil.example/' })],
    ['a 304', read, respond(304)],
    ['an undocumented 201', remove, respond(201, '{}')],
    ['an undocumented 202', remove, respond(202)],
    ['an undocumented 204', read, respond(204)],
    ['a 200 with a page', remove, respond(200, page, html)],
    ['a 202 with a page', { ...remove, expect: empty(202) }, respond(202, page, html)],
    ['a 202 with JSON', { ...remove, expect: empty(202) }, respond(202, '{}')],
    ['a 204 that announces a body', remove, respond(204, null, { 'content-length': '5' })],
    ['a 200 with a page instead of JSON', read, respond(200, page, html)],
    ['JSON that is declared as a page', read, respond(200, '{"user_id":"auth0|1"}', html)],
    ['no body', read, respond(200, '')],
    ['half a document', read, respond(200, '{"user_id":"auth')],
    ['a document of another shape', read, respond(200, '{"users":[]}')],
    ['a page instead of a sentence', { ...read, expect: plainText() }, respond(200, page, html)],
    ['nothing instead of a sentence', { ...read, expect: plainText() }, respond(200, '')],
  ];
  for (const [label, request, response] of unexpected) {
    it(`is not ${label}`, async () => {
      const { http, sent } = replay([response]);
      assert.equal(await codeOf(http(within(5_000), request)), 'upstream_invalid');
      assert.equal(sent.length, 1);
    });
  }

  it('is not a redirect that the platform hides', async () => {
    const hidden = respond(200)();
    Object.defineProperties(hidden, { status: { value: 0 }, type: { value: 'opaqueredirect' } });
    const { http, sent } = replay([() => hidden]);
    assert.equal(await codeOf(http(within(5_000), remove)), 'upstream_invalid');
    assert.equal(sent[0]?.redirect, 'manual');
  });

  it('is the documented status with the documented body', async () => {
    const { http } = replay([respond(204)]);
    assert.equal(await http(within(5_000), remove), undefined);
    assert.deepEqual(await replay([user]).http(within(5_000), read), { user_id: 'auth0|1' });
    const typed = { 'content-type': 'Application/Problem+JSON; charset=utf-8' };
    const named = replay([respond(200, '{"user_id":"auth0|1"}', typed)]);
    assert.deepEqual(await named.http(within(5_000), read), { user_id: 'auth0|1' });
  });

  for (const [name, transport] of transports) {
    it(`follows no redirect on a real socket, so the token goes nowhere else, by ${name}`, async () => {
      let followed = 0;
      const url = await serve((request, response) => {
        if (request.url === '/elsewhere') followed += 1;
        response.writeHead(302, { location: '/elsewhere' }).end();
      });
      const token = { get: async () => 'secret', renew: () => undefined };
      const call = createHttp(transport)(within(5_000), { ...remove, url, token });
      assert.equal(await codeOf(call), 'upstream_invalid');
      assert.equal(followed, 0);
    });
  }
});

describe('a read that is under way', () => {
  const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));
  const answers = () => {
    const waiting: (() => void)[] = [];
    const transport = createFetchTransport(async () => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return user();
    });
    return { http: createHttp(transport), waiting };
  };

  it('is shared by those who ask for the same', async () => {
    const { http, waiting } = answers();
    const calls = [read, read, { ...read, url: 'https://tenant.example/y' }].map((request) =>
      http(within(5_000), request),
    );
    await settleUntil(() => waiting.length === 2, nextTask);
    for (const answer of waiting) answer();
    assert.deepEqual(await Promise.all(calls), Array(3).fill({ user_id: 'auth0|1' }));
    assert.equal(waiting.length, 2);
  });

  it('is not shared by those who ask after a change', async () => {
    const { http, waiting } = answers();
    const before = http(within(5_000), read);
    await settleUntil(() => waiting.length === 1, nextTask);
    const write = http(within(5_000), { ...read, method: 'PATCH' });
    await settleUntil(() => waiting.length === 2, nextTask);
    waiting[1]?.();
    await write;
    const after = http(within(5_000), read);
    await settleUntil(() => waiting.length === 3, nextTask);
    for (const answer of waiting) answer();
    await Promise.all([before, after]);
  });

  it('is not shared by people and background work', async () => {
    const { http, waiting } = answers();
    const calls = [http({ ...within(5_000), background: true }, read), http(within(5_000), read)];
    await settleUntil(() => waiting.length === 2, nextTask);
    for (const answer of waiting) answer();
    await Promise.all(calls);
  });

  it('is repeated for those who have more time left', async () => {
    const { http, waiting } = answers();
    const hurried = codeOf(http(within(50), read));
    const patient = http(within(5_000), read);
    assert.equal(await hurried, 'upstream_timeout');
    await settleUntil(() => waiting.length === 2, nextTask);
    waiting[1]?.();
    assert.deepEqual(await patient, { user_id: 'auth0|1' });
  });
});

describe('a list', () => {
  it('keeps every row that can be read, and says why others are left out', async () => {
    const rows = [{ user_id: 'a' }, { user_id: 7, email: 'who@example.com' }, null, { user_id: 'b' }];
    const body = JSON.stringify({ users: rows, total: 'many', next: 5 });
    const warnings: string[] = [];
    const { http } = replay([respond(200, body)]);
    const context = { ...within(5_000), warn: (message: string) => warnings.push(message) };
    const list = await http(context, { ...read, expect: jsonRows('users', userSchema) });
    assert.deepEqual(list, {
      rows: [{ user_id: 'a' }, { user_id: 'b' }],
      received: 4,
      total: null,
      limit: null,
      next: null,
    });
    assert.deepEqual(warnings, ['left out 2 of 4 users, the first unreadable at user_id']);
  });

  for (const body of ['{}', '{"users":{}}', '[]', 'null', '{"users":null}']) {
    it(`is not ${body}`, async () => {
      const { http } = replay([respond(200, body)]);
      const call = http(within(5_000), { ...read, expect: jsonRows('users', userSchema) });
      assert.equal(await codeOf(call), 'upstream_invalid');
    });
  }
});

describe('the cap on a body', () => {
  /** A gigabyte of zeros in a megabyte: members of a gzip file can follow each other. */
  const bomb = Buffer.concat(Array<Buffer>(64).fill(gzipSync(Buffer.alloc(16 * 1024 * 1024))));
  const zipped = { 'content-type': 'application/json', 'content-encoding': 'gzip' };

  const bodies = [
    ['a success', 200],
    ['a refusal', 404],
    ['an outage', 503],
  ] as const;
  for (const [name, transport] of transports) {
    for (const [label, status] of bodies) {
      it(`stops a gigabyte of zeros in ${label}, by ${name}`, async () => {
        const url = await serve((_, response) => {
          response.writeHead(status, zipped).end(bomb);
        });
        const before = process.memoryUsage.rss();
        const code = await codeOf(createHttp(transport)(within(20_000), { ...read, url }));
        assert.equal(code, 'upstream_invalid');
        const grownMb = (process.memoryUsage.rss() - before) / 1024 / 1024;
        assert.ok(grownMb < 200, `${Math.round(grownMb)} MB`);
      });
    }
  }

  for (const [name, transport] of transports) {
    it(`lets a body of just the size pass, and none that is larger, by ${name}`, async () => {
      const body = '{"user_id":"auth0|1"}';
      const url = await serve((_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' }).end(body);
      });
      const readUpTo = (maxBytes: number) =>
        createHttp(transport)(within(5_000), { ...read, url, expect: json(userSchema, maxBytes) });
      assert.deepEqual(await readUpTo(body.length), { user_id: 'auth0|1' });
      assert.equal(await codeOf(readUpTo(body.length - 1)), 'upstream_invalid');
    });
  }

  it('stops a body that never ends, without reading on', async () => {
    let bytes = 0;
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        bytes += 65_536;
        controller.enqueue(new Uint8Array(65_536));
      },
      cancel() {
        cancelled = true;
      },
    });
    const headers = { 'content-type': 'application/json' };
    const { http } = replay([() => new Response(endless, { status: 200, headers })]);
    const request = { ...read, expect: json(userSchema, 1_000_000) };
    assert.equal(await codeOf(http(within(20_000), request)), 'upstream_invalid');
    assert.ok(cancelled);
    assert.ok(bytes < 1_300_000, String(bytes));
  });

  it('leaves characters whole that arrive in parts', async () => {
    const bytes = new TextEncoder().encode('{"user_id":"Zoë 🦊"}');
    const parts = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const headers = { 'content-type': 'application/json' };
    const { http } = replay([() => new Response(parts, { headers })]);
    assert.deepEqual(await http(within(5_000), read), { user_id: 'Zoë 🦊' });
  });
});

describe('the retry rule', () => {
  const passing: [string, () => Response | Promise<Response>][] = [
    ['a cut connection', cut],
    ['a 408', respond(408)],
    ['a 500', respond(500)],
    ['a 502', respond(502, '<h1>Bad gateway</h1>', { 'content-type': 'text/html' })],
    ['a 503', respond(503)],
    ['a network error', () => Response.error()],
  ];
  for (const [label, response] of passing) {
    it(`repeats a read after ${label}, three times in all`, async () => {
      const once = replay([response, user]);
      assert.deepEqual(await once.http(within(5_000), read), { user_id: 'auth0|1' });
      const always = replay([response]);
      assert.equal(await codeOf(always.http(within(5_000), read)), 'upstream_unavailable');
      assert.equal(always.sent.length, 3);
    });

    it(`sends a write once after ${label}, and its outcome is unknown`, async () => {
      const { http, sent } = replay([response, respond(204)]);
      const reason: unknown = await http(within(5_000), remove).catch((thrown: unknown) => thrown);
      assert.ok(isOutcomeUnknown(reason));
      assert.equal(sent.length, 1);
    });
  }

  it('repeats a write that says it can be repeated', async () => {
    const { http, sent } = replay([cut, respond(204)]);
    await http(within(5_000), { ...remove, repeatable: true });
    assert.equal(sent.length, 2);
  });

  it('repeats also a write after a 429, and not beyond the deadline', async () => {
    const soon = replay([respond(429, '{}', { 'retry-after': '1' }), respond(204)]);
    await soon.http(within(10_000), remove);
    assert.equal(soon.sent.length, 2);
    const late = replay([respond(429, '{}', { 'retry-after': '30' })]);
    const reason: unknown = await late.http(within(10_000), remove).catch((thrown: unknown) => thrown);
    assert.ok(reason instanceof ProblemError);
    assert.deepEqual([reason.code, reason.details.retryAfter], ['rate_limited', 30]);
    assert.ok(!isOutcomeUnknown(reason));
    assert.equal(late.sent.length, 1);
  });

  it('waits as long as a 503 asks, and gives up at once where that is too long', async () => {
    const { http, sent } = replay([respond(503, null, { 'retry-after': '30' })]);
    assert.equal(await codeOf(http(within(5_000), read)), 'upstream_unavailable');
    assert.equal(sent.length, 1);
  });

  it('renews the token once after a 401, also to write', async () => {
    let renewed = 0;
    const token = { get: async () => `token-${renewed}`, renew: () => void (renewed += 1) };
    const once = replay([respond(401, '{}'), respond(204)]);
    await once.http(within(5_000), { ...remove, token });
    const always = replay([respond(401, '{}')]);
    assert.equal(await codeOf(always.http(within(5_000), { ...remove, token })), 'upstream_refused');
    assert.deepEqual(
      [...once.sent, ...always.sent].map(({ headers }) => headers.get('authorization')),
      ['Bearer token-0', 'Bearer token-1', 'Bearer token-1', 'Bearer token-2'],
    );
  });

  it('hands refusals to the caller, and repeats none', async () => {
    for (const [status, request, code] of [
      [400, remove, 'refusal 400'],
      [404, read, 'refusal 404'],
      [409, remove, 'refusal 409'],
      [403, { ...read, dependsOnPlan: true }, 'refusal 403'],
      [403, read, 'upstream_refused'],
      [418, remove, 'upstream_unavailable'],
    ] as const) {
      for (const body of ['{"errorCode":"x","message":"y"}', '']) {
        const { http, sent } = replay([respond(status, body)]);
        assert.equal(await codeOf(http(within(5_000), request)), code, `${status} ${body}`);
        assert.equal(sent.length, 1);
      }
    }
    const scope = respond(403, '{"errorCode":"insufficient_scope"}');
    const lacking = replay([scope]).http(within(5_000), { ...read, dependsOnPlan: true });
    assert.equal(await codeOf(lacking), 'upstream_refused');
  });

  it("takes no gateway's page for a refusal by Auth0", async () => {
    for (const status of [400, 404, 409]) {
      const { http } = replay([respond(status, '<h1>Not here</h1>', { 'content-type': 'text/html' })]);
      assert.equal(await codeOf(http(within(5_000), remove)), 'upstream_invalid');
    }
  });
});

describe('the wait that Auth0 asks for', () => {
  const now = Date.parse('2026-11-28T12:00:00Z');
  const headers = (values: Record<string, string>) => new Headers(values);

  const cases: [string, Record<string, string>, number | null][] = [
    ['seconds', { 'retry-after': '7' }, 7],
    ['a date', { 'retry-after': 'Sat, 28 Nov 2026 12:00:09 GMT' }, 9],
    ['a date in the form of RFC 850', { 'retry-after': 'Saturday, 28-Nov-26 12:00:09 GMT' }, 9],
    [
      'a date by a clock that is an hour ahead',
      { 'retry-after': 'Sat, 28 Nov 2026 13:00:09 GMT', date: 'Sat, 28 Nov 2026 13:00:00 GMT' },
      9,
    ],
    ['a date that has passed', { 'retry-after': 'Sat, 28 Nov 2026 11:00:00 GMT' }, 1],
    ['a date next year', { 'retry-after': 'Sun, 28 Nov 2027 12:00:00 GMT' }, 60],
    ['none at all', { 'retry-after': '0' }, 1],
    ['an hour', { 'retry-after': '3600' }, 60],
    ['a UNIX time', { 'x-ratelimit-reset': String(now / 1000 + 4) }, 4],
    ['both', { 'retry-after': '2', 'x-ratelimit-reset': String(now / 1000 + 4) }, 2],
    ['nonsense, and a UNIX time', { 'retry-after': 'soon', 'x-ratelimit-reset': String(now / 1000 + 4) }, 4],
    ['nonsense', { 'retry-after': '-5', 'x-ratelimit-reset': 'never' }, null],
    ['an empty header', { 'retry-after': '' }, null],
    ['nothing', {}, null],
  ];
  for (const [label, given, seconds] of cases) {
    it(`is read from ${label}`, () => assert.equal(secondsUntilReset(headers(given), now), seconds));
  }

  it('is never read from the rate limit of a response that is no 429', () => {
    assert.equal(retryAfterSeconds(headers({ 'x-ratelimit-reset': String(now / 1000 + 4) }), now), null);
  });

  it('doubles where nothing is said, at random by up to half', () => {
    const waits = Array.from({ length: 200 }, () => [1, 2, 3].map(backoffMs));
    for (const [index, max] of [200, 400, 800].entries()) {
      const all = waits.map((one) => one[index] ?? 0);
      assert.ok(all.every((ms) => ms >= max / 2 && ms <= max));
      assert.ok(new Set(all).size > 100);
    }
  });
});

describe('the deadline', () => {
  const hanging = (): Promise<Response> => new Promise(() => undefined);

  for (const [label, request] of [
    ['a read', read],
    ['a write', remove],
  ] as const) {
    it(`ends ${label} that is not answered, whatever fetch does about it`, async () => {
      assert.equal(await codeOf(replay([hanging]).http(within(300), request)), 'upstream_timeout');
    });
  }

  it('ends a body that stops arriving', async () => {
    const stalled = () =>
      new Response(new ReadableStream({ start: (controller) => controller.enqueue(Uint8Array.of(123)) }), {
        headers: { 'content-type': 'application/json' },
      });
    assert.equal(await codeOf(replay([stalled]).http(within(300), read)), 'upstream_timeout');
  });

  it('ends what a transport of the host goes on with', async () => {
    const never = new Promise<never>(() => undefined);
    const head = { status: 200, headers: new Headers(), discard: () => undefined };
    const transports: Transport[] = [() => never, async () => ({ ...head, text: () => never })];
    for (const transport of transports)
      assert.equal(await codeOf(createHttp(transport)(within(300), read)), 'upstream_timeout');
  });

  it('ends the wait for a token', async () => {
    const token = { get: () => new Promise<string>(() => undefined), renew: () => undefined };
    const { http, sent } = replay([user]);
    assert.equal(await codeOf(http(within(300), { ...read, token })), 'upstream_timeout');
    assert.equal(sent.length, 0);
  });

  it('lets no write out that was held up until then', async () => {
    const waiting: (() => void)[] = [];
    const held = () => new Promise<void>((resolve) => waiting.push(resolve));
    const token = { get: () => held().then(() => 'token'), renew: () => undefined };
    for (const [context, request] of [
      [{}, { ...remove, token }],
      [{}, { ...remove, beforeWrite: held }],
      [{ onWrite: held }, remove],
    ] as const) {
      const { http, sent } = replay([user]);
      assert.equal(await codeOf(http({ ...within(300), ...context }, request)), 'upstream_timeout');
      for (const goOn of waiting.splice(0)) goOn();
      await new Promise((resolve) => setTimeout(resolve));
      assert.equal(sent.length, 0);
    }
  });

  it('leaves a write time for looking up its outcome', async () => {
    const context = within(1_000);
    assert.equal(await codeOf(replay([hanging]).http(context, remove)), 'upstream_timeout');
    assert.ok(context.deadline - Date.now() > 0);
    assert.deepEqual(await replay([user]).http(context, read), { user_id: 'auth0|1' });
  });

  it('lets nothing out once it has passed', async () => {
    const { http, sent } = replay([user]);
    assert.equal(await codeOf(http(within(-1), read)), 'upstream_timeout');
    assert.equal(sent.length, 0);
  });
});

describe('a response on the wire', () => {
  const wire: [string, string, RegExp][] = [
    [
      'a 204 with bytes after it',
      'HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello',
      /^upstream_(invalid|unavailable)$/,
    ],
    ['a body that breaks off', 'HTTP/1.1 204 No Con', /^upstream_unavailable$/],
    ['something else than HTTP', 'SSH-2.0-OpenSSH_9.6\r\n', /^upstream_unavailable$/],
  ];
  for (const [name, transport] of transports) {
    for (const [label, text, code] of wire) {
      it(`that is ${label} is no success, by ${name}`, async () => {
        const url = await serveBytes(text);
        const call = createHttp(transport)(within(5_000), { ...remove, url });
        assert.match(await codeOf(call), code);
      });
    }

    it(`that is a redirect is not followed, by ${name}`, async () => {
      const paths: (string | undefined)[] = [];
      const url = await serve(({ url: path }, response) => {
        paths.push(path);
        response.writeHead(307, { location: '/elsewhere' }).end();
      });
      assert.equal(await codeOf(createHttp(transport)(within(5_000), { ...read, url })), 'upstream_invalid');
      assert.deepEqual(paths, ['/']);
    });

    it(`follows an informational one, by ${name}`, async () => {
      const url = await serve((_, response) => {
        response.writeEarlyHints({ link: '</x>; rel=preload' });
        response.writeHead(200, { 'content-type': 'application/json' }).end('{"user_id":"auth0|1"}');
      });
      const answer = await createHttp(transport)(within(5_000), { ...read, url });
      assert.deepEqual(answer, { user_id: 'auth0|1' });
    });

    it(`is not asked for once the signal is aborted, by ${name}`, async () => {
      let requests = 0;
      const url = await serve((_, response) => {
        requests += 1;
        response.end();
      });
      const given = new AbortController();
      const send = (signal: AbortSignal) => transport({ method: 'POST', url, headers: {}, signal });
      const late = send(given.signal);
      given.abort(new Error('too late'));
      await assert.rejects(late);
      await assert.rejects(send(given.signal));
      const { status } = await send(new AbortController().signal);
      assert.deepEqual([status, requests], [200, 1]);
    });

    it(`that is cut off in the middle is read again, and after a write is unknown, by ${name}`, async () => {
      const half =
        'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"user_id":';
      const url = await serveBytes(half);
      const http = createHttp(transport);
      assert.equal(await codeOf(http(within(5_000), { ...read, url })), 'upstream_unavailable');
      const write = { ...read, method: 'PATCH', url } as const;
      const reason: unknown = await http(within(5_000), write).catch((thrown: unknown) => thrown);
      assert.ok(isOutcomeUnknown(reason));
    });

    it(`that ends too late is given up, by ${name}`, async () => {
      let isClosed = false;
      const url = await serve((_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' }).write('{"user_id":');
        response.once('close', () => (isClosed = true));
      });
      assert.equal(await codeOf(createHttp(transport)(within(200), { ...read, url })), 'upstream_timeout');
      await settleUntil(
        () => isClosed,
        () => new Promise((resolve) => setTimeout(resolve)),
      );
    });

    const encodings: [string, (text: string) => Buffer][] = [
      ['gzip', gzipSync],
      ['br', brotliCompressSync],
    ];
    for (const [encoding, compress] of encodings) {
      it(`in the encoding ${encoding} is decoded, by ${name}`, async () => {
        const url = await serve((_, response) => {
          const headers = { 'content-type': 'application/json', 'content-encoding': encoding };
          response.writeHead(200, headers).end(compress('{"user_id":"auth0|é"}'));
        });
        const answer = await createHttp(transport)(within(5_000), { ...read, url });
        assert.deepEqual(answer, { user_id: 'auth0|é' });
      });
    }

    it(`asks for a compressed body, and leaves its connection open for the next, by ${name}`, async () => {
      const ports = new Set<number | undefined>();
      const url = await serve((request, response) => {
        ports.add(request.socket.remotePort);
        assert.match(String(request.headers['accept-encoding']), /\bgzip\b/);
        response.writeHead(200, { 'content-type': 'application/json' }).end('{"user_id":"auth0|1"}');
      });
      for (let sent = 0; sent < 5; sent += 1) await createHttp(transport)(within(5_000), { ...read, url });
      // `fetch` may not have given it back yet when the next begins.
      assert.ok(ports.size < 5, String(ports.size));
    });
  }
});

describe('a URL', () => {
  const base = 'https://tenant.example/api/v2';

  it('holds every segment encoded, and no empty parameter', () => {
    assert.equal(
      urlOf(base, ['users', 'samlp|a/b|x?y#z@%2e.example', 'roles'], {
        q: 'name:"a+b" AND c',
        page: 0,
        from: null,
        sort: undefined,
        include_totals: true,
      }),
      `${base}/users/samlp%7Ca%2Fb%7Cx%3Fy%23z%40%252e.example/roles?q=name%3A%22a%2Bb%22%20AND%20c&page=0&include_totals=true`,
    );
  });

  for (const id of ['', '.', '..', '\ud800']) {
    it(`is not built from the id ${JSON.stringify(id)}, which names nothing`, () => {
      assert.throws(() => urlOf(base, ['users', id]), { name: 'Auth0Refusal', status: 404 });
    });
  }

  it('stays where it is with every id that looks like a path', () => {
    for (const id of ['../roles', '%2e%2e', '..\\roles', 'a/../../roles', '//evil.example', '...']) {
      const { origin, pathname } = new URL(urlOf(base, ['users', id]));
      assert.equal(origin, 'https://tenant.example');
      assert.equal(pathname, `/api/v2/users/${encodeURIComponent(id)}`);
    }
  });
});

it('carries the correlation id, and a content type only with a body', async () => {
  const { http, sent } = replay([user]);
  await http(within(5_000), read);
  await http(within(5_000), { ...read, method: 'PATCH', body: { a: 1 } });
  const [first, second] = sent;
  assert.equal(first?.headers.get('x-correlation-id'), 'abc');
  assert.equal(first?.headers.get('content-type'), null);
  assert.equal(second?.headers.get('content-type'), 'application/json');
  assert.equal(await second?.text(), '{"a":1}');
});

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    if ('closeAllConnections' in server) (server.closeAllConnections as () => void)();
    server.close();
  }
});

const serve = (listener: RequestListener) => listen(createHttpServer(listener));

/** A server that answers every request with these bytes and hangs up. */
const serveBytes = (text: string) =>
  listen(
    createTcpServer((socket) => socket.once('data', () => socket.end(text)).on('error', () => undefined)),
  );

async function listen(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
