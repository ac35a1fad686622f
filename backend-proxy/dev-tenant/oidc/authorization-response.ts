import type { Context } from 'hono';
import type { TenantEnv } from '../env.js';
import { OAuthError } from '../errors.js';
import { webMessagePage } from '../pages/web-message.js';
import type { ResponseTarget } from './authorization-request.js';

/** Sends the code or error to the app: by redirect, or by postMessage from a frame or popup. */
export function respond(
  c: Context<TenantEnv>,
  { redirectUri, responseMode, state }: ResponseTarget,
  outcome: { code: string } | OAuthError,
): Response | Promise<Response> {
  const answer = {
    ...(outcome instanceof OAuthError ? outcome.body : outcome),
    ...(state !== undefined && { state }),
  };
  c.header('cache-control', 'no-store');
  if (responseMode === 'query') {
    const url = new URL(redirectUri);
    for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
    return c.redirect(url.href, 302);
  }
  const { origin } = new URL(redirectUri);
  c.header('content-security-policy', `default-src 'none'; script-src 'self'; frame-ancestors ${origin}`);
  return c.html(webMessagePage(answer, origin));
}
