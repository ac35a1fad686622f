import type { Context } from 'hono';
import type { TenantEnv } from '../env.js';
import type { layout } from '../pages/layout.js';

interface PageSending {
  /** Where the form on the page leads in the end: browsers hold the redirect after a form to `form-action` as well. */
  readonly app?: string;
  readonly status?: 200 | 400;
}

/** Sends a page under a policy that lets it have no script, no foreign style and no frame around it. */
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
  // The address of some pages is a secret.
  c.header('referrer-policy', 'no-referrer');
  return c.html(page, status);
}
