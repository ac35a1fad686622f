/** Invitations. Their link and ticket are bearer secrets: the schema of everyday reads does not name them. */
import { z } from 'zod';

const metadata = z.record(z.string(), z.unknown()).nullish();

export const invitationSchema = z.object({
  id: z.string(),
  organization_id: z.string(),
  inviter: z.object({ name: z.string().nullish() }).nullish(),
  invitee: z.object({ email: z.string() }),
  client_id: z.string().nullish(),
  connection_id: z.string().nullish(),
  roles: z.array(z.string()).nullish(),
  created_at: z.string(),
  expires_at: z.string().nullish(),
  user_metadata: metadata,
  app_metadata: metadata,
});

/** The one thing that is read for its secret. */
export const invitationLinkSchema = z.object({
  id: z.string(),
  organization_id: z.string(),
  invitation_url: z.url({ protocol: /^https?$/ }),
  expires_at: z.string().nullish(),
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
    clientId: row.client_id ?? null,
    connectionId: row.connection_id ?? null,
    roles: row.roles ?? [],
    createdAt: row.created_at,
    expiresAt: row.expires_at ?? null,
    userMetadata: row.user_metadata ?? null,
    appMetadata: row.app_metadata ?? null,
  };
}

/** What an invitation is made from. */
export interface InvitationDraft {
  readonly email: string;
  readonly inviter: string;
  /** The application whose login route the link leads to. */
  readonly clientId: string;
  readonly connectionId: string | null;
  readonly roles: readonly string[];
  readonly expiresInSeconds: number;
  readonly userMetadata: Metadata | null;
  readonly appMetadata: Metadata | null;
}

/** Auth0 takes no empty list of roles, and 300 characters of a name. */
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
