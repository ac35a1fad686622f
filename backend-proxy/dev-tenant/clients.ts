import type { ParsedSeed } from './seed.js';

/** The SaaS product's API, which the proxy is part of: the `aud` of its access tokens. */
export const productAudience = 'https://api.orgdesk.example';

/** The product's single-page app: public, PKCE, refresh token rotation. */
export const spaClient = { clientId: 'dev-tenant-spa' } as const;

/** The proxy's machine-to-machine application. The secret is as public as this repository. */
export const proxyClient = { clientId: 'dev-tenant-proxy', clientSecret: 'dev-tenant-proxy-secret' } as const;

/** What the machine client is granted unless the seed narrows it. */
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
  'read:organization_connections',
  'read:organization_invitations',
  'create:organization_invitations',
  'delete:organization_invitations',
  'read:roles',
  'read:role_members',
  'read:connections',
  'read:connections_options',
  'read:scim_config',
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

/** Which of a client's URL lists is asked. */
export type UrlList = 'callbacks' | 'logout_urls' | 'web_origins';

/**
 * Whether a URL is registered. Auth0 compares callbacks exactly; here every URL of this machine counts as
 * registered as well, because trial, tests and demo pages choose their ports freely.
 */
export function isRegistered(settings: ParsedSeed['settings'], list: UrlList, url: string): boolean {
  if (settings[list].includes(url)) return true;
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, password, hash } = new URL(url);
  const local = protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1');
  return local && username === '' && password === '' && hash === '';
}
