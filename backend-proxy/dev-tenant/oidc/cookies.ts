import type { Context } from 'hono';
import { parse, serialize } from 'hono/utils/cookie';
import type { TenantEnv } from '../env.js';
import type { TenantState } from '../state.js';

/**
 * The two cookies of a browser: `session`, who is signed in, and `browser`, which login transactions are its own.
 *
 * A script in a tab can neither set `Cookie` on a Request nor read `Set-Cookie` from a Response
 * (https://fetch.spec.whatwg.org/#forbidden-request-header), so a caller in process uses two headers of our own
 * with the same contents. They mean nothing on a served tenant, where a hostile page could send them.
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

/** Cookies do not tell ports apart, so two tenants on one machine need names that do. */
function cookieName(state: TenantState, name: CookieName): string {
  return `dev-tenant-${new URL(state.url).port || 'default'}-${name}`;
}
