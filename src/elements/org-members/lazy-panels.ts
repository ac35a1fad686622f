/** The lazily loaded panels, connected to the list and to the host's events. */
import type { LitElement } from 'lit';
import type { BulkRun } from '../../contract/bulk.js';
import { hasTrait, type OperationWith } from '../../policy/operations.js';
import { LazyModule, loadOnce } from '../../state/lazy-module.js';
import type { MemberChange, MemberOperation, MemberPerson } from '../../state/member/member-operations.js';
import type { AddressFilters } from '../../state/activity/filter-names.js';
import type { MembersController } from '../../state/members/members-controller.js';
import type { Session } from '../../state/session.js';
import type { Toasts } from '../../state/toasts.js';
import { prepareMessages } from '../parts/localized.js';
import type { ActivityPanel } from './activity/activity-panel.js';
import type { BulkPanel } from './bulk/bulk-panel.js';
import {
  BulkRunEndedEvent,
  InvitationRevokedEvent,
  MemberChangedEvent,
  MemberOpenRequestEvent,
  MemberOperationRequestEvent,
  MemberRemovedEvent,
  MembersInvitedEvent,
  MembersInviteRequestEvent,
} from './events.js';
import type { ExportPanel } from './export/export-panel.js';
import type { InvitationsPanel } from './invitations/invitations-panel.js';
import type { InviteDialogPanel } from './invitations/invite-dialog.js';
import type { MembersOverrides } from './overrides.js';
import type { MemberPanel } from './person/person-panel.js';
import type { RoleChecklistPanel } from './roles/role-checklist-panel.js';

const importMemberPanel = loadOnce(() => import('./person/person-panel.js'));

/**
 * Prepares the page of a member, which most people open from a list, so that a click doesn't wait for one part after the other.
 * A failure isn't reported: the click tries again.
 */
export async function preloadMember(host: LitElement): Promise<void> {
  try {
    const [{ prepareMemberPage }] = await Promise.all([
      importMemberPanel(),
      prepareMessages(host, 'member', 'profile', 'editing'),
    ]);
    await prepareMemberPage(host);
  } catch {
    // Offline, or an old page after a deployment.
  }
}

export interface LazyPanels {
  readonly invitations: LazyModule<InvitationsPanel>;
  readonly inviteDialog: LazyModule<InviteDialogPanel>;
  readonly bulk: LazyModule<BulkPanel>;
  readonly export: LazyModule<ExportPanel>;
  readonly activity: LazyModule<ActivityPanel>;
  readonly member: LazyModule<MemberPanel>;
  readonly roleChecklist: LazyModule<RoleChecklistPanel>;
}

interface LazyPanelsHost extends LitElement {
  readonly messages: MembersOverrides;
}

export interface LazyPanelsOptions {
  readonly connect: () => Promise<Session>;
  /** Names the panel and its user, for what is remembered while they sign in again. */
  readonly key: () => string;
  readonly toasts: Toasts;
  /** Shows the activity with other filters. */
  filterActivity(filters: AddressFilters): void;
  /** Scrolls the list to a member, if they aren't in view. */
  reveal(userId: string): void;
  /** Called when a member's page is closed. */
  onClosed(userId: string): void;
}

