import { assemble, type DevTenantOptions } from './assemble.js';
import type { DevTenant } from './types.js';

export type { DevTenantOptions } from './assemble.js';
export { createDpopKey, type DpopKey, type ProofRequest } from './dpop-key.js';
export type { Fault } from './faults.js';
export type { LogoutDelivery } from './oidc/back-channel-logout.js';
export type { LogoutInitiator } from './oidc/logout-initiator.js';
export type { Email } from './outbox.js';
export type { Persona } from './personas.js';
export type { RequestArea, RequestFilter, RequestRecord } from './request-log.js';
export { seedNames, type SeedName } from './named-seeds.js';
export { seedSchema, type Seed } from './seed.js';
export { signIn, type SignedIn, type SignInOptions } from './sign-in.js';
export type { KeyState } from './signing-keys.js';
export type { DevTenant, TokenClaims } from './types.js';
export type { Identity, User } from './users/user.js';

/**
 * Creates a stand-in for an Auth0 tenant: OpenID Connect with a login page, and the endpoints of the Management API
 * that the proxy needs, with Auth0's rules and messages. Runs in Node and in a browser tab, keeps everything in memory,
 * and shares no code with the proxy it tests.
 *
 * All options are optional; {@link DevTenantOptions} describes them. Nothing listens on a port: pass `tenant.fetch`
 * wherever a `fetch` is expected, or use `serveDevTenant` of `orgdesk-proxy/dev-tenant/serve`.
 *
 * @throws SeedError for an invalid seed, TypeError for an invalid signing key
 * @example
 * const tenant = createDevTenant({
 *   seed: 'acme', // built-in seed, or an object of type Seed
 *   plan: 'essentials', // rate limits and endpoints of this Auth0 plan
 *   rateLimits: 'reported', // headers only, never a 429
 *   lag: 0, // changes appear in lists and search immediately
 *   loginUri: null, // no login route, so invitations are refused
 * });
 * const proxy = createProxy({
 *   domain: tenant.domain,
 *   audience: tenant.audience,
 *   ...tenant.clients.proxy,
 *   fetch: tenant.fetch,
 * });
 * const { accessToken } = await signIn(tenant, { username: 'ada@acme.example', organization: 'acme' });
 */
export function createDevTenant(options: DevTenantOptions = {}): DevTenant {
  return assemble(options).tenant;
}
