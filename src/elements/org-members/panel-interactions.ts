/** Interactive parts of the panel: actions, menus, selection, keyboard, lazy panels. Loaded next to the first list. */
import { html, nothing, type LitElement } from 'lit';
import type { SessionInfo } from '../../contract/session.js';
import { bulkIntentKey, followedRunKey } from '../../state/bulk/bulk-intent.js';
import { memberIntentKey } from '../../state/member/member-intent.js';
import { MatchingSelection } from '../../state/members/matching-selection.js';
import type { MembersController } from '../../state/members/members-controller.js';
import { LazyModule } from '../../state/lazy-module.js';
import { discardExpiredIntent, hasIntent } from '../../state/pending-intent.js';
import { Toasts } from '../../state/toasts.js';
import { adoptStyles } from '../parts/adopt-styles.js';
import type { OrganizationBranding } from '../parts/branding.js';
import { whenIdle } from '../parts/when-idle.js';
import { toastList } from '../parts/toast-list.js';
import { toastStyles } from '../parts/toast-list.styles.js';
import type { MemberAction, PanelContext } from './context.js';
import { createLazyPanels, preloadMember, type LazyPanelsOptions } from './lazy-panels.js';
import { RowKeyboard } from './list/keyboard.js';
import { Menu } from './list/menu.js';
import { selectionBar } from './list/selection-bar.js';
import type { MembersOverrides } from './overrides.js';
import { createPanelActions } from './panel-actions.js';
import {
  memberPanel,
  memberPlace,
  panelDialogs,
  panelNotes,
  tabPanel,
  tooLateNotice,
} from './panel-views.js';
import { MemberAttribute } from './person/member-attribute.js';

/** The element, as far as its interactive parts need it. */
export interface PanelHost extends LitElement {
  member: string;
  tab: string;
  readonly proxyUrl: string;
  readonly hideBranding: boolean;
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
  adoptStyles(host, toastStyles);
  const lifetime = new AbortController();
  // Includes the user: someone else who signs in doesn't resume what this one was doing.
  const key = () => `${host.proxyUrl} ${members.info?.actor.userId} ${members.info?.organization.id}`;
  const toasts = new Toasts(host);
  const panels = createLazyPanels(host, members, {
    connect,
    key,
    toasts,
    filterActivity: (filters) => panel().filterActivity(filters),
    reveal: (userId) => void host.updateComplete.then(() => keyboard.reveal(userId)),
    onClosed: (userId) => void host.updateComplete.then(() => keyboard.focusMember(userId)),
  });
  const menu = new Menu(host);
  const branding: LazyModule<OrganizationBranding> = new LazyModule(host, async () => {
    const { OrganizationBranding } = await import('../parts/branding.js');
    return new OrganizationBranding(host);
  });
  const memberAttribute = new MemberAttribute(host, panels.member);
  const actions = createPanelActions(host, { members, panels, menu, toasts, panel, signal: lifetime.signal });
  const keyboard: RowKeyboard = new RowKeyboard(host, {
    rows: () => members.state.page?.members ?? [],
    open: (member) => void actions.open(member),
    toggle: (member) => {
      if (!panel().readOnly) members.selection.toggle([member], !members.selection.has(member.userId));
    },
    openMenu: (member, anchor) => actions.openMenu(member, anchor),
  });
  const viewsContext = (current: PanelContext) => ({ panel: current, panels, overrides: host.messages });

  const matching = new MatchingSelection(members, { connect, onChange: () => host.requestUpdate() });

  let hasResumed = false;
  /** Whether what the person was doing can't be resumed, because the sign-in took too long. */
  let isTooLate = false;
  /** Resumes what the person was doing before they left to sign in again, or reloaded the page. */
  function resume(): void {
    if (hasResumed) return;
    hasResumed = true;
    for (const [intentKey, module] of [
      [memberIntentKey(key()), panels.member],
      [bulkIntentKey(key()), panels.bulk],
    ] as const) {
      if (discardExpiredIntent(intentKey)) setTooLate(true);
      else if (hasIntent(intentKey)) void module.load().then((loaded) => loaded?.controller.resume());
    }
    if (hasIntent(followedRunKey(key())))
      void panels.bulk.load().then((loaded) => loaded?.controller.resume());
  }

  function setTooLate(value: boolean): void {
    isTooLate = value;
    host.requestUpdate();
  }

  void whenIdle().then(() => {
    if (!lifetime.signal.aborted) return preloadMember(host);
  });

  return {
    actions,
    keyboard,
    selectionBar: (current: PanelContext) => selectionBar(current, matching),
    /** The number of pending invitations; `null` until they are loaded. */
    get pendingInvitations() {
      return panels.invitations.current?.pending ?? null;
    },
    /** Loads what the tab and the `member` attribute need. Called after every render with a session. */
    sync: ({ tab, activityFilters }: PanelContext, { organization }: SessionInfo) => {
      const primaryColor = host.hideBranding ? null : organization.branding.primaryColor;
      if (primaryColor || branding.current)
        void branding.load().then((loaded) => loaded?.apply(primaryColor));
      resume();
      if (tab === 'invitations') void panels.invitations.load();
      if (tab === 'activity') void panels.activity.load().then((loaded) => loaded?.sync(activityFilters));
      memberAttribute.sync();
    },
    /** Reloads the activity when its tab is opened: the last change made here belongs in it. */
    enterTab: (tab: PanelContext['tab']) => {
      if (tab === 'activity') void panels.activity.current?.list.load();
    },
    notes: (current: PanelContext) =>
      html`${isTooLate ? tooLateNotice(current, () => setTooLate(false)) : nothing}
      ${panelNotes(viewsContext(current))}`,
    memberPlace: (current: PanelContext) => memberPlace(viewsContext(current)),
    memberPanel: (current: PanelContext) => memberPanel(viewsContext(current)),
    tabPanel: (current: PanelContext) => tabPanel(viewsContext(current)),
    /** Dialogs and the menu, above everything. */
    layers: (current: PanelContext) =>
      html`${panelDialogs(viewsContext(current))} ${menu.render()}
      ${toastList(toasts, current.messages.dismiss)}`,
    dispose: () => {
      lifetime.abort();
      branding.dispose();
      for (const module of Object.values<{ dispose(): void }>({ ...panels })) module.dispose();
      matching.dispose();
      toasts.clear();
      for (const controller of [keyboard, menu, toasts]) host.removeController(controller);
    },
  };
}
