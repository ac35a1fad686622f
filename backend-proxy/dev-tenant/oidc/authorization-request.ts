import type { Client } from '../clients.js';
import type { Invitation } from '../invitations.js';

export const prompts = ['none', 'login', 'consent'] as const;
type Prompt = (typeof prompts)[number];

/** Where to send the response. Resolved first, because errors go there too. */
export interface ResponseTarget {
  readonly client: Client;
  readonly redirectUri: string;
  readonly responseMode: 'query' | 'web_message';
  readonly state: string | undefined;
}

/** A validated request to `/authorize`. */
export interface AuthorizationRequest extends ResponseTarget {
  readonly scope: string;
  readonly nonce: string | undefined;
  readonly audience: string | undefined;
  readonly organizationId: string | undefined;
  /** Whether the person chose to continue without an organization. */
  readonly personal: boolean;
  /** Name of a connection. Accounts of other connections are rejected. */
  readonly connection: string | undefined;
  /** The invitation to accept. */
  readonly invitation: Invitation | undefined;
  readonly prompt: readonly Prompt[];
  readonly screenHint: string | undefined;
  readonly maxAge: number | undefined;
  readonly loginHint: string | undefined;
  readonly challenge: string;
  /** Thumbprint of the only key that can redeem the code: https://datatracker.ietf.org/doc/html/rfc9449#section-10 */
  readonly dpopKey: string | undefined;
}
