import { OrganizationsClient } from 'auth0/organizations';
import { z } from 'zod';
import { ProblemError } from '../http/problem-error.js';
import { asUnavailable, Auth0Refusal, type CallContext } from './call.js';
import { done, mediaTypeOf } from './empty-response.js';
import type { ManagementAccess } from './access.js';
import {
  invitationLinkSchema,
  invitationSchema,
  toCreateInvitation,
  toInvitation,
  type Invitation,
  type InvitationDraft,
} from './mappers/invitation.js';

/** https://auth0.com/docs/manage-users/organizations/configure-organizations/invite-members */
export interface Invitations {
  /** The newest first; page 0 is the first. */
  list(organizationId: string, page: number, context: CallContext): Promise<InvitationRows>;
  /** `null` for one that is gone, that never was, and that belongs to another organization. */
  read(organizationId: string, id: string, context: CallContext): Promise<Invitation | null>;
  /** Auth0 sends the mail. @throws ProblemError `invitation_refused` */
  create(organizationId: string, draft: InvitationDraft, context: CallContext): Promise<Invitation>;
  /** One that is gone already is a success. */
  delete(organizationId: string, id: string, context: CallContext): Promise<void>;
  /** The link in the mail: whoever has it can try to accept. `null` as with `read`. */
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

const pageOfRows = z.object({ invitations: z.array(invitationSchema), limit: z.number() });

const pageSize = 50;
/** Offset paging ends at 1,000 rows, and there is no other way to page through invitations. */
const lastInvitationPage = 19;

/** What a read asks for, by name: without this the answer holds the link. */
const fields = Object.keys(invitationSchema.shape).join(',');

export function createInvitations({ clientOptions, call }: ManagementAccess): Invitations {
  const client = new OrganizationsClient(clientOptions).invitations;

  const readFields = <T extends { organization_id: string }>(
    organizationId: string,
    id: string,
    answer: z.ZodType<T>,
    wanted: string,
    context: CallContext,
  ): Promise<T | null> =>
    call(context, {
      kind: 'read',
      answer,
      run: (options) => client.get(organizationId, id, { fields: wanted, include_fields: true }, options),
    }).then(
      // The address names the organization already; this holds if that should ever not be enough.
      (row) => (row.organization_id === organizationId ? row : null),
      nullIfGone,
    );

  return {
    list: async (organizationId, page, context) => {
      const { invitations, limit } = await call(context, {
        kind: 'read',
        answer: pageOfRows,
        run: async (options) => {
          const query = {
            page,
            per_page: pageSize,
            include_totals: true,
            fields,
            include_fields: true,
            sort: 'created_at:-1',
          };
          return (await client.list(organizationId, query, options)).response;
        },
      }).catch((reason: unknown) => {
        throw asUnavailable(reason);
      });
      const own = invitations.filter((row) => row.organization_id === organizationId);
      // Auth0 gives no total, but says how many rows it took for a page.
      return {
        rows: own.map(toInvitation),
        hasMore: invitations.length >= limit && page < lastInvitationPage,
      };
    },

    read: async (organizationId, id, context) => {
      const row = await readFields(organizationId, id, invitationSchema, fields, context);
      return row && toInvitation(row);
    },

    create: async (organizationId, draft, context) =>
      toInvitation(
        await call(context, {
          kind: 'write',
          answer: invitationSchema,
          run: (options) => client.create(organizationId, toCreateInvitation(draft), options),
        }).catch((reason: unknown) => {
          const refused = reason instanceof Auth0Refusal && reason.status !== 404;
          throw refused ? new ProblemError('invitation_refused', { cause: reason }) : asUnavailable(reason);
        }),
      ),

    delete: async (organizationId, id, context) => {
      await call(context, {
        kind: 'write',
        answer: done,
        run: (options) => mediaTypeOf(client.delete(organizationId, id, options)),
      }).catch(nullIfGone);
    },

    readLink: async (organizationId, id, context) => {
      const wanted = Object.keys(invitationLinkSchema.shape).join(',');
      const row = await readFields(organizationId, id, invitationLinkSchema, wanted, context);
      return row && { url: row.invitation_url, expiresAt: row.expires_at ?? null };
    },
  };
}

function nullIfGone(reason: unknown): null {
  if (reason instanceof Auth0Refusal && reason.status === 404) return null;
  throw asUnavailable(reason);
}
