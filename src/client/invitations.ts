import type {
  InvitationLink,
  InvitationOptions,
  InvitationPage,
  InvitationRequest,
  InvitationResent,
  InvitationResults,
} from '../contract/invitation.js';
import type { CallOptions } from './proxy-client.js';
import { holdsList, readJsonAs } from './read-as.js';
import { jsonRequest, type Send } from './send.js';

/** Calls for the invitations of the caller's organization. Every method rejects with a `ProxyProblem`. */
export interface InvitationsClient {
  /** Returns what an invitation can be made of: connections, expiry, languages. */
  options(options?: CallOptions): Promise<InvitationOptions>;
  /** Invites people. `key` names one attempt: repeated with the same key, no one is invited twice. */
  create(request: InvitationRequest, key: string): Promise<InvitationResults>;
  list(cursor: string | null, options?: CallOptions): Promise<InvitationPage>;
  revoke(id: string): Promise<void>;
  /** Sends a new invitation with the same roles and connection. The old link stops working, unless `replaced` is `false`. */
  resend(id: string, key: string): Promise<InvitationResent>;
  link(id: string, key: string): Promise<InvitationLink>;
}

const root = '/v1/invitations';
const pathOf = (id: string, action = '') => `${root}/${encodeURIComponent(id)}${action}`;
const hasString = (name: string) => (value: object) => typeof Reflect.get(value, name) === 'string';

export function createInvitationsClient(send: Send): InvitationsClient {
  const post = (path: string, body: unknown, key: string) =>
    send(path, jsonRequest('POST', body, { 'idempotency-key': key }));
  return {
    options: async (options) => readJsonAs(await send(`${root}/options`, options), holdsList('connections')),
    create: async (request, key) => readJsonAs(await post(root, request, key), holdsList('results')),
    list: async (cursor, options) =>
      readJsonAs(
        await send(`${root}${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`, options),
        holdsList('invitations'),
      ),
    revoke: async (id) => {
      await send(pathOf(id), { method: 'DELETE' });
    },
    resend: async (id, key) => readJsonAs(await post(pathOf(id, '/resend'), {}, key), hasString('email')),
    link: async (id, key) => readJsonAs(await post(pathOf(id, '/link'), {}, key), hasString('url')),
  };
}
