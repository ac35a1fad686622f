import type { Context } from 'hono';
import type { TenantEnv } from '../env.js';
import type { layout } from '../pages/layout.js';

interface PageSending {
  /** Final target of the page's form: browsers apply `form-action` to redirects after a form submission, too. */
  readonly app?: string;
  readonly status?: 200 | 400;
}

/** Sends a page with a Content Security Policy that forbids scripts, foreign styles, and framing. */
export function sendPage(
  c: Context<TenantEnv>,
  page: ReturnType<typeof layout>,
  { app, status = 200 }: PageSending = {},
) {
  const targets = app === undefined ? "'self'" : `'self' ${new URL(app).origin}`;
  c.header(
    'content-security-policy',
    `default-src 'none'; style-src 'self'; form-action ${targets}; frame-ancestors 'none'; base-uri 'none'`,
  );
  c.header('cache-control', 'no-store');
  // Some pages have secrets in their URL.
  c.header('referrer-policy', 'no-referrer');
  return c.html(page, status);
}
