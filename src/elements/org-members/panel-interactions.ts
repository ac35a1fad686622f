/**
 * What only somebody who does something needs: menus, the bar of those selected, the keyboard's way, the parts and what
 * they say. Loaded once the list is there.
 */
import { html, nothing, type LitElement } from 'lit';
import type { SessionInfo } from '../../contract/session.js';
import { toParams } from '../../state/members/member-query.js';
import type { MembersController } from '../../state/members/members-controller.js';
import { bulkIntentKey } from '../../state/bulk/bulk-intent.js';
import { memberIntentKey } from '../../state/member/member-intent.js';
import { hasIntent } from '../../state/pending-intent.js';
import { nameOf, type MemberAction, type PanelActions, type PanelContext } from './context.js';
import {
  MemberOpenRequestEvent,
  MembersExportRequestEvent,
  OrganizationSwitchRequestEvent,
} from './events.js';
import type { RequestEvent } from '../parts/events.js';
import type { MembersOverrides } from './overrides.js';
import { ActionMenu } from './list/menu.js';
import { OrganizationBranding } from './branding.js';
import { MemberAttribute } from './person/member-attribute.js';
import { operationMenuItem, rowMenuItems } from './list/menu-items.js';
import { notes, memberPanel, partDialogs, partPanel } from './panel-views.js';
import { createLazyPanels, type LazyPanelsOptions } from './lazy-panels.js';
import { RowKeyboard } from './list/keyboard.js';
import { selectionBar } from './list/selection-bar.js';

/** The element, as far as what is done in it depends on it. */
export interface PanelHost extends LitElement {
  member: string;
  tab: string;
  readonly proxyUrl: string;
  readonly messages: MembersOverrides;
  readonly rowActions: readonly MemberAction[];
}

export interface PanelInteractionsOptions extends Pick<LazyPanelsOptions, 'connect'> {
  readonly members: MembersController;
  panel(): PanelContext;
}

export type PanelInteractions = ReturnType<typeof createPanelInteractions>;

export function createPanelInteractions(
  host: PanelHost,
  { members, panel, connect }: PanelInteractionsOptions,
) {
  // Whoever comes back as somebody else is not asked what they did not ask for.
  const key = () => `${host.proxyUrl} ${members.info?.actor.userId} ${members.info?.organization.id}`;
  const onClosed = (userId: string) => void host.updateComplete.then(() => focus.focusMember(userId));
  const parts = createLazyPanels(host, members, { connect, key, onClosed });
  const menu = new ActionMenu(host);
  const branding = new OrganizationBranding(host);
  const follower = new MemberAttribute(host, parts.member);
  const contextOf = (current: PanelContext) => ({ panel: current, parts, overrides: host.messages });

  const lifetime = new AbortController();
  /** The host's answer; `false` also once the session was replaced while the host was thinking. */
  const confirm = async (request: RequestEvent) =>
    (await request.confirmWith(host)) && !lifetime.signal.aborted;

  const actions: PanelActions = {
    async open({ userId }) {
      if (await confirm(new MemberOpenRequestEvent(userId))) host.member = userId;
    },
    openMenu(member, anchor) {
      const current = panel();
      const ask = (operation: Parameters<Parameters<typeof rowMenuItems>[2]>[0]) =>
        void parts.member.load().then((part) => part?.controller.ask(operation, member));
      const label = current.messages.actionsFor(nameOf(current, member));
      void menu.open(anchor, label, rowMenuItems(current, member, ask, host.rowActions));
    },
    openBulkDialog(operation) {
      const { people } = members.selection;
      void parts.bulk.load().then((part) => part?.controller.open(operation, people));
    },
    openSelectionMenu(operations, anchor) {
      const current = panel();
      const items = operations.map((each) =>
        operationMenuItem(current, each, () => actions.openBulkDialog(each)),
      );
      void menu.open(anchor, current.messages.actionsForSelected, items);
    },
    invite: () => void parts.inviteDialog.load().then((part) => part?.controller.open()),
    async exportMembers() {
      const filters = toParams(members.query);
      if (!(await confirm(new MembersExportRequestEvent(filters)))) return;
      await (await parts.bulk.load())?.exportMembers(filters);
    },
    async switchOrganization(id) {
      const organization = members.info?.organizations.find((each) => each.id === id);
      if (!organization || !(await confirm(new OrganizationSwitchRequestEvent(organization)))) return;
      await members.session?.switchOrganization?.(id);
    },
  };

  const focus: RowKeyboard = new RowKeyboard(host, {
    rows: () => members.state.page?.members ?? [],
    open: (member) => void actions.open(member),
    toggle: (member) => {
      if (!panel().readOnly) members.selection.toggle([member], !members.selection.has(member.userId));
    },
    openMenu: (member, anchor) => actions.openMenu(member, anchor),
  });

  let hasResumed = false;
  /** Goes on with what somebody was about to do when they left to sign in again. */
  function resume(): void {
    if (hasResumed) return;
    hasResumed = true;
    if (hasIntent(memberIntentKey(key()))) void parts.member.load().then((part) => part?.controller.resume());
    if (hasIntent(bulkIntentKey(key()))) void parts.bulk.load().then((part) => part?.controller.resume());
  }

  return {
    actions,
    focus,
    selectionBar,
    /** How many invitations wait for an answer, as far as somebody has looked. */
    get pending() {
      return parts.invitations.current?.pending ?? null;
    },
    /** What has to be there for the section and the person that are shown. */
    follow: ({ tab }: PanelContext, { organization }: SessionInfo) => {
      branding.apply(organization.branding.primaryColor);
      resume();
      if (tab === 'invitations') void parts.invitations.load();
      if (tab === 'activity') void parts.activity.load();
      follower.follow();
    },
    /** Somebody goes to a section: of what was done, what they have just done is a part. */
    enter: (tab: PanelContext['tab']) => {
      if (tab === 'activity') void parts.activity.current?.controller.load();
    },
    notes: (current: PanelContext) => notes(contextOf(current)),
    memberPanel: (current: PanelContext) => memberPanel(contextOf(current)),
    partPanel: (current: PanelContext) => partPanel(contextOf(current)),
    /** Whatever is open above everything. */
    layers: (current: PanelContext) => html`${partDialogs(contextOf(current))} ${menu.render() ?? nothing}`,
    dispose: () => {
      lifetime.abort();
      branding.apply(null);
      for (const part of [parts.invitations, parts.inviteDialog, parts.bulk, parts.activity, parts.member])
        part.dispose();
      for (const part of [focus, menu]) host.removeController(part);
    },
  };
}
