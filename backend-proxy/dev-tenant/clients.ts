import { clientShape } from './seed-clients.js';
import type { ParsedSeed } from './seed.js';

/** The SaaS product's API, which includes the proxy: the `aud` of its access tokens. */
export const productAudience = 'https://api.orgdesk.example';

/** The product's single-page app: public client, PKCE, refresh token rotation. */
export const spaClient = { clientId: 'dev-tenant-spa' } as const;

/** The proxy's machine-to-machine application. Its secret is public, like this repository. */
export const proxyClient = { clientId: 'dev-tenant-proxy', clientSecret: 'dev-tenant-proxy-secret' } as const;

/** Scopes of the machine client, unless the seed narrows them. */
export const managementScopes: readonly string[] = [
  'read:users',
  'create:users',
  'update:users',
  'delete:users',
  'read:organizations',
  'read:organization_members',
  'create:organization_members',
  'delete:organization_members',
  'read:organization_member_roles',
  'create:organization_member_roles',
  'delete:organization_member_roles',
  'read:organization_member_effective_roles',
  'read:organization_groups',
  'read:organization_group_roles',
  'read:group_members',
  'read:organization_connections',
  'read:organization_invitations',
  'create:organization_invitations',
  'delete:organization_invitations',
  'read:roles',
  'read:role_members',
  'read:connections',
  'read:connections_options',
  'read:scim_config',
  'read:directory_provisionings',
  'create:user_tickets',
  'read:sessions',
  'delete:sessions',
  'read:refresh_tokens',
  'delete:refresh_tokens',
  'read:device_credentials',
  'delete:device_credentials',
  'read:authentication_methods',
  'delete:authentication_methods',
  'delete:guardian_enrollments',
  'read:grants',
  'delete:grants',
  'read:logs',
  'read:logs_users',
];

export type Client = ParsedSeed['clients'][number];

/**
 * Returns the applications that people sign in to, by ID: the seed's, plus the product's own if the seed doesn't have
 * it.
 * @param strictUrls - Whether URLs on this machine must be registered like all others, as in Auth0.
 */
export function clientsOf(
  { settings, clients }: ParsedSeed,
  strictUrls: boolean,
): ReadonlyMap<string, Client> {
  const spa = clientShape.parse({
    client_id: spaClient.clientId,
    name: 'Single-page app',
    callbacks: settings.callbacks,
    allowed_logout_urls: settings.logout_urls,
    web_origins: settings.web_origins,
    local_urls: true,
    organization_usage: 'allow',
  });
  const all = [spa, ...clients].map((client) => (strictUrls ? { ...client, local_urls: false } : client));
  return new Map(all.map((client) => [client.client_id, client]));
}

/** Selects one of a client's URL lists. */
export type UrlList = 'callbacks' | 'allowed_logout_urls' | 'web_origins';

/** Returns whether a client has registered a URL. Auth0 has no `local_urls`, and its wildcards aren't simulated. */
export function isRegistered(client: Client, list: UrlList, url: string): boolean {
  return client[list].includes(url) || (client.local_urls && isLocal(url));
}

function isLocal(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, password, hash } = new URL(url);
  const isHere = protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1');
  return isHere && username === '' && password === '' && hash === '';
}
