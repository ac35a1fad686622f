/** The tenant's public keys, which verify access tokens. */
import { createRemoteJWKSet, customFetch, type RemoteJWKSet } from 'jose';
import { readText } from '../management/read-text.js';
import type { Settings } from '../options.js';

/** Asymmetric only: with HS256, the published key would be the secret. An API in Auth0 is offered RS256, RS512, and PS256. */
export const signingAlgorithms = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512'],
];

/** How long a key that the tenant has revoked is still accepted. */
const lifetimeMs = 60_000;
const timeoutMs = 5_000;
/** A tenant has a current, a next, and a few previous keys. */
const maxBytes = 256 * 1024;
const maxKeys = 100;

export interface SigningKeys {
  /** jose reads the keys on first use, caches them, and reads them again for an unknown one. */
  readonly set: RemoteJWKSet;
  /** Returns how often the keys were read: each time, one can be gone. */
  timesRead(): number;
}

export function createSigningKeys({ jwksUrl, fetch }: Pick<Settings, 'jwksUrl' | 'fetch'>): SigningKeys {
  let timesRead = 0;
  const set = createRemoteJWKSet(new URL(jwksUrl), {
    cacheMaxAge: lifetimeMs,
    timeoutDuration: timeoutMs,
    [customFetch]: async (url, init) => {
      const response = await fetch(url, { ...init, redirect: 'manual' });
      if (response.status !== 200) return response;
      const text = await readText(response, maxBytes, init.signal);
      timesRead += 1;
      return Response.json(limitKeys(JSON.parse(text)));
    },
  });
  return { set, timesRead: () => timesRead };
}

/** @throws {Error} for a set with more keys than a tenant has. jose checks everything else. */
function limitKeys(set: unknown): unknown {
  const { keys } = Object(set) as { keys?: unknown };
  if (Array.isArray(keys) && keys.length > maxKeys) throw new Error('too many signing keys');
  return set;
}
