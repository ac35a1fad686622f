import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createDevTenant, type DevTenant } from '../../backend-proxy/dev-tenant/index.js';
import { createProxy, ProblemError } from '../../backend-proxy/src/index.js';
import { defaultPolicy, neededScopes } from '../../src/policy/index.js';
import { storedSigningKeys } from '../harness/signing-keys.js';

const needed = neededScopes(defaultPolicy).map(({ scope }) => scope);

function proxyOf(tenant: DevTenant, clientSecret = tenant.clients.proxy.clientSecret) {
  const { domain, audience, clients, fetch } = tenant;
  return createProxy({ domain, audience, clientId: clients.proxy.clientId, clientSecret, fetch });
}

function tenantGranting(machine_scopes: string[]) {
  return createDevTenant({ seed: { settings: { machine_scopes } }, signingKeys: storedSigningKeys });
}

describe("the scopes of the proxy's token", () => {
  it('are enough when they are exactly what the policy needs', async () => {
    const check = await proxyOf(tenantGranting(needed)).checkScopes();
    assert.deepEqual(check, { missing: [], excess: [] });
  });

  it('name what is missing, and what for', async () => {
    const check = await proxyOf(
      tenantGranting(needed.filter((scope) => scope !== 'delete:users')),
    ).checkScopes();
    assert.deepEqual(check.missing, [
      { scope: 'delete:users', why: ['for profile.delete', 'for user.delete'] },
    ]);
  });

  it('name what is too much', async () => {
    const check = await proxyOf(tenantGranting([...needed, 'create:client_grants'])).checkScopes();
    assert.deepEqual(check, { missing: [], excess: ['create:client_grants'] });
  });

  it('cannot be compared with a wrong secret, and say so by code', async () => {
    await assert.rejects(
      proxyOf(createDevTenant({ signingKeys: storedSigningKeys }), 'wrong').checkScopes(),
      (error: unknown) => {
        assert.ok(error instanceof ProblemError);
        assert.equal(error.code, 'upstream_refused');
        return true;
      },
    );
  });
});
