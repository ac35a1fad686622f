/** The proxy's own access token for the Management API, by the client credentials grant (RFC 6749 §4.4). */
import { z } from 'zod';
import type { Settings } from '../options.js';
import { ProblemError } from '../http/problem-error.js';

export interface MachineToken {
  /** The current token; concurrent callers share one request for a new one. */
  get(): Promise<string>;
  /** What the tenant granted to the proxy's application. */
  scopes(): Promise<readonly string[]>;
  /** Forgets the token, so that the next `get` asks for another. */
  renew(): void;
}

const answer = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive(),
  scope: z.string().default(''),
});

interface Grant {
  readonly token: string;
  readonly scopes: readonly string[];
  readonly expiresAt: number;
}

/** Renewed this long before it expires, so that none dies on the way. */
const leewayMs = 60_000;
const requestTimeoutMs = 8_000;

export function createMachineToken(settings: Settings): MachineToken {
  let current: Grant | null = null;
  let pending: Promise<Grant> | null = null;

  async function request(): Promise<Grant> {
    const granted = await requestToken(settings);
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

async function requestToken(settings: Settings): Promise<z.infer<typeof answer>> {
  let response: Response;
  try {
    response = await settings.fetch(settings.tokenUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        grant_type: 'client_credentials',
        client_id: settings.clientId,
        client_secret: settings.clientSecret,
        audience: settings.managementAudience,
      }),
      redirect: 'manual',
      signal: AbortSignal.timeout(requestTimeoutMs),
    });
  } catch (reason) {
    const timedOut = reason instanceof Error && reason.name === 'TimeoutError';
    throw new ProblemError(timedOut ? 'upstream_timeout' : 'upstream_unavailable', {
      cause: new Error('no answer from the token endpoint'),
    });
  }
  if (!response.ok) {
    // 401 and 403 are a wrong secret or a missing grant; the body may echo what was sent, so it is not kept.
    await response.body?.cancel();
    const code =
      response.status === 401 || response.status === 403 ? 'upstream_refused' : 'upstream_unavailable';
    throw new ProblemError(code, { cause: new Error(`the token endpoint answered ${response.status}`) });
  }
  const granted = answer.safeParse(await response.json().catch(() => null));
  if (!granted.success)
    throw new ProblemError('upstream_invalid', { cause: new Error('no token in the answer') });
  return granted.data;
}
