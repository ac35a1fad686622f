/** What of the element comes only when somebody needs it. */
import type { LitElement } from 'lit';
import type { BulkRun } from '../../contract/bulk.js';
import { LazyPart } from '../../controllers/lazy-part.js';
import type { MembersController } from '../../controllers/members-controller.js';
import { hasIntent } from '../../controllers/return-intent.js';
import type { Session } from '../../controllers/session.js';
import type { MembersMessages } from '../../messages/members-en.js';
import type { OverridesOf } from '../../messages/messages.js';
import { isGranted } from '../parts/events.js';
import type { ActivityPart } from './activity/activity.js';
import type { BulkPart } from './bulk/bulk.js';
import {
  BulkRunEndedEvent,
  InvitationRevokedEvent,
  MemberOperationRequestEvent,
  MembersInvitedEvent,
  MembersInviteRequestEvent,
} from './events.js';
import type { InvitationsPart } from './invitations/invitations.js';

/** Any of the element's texts, replaced; those of its parts by the part's name. */
export type MembersOverrides = OverridesOf<MembersMessages> & {
  readonly invitations?: Parameters<InvitationsPart['tab']>[1];
  readonly bulk?: Parameters<BulkPart['dialogs']>[1];
  readonly activity?: Parameters<ActivityPart['tab']>[1];
};

export interface PanelParts {
  readonly invitations: LazyPart<InvitationsPart>;
  readonly bulk: LazyPart<BulkPart>;
  readonly activity: LazyPart<ActivityPart>;
}

export function createParts(
  host: LitElement,
  members: MembersController,
  connect: () => Promise<Session>,
  key: () => string,
): PanelParts {
  const loadRoles = () => members.loadRoles();
  return {
    invitations: new LazyPart(host, async () => {
      const { createInvitations } = await import('./invitations/invitations.js');
      const part = createInvitations(host, {
        connect,
        loadRoles,
        mayInvite: (emails) => isGranted(host, new MembersInviteRequestEvent(emails)),
        onInvited: (emails) => host.dispatchEvent(new MembersInvitedEvent(emails)),
        onRevoked: (invitation) => host.dispatchEvent(new InvitationRevokedEvent(invitation)),
      });
      void part.controller.load();
      return part;
    }),
    bulk: new LazyPart(host, async () => {
      const { createBulk } = await import('./bulk/bulk.js');
      return createBulk(host, {
        key: key(),
        connect,
        loadRoles,
        signIn: (maxAge) => members.signIn(maxAge),
        mayRun: (operation, people) => isGranted(host, new MemberOperationRequestEvent(operation, people)),
        onEnded: (run) => {
          host.dispatchEvent(new BulkRunEndedEvent(run));
          void applyRun(members, run);
        },
      });
    }),
    activity: new LazyPart(host, async () => {
      const { createActivity } = await import('./activity/activity.js');
      const part = createActivity(host, { connect });
      void part.controller.load();
      return part;
    }),
  };
}

/** Goes on with what somebody was about to do when they left to sign in again. */
export async function resumeParts({ bulk }: PanelParts, key: string): Promise<void> {
  if (hasIntent(`bulk ${key}`)) (await bulk.get())?.controller.resume();
}

/** The list shows at once what a run has done. */
async function applyRun(members: MembersController, { operation, items }: BulkRun): Promise<void> {
  const done = items.filter(({ state }) => state === 'done').map(({ userId }) => userId);
  if (done.length === 0) return;
  if (operation === 'membership.remove' || operation === 'user.delete') await members.forget(done);
  else await members.refresh(done);
}
