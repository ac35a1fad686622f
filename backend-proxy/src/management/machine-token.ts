/** The proxy's own access token for the Management API, by the client credentials grant (RFC 6749 §4.4). */
import { z } from 'zod';
import type { Settings } from '../options.js';
import { failUnavailable } from './auth0-refusal.js';
import { json } from './expected-response.js';
import { createHttp } from './http.js';

export interface MachineToken {
  /** Returns the current token. Concurrent callers share one request for a new one. */
  get(): Promise<string>;
  /** Returns the scopes that the tenant granted to the proxy's application. */
  scopes(): Promise<readonly string[]>;
  /** Discards the token, so that the next `get` requests another. */
  renew(): void;
}

const grantSchema = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive(),
  scope: z.string().default(''),
});

interface Grant {
  readonly token: string;
  readonly scopes: readonly string[];
  readonly expiresAt: number;
}

/** A token is renewed this long before it expires, so that it doesn't expire in flight. */
const leewayMs = 60_000;
/** Shared by callers, so no caller's own deadline applies. */
const requestTimeoutMs = 8_000;
const maxGrantBytes = 64 * 1024;

export function createMachineToken(settings: Settings): MachineToken {
  const http = createHttp(settings.transport);
  let current: Grant | null = null;
  let pending: Promise<Grant> | null = null;

  async function request(): Promise<Grant> {
    const context = { correlationId: crypto.randomUUID(), deadline: Date.now() + requestTimeoutMs };
    const granted = await http(context, {
      method: 'POST',
      url: settings.tokenUrl,
      body: {
        grant_type: 'client_credentials',
        client_id: settings.clientId,
        client_secret: settings.clientSecret,
        audience: settings.managementAudience,
      },
      repeatable: true,
      expect: json(grantSchema, maxGrantBytes),
    }).catch(failUnavailable);
    current = {
      token: granted.access_token,
      scopes: granted.scope.split(' ').filter(Boolean),
      expiresAt: Date.now() + granted.expires_in * 1000,
    };
    return current;
  }

  async function grant(): Promise<Grant> {
    if (current && Date.now() < current.expiresAt - leewayMs) return current;
    pending ??= request().finally(() => (pending = null));
    return pending;
  }

  return {
    get: async () => (await grant()).token,
    scopes: async () => (await grant()).scopes,
    renew: () => {
      current = null;
    },
  };
}
