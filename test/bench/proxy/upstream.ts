/**
 * A tenant that answers at once: it asks the dev tenant for each URL once, and repeats the answer. Run as a process of its own
 * by `proxy.bench.ts`, which gets what it needs to know of the tenant in one message. After the message `change`, no user is
 * what they were the last time.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createDevTenant, type DevTenant } from '../../../backend-proxy/dev-tenant/index.js';
import { storedSigningKeys } from '../../harness/signing-keys.js';
import { crowd, crowdName } from '../../proxy/crowd.js';

const members = 300;

/** What the processes in front of the tenant need. */
export interface UpstreamFacts extends Pick<DevTenant, 'domain' | 'audience' | 'issuer'> {
  readonly url: string;
  readonly clients: Pick<DevTenant['clients'], 'proxy'>;
  readonly organizationId: string;
  readonly admin: string;
  /** Tokens of people who aren't admins. */
  readonly people: readonly string[];
}

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

let isChanging = false;
let changes = 0;
process.on('message', (message) => (isChanging = message === 'change'));

const server = createServer();
server.listen(0, '127.0.0.1', () => void start());

async function start(): Promise<void> {
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const tenant = createDevTenant({
    url,
    seed: crowd(members),
    rateLimits: 'off',
    signingKeys: storedSigningKeys,
  });
  const known = new Map<string, Answer>();
  server.on('request', (request, response) => void answer(tenant, url, known, request, response));
  const tokenOf = (index: number, permissions: readonly string[]) =>
    tenant.tokens.issueAccessToken({
      userId: `auth0|${String(index).padStart(6, '0')}`,
      organizationId: crowdName,
      permissions: [...permissions],
    });
  const { domain, audience, issuer, clients } = tenant;
  const people = await Promise.all(Array.from({ length: members - 1 }, (_, index) => tokenOf(index + 1, [])));
  const admin = await tokenOf(0, ['manage:members']);
  const organizationId = crowdName;
  process.send?.({
    domain,
    audience,
    issuer,
    clients,
    url,
    organizationId,
    admin,
    people,
  } satisfies UpstreamFacts);
}

async function answer(
  tenant: DevTenant,
  url: string,
  known: Map<string, Answer>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = 'GET', url: path = '/' } = request;
  const remembered = method === 'GET' ? known.get(path) : undefined;
  const { status, headers, body } = remembered ?? (await ask(tenant, `${url}${path}`, request));
  if (method === 'GET') known.set(path, { status, headers, body });
  response.writeHead(status, headers).end(isChanging && isUser(path) ? changed(body) : body);
}

function isUser(path: string): boolean {
  return /^\/api\/v2\/users\/[^/?]+$/.test(path);
}

/** As after another sign-in. */
function changed(user: string): string {
  return user.replace(/\}$/, `,"logins_count":${(changes += 1)}}`);
}

async function ask(tenant: DevTenant, url: string, request: IncomingMessage): Promise<Answer> {
  const { method = 'GET', headers } = request;
  const body = method === 'GET' ? null : await text(request);
  const passed = ['authorization', 'content-type'].flatMap((name) => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, value] as [string, string]] : [];
  });
  const response = await tenant.fetch(url, { method, headers: passed, body });
  return {
    status: response.status,
    headers: { 'content-type': response.headers.get('content-type') ?? 'application/json' },
    body: await response.text(),
  };
}
