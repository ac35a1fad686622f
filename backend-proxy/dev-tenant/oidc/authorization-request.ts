import type { Client } from '../clients.js';
import type { Invitation } from '../invitations.js';

export const prompts = ['none', 'login', 'consent'] as const;
type Prompt = (typeof prompts)[number];

/** Where the answer goes, whatever it is. Established first, because without it there is nobody to answer. */
export interface ResponseTarget {
  readonly client: Client;
  readonly redirectUri: string;
  readonly responseMode: 'query' | 'web_message';
  readonly state: string | undefined;
}

/** What an app asks of `/authorize`, checked. */
export interface AuthorizationRequest extends ResponseTarget {
  readonly scope: string;
  readonly nonce: string | undefined;
  readonly audience: string | undefined;
  readonly organizationId: string | undefined;
  /** Whether the person has chosen to go on without one. */
  readonly personal: boolean;
  /** By name: nobody else's accounts will do. */
  readonly connection: string | undefined;
  /** What the person has come to accept. */
  readonly invitation: Invitation | undefined;
  readonly prompt: readonly Prompt[];
  readonly screenHint: string | undefined;
  readonly maxAge: number | undefined;
  readonly loginHint: string | undefined;
  readonly challenge: string;
  /** Thumbprint of the only key that may redeem the code: https://datatracker.ietf.org/doc/html/rfc9449#section-10 */
  readonly dpopKey: string | undefined;
}
