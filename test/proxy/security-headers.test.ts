import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createWorld } from './support.js';

describe('the headers of every response', () => {
  const world = createWorld({ allowedOrigins: ['https://app.example'] });
  const requests: Readonly<Record<string, readonly [path: string, init?: RequestInit, signedIn?: boolean]>> =
    {
      'a success': ['/v1/profile', {}, true],
      'a file': ['/v1/members/export', {}, true],
      'a refusal': ['/v1/profile'],
      'an unknown path': ['/v1/nothing', {}, true],
      'a path outside the API': ['/'],
      'a method that is not allowed': ['/v1/profile', { method: 'PUT' }, true],
      'a preflight': [
        '/v1/profile',
        {
          method: 'OPTIONS',
          headers: { origin: 'https://app.example', 'access-control-request-method': 'GET' },
        },
      ],
    };
  for (const [label, [path, init, signedIn]] of Object.entries(requests)) {
    it(`are there for ${label}`, async () => {
      const { headers } = await world.send(signedIn ? await world.tokenOf('ada') : null, path, init);
      const expected = {
        'strict-transport-security': 'max-age=31536000',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
        'x-frame-options': 'DENY',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'cache-control': 'no-store',
      };
      for (const [name, value] of Object.entries(expected)) assert.equal(headers.get(name), value, name);
    });
  }

  it('tell caches what an answer depends on, whether another origin asks or not', async () => {
    const world = createWorld({ allowedOrigins: ['https://app.example'] });
    for (const headers of [{}, { origin: 'https://app.example' }, { origin: 'https://other.example' }]) {
      const answer = await world.read('mia', headers);
      const names = (answer.headers.get('vary') ?? '').toLowerCase().split(', ').toSorted();
      assert.deepEqual(names, ['authorization', 'origin'], JSON.stringify(headers));
    }
  });

  it('keep the policy of a page that has its own', async () => {
    const { headers } = await world.send(await world.tokenOf('ada'), '/v1/profile/export', {
      headers: { accept: 'text/html' },
    });
    assert.match(headers.get('content-security-policy') ?? '', /sandbox/);
    assert.equal(headers.get('cache-control'), 'no-store');
  });
});

describe('a body with a content encoding', () => {
  for (const encoding of ['gzip', 'br', 'GZIP', 'identity, gzip', 'x-unknown']) {
    it(`is refused, with what can be sent instead: ${encoding}`, async () => {
      const world = createWorld();
      const { status, headers, problem } = await world.send(await world.freshTokenOf('ada'), '/v1/profile', {
        method: 'PATCH',
        headers: { 'content-type': 'application/json', 'content-encoding': encoding, 'if-match': '"x"' },
        body: '{"fields":{}}',
      });
      assert.deepEqual([status, problem.code], [415, 'content_encoding_unsupported']);
      assert.equal(headers.get('accept-encoding'), 'identity');
      assert.equal(world.calls({ method: 'PATCH' }), 0);
    });
  }
});
