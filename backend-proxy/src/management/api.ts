/** Requests to the Management API v2: structurally built URLs, the machine token, and the tenant's rate limits. */
import type { Settings } from '../options.js';
import { Auth0Refusal } from './auth0-refusal.js';
import type { CallScheduler } from './call-scheduler.js';
import { createHttp, type CallContext, type HttpRequest } from './http.js';
import type { MachineToken } from './machine-token.js';
import { rateLimitGroup } from './rate-limit-groups.js';

interface ApiRequest<T> extends Omit<HttpRequest<T>, 'url' | 'token' | 'rateLimitGroup'> {
  /** Segments below `/api/v2`, not encoded. */
  readonly path: readonly string[];
  readonly query?: Query;
}

type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Calls the Management API. Throws what `Http` throws. */
export type ManagementApi = <T>(context: CallContext, request: ApiRequest<T>) => Promise<T>;

export function createManagementApi(
  { managementUrl, transport }: Pick<Settings, 'managementUrl' | 'transport'>,
  token: MachineToken,
  scheduler: CallScheduler,
): ManagementApi {
  const http = createHttp(transport, scheduler);
  return async (context, { path, query = {}, ...request }) =>
    http(context, {
      ...request,
      url: urlOf(managementUrl, path, query),
      token,
      rateLimitGroup: rateLimitGroup(request.method, path),
    });
}

/**
 * Builds a URL from its parts. Values that are `null` or `undefined` are left out of the query.
 * @throws {Auth0Refusal} 404 for a segment that cannot be an id
 * @example urlOf('https://acme.eu.auth0.com/api/v2', ['users', 'auth0|1'], { fields: 'name' })
 * // 'https://acme.eu.auth0.com/api/v2/users/auth0%7C1?fields=name'
 */
export function urlOf(base: string, path: readonly string[], query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined) search.set(name, String(value));
  }
  // A plus sign is a space in forms only.
  const text = search.toString().replaceAll('+', '%20');
  return `${[base, ...path.map(encodeSegment)].join('/')}${text && `?${text}`}`;
}

/** Empty and dot segments would be resolved to another endpoint, and lone surrogates can't be encoded: nothing has such an id. */
function encodeSegment(segment: string): string {
  if (/^\.{0,2}$/.test(segment) || /\p{Surrogate}/u.test(segment)) throw new Auth0Refusal(404, null);
  return encodeURIComponent(segment);
}
