import { clientShape } from './seed-clients.js';
import type { ParsedSeed } from './seed.js';

/** The SaaS product's API, which includes the proxy: the `aud` of its access tokens. */
export const productAudience = 'https://api.orgdesk.example';

/** The product's single-page app: public client, PKCE, refresh token rotation. */
export const spaClient = { clientId: 'dev-tenant-spa' } as const;

/** The proxy's machine-to-machine application. Its secret is public, like this repository. */
export const proxyClient = { clientId: 'dev-tenant-proxy', clientSecret: 'dev-tenant-proxy-secret' } as const;

/** Stands in for the application of Auth0's API Explorer, whose tokens set up a tenant. */
export const explorerClient = {
  clientId: 'dev-tenant-explorer',
  clientSecret: 'dev-tenant-explorer-secret',
} as const;

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

/** Scopes that only setting up a tenant takes. */
export const setupScopes: readonly string[] = [
  ...['read', 'create', 'update'].flatMap((verb) =>
    ['clients', 'client_keys', 'client_grants', 'resource_servers', 'actions'].map(
      (noun) => `${verb}:${noun}`,
    ),
  ),
  'create:roles',
  'update:roles',
  'read:tenant_settings',
  'read:email_provider',
  'create:organizations',
  'create:organization_connections',
  'read:organization_client_grants',
];

export type Client = ParsedSeed['clients'][number];

/**
 * Returns the applications by ID: the seed's, that of the API Explorer and, unless the seed is an empty tenant, the
 * product's own.
 * @param strictUrls - Whether URLs on this machine must be registered like all others, as in Auth0.
 */
export function clientsOf({ settings, clients }: ParsedSeed, strictUrls: boolean): readonly Client[] {
  const spa = clientShape.parse({
    client_id: spaClient.clientId,
    name: 'Single-page app',
    callbacks: settings.callbacks,
    allowed_logout_urls: settings.logout_urls,
    web_origins: settings.web_origins,
    local_urls: true,
    organization_usage: 'allow',
  });
  const own = settings.product ? [spa, machine(proxyClient, 'Proxy')] : [];
  const all = [...own, machine(explorerClient, 'API Explorer Application'), ...clients];
  return all.map((client) => (strictUrls ? { ...client, local_urls: false } : client));
}

function machine({ clientId, clientSecret }: { clientId: string; clientSecret: string }, name: string) {
  return clientShape.parse({
    client_id: clientId,
    client_secret: clientSecret,
    name,
    app_type: 'non_interactive',
    token_endpoint_auth_method: 'client_secret_post',
    grant_types: ['client_credentials'],
  });
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
