import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allowInsecureTenant } from '../../backend-proxy/src/dangerous.js';
import { createProxy, type ProxyOptions } from '../../backend-proxy/src/index.js';

const good: ProxyOptions = {
  domain: 'acme.eu.auth0.com',
  audience: 'https://api.acme.example',
  clientId: 'id',
  clientSecret: 'hush',
};

const wrong: [string, Record<string, unknown>, RegExp][] = [
  ['a domain with a scheme', { domain: 'https://acme.auth0.com' }, /domain: a bare host name/],
  ['a domain with a path', { domain: 'acme.auth0.com/x' }, /domain: a bare host name/],
  ['no audience', { audience: '' }, /audience/],
  ['no secret', { clientSecret: undefined }, /clientSecret/],
  ['a base path with a slash at the end', { basePath: '/orgdesk/' }, /basePath: a path such as/],
  ['an origin with a path', { allowedOrigins: ['https://app.example/x'] }, /allowedOrigins\.0: an origin/],
  ['any origin', { allowedOrigins: ['*'] }, /allowedOrigins\.0: an origin/],
  ['no patience', { deadlineMs: 0 }, /deadlineMs/],
  ['a local tenant without saying so', { domain: 'localhost:4401' }, /orgdesk-proxy\/dangerous/],
];

describe('createProxy', () => {
  for (const [label, change, message] of wrong) {
    it(`refuses ${label} when the application starts`, () => {
      assert.throws(
        () => createProxy({ ...good, ...change }),
        (error: Error) => {
          assert.match(error.message, message);
          assert.doesNotMatch(error.message, /hush/);
          return true;
        },
      );
    });
  }

  it('lists every wrong option at once', () => {
    assert.throws(() => createProxy({ ...good, domain: '', clientId: '' }), /domain:[^]*clientId:/);
  });

  it('warns where DPoP is required and the address of the proxy is not known', () => {
    const warningsOf = (options: Partial<ProxyOptions>) => {
      const messages: string[] = [];
      createProxy({
        ...good,
        ...options,
        log: (entry) => 'message' in entry && messages.push(entry.message),
      });
      return messages.filter((message) => message.includes('publicUrl'));
    };
    assert.equal(warningsOf({ dpop: 'required' }).length, 1);
    assert.deepEqual(warningsOf({ dpop: 'required', publicUrl: 'https://app.example/orgdesk' }), []);
    assert.deepEqual(warningsOf({}), []);
  });

  it('uses plain HTTP only with allowInsecureTenant', async () => {
    const urls: string[] = [];
    const fetch: typeof globalThis.fetch = (input) => {
      urls.push(String(input instanceof Request ? input.url : input));
      return Promise.reject(new TypeError('fetch failed'));
    };
    const token = 'eyJhbGciOiJSUzI1NiJ9.e30.AA';
    const request = () =>
      new Request('https://proxy.example/v1/profile', { headers: { authorization: `Bearer ${token}` } });
    await createProxy({ ...good, fetch }).fetch(request());
    await createProxy({ ...good, fetch, domain: 'localhost:4401', [allowInsecureTenant]: true }).fetch(
      request(),
    );
    assert.deepEqual(urls, [
      'https://acme.eu.auth0.com/.well-known/jwks.json',
      'http://localhost:4401/.well-known/jwks.json',
    ]);
  });
});
