/**
 * Measures what opening the elements costs on each of Auth0's plans: calls, refused calls, and seconds until the parts of a
 * page are there. The proxy is cold, and the dev tenant enforces the real limits. Asserts no times. Run it with
 * `node --import tsx test/bench/pace.bench.ts`.
 */
import { createProxy, type Proxy } from '../../backend-proxy/src/index.js';
import {
  createDevTenant,
  type DevTenant,
  type DevTenantOptions,
} from '../../backend-proxy/dev-tenant/index.js';

const acme = 'org_acme000000000000';
const ada = 'auth0|ac3e00000000000000000001';
const mia = 'auth0|ac3e00000000000000000003';
const page = `/v1/members/${encodeURIComponent(mia)}`;

/** Requests that the elements make, in the order they make them: those of one line are made at once. */
const screens: Record<string, readonly (readonly string[])[]> = {
  'own profile': [['/v1/profile']],
  'profile with sessions': [['/v1/profile'], ['/v1/profile/sessions']],
  'members panel': [['/v1/session', '/v1/members']],
  'panel, then roles': [['/v1/session', '/v1/members'], ['/v1/roles']],
  'panel, then invitations': [['/v1/session', '/v1/members'], ['/v1/invitations']],
  'panel, then a member': [
    ['/v1/session', '/v1/members'],
    [page, `${page}/security`],
  ],
  'three viewers at once': [
    ['/v1/session', '/v1/members', '/v1/session', '/v1/members', '/v1/session', '/v1/members'],
  ],
};

for (const plan of ['free', 'essentials', 'enterprise'] as const) {
  console.log(plan);
  for (const [name, steps] of Object.entries(screens)) console.log(`  ${await open(plan, name, steps)}`);
}

async function open(
  plan: DevTenantOptions['plan'],
  name: string,
  steps: readonly (readonly string[])[],
): Promise<string> {
  const tenant = createDevTenant({ plan, rateLimits: 'enforced' });
  const proxy = proxyOf(tenant);
  const token = await tenant.tokens.issueAccessToken({ userId: ada, organizationId: acme });
  tenant.requests.clear();
  const started = performance.now();
  const parts: string[] = [];
  for (const step of steps) {
    await Promise.all(
      step.map(async (path) => {
        const request = new Request(`https://proxy.example${path}`, {
          headers: { authorization: `Bearer ${token}` },
        });
        const { status } = await proxy.fetch(request);
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        parts.push(`${path.replace(page, '…')} ${status} after ${seconds} s`);
      }),
    );
  }
  const calls = tenant.requests.list().filter(({ area }) => area === 'management');
  const refused = calls.filter(({ status }) => status === 429).length;
  if (process.argv.includes('--calls')) {
    for (const { endpoint, status } of calls) parts.push(`\n      ${endpoint} ${status}`);
  }
  return `${name}: ${calls.length} calls, ${refused} refused; ${parts.join(', ')}`;
}

function proxyOf(tenant: DevTenant): Proxy {
  return createProxy({
    domain: tenant.domain,
    audience: tenant.audience,
    clientId: tenant.clients.proxy.clientId,
    clientSecret: tenant.clients.proxy.clientSecret,
    fetch: tenant.fetch,
  });
}
