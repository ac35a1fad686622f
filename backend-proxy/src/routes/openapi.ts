/** The OpenAPI document. It needs no token: it says nothing that the package doesn't. */
import type { Context } from 'hono';
import type { ProxyEnv } from '../http/request.js';
import type { Services } from '../services.js';

export function openApiRoutes({ settings }: Pick<Services, 'settings'>) {
  let document: Promise<string> | null = null;

  async function read(context: Context<ProxyEnv>): Promise<Response> {
    // Loaded by the first request: most processes never need it.
    document ??= import('../openapi/document.js').then(({ describeApi }) =>
      JSON.stringify(describeApi(settings)),
    );
    return context.body(await document, 200, {
      'content-type': 'application/json',
      'cache-control': 'public, max-age=300',
    });
  }

  return { read };
}
