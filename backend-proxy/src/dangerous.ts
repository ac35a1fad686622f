/**
 * Switches that weaken the proxy. They are symbols, so that a search for imports of this file finds every risk an
 * application takes.
 */

/**
 * `createProxy({ [allowInsecureTenant]: true, domain: 'localhost:4401' })`: talk to the tenant over plain HTTP.
 * For the dev tenant on this machine only; anybody on the way could read the client secret.
 */
export const allowInsecureTenant: unique symbol = Symbol('orgdesk: allow a tenant without TLS');
