import { fileURLToPath } from 'node:url';
import express from 'express';
import openid from 'express-openid-connect';
import { createProxy, readProxyOptions } from 'orgdesk-proxy';
import { toNodeHandler } from 'orgdesk-proxy/node';
import { openSqliteStorage } from 'orgdesk-proxy/storage-sqlite';
import { accessToken } from './access-token.js';

const options = readProxyOptions(process.env);
const storage = await openSqliteStorage('orgdesk.sqlite');
const proxy = createProxy({ ...options, basePath: '/orgdesk', storage });
const timer = setInterval(() => proxy.runDue().catch(console.error), 1_000);

const app = express();
// Reads ISSUER_BASE_URL, BASE_URL, CLIENT_ID, CLIENT_SECRET, and SECRET, which encrypts the cookie.
app.use(
  openid.auth({
    authRequired: false,
    idpLogout: true,
    routes: { login: false },
    clientAuthMethod: 'client_secret_post',
    authorizationParams: {
      response_type: 'code',
      audience: options.audience,
      scope: 'openid profile email offline_access',
    },
  }),
);

// Invitation links lead here, too. `max_age` is for changes that need a recent sign-in.
app.get('/login', async (request, response) => {
  const { invitation, organization, max_age } = request.query;
  await response.oidc.login({
    returnTo: '/',
    authorizationParams: {
      ...(invitation && { invitation }),
      ...(organization && { organization }),
      ...(max_age && { max_age: Number(max_age) }),
    },
  });
});

app.use('/orgdesk', toNodeHandler(proxy, { accessToken }));
const dropIn = new URL('.', import.meta.resolve('orgdesk/package.json'));
app.use('/elements', express.static(fileURLToPath(new URL('dist/drop-in', dropIn))));
app.use('/', openid.requiresAuth(), express.static(fileURLToPath(new URL('page', import.meta.url))));

const server = app.listen(Number(process.env.PORT ?? 3000), () => console.log('listening'));

process.once('SIGTERM', async () => {
  clearInterval(timer);
  server.close();
  await proxy.close();
  await storage.close();
});
