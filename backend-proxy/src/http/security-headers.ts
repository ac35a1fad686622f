/**
 * Headers of every response that keep browsers from doing more with it than the page that asked for it. Our own record
 * instead of `hono/secure-headers`, because answers to requests that never reach Hono need the same headers.
 * https://cheatsheetseries.owasp.org/cheatsheets/REST_Security_Cheat_Sheet.html#security-headers
 */
export const securityHeaders = {
  // Without `includeSubDomains`: the subdomains of the host are not the proxy's. Browsers ignore it over plain HTTP.
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  // Pages of other origins read responses by CORS, which this header does not affect.
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
} as const;

/** The same, for headers that a route can set itself. */
export const defaultHeaders = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  // Personal data: not in any cache, the browser's included.
  'cache-control': 'no-store',
} as const;
