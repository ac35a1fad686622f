import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { startServer, type RunningServer } from '../../backend-proxy/src/cli/serve/server.js';
import { securityHeaders } from '../../backend-proxy/src/http/security-headers.js';
import type { Problem } from '../../src/contract/index.js';
import { createWorld, people, type World } from './support.js';

/** Requests as bytes, past every client that would put them right. The server is the one `orgdesk serve` runs. */
let world: World;
let server: RunningServer;
let token: string;
let arrived: Request[] = [];
let received: Request[] = [];

before(async () => {
  world = createWorld(
    {},
    {
      intercept: async (request, callOn) => {
        arrived.push(request.clone());
        return callOn();
      },
    },
  );
  token = await world.tokenOf('ada');
  const fetch = async (request: Request) => {
    received.push(request);
    return world.proxy(request);
  };
  server = await startServer(fetch, { host: '127.0.0.1', port: 0, timeoutMs: 600 });
});
after(() => server.close());

/** What comes back until the other side ends, or has nothing more to say. */
async function exchange(parts: readonly string[], { end = false } = {}): Promise<string> {
  arrived = [];
  received = [];
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  const closed = new Promise<void>((resolve) => {
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('close', () => resolve());
    socket.on('error', () => resolve());
  });
  for (const part of parts) socket.write(Buffer.from(part, 'latin1'));
  if (end) socket.end();
  // The server itself ends what it has waited for in vain.
  await closed;
  socket.destroy();
  return Buffer.concat(chunks).toString('latin1');
}

const statusesOf = (answer: string) =>
  [...answer.matchAll(/(?:^|\r\n|\})HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));

const request = (line: string, headers: readonly string[] = [], body = '') =>
  [line, 'Host: proxy.example', `Authorization: Bearer ${token}`, ...headers, '', body].join('\r\n');
const close = 'Connection: close';
const patchOf = (json: string, headers: readonly string[]) =>
  request(
    'PATCH /v1/profile HTTP/1.1',
    ['Content-Type: application/json', 'If-Match: "x"', ...headers],
    json,
  );

/** The answer is a problem document with the headers that every answer has. */
function assertProblem(answer: string): void {
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  const headers = new Headers(
    head
      .split('\r\n')
      .slice(1)
      .map((line): [string, string] => {
        const [name = '', ...value] = line.split(':');
        return [name, value.join(':').trim()];
      }),
  );
  assert.equal(headers.get('content-type'), 'application/problem+json', answer);
  assert.equal(headers.get('cache-control'), 'no-store');
  for (const [name, value] of Object.entries(securityHeaders)) assert.equal(headers.get(name), value, name);
  const { status, type, code, requestId } = JSON.parse(body) as Problem;
  assert.equal(status, statusesOf(answer)[0]);
  assert.equal(type, `urn:orgdesk:problem:${code}`);
  assert.equal(requestId, headers.get('x-request-id'));
}

/** Nothing was written, no one's credentials but the proxy's own went on, and no cookie. */
function assertHarmless(): void {
  assert.equal(world.calls({ method: 'PATCH' }) + world.calls({ method: 'DELETE' }), 0);
  for (const { headers } of arrived) {
    assert.notEqual(headers.get('authorization'), `Bearer ${token}`);
    assert.equal(headers.get('cookie'), null);
  }
}

