import type { ProfileView } from '../contract/profile.js';
import type { FieldValue } from '../policy/vocabulary.js';
import { ProxyProblem, readProblem } from './problem.js';

/** `fetch` with a session: it adds whatever proves who is asking (a bearer token, DPoP, a cookie). */
export type SessionFetch = (input: string, init?: RequestInit) => Promise<Response>;

/** A value with the version it was read at, for `If-Match`. */
export interface Versioned<T> {
  readonly value: T;
  readonly etag: string;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
}

export interface ProxyClientOptions {
  /** Where the proxy is mounted, absolute or relative to the page: `/orgdesk`. */
  readonly baseUrl: string;
  readonly fetch: SessionFetch;
}

/** The calls a page makes, by noun. Every method rejects with a {@link ProxyProblem} or an `AbortError`. */
export interface ProxyClient {
  readonly profile: {
    read(options?: CallOptions): Promise<Versioned<ProfileView>>;
    /** Stores the named fields, if the profile is still at `etag`. @throws `profile_changed` otherwise, with what is stored now. */
    update(
      fields: Readonly<Record<string, FieldValue>>,
      options: CallOptions & { readonly etag: string },
    ): Promise<Versioned<ProfileView>>;
  };
}

/** The proxy gives up on Auth0 after ten seconds; a page that hears nothing for twice that long is cut off. */
const patienceMs = 20_000;

export function createProxyClient({ baseUrl, fetch }: ProxyClientOptions): ProxyClient {
  const root = baseUrl.replace(/\/+$/, '');

  async function call(
    path: string,
    init: RequestInit,
    { signal }: CallOptions,
  ): Promise<Versioned<ProfileView>> {
    const deadline = AbortSignal.timeout(patienceMs);
    let response: Response;
    try {
      response = await fetch(`${root}${path}`, {
        ...init,
        signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      });
    } catch (reason) {
      signal?.throwIfAborted();
      throw ProxyProblem.from(reason);
    }
    if (!response.ok) throw await readProblem(response);
    return readProfile(response);
  }

  return {
    profile: {
      read: (options = {}) => call('/v1/profile', { headers: { accept: 'application/json' } }, options),
      update: (fields, { etag, ...options }) =>
        call(
          '/v1/profile',
          {
            method: 'PATCH',
            headers: { accept: 'application/json', 'content-type': 'application/json', 'if-match': etag },
            body: JSON.stringify({ fields }),
          },
          options,
        ),
    },
  };
}

async function readProfile(response: Response): Promise<Versioned<ProfileView>> {
  const value: unknown = await response.json().catch(() => null);
  const etag = response.headers.get('etag');
  if (!isProfileView(value) || etag === null) {
    // Some other server answered: a login page behind a gateway, a single-page app's index.html.
    throw new ProxyProblem('answer_invalid', { cause: `status ${response.status} without a profile` });
  }
  return { value, etag };
}

/** Enough of a check that rendering cannot throw; the proxy is trusted for the rest. */
function isProfileView(value: unknown): value is ProfileView {
  const view = value as Partial<ProfileView> | null;
  return (
    isObject(view) &&
    isObject(view.person) &&
    isObject(view.organization) &&
    isObject(view.connection) &&
    Array.isArray(view.groups) &&
    view.groups.every((group) => isObject(group) && isObject(group.label)) &&
    Array.isArray(view.fields) &&
    view.fields.every((field) => isObject(field) && isObject(field.label) && isObject(field.constraints))
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
