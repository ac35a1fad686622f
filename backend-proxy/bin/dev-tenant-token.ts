/** `orgdesk dev-tenant token`: an access token from a dev tenant that is served. */
import { defineCommand, jsonOption } from '../src/cli/command.js';
import { exitStatus, UsageError } from '../src/cli/exit.js';

/** What `POST /__dev/tokens` responds with: tokens, or why there are none. */
interface Answer {
  readonly access_token?: unknown;
  readonly message?: unknown;
}

const defaultUrl = 'http://localhost:4400';

export const devTenantToken = defineCommand({
  name: 'dev-tenant token',
  summary: 'Print an access token of a person, from a dev tenant that is running',
  operands: [{ name: 'EMAIL', help: 'One of the people that "dev-tenant" lists' }],
  options: {
    organization: { value: 'NAME', help: 'Their organization, if they are in several' },
    scope: { value: 'SCOPE', help: 'Default: openid profile email offline_access' },
    audience: { value: 'API', help: "Default: the product's API" },
    'client-id': { value: 'ID', help: "Default: the product's page" },
    url: { value: 'URL', help: `Where the dev tenant listens; default: ${defaultUrl}` },
    json: jsonOption,
  },
  notes: [
    'The person signs in as on the page. It works with a dev tenant only: Auth0 has no such endpoint.',
    'For example: curl -H "authorization: Bearer $(orgdesk-proxy dev-tenant token ada@acme.example)" \\\n' +
      '  http://127.0.0.1:3000/v1/profile',
  ],
  async run({ values, operands: [username] }, io) {
    const { url = defaultUrl, organization, scope, audience } = values;
    if (!URL.canParse(url))
      throw new UsageError(`--url cannot be "${url}"; it is a URL such as ${defaultUrl}`);
    const address = new URL('/__dev/tokens', url);
    const response = await io
      .fetch(address.href, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username, organization, scope, audience, client_id: values['client-id'] }),
      })
      .catch(() => null);
    if (!response?.headers.has('x-orgdesk-dev-tenant')) {
      io.stderr(
        `error: no dev tenant answers at ${address.origin}; start one with "orgdesk-proxy dev-tenant"\n`,
      );
      return exitStatus.refused;
    }
    const body = (await response.json()) as Answer;
    if (response.ok) {
      io.stdout(values.json ? `${JSON.stringify(body, null, 2)}\n` : `${String(body.access_token)}\n`);
      return exitStatus.ok;
    }
    io.stderr(`error: ${String(body.message)}\n`);
    return exitStatus.refused;
  },
});
