/** The tenant's public keys, which verify access tokens. */
import { createRemoteJWKSet, customFetch, type RemoteJWKSet } from 'jose';
import type { Settings } from '../options.js';

/** Creates the key set. jose reads it on first use, caches it, and reads it again for an unknown key. */
export function createSigningKeys({ jwksUrl, fetch }: Pick<Settings, 'jwksUrl' | 'fetch'>): RemoteJWKSet {
  return createRemoteJWKSet(new URL(jwksUrl), {
    [customFetch]: (url, init) => fetch(url, { ...init, redirect: 'manual' }),
  });
}
