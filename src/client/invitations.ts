import type {
  InvitationLink,
  InvitationOptions,
  InvitationPage,
  InvitationRequest,
  InvitationResults,
  InvitationView,
} from '../contract/invitation.js';
import { holdsList, readAs } from './read-as.js';
import { jsonRequest, type Send } from './send.js';

/** The invitations of the caller's organization. Every method rejects with a `ProxyProblem`. */
export interface InvitationsClient {
  list(cursor: string | null, options?: { readonly signal?: AbortSignal }): Promise<InvitationPage>;
  options(): Promise<InvitationOptions>;
  /** `key` names one attempt: repeated with the same one, nobody is invited twice. */
  invite(request: InvitationRequest, key: string): Promise<InvitationResults>;
  revoke(id: string): Promise<void>;
  /** The old one ends; the new one has the same roles and connection. */
  resend(id: string, key: string): Promise<InvitationView>;
  link(id: string, key: string): Promise<InvitationLink>;
}

const root = '/v1/invitations';
const at = (id: string, more = '') => `${root}/${encodeURIComponent(id)}${more}`;
const isText = (name: string) => (value: object) => typeof Reflect.get(value, name) === 'string';

export function createInvitationsClient(send: Send): InvitationsClient {
  const post = (path: string, body: unknown, key: string) =>
    send(path, jsonRequest('POST', body, { 'idempotency-key': key }));
  return {
    list: async (cursor, options) =>
      readAs(
        await send(`${root}${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`, options),
        holdsList('invitations'),
      ),
    options: async () => readAs(await send(`${root}/options`), holdsList('connections')),
    invite: async (request, key) => readAs(await post(root, request, key), holdsList('results')),
    revoke: async (id) => {
      await send(at(id), { method: 'DELETE' });
    },
    resend: async (id, key) => readAs(await post(at(id, '/resend'), {}, key), isText('email')),
    link: async (id, key) => readAs(await post(at(id, '/link'), {}, key), isText('url')),
  };
}
