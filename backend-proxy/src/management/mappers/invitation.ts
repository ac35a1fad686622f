/** Maps invitations. Their link and ticket are bearer secrets, so the schema of ordinary reads doesn't name them. */
import { z } from 'zod';
import { lenient, lenientList } from './lenient.js';

const metadata = lenient(z.record(z.string(), z.unknown()));

export const invitationSchema = z.object({
  id: z.string(),
  organization_id: z.string(),
  inviter: lenient(z.object({ name: lenient(z.string()) })),
  invitee: z.object({ email: z.string() }),
  client_id: lenient(z.string()),
  connection_id: lenient(z.string()),
  roles: lenientList(z.string()),
  created_at: z.string(),
  expires_at: lenient(z.string()),
  user_metadata: metadata,
  app_metadata: metadata,
});

/** The only read of the secret link. */
export const invitationLinkSchema = z.object({
  id: z.string(),
  organization_id: z.string(),
  invitation_url: z.url({ protocol: /^https?$/ }),
  expires_at: lenient(z.string()),
});

type Metadata = Readonly<Record<string, unknown>>;

export interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly inviter: string | null;
  readonly clientId: string | null;
  readonly connectionId: string | null;
  readonly roles: readonly string[];
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly userMetadata: Metadata | null;
  readonly appMetadata: Metadata | null;
}

export function toInvitation(row: z.infer<typeof invitationSchema>): Invitation {
  return {
    id: row.id,
    email: row.invitee.email,
    inviter: row.inviter?.name ?? null,
    clientId: row.client_id,
    connectionId: row.connection_id,
    roles: row.roles ?? [],
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    userMetadata: row.user_metadata,
    appMetadata: row.app_metadata,
  };
}

/** An invitation to create. */
export interface InvitationDraft {
  readonly email: string;
  readonly inviter: string;
  /** Application whose login route the link leads to. */
  readonly clientId: string;
  readonly connectionId: string | null;
  readonly roles: readonly string[];
  readonly expiresInSeconds: number;
  readonly userMetadata: Metadata | null;
  readonly appMetadata: Metadata | null;
  /** Id of an invitation to the same address that is replaced by this one. */
  readonly replaces?: string;
}

/** Auth0 rejects an empty list of roles, and a name of more than 300 characters. */
export function toCreateInvitation(draft: InvitationDraft) {
  const { connectionId, roles, userMetadata, appMetadata } = draft;
  return {
    inviter: { name: [...draft.inviter].slice(0, 300).join('') },
    invitee: { email: draft.email },
    client_id: draft.clientId,
    ttl_sec: draft.expiresInSeconds,
    send_invitation_email: true,
    ...(connectionId !== null && { connection_id: connectionId }),
    ...(roles.length > 0 && { roles: [...roles] }),
    ...(userMetadata && { user_metadata: userMetadata }),
    ...(appMetadata && { app_metadata: appMetadata }),
  };
}
