import assert from 'node:assert/strict';
import type { DevTenant } from '../../backend-proxy/dev-tenant/index.js';
import { OpenApiJudge, isDocumentHere } from './openapi.js';

const complaints = new Set<string>();
let judge: OpenApiJudge | undefined;

/**
 * Fails the running test. An error thrown inside `fetch` would look like a broken connection, which the proxy
 * survives; node:test attributes an unhandled rejection to the test that caused it.
 */
function complain(complaint: string): void {
  if (complaints.has(complaint)) return;
  complaints.add(complaint);
  const message = `Auth0's OpenAPI document disagrees: ${complaint}`;
  void Promise.reject(new assert.AssertionError({ message }));
}

/** Wraps a tenant and checks its Management API traffic against Auth0's OpenAPI document. */
export function judged(tenant: DevTenant): DevTenant {
  if (!isDocumentHere) return tenant;
  const { fetch } = tenant;
  return Object.assign(tenant, {
    fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
      const request = new Request(input, init);
      const url = new URL(request.url);
      if (!url.pathname.startsWith('/api/v2/')) return fetch(input, init);
      const text = await request.clone().text();
      const response = await fetch(request);
      // Skip injected faults: their response comes from the test.
      if (response.headers.has('x-orgdesk-dev-tenant')) {
        judge ??= new OpenApiJudge();
        const answer = parse(await response.clone().text());
        const body = isJson(request) ? parse(text) : undefined;
        for (const each of judge.complaints(request.method, url, body, response.status, answer))
          complain(each);
      }
      return response;
    },
  });
}

function isJson({ headers }: Request): boolean {
  return headers.get('content-type')?.startsWith('application/json') ?? false;
}

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
