/** Names the endpoint that a request goes to, without the IDs in its path. */
import type { Settings } from '../options.js';

/** Segments of the Management API's paths that are not IDs. Others become `:id`, so labels can't hold one. */
const words: ReadonlySet<string> = new Set([
  'authentication-methods',
  'authenticators',
  'connections',
  'device-credentials',
  'directory-provisioning',
  'enabled_connections',
  'groups',
  'invitations',
  'jobs',
  'members',
  'multifactor',
  'organizations',
  'password-change',
  'permissions',
  'refresh-tokens',
  'roles',
  'scim-configuration',
  'sessions',
  'tickets',
  'user-blocks',
  'users',
  'users-by-email',
  'verification-email',
]);

/**
 * Returns the endpoint of a URL.
 * @example endpointOf('https://acme.eu.auth0.com/api/v2/users/auth0%7C1/roles?page=0', settings) // '/users/:id/roles'
 */
export function endpointOf(
  url: string,
  { managementUrl, tokenUrl, jwksUrl }: Pick<Settings, 'managementUrl' | 'tokenUrl' | 'jwksUrl'>,
): string {
  if (url === tokenUrl) return 'token';
  if (url === jwksUrl) return 'keys';
  if (!url.startsWith(`${managementUrl}/`)) return 'other';
  const [path = ''] = url.slice(managementUrl.length + 1).split('?', 1);
  return `/${path
    .split('/')
    .map((segment) => (words.has(segment) ? segment : ':id'))
    .join('/')}`;
}
