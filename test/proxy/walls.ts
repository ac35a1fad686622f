/** What the tests of isolation share: every address there is, and what a request to one of them makes visible. */
import { createApp } from '../../backend-proxy/src/app.js';
import { createBackgroundWork } from '../../backend-proxy/src/background.js';
import { createMetrics } from '../../backend-proxy/src/metrics/metrics.js';
import { createManagement } from '../../backend-proxy/src/management/index.js';
import { readOptions } from '../../backend-proxy/src/options.js';
import { createServices } from '../../backend-proxy/src/services.js';
import { createMemoryStorage } from '../../backend-proxy/src/storage/memory/index.js';
import type { World } from './support.js';

/** A method and a path with its parameters: `GET /v1/members/:userId`. */
export type Route = string;

/** The proxy's application itself, in front of a tenant that nothing is sent to. */
export function createProxyApp() {
  const settings = readOptions({
    domain: 'tenant.example',
    audience: 'https://api.example',
    clientId: 'x',
    clientSecret: 'x',
  });
  const storage = createMemoryStorage();
  const services = createServices(settings, createManagement(settings, storage), storage);
  return createApp(services, createBackgroundWork(services), createMetrics(settings.basePath));
}

/** Every route of the application that needs a token, from its own table. */
export function allRoutes(): readonly Route[] {
  return registeredRoutes().filter((route) => route.includes(' /v1/'));
}

/** The routes that need none. */
export function publicRoutes(): readonly Route[] {
  return registeredRoutes().filter((route) => !route.includes(' /v1/'));
}

function registeredRoutes(): readonly Route[] {
  return createProxyApp().routes.flatMap(({ method, path }) =>
    method === 'ALL' ? [] : [`${method} ${path}`],
  );
}

export const parametersOf = (route: Route) => [...route.matchAll(/:(\w+)/g)].map(([, name = '']) => name);

/** The least body with which a route comes to look at whom it is about. A route that is missing here has none. */
const bodies: Readonly<Record<Route, unknown>> = {
  'PATCH /v1/members/:userId': { fields: { jobTitle: 'Spy' } },
  'POST /v1/members/:userId/reveal': { field: 'email' },
  'POST /v1/members/:userId/deprovision': { level: 'remove' },
  'PUT /v1/members/:userId/roles': { roles: [], was: [] },
  'PATCH /v1/bulk-runs/:runId': { state: 'paused' },
};

let keys = 0;

/** A request to a route, its parameters replaced by these segments just as they are. */
export function requestTo(
  route: Route,
  segments: Readonly<Record<string, string>>,
): readonly [path: string, init: RequestInit] {
  const [method = '', pattern = ''] = route.split(' ');
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => segments[name] ?? '');
  return [path, initOf(method, bodies[route])];
}

export function initOf(method: string, body?: unknown): RequestInit {
  return {
    method,
    headers: {
      'if-match': '"any"',
      'idempotency-key': `isolation-${(keys += 1)}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
}

/** All that a caller, and the tenant, can tell of one request; an id is told only by its place. */
export interface Trace {
  readonly status: number;
  readonly headers: readonly string[];
  readonly body: string;
  readonly calls: readonly string[];
}

export async function traceOf(
  world: World,
  token: string,
  [path, init]: readonly [path: string, init: RequestInit],
  id: string,
): Promise<Trace> {
  world.tenant.requests.clear();
  const { status, headers, text } = await world.send(token, path, init);
  const hide = hiding(id);
  const calls = world.tenant.requests
    .list()
    .filter(({ area }) => area === 'management')
    .map((call) => hide(`${call.method} ${call.path}${call.query}`))
    .sort();
  return {
    status,
    headers: [...headers]
      // What is left of a limit differs between any two requests.
      .filter(([name]) => name !== 'x-request-id' && name !== 'ratelimit')
      .map((pair) => hide(pair.join(': ')))
      // A file is named by its day, and midnight may lie between two requests.
      .map((header) => header.replace(/\d{4}-\d{2}-\d{2}(?=\.csv)/, '…')),
    body: hide(text).replace(/"requestId":"[^"]*"/, '"requestId":"…"'),
    calls,
  };
}

/** Whatever way the id is spelt. */
function hiding(id: string): (text: string) => string {
  const twice = encodeURIComponent(encodeURIComponent(id));
  const inQuery = encodeURIComponent(id.replace(/[^\p{L}\p{N}]/gu, '\\$&'));
  const spellings = [
    inQuery,
    twice,
    encodeURIComponent(id),
    encodeURI(id),
    JSON.stringify(id).slice(1, -1),
    id,
  ]
    .flatMap((each) => [each, each.toUpperCase(), each.toLowerCase()])
    .sort((a, b) => b.length - a.length);
  return (text) => spellings.reduce((rest, spelling) => rest.replaceAll(spelling, '{id}'), text);
}

export const isWrite = (call: string) => !call.startsWith('GET ');
