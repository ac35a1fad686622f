import type { InvitationLink, InvitationPage, InvitationView } from '../contract/invitation.js';
import { holdsList, readJsonAs } from './read-as.js';
import { jsonRequest, type Send } from './send.js';

/** The invitations of the caller's organization; new ones are in `inviting.ts`. Every method rejects with a `ProxyProblem`. */
export interface InvitationsClient {
  list(cursor: string | null, options?: { readonly signal?: AbortSignal }): Promise<InvitationPage>;
  revoke(id: string): Promise<void>;
  /** The old one ends; the new one has the same roles and connection. */
  resend(id: string, key: string): Promise<InvitationView>;
  link(id: string, key: string): Promise<InvitationLink>;
}

const root = '/v1/invitations';
const at = (id: string, more = '') => `${root}/${encodeURIComponent(id)}${more}`;
const hasString = (name: string) => (value: object) => typeof Reflect.get(value, name) === 'string';

export function createInvitationsClient(send: Send): InvitationsClient {
  const post = (path: string, key: string) => send(path, jsonRequest('POST', {}, { 'idempotency-key': key }));
  return {
    list: async (cursor, options) =>
      readJsonAs(
        await send(`${root}${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`, options),
        holdsList('invitations'),
      ),
    revoke: async (id) => {
      await send(at(id), { method: 'DELETE' });
    },
    resend: async (id, key) => readJsonAs(await post(at(id, '/resend'), key), hasString('email')),
    link: async (id, key) => readJsonAs(await post(at(id, '/link'), key), hasString('url')),
  };
}
