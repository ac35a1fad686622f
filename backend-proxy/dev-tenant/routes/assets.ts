import { Hono } from 'hono';
import type { TenantEnv } from '../env.js';
import { brandCss } from '../pages/brand-css.js';
import { loginCss } from '../pages/login-css.js';
import { webMessageScript } from '../pages/web-message.js';
import type { TenantState } from '../state.js';

/** Scripts and styles of the tenant's pages. */
export function assetRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();
  const css = { 'content-type': 'text/css; charset=utf-8' };

  app.get('/u/login.css', (c) => c.body(loginCss, 200, css));
  app.get('/u/brand/:file{.+\\.css}', (c) => {
    const id = c.req.param('file').replace(/\.css$/, '');
    return c.body(brandCss(tenant.directory.organization(id)), 200, css);
  });
  app.get('/u/web-message.js', (c) =>
    c.body(webMessageScript, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );

  return app;
}
