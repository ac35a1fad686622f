import type { Context } from 'hono';
import { parse, serialize } from 'hono/utils/cookie';
import type { TenantEnv } from '../env.js';
import type { TenantState } from '../state.js';

/**
 * The two cookies of a browser: `session` identifies the signed-in user, `browser` the owner of login transactions.
 *
 * Scripts can't set `Cookie` on a Request or read `Set-Cookie` from a Response
 * (https://fetch.spec.whatwg.org/#forbidden-request-header), so in-process callers use two custom headers with the
 * same contents. A served tenant ignores them, because a hostile page could send them.
 */
export const inProcessCookie = 'x-dev-tenant-cookie';
export const inProcessSetCookie = 'x-dev-tenant-set-cookie';

type CookieName = 'session' | 'browser';

export function readCookie(c: Context<TenantEnv>, state: TenantState, name: CookieName): string | undefined {
  const inProcess = c.env.transport === 'in-process' ? c.req.header(inProcessCookie) : undefined;
  const header = inProcess ?? c.req.header('cookie');
  const fullName = cookieName(state, name);
  return header === undefined ? undefined : parse(header, fullName)[fullName];
}

export function writeCookie(
  c: Context<TenantEnv>,
  state: TenantState,
  name: CookieName,
  value: string,
): void {
  send(c, serialize(cookieName(state, name), value, attributes));
}

export function deleteCookie(c: Context<TenantEnv>, state: TenantState, name: CookieName): void {
  send(c, serialize(cookieName(state, name), '', { ...attributes, maxAge: 0 }));
}

const attributes = { httpOnly: true, sameSite: 'Lax', path: '/' } as const;

function send(c: Context<TenantEnv>, cookie: string): void {
  c.header('set-cookie', cookie, { append: true });
  if (c.env.transport === 'in-process') c.header(inProcessSetCookie, cookie, { append: true });
}

/** Cookies are shared across ports, so the name includes the port to keep tenants on one machine apart. */
function cookieName(state: TenantState, name: CookieName): string {
  return `dev-tenant-${new URL(state.url).port || 'default'}-${name}`;
}
