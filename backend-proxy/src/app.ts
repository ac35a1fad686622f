/** The proxy's table of contents: what surrounds every request, then the routes by noun. */
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { Management } from './management/index.js';
import { createAuthenticate } from './middleware/authenticate.js';
import { answerProblem, openRequest, type ProxyEnv } from './middleware/request.js';
import type { Settings } from './options.js';
import { ProblemError } from './problem-error.js';
import { profileRoutes } from './routes/profile.js';

export function createApp(settings: Settings, management: Management): Hono<ProxyEnv> {
  const authenticate = createAuthenticate(settings);

  const app = new Hono<ProxyEnv>().basePath(settings.basePath);
  app.use(openRequest(settings));
  app.use(
    cors({
      origin: (origin) => (settings.allowedOrigins.includes(origin) ? origin : null),
      allowMethods: ['GET', 'PATCH'],
      allowHeaders: ['Authorization', 'Content-Type', 'If-Match', 'If-None-Match'],
      exposeHeaders: ['ETag', 'Retry-After', 'X-Request-Id', 'WWW-Authenticate'],
      maxAge: 600,
    }),
  );
  app.route('/v1/profile', profileRoutes({ settings, management, authenticate }));
  app.all('/v1/profile', (context) => {
    context.header('allow', 'GET, PATCH');
    throw new ProblemError('method_not_allowed');
  });
  app.notFound(() => {
    throw new ProblemError('route_not_found');
  });
  app.onError(answerProblem);
  return app;
}
