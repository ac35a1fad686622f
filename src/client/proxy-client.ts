import type { ProfileView } from '../contract/profile.js';
import type { FieldValue } from '../policy/vocabulary.js';
import { ProxyProblem } from './problem.js';
import { createSend, jsonRequest, type Send, type SessionFetch } from './send.js';

export type { SessionFetch } from './send.js';

/** A value with the version it was read at, for `If-Match`. */
export interface Versioned<T> {
  readonly value: T;
  readonly etag: string;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
}

export interface UpdateOptions extends CallOptions {
  readonly etag: string;
  /** Why somebody edits on behalf of another. */
  readonly reason?: string;
}

export interface ProxyClientOptions {
  /** Where the proxy is mounted, absolute or relative to the page: `/orgdesk`. */
  readonly baseUrl: string;
  readonly fetch: SessionFetch;
  /** The member on whose behalf the profile is read and edited; without one, the caller's own. */
  readonly userId?: string;
}

/** The calls a page makes, by noun. Every method rejects with a {@link ProxyProblem} or an `AbortError`. */
export interface ProxyClient {
  readonly profile: {
    read(options?: CallOptions): Promise<Versioned<ProfileView>>;
    /** Stores the named fields, if the profile is still at `etag`. @throws `profile_changed` otherwise, with what is stored now. */
    update(
      fields: Readonly<Record<string, FieldValue>>,
      options: UpdateOptions,
    ): Promise<Versioned<ProfileView>>;
  };
  /** A request below the profile's address, such as `/sessions`. Answers of the proxy that are no success are thrown. */
  readonly send: Send;
}

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

/** The profile in an answer, with its version. */
export async function readProfile(response: Response): Promise<Versioned<ProfileView>> {
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
    view.fields.every((field) => isObject(field) && isObject(field.label) && isObject(field.constraints)) &&
    Array.isArray(view.operations) &&
    view.operations.every((operation) => isObject(operation) && Array.isArray(operation.consequences))
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
