import { ProxyProblem, readProblem } from './problem.js';

/** A `fetch` that adds proof of who is calling: a bearer token, DPoP, or a cookie. */
export type SessionFetch = (input: string, init?: RequestInit) => Promise<Response>;

/** Sends a request to a path of the proxy, such as `/v1/members`. Throws unless the response is a success. */
export type Send = (path: string, init?: SendInit) => Promise<Response>;

export interface SendInit extends RequestInit {
  /** For a streamed response that can take minutes: no timeout, only the caller's signal. */
  readonly slow?: true;
}

/** Twice as long as the proxy waits for Auth0. */
const requestTimeoutMs = 20_000;

/** Creates a `Send`. It rejects with a {@link ProxyProblem}, or with the `AbortError` of the caller's signal. */
export function createSend(baseUrl: string, fetch: SessionFetch): Send {
  const root = baseUrl.replace(/\/+$/, '');
  return async function send(path, { slow, ...init } = {}) {
    const { signal } = init;
    const deadline = slow ? null : AbortSignal.timeout(requestTimeoutMs);
    let response: Response;
    try {
      response = await fetch(root + path, {
        ...init,
        headers: { accept: 'application/json', ...(init.headers as Record<string, string>) },
        signal: signal && deadline ? AbortSignal.any([signal, deadline]) : (signal ?? deadline),
      });
    } catch (reason) {
      signal?.throwIfAborted();
      throw ProxyProblem.from(reason);
    }
    if (!response.ok) throw await readProblem(response);
    return response;
  };
}

/** Returns a request with a JSON body. */
export function jsonRequest(
  method: 'POST' | 'PUT' | 'PATCH',
  body: unknown,
  headers: Record<string, string> = {},
): RequestInit {
  return {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}
