import { managementScopes, productAudience, setupScopes } from './clients.js';
import type { ParsedSeed } from './seed.js';

/** An API, which Auth0 calls a resource server. */
export interface Api {
  readonly id: string;
  readonly name: string;
  /** The `aud` of its tokens. */
  readonly identifier: string;
  readonly is_system: boolean;
  readonly scopes: readonly { readonly value: string; readonly description?: string | undefined }[];
  readonly signing_alg: 'RS256' | 'RS512' | 'PS256' | 'HS256';
  readonly allow_offline_access: boolean;
  readonly skip_consent_for_verifiable_first_party_clients: boolean;
  /** In seconds. */
  readonly token_lifetime: number;
  /** Whether permissions come from roles. Without it, every scope of the API is granted. */
  readonly enforce_policies: boolean;
  readonly token_dialect: 'access_token' | 'access_token_authz' | 'rfc9068_profile' | 'rfc9068_profile_authz';
  /** Absent: its tokens are never bound to a key. */
  readonly proof_of_possession?: { readonly mechanism: 'dpop'; readonly required: boolean } | undefined;
}

/** What a new API has, unless its request says something else. */
export const newApi = {
  name: '',
  is_system: false,
  scopes: [],
  signing_alg: 'RS256',
  allow_offline_access: false,
  skip_consent_for_verifiable_first_party_clients: true,
  token_lifetime: 86_400,
  enforce_policies: false,
  token_dialect: 'access_token',
} as const satisfies Partial<Api>;

/** Returns the Management API and, unless the seed is an empty tenant, the product's. */
export function apisOf({ settings, roles }: ParsedSeed, managementAudience: string): readonly Api[] {
  const management: Api = {
    ...newApi,
    id: 'rs_devtenantmanagement',
    name: 'Auth0 Management API',
    identifier: managementAudience,
    is_system: true,
    scopes: [...managementScopes, ...setupScopes].map((value) => ({ value })),
  };
  if (!settings.product) return [management];
  const { mechanism, required } = settings.proof_of_possession;
  const product: Api = {
    ...newApi,
    id: 'rs_devtenantproduct000',
    name: 'Product API',
    identifier: productAudience,
    scopes: [...new Set(roles.flatMap(({ permissions }) => permissions))].map((value) => ({ value })),
    allow_offline_access: true,
    token_lifetime: settings.access_token_lifetime,
    enforce_policies: true,
    token_dialect: 'access_token_authz',
    ...(mechanism === 'dpop' && { proof_of_possession: { mechanism, required } }),
  };
  return [management, product];
}
