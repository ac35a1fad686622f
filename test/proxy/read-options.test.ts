import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allowInsecureTenant } from '../../backend-proxy/src/dangerous.js';
import { readProxyOptions } from '../../backend-proxy/src/index.js';

const env = {
  ORGDESK_DOMAIN: 'acme.eu.auth0.com',
  ORGDESK_AUDIENCE: 'https://api.acme.example',
  ORGDESK_CLIENT_ID: 'id',
  ORGDESK_CLIENT_SECRET: 'secret',
};
const options = {
  domain: 'acme.eu.auth0.com',
  audience: 'https://api.acme.example',
  clientId: 'id',
  clientSecret: 'secret',
};

describe('options from the environment', () => {
  it('are read from the variables of orgdesk serve', () => {
    const given = {
      ...env,
      ORGDESK_ALLOWED_ORIGINS: 'https://a.example, https://b.example',
      ORGDESK_DEADLINE_MS: '5000',
      ORGDESK_ERASURE_URL: 'https://app.example/erase',
      HOME: '/root',
    };
    assert.deepEqual(readProxyOptions(given), {
      ...options,
      allowedOrigins: ['https://a.example', 'https://b.example'],
      deadlineMs: 5000,
      erasure: { url: 'https://app.example/erase' },
    });
  });

  it('name every variable that is missing, among them the empty ones', () => {
    const given = { ...env, ORGDESK_DOMAIN: ' ', ORGDESK_CLIENT_SECRET: undefined };
    assert.throws(() => readProxyOptions(given), {
      message: 'readProxyOptions:\n  ORGDESK_DOMAIN is not set\n  ORGDESK_CLIENT_SECRET is not set',
    });
  });

  it('ignore what a Worker has in its environment besides text', () => {
    assert.deepEqual(readProxyOptions({ ...env, ORGDESK_BASE_PATH: { get: () => {} } }), options);
  });

  it('allow a tenant without TLS on this machine only, and only on request', () => {
    const local = { ...env, ORGDESK_DOMAIN: 'localhost:4400' };
    assert.equal(allowInsecureTenant in readProxyOptions(local), false);
    assert.equal(readProxyOptions({ ...local, ORGDESK_INSECURE_TENANT: '1' })[allowInsecureTenant], true);
    for (const domain of ['acme.eu.auth0.com', 'localhost.evil.example', '10.0.0.1:4400']) {
      const given = { ...env, ORGDESK_DOMAIN: domain, ORGDESK_INSECURE_TENANT: '1' };
      assert.throws(() => readProxyOptions(given), /for a dev tenant on this machine/, domain);
    }
  });
});
