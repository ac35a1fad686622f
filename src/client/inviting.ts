import type { InvitationOptions, InvitationRequest, InvitationResults } from '../contract/invitation.js';
import { holdsList, readJsonAs } from './read-as.js';
import { jsonRequest, type Send } from './send.js';

/** Inviting people to the caller's organization. Every method rejects with a `ProxyProblem`. */
export interface InviteClient {
  options(): Promise<InvitationOptions>;
  /** `key` names one attempt: repeated with the same one, nobody is invited twice. */
  invite(request: InvitationRequest, key: string): Promise<InvitationResults>;
}

export function createInvitingClient(send: Send): InviteClient {
  return {
    options: async () => readJsonAs(await send('/v1/invitations/options'), holdsList('connections')),
    invite: async (request, key) =>
      readJsonAs(
        await send('/v1/invitations', jsonRequest('POST', request, { 'idempotency-key': key })),
        holdsList('results'),
      ),
  };
}
