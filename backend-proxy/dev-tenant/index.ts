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
 * A stand-in for an Auth0 tenant: its OpenID Connect half with a login page, and the part of its Management API
 * the proxy needs, with Auth0's own rules and texts. Runs in Node and in a browser tab, keeps everything in memory,
 * and shares no code with what it is used to test.
 *
 * @example
 * const tenant = createDevTenant({ seed: 'acme' });
 * const { accessToken } = await signIn(tenant, { username: 'ada@acme.example', organization: 'acme' });
 */
export function createDevTenant(options: DevTenantOptions = {}): DevTenant {
  return assemble(options).tenant;
}
