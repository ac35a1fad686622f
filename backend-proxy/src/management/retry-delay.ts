/** How long to wait before a call is repeated. */
import type { ResponseHead } from './transport.js';

/** Bounds of a wait that Auth0 asks for: its clock and ours may differ. */
const minSeconds = 1;
const maxSeconds = 60;
const firstBackoffMs = 200;

/**
 * Returns the whole seconds until Auth0 accepts the call again, or `null` if a 429 doesn't say: `Retry-After`, else
 * `X-RateLimit-Reset` in UNIX seconds.
 */
export function secondsUntilReset(headers: ResponseHead['headers'], now = Date.now()): number | null {
  const reset = numberOf(headers.get('x-ratelimit-reset'));
  return retryAfterSeconds(headers, now) ?? (reset === null ? null : clamp(reset - now / 1000));
}

/** Returns `Retry-After` in whole seconds. It holds seconds or an HTTP date (RFC 9110 §10.2.3). */
export function retryAfterSeconds(headers: ResponseHead['headers'], now = Date.now()): number | null {
  const value = headers.get('retry-after')?.trim() ?? '';
  const seconds = numberOf(value);
  if (seconds !== null) return clamp(seconds);
  const at = /^[a-z]{3}/i.test(value) ? Date.parse(value) : NaN;
  if (Number.isNaN(at)) return null;
  // The date is by the sender's clock, which its `Date` header shows.
  const sentAt = Date.parse(headers.get('date') ?? '');
  return clamp((at - (Number.isNaN(sentAt) ? now : sentAt)) / 1000);
}

/** Returns the milliseconds before the next attempt: doubled each time, with jitter of up to half. */
export function backoffMs(attempt: number): number {
  return firstBackoffMs * 2 ** (attempt - 1) * (0.5 + Math.random() / 2);
}

function clamp(seconds: number): number {
  return Math.min(maxSeconds, Math.max(minSeconds, Math.ceil(seconds)));
}

function numberOf(text: string | null): number | null {
  return text !== null && /^\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : null;
}