export function createLazyPanels(
  host: LazyPanelsHost,
  members: MembersController,
  { connect, key, toasts, filterActivity, reveal, onClosed }: LazyPanelsOptions,
): LazyPanels {
  const loadRoles = () => members.loadRoles();
  const invitations = new LazyModule(host, async () => {
    const [{ createInvitationsPanel }] = await Promise.all([
      import('./invitations/invitations-panel.js'),
      prepareMessages(host, 'invitations'),
    ]);
    return createInvitationsPanel(host, {
      connect,
      onRevoked: (invitation) => host.dispatchEvent(new InvitationRevokedEvent(invitation)),
    });
  });
  const confirmOne = (operation: MemberOperation, person: MemberPerson) =>
    new MemberOperationRequestEvent(operation, [person]).confirmWith(host);
  const member: LazyModule<MemberPanel> = new LazyModule(host, async () => {
    const [{ createMemberPanel }] = await Promise.all([importMemberPanel(), prepareMessages(host, 'member')]);
    return createMemberPanel(host, {
      key,
      connect,
      loadRoles,
      signIn: (maxAge) => members.signIn(maxAge),
      may: (operation) => members.may(operation),
      isOffered: (operation) => members.info?.members.offers.includes(operation) ?? false,
      toasts,
      list: members,
      confirmOpen: (userId) => new MemberOpenRequestEvent(userId).confirmWith(host),
      reveal,
      overrides: () => host.messages.member ?? {},
      requiresReason: () => members.info?.members.auditReason ?? false,
      confirmWithHost: confirmOne,
      onLockoutKnown: (userId, isLockedOut) => members.noteLockout(userId, isLockedOut),
      onChanged: (userId, change) => void applyChange(host, members, userId, change),
      onClosed,
    });
  });
  return {
    invitations,
    member,
    roleChecklist: new LazyModule(host, async () => {
      const [{ createRoleChecklistPanel }] = await Promise.all([
        import('./roles/role-checklist-panel.js'),
        prepareMessages(host, 'member'),
      ]);
      return createRoleChecklistPanel(host, {
        connect,
        loadRoles,
        toasts,
        overrides: () => host.messages.member ?? {},
        isCaller: (userId) => userId === members.info?.actor.userId,
        requiresReason: () => members.info?.members.auditReason ?? false,
        confirmWithHost: confirmOne,
        onPreview: (userId, roles) => members.preview(userId, { roles }),
        onChanged: ({ userId }, roles) => {
          void applyChange(host, members, userId, { kind: 'roles', roles });
          member.current?.controller.reloadPage(userId);
        },
        openDialog: (person, chosen, problem) =>
          void member.load().then((panel) => panel?.controller.openRoles(person, chosen, problem)),
      });
    }),
    inviteDialog: new LazyModule(host, async () => {
      const [{ createInviteDialog }] = await Promise.all([
        import('./invitations/invite-dialog.js'),
        prepareMessages(host, 'invite'),
      ]);
      return createInviteDialog(host, {
        connect,
        loadRoles,
        confirmWithHost: (emails) => new MembersInviteRequestEvent(emails).confirmWith(host),
        onInvited: (emails) => {
          host.dispatchEvent(new MembersInvitedEvent(emails));
          void invitations.current?.controller.list.load();
        },
      });
    }),
    bulk: new LazyModule(host, async () => {
      const [{ createBulkPanel }] = await Promise.all([
        import('./bulk/bulk-panel.js'),
        prepareMessages(host, 'bulk'),
      ]);
      return createBulkPanel(host, {
        key,
        connect,
        loadRoles,
        select: (people) => members.selection.toggle(people, true),
        signIn: (maxAge) => members.signIn(maxAge),
        confirmWithHost: (operation, people) =>
          new MemberOperationRequestEvent(operation, people).confirmWith(host),
        onEnded: (run) => {
          host.dispatchEvent(new BulkRunEndedEvent(run));
          void applyRun(members, run);
        },
      });
    }),
    export: new LazyModule(host, async () => {
      const [{ createExportPanel }] = await Promise.all([
        import('./export/export-panel.js'),
        prepareMessages(host, 'bulk'),
      ]);
      return createExportPanel(host, { connect });
    }),
    activity: new LazyModule(host, async () => {
      const [{ createActivityPanel }] = await Promise.all([
        import('./activity/activity-panel.js'),
        prepareMessages(host, 'activity'),
      ]);
      return createActivityPanel(host, { connect, filter: filterActivity });
    }),
  };
}

/** Shows in the list what a bulk run has changed. */
async function applyRun(members: MembersController, { operation, items }: BulkRun): Promise<void> {
  const done = items.filter(({ state }) => state === 'done').map(({ userId }) => userId);
  if (done.length === 0) return;
  members.selection.remove(done);
  if (isRemoval(operation)) await members.remove(done);
  else await members.refresh(done);
}

/** Fires the event of a change to one member, and shows it in the list. */
async function applyChange(
  host: LitElement,
  members: MembersController,
  userId: string,
  change: MemberChange,
): Promise<void> {
  if (change.kind === 'profile') {
    const { name, picture } = change.profile.person;
    host.dispatchEvent(new MemberChangedEvent(userId, 'profile.update'));
    return members.refresh([userId], { name, picture });
  }
  if (change.kind === 'roles') {
    host.dispatchEvent(new MemberChangedEvent(userId, 'roles.assign'));
    return members.refresh([userId], { roles: change.roles });
  }
  const { operation, receipt } = change;
  if (isRemoval(operation) && receipt && !receipt.notDone.some(({ step }) => removalSteps.has(step))) {
    host.dispatchEvent(new MemberRemovedEvent(userId, operation, receipt));
    return members.remove([userId]);
  }
  host.dispatchEvent(new MemberChangedEvent(userId, operation, receipt));
  if (receipt) await members.refresh([userId], { status: receipt.status });
}

const removalSteps: ReadonlySet<string> = new Set(['remove-membership', 'delete-account']);

function isRemoval(
  operation: MemberOperation,
): operation is MemberOperation & OperationWith<'ends-membership'> {
  return hasTrait(operation, 'ends-membership');
}
