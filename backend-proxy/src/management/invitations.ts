/** Invitations to an organization. https://auth0.com/docs/manage-users/organizations/configure-organizations/invite-members */
import type { z } from 'zod';
import { ProblemError } from '../http/problem-error.js';
import type { ManagementApi } from './api.js';
import { asUnavailable, Auth0Refusal, failUnavailable, isNotFound } from './auth0-refusal.js';
import { empty, json } from './expected-response.js';
import type { CallContext } from './http.js';
import {
  invitationLinkSchema,
  invitationSchema,
  toCreateInvitation,
  toInvitation,
  type Invitation,
  type InvitationDraft,
} from './mappers/invitation.js';
import { orLookUp, untilGone } from './outcome.js';
import { jsonRows, lastPage, offsetPage } from './rows.js';

export interface Invitations {
  /** Returns a page of invitations, newest first. @param page - Zero-based. */
  list(organizationId: string, page: number, context: CallContext): Promise<InvitationRows>;
  /** Returns `null` if it doesn't exist or belongs to another organization. */
  read(organizationId: string, id: string, context: CallContext): Promise<Invitation | null>;
  /** Creates an invitation, which Auth0 emails. @throws {ProblemError} `invitation_refused` */
  create(organizationId: string, draft: InvitationDraft, context: CallContext): Promise<Invitation>;
  /** Succeeds if it doesn't exist. */
  delete(organizationId: string, id: string, context: CallContext): Promise<void>;
  /** Returns the link in the email, which anyone who has it can try to accept. `null` as with `read`. */
  readLink(organizationId: string, id: string, context: CallContext): Promise<InvitationSecret | null>;
}

export interface InvitationRows {
  readonly rows: readonly Invitation[];
  readonly hasMore: boolean;
}

export interface InvitationSecret {
  readonly url: string;
  readonly expiresAt: string | null;
}

/** Reads name their fields: without, the response holds the link. */
const fields = Object.keys(invitationSchema.shape).join(',');
/** Auth0's clock and ours differ by less than this. */
const maxClockSkewMs = 60_000;

export function createInvitations(api: ManagementApi): Invitations {
  const readFields = async <T extends { readonly organization_id: string }>(
    organizationId: string,
    id: string,
    schema: z.ZodType<T>,
    wanted: string,
    context: CallContext,
  ): Promise<T | null> => {
    const row = await api(context, {
      method: 'GET',
      path: ['organizations', organizationId, 'invitations', id],
      query: { fields: wanted, include_fields: true },
      expect: json(schema),
    }).catch((reason: unknown) => {
      if (isNotFound(reason)) return null;
      throw asUnavailable(reason);
    });
    // Defense in depth: the path names the organization already.
    return row?.organization_id === organizationId ? row : null;
  };

  async function list(organizationId: string, page: number, context: CallContext): Promise<InvitationRows> {
    const { rows, received, limit } = await api(context, {
      method: 'GET',
      path: ['organizations', organizationId, 'invitations'],
      query: { ...offsetPage(page), fields, include_fields: true, sort: 'created_at:-1' },
      expect: jsonRows('invitations', invitationSchema),
    }).catch(failUnavailable);
    const own = rows.filter((row) => row.organization_id === organizationId);
    // Auth0 gives no total, but the size of a page.
    const isFull = received > 0 && received >= (limit ?? 1);
    return { rows: own.map(toInvitation), hasMore: isFull && page < lastPage };
  }

  async function read(organizationId: string, id: string, context: CallContext): Promise<Invitation | null> {
    const row = await readFields(organizationId, id, invitationSchema, fields, context);
    return row && toInvitation(row);
  }

  return {
    list,
    read,

    create: async (organizationId, draft, context) => {
      const startedAt = Date.now();
      const write = api(context, {
        method: 'POST',
        path: ['organizations', organizationId, 'invitations'],
        body: toCreateInvitation(draft),
        sendsEmail: true,
        expect: json(invitationSchema),
      }).then(toInvitation);
      const isNew = ({ id, email, createdAt }: Invitation) =>
        id !== draft.replaces &&
        email.toLowerCase() === draft.email.toLowerCase() &&
        Date.parse(createdAt) >= startedAt - maxClockSkewMs;
      return orLookUp(write, async () => {
        const { rows } = await list(organizationId, 0, context);
        return rows.find(isNew) ?? null;
      }).catch((reason: unknown) => {
        // A 404 too: a role, a connection, or the application is gone since the invitation was prepared.
        const refused = reason instanceof Auth0Refusal;
        throw refused ? new ProblemError('invitation_refused', { cause: reason }) : asUnavailable(reason);
      });
    },

    delete: (organizationId, id, context) =>
      untilGone(
        api(context, {
          method: 'DELETE',
          path: ['organizations', organizationId, 'invitations', id],
          expect: empty(204),
        }),
        async () => (await read(organizationId, id, context)) === null,
      ),

    readLink: async (organizationId, id, context) => {
      const wanted = Object.keys(invitationLinkSchema.shape).join(',');
      const row = await readFields(organizationId, id, invitationLinkSchema, wanted, context);
      return row && { url: row.invitation_url, expiresAt: row.expires_at };
    },
  };
}
