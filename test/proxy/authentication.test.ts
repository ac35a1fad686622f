import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createWorld } from './support.js';
import { allRoutes, createProxyApp, initOf, publicRoutes } from './walls.js';

describe('authentication', () => {
  const world = createWorld();

  for (const route of allRoutes()) {
    it(`refuses a request without a token: ${route}`, async () => {
      const [method = '', path = ''] = route.split(' ');
      const { status, problem } = await world.send(null, path, initOf(method));
      assert.deepEqual([status, problem.code], [401, 'token_missing']);
      assert.equal(world.calls(), 0);
    });
  }

  it('covers a route that is registered without it', async () => {
    const app = createProxyApp();
    app.get('/v1/forgotten', (context) => context.text('secret'));
    assert.equal((await app.request('/v1/forgotten')).status, 401);
  });

  it('comes before the answer for an unknown route or method', async () => {
    for (const [method, path] of [
      ['GET', '/v1'],
      ['GET', '/v1/unknown'],
      ['PURGE', '/v1/profile'],
    ] as const) {
      const { status, problem } = await world.send(null, path, { method });
      assert.deepEqual([status, problem.code], [401, 'token_missing'], `${method} ${path}`);
    }
  });

  it('is missing on purpose, and nowhere else', () => {
    assert.deepEqual(publicRoutes(), ['GET /livez', 'GET /readyz', 'GET /openapi.json']);
  });

  it('is not needed outside /v1', async () => {
    const { status, problem } = await world.send(null, '/');
    assert.deepEqual([status, problem.code], [404, 'route_not_found']);
  });

  it('is not needed for a preflight', async () => {
    const origin = 'https://app.example.com';
    const { status, headers } = await createWorld({ allowedOrigins: [origin] }).send(null, '/v1/profile', {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'PATCH' },
    });
    assert.deepEqual([status, headers.get('access-control-allow-origin')], [204, origin]);
  });
});
