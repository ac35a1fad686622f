import { ProxyProblem, readProblem } from './problem.js';

/** `fetch` with a session: it adds whatever proves who is asking (a bearer token, DPoP, a cookie). */
export type SessionFetch = (input: string, init?: RequestInit) => Promise<Response>;

/** A request below the proxy's address, such as `/v1/members`. Answers that are no success are thrown. */
export type Send = (path: string, init?: SendInit) => Promise<Response>;

export interface SendInit extends RequestInit {
  /** For an answer that comes bit by bit and may take minutes: only the caller's own signal ends it. */
  readonly slow?: true;
}

/** The proxy gives up on Auth0 after ten seconds; a page that hears nothing for twice that long is cut off. */
const requestTimeoutMs = 20_000;

/** Rejects with a {@link ProxyProblem}, or with the `AbortError` of the caller's own signal. */
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

/** A JSON body to send. */
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
