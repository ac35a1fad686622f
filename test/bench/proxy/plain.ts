/**
 * The proxy that one would write in a day: Hono, jose, the same reads of the tenant, and a filter of the fields. It caches
 * nothing but the tenant's keys and its own token, and records nothing. Run as a process of its own by `proxy.bench.ts`.
 */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { UpstreamFacts } from './upstream.js';

type Row = Readonly<Record<string, unknown>>;

const ownFields = ['user_id', 'name', 'email', 'picture', 'given_name', 'family_name', 'user_metadata'];
const listedFields = ['user_id', 'name', 'email', 'picture', 'roles', 'blocked', 'last_login'];

process.once('message', (facts) => void start(facts as UpstreamFacts));

async function start({ url, issuer, audience, clients }: UpstreamFacts): Promise<void> {
  const keys = createRemoteJWKSet(new URL(`${url}/.well-known/jwks.json`));
  const { clientId, clientSecret } = clients.proxy;
  const granted = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      audience: `${url}/api/v2/`,
    }),
  });
  const { access_token: token } = (await granted.json()) as { access_token: string };
  const read = async (path: string): Promise<Row> => {
    const response = await fetch(`${url}/api/v2${path}`, { headers: { authorization: `Bearer ${token}` } });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return (await response.json()) as Row;
  };

  const app = new Hono<{ Variables: { userId: string; organizationId: string; permissions: string[] } }>();
  app.use(async (context, next) => {
    const presented = context.req.header('authorization')?.replace('Bearer ', '') ?? '';
    const { payload } = await jwtVerify(presented, keys, { issuer, audience, algorithms: ['RS256'] });
    context.set('userId', String(payload.sub));
    context.set('organizationId', String(payload['org_id']));
    context.set('permissions', (payload['permissions'] ?? []) as string[]);
    await next();
  });
  app.get('/v1/profile', async (context) => {
    const id = encodeURIComponent(context.var.userId);
    const [user, { organizations }] = await Promise.all([
      read(`/users/${id}`),
      read(`/users/${id}/organizations?page=0&per_page=50&include_totals=true`),
    ]);
    const isMember = (organizations as Row[]).some((one) => one['id'] === context.var.organizationId);
    return isMember ? context.json(pick(user, ownFields)) : context.notFound();
  });
  app.get('/v1/members', async (context) => {
    const { organizationId, permissions } = context.var;
    if (!permissions.includes('manage:members')) return context.notFound();
    const q = encodeURIComponent(`organization_id:"${organizationId}"`);
    const [{ members }, { users }] = await Promise.all([
      read(`/organizations/${organizationId}/members?take=50&fields=user_id,name,email,picture,roles`),
      read(`/users?q=${q}&per_page=50&include_totals=true&search_engine=v3`),
    ]);
    const byId = new Map((users as Row[]).map((user) => [user['user_id'], user]));
    return context.json({
      members: (members as Row[]).map((row) => pick({ ...byId.get(row['user_id']), ...row }, listedFields)),
    });
  });
  serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
    process.send?.(`http://127.0.0.1:${port}`),
  );
}

function pick(row: Row, names: readonly string[]): Row {
  return Object.fromEntries(names.flatMap((name) => (name in row ? [[name, row[name]]] : [])));
}
