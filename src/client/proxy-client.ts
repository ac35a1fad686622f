import type { ProfileView } from '../contract/profile.js';
import type { FieldValue } from '../policy/vocabulary.js';
import { ProxyProblem } from './problem.js';
import { createSend, jsonRequest, type Send, type SessionFetch } from './send.js';

export type { SessionFetch } from './send.js';

/** A value and its version, for `If-Match`. */
export interface Versioned<T> {
  readonly value: T;
  readonly etag: string;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
}

export interface UpdateOptions extends CallOptions {
  readonly etag: string;
  /** The reason for editing another user's profile, if the policy requires one. */
  readonly reason?: string;
}

export interface ProxyClientOptions {
  /** The URL of the proxy, absolute or relative to the page: `/orgdesk`. */
  readonly baseUrl: string;
  readonly fetch: SessionFetch;
  /** The member whose profile is read and edited. Defaults to the caller. */
  readonly userId?: string;
}

/** A client for one profile. Every method rejects with a {@link ProxyProblem} or an `AbortError`. */
export interface ProxyClient {
  readonly profile: {
    /** Reads the profile, as far as the policy lets the caller see it. */
    read(options?: CallOptions): Promise<Versioned<ProfileView>>;
    /** Saves the given fields, if the profile is still at `etag`. @throws `profile_changed` otherwise, with the current profile. */
    update(
      fields: Readonly<Record<string, FieldValue>>,
      options: UpdateOptions,
    ): Promise<Versioned<ProfileView>>;
  };
  /** Sends a request to a path below the profile, such as `/sessions`. Throws unless the response is a success. */
  readonly send: Send;
}

/**
 * Creates a client for one profile.
 * @param options - The URL of the proxy, a `fetch` that proves who is calling, and optionally a member to act on.
 * @example
 * const client = createProxyClient({ baseUrl: '/orgdesk', fetch: session.fetch });
 * const { value, etag } = await client.profile.read();
 * await client.profile.update({ nickname: 'Ada' }, { etag });
 */
export function createProxyClient({ baseUrl, fetch, userId }: ProxyClientOptions): ProxyClient {
  const sendBelowRoot = createSend(baseUrl, fetch);
  const profile = userId ? `/v1/members/${encodeURIComponent(userId)}` : '/v1/profile';
  const send: Send = (path, init) => sendBelowRoot(profile + path, init);

  return {
    profile: {
      read: async (options = {}) => readProfile(await send('', options)),
      update: async (fields, { etag, reason, ...options }) =>
        readProfile(
          await send('', {
            ...options,
            ...jsonRequest('PATCH', { fields, ...(reason && { reason }) }, { 'if-match': etag }),
          }),
        ),
    },
    send,
  };
}

/** Reads a profile and its version from a response. */
export async function readProfile(response: Response): Promise<Versioned<ProfileView>> {
  const value: unknown = await response.json().catch(() => null);
  const etag = response.headers.get('etag');
  if (!isProfileView(value) || etag === null) {
    // Another server may have answered: a gateway's login page, or a single-page app's index.html.
    throw new ProxyProblem('answer_invalid', { cause: `status ${response.status} without a profile` });
  }
  return { value, etag };
}

/** Checks as much as rendering needs in order not to throw. The rest is trusted. */
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
    view.fields.every((field) => isObject(field) && isObject(field.label) && isObject(field.constraints)) &&
    Array.isArray(view.operations) &&
    view.operations.every((operation) => isObject(operation) && Array.isArray(operation.consequences))
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
