import assert from 'node:assert/strict';
import { after } from 'node:test';
import type { DevTenant } from '../../backend-proxy/dev-tenant/index.js';
import { OpenApiJudge, isDocumentHere } from './openapi.js';

const complaints = new Set<string>();
let judge: OpenApiJudge | undefined;

// Thrown inside of fetch it would be taken for a broken connection, and a proxy survives those.
after(() => assert.deepEqual([...complaints], [], "Auth0's OpenAPI document disagrees"));

/** The same tenant, whose every exchange over its Management API is held against Auth0's OpenAPI document. */
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
      // A fault does not bear the tenant's mark: it is the test that answers.
      if (response.headers.has('x-orgdesk-dev-tenant')) {
        judge ??= new OpenApiJudge();
        const answer = parse(await response.clone().text());
        const body = isJson(request) ? parse(text) : undefined;
        for (const each of judge.complaints(request.method, url, body, response.status, answer))
          complaints.add(each);
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
