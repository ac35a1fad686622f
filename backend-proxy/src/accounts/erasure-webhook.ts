/** Erasure webhook: asks the product to erase its own data about a user. */
import type { CallContext } from '../management/index.js';
import type { Erasure, Settings } from '../options.js';
import { ProblemError } from '../http/problem-error.js';

export interface ErasureRequest {
  /** The same for every attempt at one deletion, so that the product recognizes a repetition. */
  readonly id: string;
  readonly userId: string;
  readonly organizationId: string;
}

/** @throws {ProblemError} `erasure_failed` unless the product responds with a 2xx before the deadline. */
export async function requestErasure(
  { fetch }: Settings,
  erasure: Erasure,
  { id, userId, organizationId }: ErasureRequest,
  { deadline }: CallContext,
): Promise<void> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const body = JSON.stringify({
    type: 'account.erasure_requested',
    data: { user_id: userId, organization_id: organizationId },
  });
  const signature = await sign(erasure.secret, `${id}.${timestamp}.${body}`);
  let response: Response;
  try {
    response = await fetch(erasure.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': `v1,${signature}`,
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(Math.max(1, deadline - Date.now())),
    });
  } catch {
    throw new ProblemError('erasure_failed', { cause: new Error('the erasure webhook did not answer') });
  }
  await response.body?.cancel();
  if (!response.ok) {
    const cause = new Error(`the erasure webhook answered ${response.status}`);
    throw new ProblemError('erasure_failed', { cause });
  }
}

/** Derives the webhook's ID from the account, so that a repeated deletion has the same one. */
export async function erasureId(organizationId: string, userId: string): Promise<string> {
  const text = new TextEncoder().encode(`${organizationId} ${userId}`);
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  return `erasure_${[...bytes.subarray(0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

async function sign(secret: string, message: string): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign']);
  const mac = await crypto.subtle.sign('HMAC', key, encoder.encode(message));
  return btoa(String.fromCharCode(...new Uint8Array(mac)));
}
