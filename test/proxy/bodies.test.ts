import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Problem } from '../../src/contract/index.js';
import { createWorld } from './support.js';

const json = 'application/json';
const fields = (entries: string) => `{"fields":{${entries}}}`;
const nested = (depth: number) => fields(`"jobTitle":${'['.repeat(depth)}${']'.repeat(depth)}`);

const cases: [string, BodyInit | null, string, string][] = [
  ['no body', null, json, 'body_not_json'],
  ['an empty body', '', json, 'body_not_json'],
  ['no media type', '{}', '', 'media_type_unsupported'],
  ['a form', 'fields[jobTitle]=x', 'application/x-www-form-urlencoded', 'media_type_unsupported'],
  ['plain text', '{"fields":{}}', 'text/plain', 'media_type_unsupported'],
  [
    'a media type that only begins well',
    '{"fields":{}}',
    'application/json-patch+json',
    'media_type_unsupported',
  ],
  ['half of a document', '{"fields":{"jobTitle":"x"', json, 'body_not_json'],
  ['two documents', '{"fields":{}}{"fields":{}}', json, 'body_not_json'],
  ['a byte order mark', '\uFEFF{"fields":{}}', json, 'body_not_json'],
  ['UTF-16', Buffer.from('{"fields":{}}', 'utf16le'), json, 'body_not_json'],
  ['broken UTF-8', Uint8Array.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), json, 'body_not_json'],
  ['NaN', fields('"jobTitle":NaN'), json, 'body_not_json'],
  ['a list', '[]', json, 'body_invalid'],
  ['null', 'null', json, 'body_invalid'],
  ['a word', '"fields"', json, 'body_invalid'],
  ['no fields', '{}', json, 'body_invalid'],
  ['fields as a list', '{"fields":[]}', json, 'body_invalid'],
  ['fields as null', '{"fields":null}', json, 'body_invalid'],
  ['an unknown key beside the fields', '{"fields":{},"user_metadata":{"x":1}}', json, 'body_invalid'],
  ['a prototype beside the fields', '{"fields":{},"__proto__":{"x":1}}', json, 'body_invalid'],
  ['a prototype among the fields', fields('"__proto__":{"jobTitle":"x"}'), json, 'field_unknown'],
  ['a constructor among the fields', fields('"constructor":{"prototype":{"x":1}}'), json, 'field_unknown'],
  [
    "Auth0's own names",
    fields('"user_metadata":{"job_title":"x"},"blocked":false,"email_verified":true'),
    json,
    'field_unknown',
  ],
  ['a name given twice', fields('"jobTitle":"a","jobTitle":"b"'), json, 'body_invalid'],
  [
    'a name given twice, once in disguise',
    fields('"jobTitle":"a","job\\u0054itle":"b"'),
    json,
    'body_invalid',
  ],
  ['the fields given twice', '{"fields":{},"fields":{"jobTitle":"x"}}', json, 'body_invalid'],
  ['a dotted name', fields('"user_metadata.job_title":"x"'), json, 'field_unknown'],
  ['an object for a text', fields('"jobTitle":{"$ne":null}'), json, 'value_invalid'],
  ['a list for a text', fields('"jobTitle":["x"]'), json, 'value_invalid'],
  ['an empty list for a text', fields('"jobTitle":[]'), json, 'value_invalid'],
  ['a number beyond all numbers', fields('"jobTitle":1e400'), json, 'value_invalid'],
  ['half of a character', fields('"jobTitle":"\\ud800"'), json, 'value_invalid'],
  ['a deep list', nested(10_000), json, 'value_invalid'],
  ['a body of 65 KB', fields(`"jobTitle":"${'x'.repeat(65_536)}"`), json, 'body_too_large'],
  ['a body of 10 MB', fields(`"jobTitle":"${'x'.repeat(10_000_000)}"`), json, 'body_too_large'],
];