describe('framing that two readers could read differently', () => {
  const smuggled = 'DELETE /v1/profile HTTP/1.1\r\nHost: proxy.example\r\n\r\n';
  const cases: Readonly<Record<string, () => string>> = {
    'a length and chunks (CL.TE)': () =>
      patchOf(`0\r\n\r\n${smuggled}`, ['Content-Length: 6', 'Transfer-Encoding: chunked']),
    'chunks and a length (TE.CL)': () =>
      patchOf(`5c\r\n${smuggled}\r\n0\r\n\r\n`, ['Transfer-Encoding: chunked', 'Content-Length: 4']),
    'chunks twice (TE.TE)': () =>
      patchOf(`0\r\n\r\n${smuggled}`, ['Transfer-Encoding: chunked', 'Transfer-Encoding: identity']),
    'an unknown coding': () => patchOf(`0\r\n\r\n${smuggled}`, ['Transfer-Encoding: xchunked']),
    'a coding that is hidden by a tab': () => patchOf('0\r\n\r\n', ['Transfer-Encoding:\tchunked, identity']),
    'two lengths': () => patchOf(`{}${smuggled}`, ['Content-Length: 2', 'Content-Length: 50']),
    'a length with a sign': () => patchOf('{}', ['Content-Length: +2']),
    'a length that is no number': () => patchOf('{}', ['Content-Length: 0x2']),
    'a negative length': () => patchOf('{}', ['Content-Length: -2']),
    'two lengths in one line': () => patchOf('{}', ['Content-Length: 2, 2']),
    'a blank before the colon': () => patchOf('{}', ['Content-Length : 2']),
    'a folded line': () => patchOf('{}', ['X-Folded: a\r\n b', 'Content-Length: 2']),
    'bare line feeds': () => patchOf('{}', ['Content-Length: 2']).replaceAll('\r\n', '\n'),
    'a bare carriage return in a header': () => patchOf('{}', ['X-Cr: a\rContent-Length: 50']),
    'a NUL in a header': () => patchOf('{}', ['X-Nul: a\0b', 'Content-Length: 2']),
    'a chunk size with a sign': () => patchOf('-1\r\n{}\r\n0\r\n\r\n', ['Transfer-Encoding: chunked']),
    'a chunk size that overflows': () =>
      patchOf('ffffffffffffffff1\r\n{}\r\n0\r\n\r\n', ['Transfer-Encoding: chunked']),
    'a chunk longer than it says': () => patchOf('1\r\n{}\r\n0\r\n\r\n', ['Transfer-Encoding: chunked']),
    'no host': () => 'GET /v1/profile HTTP/1.1\r\n\r\n',
    'two hosts': () => request('GET /v1/profile HTTP/1.1', ['Host: evil.example', close]),
    'the same host twice': () => request('GET /v1/profile HTTP/1.1', ['host: proxy.example', close]),
    'a host with a path': () =>
      request('GET /v1/profile HTTP/1.1', [close]).replace('proxy.example', 'proxy.example/v1'),
    'an empty name of a header': () => request('GET /v1/profile HTTP/1.1', [': x', close]),
    'headers without end': () =>
      request('GET /v1/profile HTTP/1.1', [`X-Long: ${'a'.repeat(70_000)}`, close]),
    'five thousand headers': () =>
      request('GET /v1/profile HTTP/1.1', [
        ...Array.from({ length: 5_000 }, (_, index) => `X-${index}: ${index}`),
        close,
      ]),
    'an address without end': () => request(`GET /${'a'.repeat(70_000)} HTTP/1.1`, [close]),
    'another version': () => request('GET /v1/profile HTTP/3.7', [close]),
    'no HTTP at all': () => '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 hello\r\n\r\n',
    'the start of HTTP/2': () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  };
  for (const [label, bytes] of Object.entries(cases)) {
    it(`is refused, and the connection with it: ${label}`, async () => {
      const answer = await exchange([bytes()], { end: true });
      const statuses = statusesOf(answer);
      assert.ok(statuses.length <= 1, answer);
      assert.ok(
        statuses.every((status) => status >= 400 && status < 500),
        answer,
      );
      if (statuses.length > 0) assertProblem(answer);
      assert.ok(!received.some(({ method }) => method === 'DELETE'));
      assertHarmless();
    });
  }
});

describe('what a request says of itself beside its address', () => {
  const profile = (headers: readonly string[]) => request('GET /v1/profile HTTP/1.1', [...headers, close]);
  const claims: Readonly<Record<string, readonly string[]>> = {
    'who it was forwarded for': [
      'X-Forwarded-For: 127.0.0.1',
      'X_Forwarded_For: 127.0.0.1',
      'Forwarded: for=127.0.0.1',
    ],
    'another host': ['X-Forwarded-Host: evil.example', 'X-Forwarded-Proto: http'],
    'another address': [
      'X-Original-URL: /v1/members',
      'X-Rewrite-URL: /v1/members',
      'X-Forwarded-Uri: /v1/members',
    ],
    'another method': [
      'X-HTTP-Method-Override: DELETE',
      'X-HTTP-Method: DELETE',
      'X-Method-Override: DELETE',
    ],
    'another person': [
      `X-User-Id: ${people.grace[0]}`,
      'X-Org-Id: org_globex0000000000',
      'X-Auth-Request-User: x',
    ],
    'that it is a health check': ['User-Agent: GoogleHC/1.0', 'X-Health-Check: 1'],
    'a cookie': ['Cookie: session=1; auth0=2'],
    'that a header is not to be sent on': ['Connection: authorization, close'],
    'that it would rather speak HTTP/2': ['Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQAAP__'],
    'that it is a socket': ['Upgrade: websocket', 'Sec-WebSocket-Key: x', 'Sec-WebSocket-Version: 13'],
  };
  for (const [label, headers] of Object.entries(claims)) {
    it(`changes nothing: ${label}`, async () => {
      const answer = await exchange([profile(headers)]);
      assert.deepEqual(statusesOf(answer), [200], answer);
      assert.match(answer, /"own":true/);
      assert.match(answer, /Ada Keller/);
      assertHarmless();
    });
  }

  it('counts where it proves who asks: without a token, and with two', async () => {
    for (const headers of [[], [`Authorization: Bearer ${token}`, 'Authorization: Bearer x']]) {
      const line = [
        'GET /v1/profile HTTP/1.1',
        'Host: proxy.example',
        ...headers.toReversed(),
        close,
        '',
        '',
      ];
      assert.deepEqual(statusesOf(await exchange([line.join('\r\n')])), [401]);
    }
    assertHarmless();
  });
});

