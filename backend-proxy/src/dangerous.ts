/**
 * Options that weaken the proxy. They are symbols, so that a search for imports of this file finds every risk an
 * application takes.
 */

/**
 * Makes the proxy reach the tenant over plain HTTP. For a dev tenant on the same machine only: anyone on the network
 * could read the client secret.
 * @example createProxy({ [allowInsecureTenant]: true, domain: 'localhost:4401', …options })
 */
export const allowInsecureTenant: unique symbol = Symbol('orgdesk: allow a tenant without TLS');