describe('bodies', () => {
  for (const [label, body, type, code] of cases) {
    it(`refuses ${label} and stores nothing`, async () => {
      const world = createWorld();
      const etag = (await world.read('mia')).headers.get('etag') ?? '';
      world.tenant.requests.clear();
      const { status, problem } = await world.send(await world.tokenOf('mia'), '/v1/profile', {
        method: 'PATCH',
        headers: { 'if-match': etag, ...(type && { 'content-type': type }) },
        body,
      });
      assert.equal(problem.code, code);
      assert.equal(problem.status, status);
      assert.equal(world.calls({ method: 'PATCH' }), 0);
      // What can be refused by looking at it costs no call at all.
      if (!code.startsWith('field') && !code.startsWith('value')) assert.equal(world.calls(), 0);
      assert.equal(({} as { x?: number }).x, undefined);
    });
  }

  it('stops reading a body that never ends', async () => {
    const world = createWorld();
    let chunks = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        chunks += 1;
        controller.enqueue(new Uint8Array(1024).fill(0x20));
      },
    });
    const { problem } = await world.send(await world.tokenOf('mia'), '/v1/profile', {
      method: 'PATCH',
      headers: { 'content-type': json, 'if-match': '"x"' },
      body: endless,
      duplex: 'half',
    } as RequestInit);
    assert.equal(problem.code, 'body_too_large');
    assert.ok(chunks < 80, `${chunks} chunks`);
  });

  it('says that a body was read before', async () => {
    const world = createWorld();
    const etag = (await world.read('mia')).headers.get('etag') ?? '';
    const request = new Request('https://proxy.example/v1/profile', {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${await world.freshTokenOf('mia')}`,
        'if-match': etag,
        'content-type': json,
      },
      body: fields('"jobTitle":"x"'),
    });
    await request.text();
    const response = await world.proxy(request);
    assert.equal(((await response.json()) as Problem).code, 'body_unavailable');
  });

  it('takes one name in two objects, and names that look like structure', async () => {
    const world = createWorld();
    const { status } = await world.save('mia', { jobTitle: 'a": {"b": [', language: 'en', timeZone: 'UTC' });
    assert.equal(status, 200);
  });

  it('takes a charset and any case in the media type', async () => {
    const world = createWorld();
    const etag = (await world.read('mia')).headers.get('etag') ?? '';
    const { status } = await world.send(await world.tokenOf('mia'), '/v1/profile', {
      method: 'PATCH',
      headers: { 'if-match': etag, 'content-type': 'Application/JSON; charset=utf-8' },
      body: fields('"jobTitle":"Grüße 👩‍💻"'),
    });
    assert.equal(status, 200);
  });
});

describe('addresses', () => {
  it('answers with problems where there is nothing', async () => {
    const world = createWorld();
    for (const path of [
      '/',
      '/v1',
      '/v1/profile/',
      '/v1/profile/x',
      '/v1//profile',
      '/V1/profile',
      '/v1/profile%2f..',
    ]) {
      const { status, problem } = await world.send(await world.tokenOf('mia'), path);
      assert.deepEqual([status, problem.code], [404, 'route_not_found'], path);
    }
    for (const method of ['POST', 'PUT', 'PURGE']) {
      const { status, headers, problem } = await world.send(await world.tokenOf('mia'), '/v1/profile', {
        method,
      });
      assert.deepEqual([status, problem.code], [405, 'method_not_allowed'], method);
      assert.equal(headers.get('allow'), 'GET, PATCH, DELETE');
    }
    assert.equal(world.calls(), 0);
  });

  it('does not let a header change the method', async () => {
    const world = createWorld();
    const { status } = await world.send(await world.tokenOf('mia'), '/v1/profile', {
      method: 'POST',
      headers: { 'x-http-method-override': 'PATCH' },
    });
    assert.equal(status, 405);
  });

  it('answers under the path it is mounted at, and only there', async () => {
    const world = createWorld({ basePath: '/orgdesk' });
    const token = await world.tokenOf('mia');
    assert.equal((await world.send(token, '/orgdesk/v1/profile')).status, 200);
    assert.equal((await world.send(token, '/v1/profile')).status, 404);
  });
});

describe('pages on other origins', () => {
  const preflight = { method: 'OPTIONS', headers: { 'access-control-request-method': 'PATCH' } };
  const from = (origin: string) => ({ ...preflight, headers: { ...preflight.headers, origin } });

  it('are let in by name, with what they need to read', async () => {
    const world = createWorld({ allowedOrigins: ['https://app.example'] });
    const { headers } = await world.send(null, '/v1/profile', from('https://app.example'));
    assert.equal(headers.get('access-control-allow-origin'), 'https://app.example');
    assert.match(headers.get('access-control-allow-headers') ?? '', /authorization.*if-match/i);
    const read = await world.read('mia', { origin: 'https://app.example' });
    assert.match(read.headers.get('access-control-expose-headers') ?? '', /etag/i);
  });

  it('are not let in otherwise', async () => {
    const world = createWorld({ allowedOrigins: ['https://app.example'] });
    for (const origin of ['https://evil.example', 'https://app.example.evil.example', 'null']) {
      const { headers } = await world.send(null, '/v1/profile', from(origin));
      assert.equal(headers.get('access-control-allow-origin'), null, origin);
    }
  });
});