describe('an address in an unusual form', () => {
  const forms: Readonly<Record<string, readonly [line: string, status: readonly number[]]>> = {
    'two slashes': ['GET //v1/profile HTTP/1.1', [404]],
    'two slashes and a host': ['GET //evil.example/v1/profile HTTP/1.1', [404]],
    'a way up': ['GET /v1/x/../profile HTTP/1.1', [200, 404]],
    'an escaped way up': ['GET /v1/members/..%2fprofile HTTP/1.1', [404]],
    'a NUL': ['GET /v1/profile%00 HTTP/1.1', [404]],
    'a fragment': ['GET /v1/profile#/v1/members HTTP/1.1', [200, 400, 404]],
    'a backslash': ['GET \\v1\\profile HTTP/1.1', [200, 400, 404]],
    capitals: ['GET /V1/PROFILE HTTP/1.1', [404]],
    'its absolute form': ['GET http://evil.example/v1/profile HTTP/1.1', [200, 400, 404]],
    'an asterisk': ['OPTIONS * HTTP/1.1', [204, 400, 404]],
    'a tunnel': ['CONNECT evil.example:443 HTTP/1.1', [400, 404, 405]],
    'a trace': ['TRACE /v1/profile HTTP/1.1', [400, 404, 405]],
    'a method nobody has heard of': ['PURGE /v1/profile HTTP/1.1', [405]],
    'a method in small letters': ['get /v1/profile HTTP/1.1', [400]],
  };
  for (const [label, [line, expected]] of Object.entries(forms)) {
    it(`leads to no other place: ${label}`, async () => {
      const answer = await exchange([request(line, [close])]);
      const statuses = statusesOf(answer);
      // A tunnel may also be closed without a word.
      if (statuses.length > 0 || !line.startsWith('CONNECT')) {
        assert.ok(statuses.length === 1 && expected.includes(statuses[0] ?? 0), `answered: ${answer}`);
      }
      if (statuses[0] === 200) assert.match(answer, /"own":true/);
      assert.doesNotMatch(answer, /grace|globex|authorization: bearer/i);
      assertHarmless();
    });
  }
});

describe('a connection', () => {
  it('carries several requests, each with an answer of its own', async () => {
    const first = request('GET /v1/profile HTTP/1.1');
    const stranger = 'GET /v1/profile HTTP/1.1\r\nHost: proxy.example\r\n\r\n';
    const last = request('GET /v1/session HTTP/1.1', [close]);
    const answer = await exchange([first + stranger + last]);
    assert.deepEqual(statusesOf(answer), [200, 401, 200]);
    assertHarmless();
  });

  it('is ended where the head of a request never comes to an end', async () => {
    const answer = await exchange(['GET /v1/profile HTTP/1.1\r\nHost: proxy.example\r\nX-Slow: ']);
    assert.deepEqual(statusesOf(answer), [408]);
    assertProblem(answer);
    assert.equal(received.length, 0);
  });

  it('is ended where the body never comes', async () => {
    await exchange([patchOf('{"fields":', ['Content-Length: 100'])]);
    assertHarmless();
  });

  it('that breaks off in the body changes nothing', async () => {
    await exchange([patchOf('{"fields":{"jobTitle":"x"}', ['Content-Length: 100'])], { end: true });
    assertHarmless();
  });

  it('may be told to go on with a large body, and is not read to its end', async () => {
    const head = patchOf('', ['Content-Length: 200000', 'Expect: 100-continue', close]);
    const answer = await exchange([head, 'a'.repeat(200_000)]);
    assert.deepEqual(
      statusesOf(answer).filter((status) => status !== 100),
      [413],
    );
    assertHarmless();
  });

  it('still works after all of that', async () => {
    const answer = await exchange([request('GET /v1/profile HTTP/1.1', [close])]);
    assert.deepEqual(statusesOf(answer), [200]);
  });
});
