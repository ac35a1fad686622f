/** Renders the lazily loaded panels: under their tabs, beside the list, and as dialogs above everything. */
import { html, nothing } from 'lit';
import { problemText } from '../../messages/messages.js';
import type { LazyModule } from '../../state/lazy-module.js';
import { button } from '../parts/button.js';
import { describeUserAgent } from '../parts/user-agent.js';
import type { PanelContext, SharedContext } from './context.js';
import type { LazyPanels } from './lazy-panels.js';
import { moduleMissing, notice } from './list/empty-state.js';
import type { MembersOverrides } from './overrides.js';
import type { MemberSharedContext } from './person/context.js';

export interface PanelViewsContext {
  readonly panel: PanelContext;
  readonly panels: LazyPanels;
  readonly overrides: MembersOverrides;
}

/** Renders the panel under the Invitations or the Activity tab. */
export function tabPanel({ panel, panels, overrides }: PanelViewsContext) {
  const shared = sharedContext(panel);
  if (panel.tab === 'invitations') {
    const { current } = panels.invitations;
    return current?.tab(shared, overrides.invitations ?? {}) ?? placeholder(panel, panels.invitations);
  }
  const { current } = panels.activity;
  return current?.tab(shared, overrides.activity ?? {}) ?? placeholder(panel, panels.activity);
}

/** Returns the class of the element around the list, which says where the open page stands; empty if none is open. */
export function memberPlace({ panel, panels }: PanelViewsContext): '' | 'with-drawer' | 'with-page' {
  if (!panels.member.current?.controller.page) return '';
  return panel.asPage ? 'with-page' : 'with-drawer';
}

/** Renders a member's page, beside the list or in its place. */
export function memberPanel({ panel, panels, overrides }: PanelViewsContext) {
  const { current } = panels.member;
  if (!current) return panels.member.hasFailed ? placeholder(panel, panels.member) : nothing;
  return current.panel(memberContext(panel, overrides), overrides.member ?? {});
}

/** Renders the progress of a bulk run and of an export, and what couldn't be loaded for an action. */
export function panelNotes({ panel, panels, overrides }: PanelViewsContext) {
  const failed = [panels.inviteDialog, panels.bulk, panels.export, panels.roleChecklist].filter(
    ({ hasFailed }) => hasFailed,
  );
  return html`${failed.map((each) => moduleMissing(panel, each))}
  ${panels.bulk.current?.note(sharedContext(panel), overrides.bulk ?? {})}
  ${panels.export.current?.note(sharedContext(panel), overrides.bulk ?? {})}`;
}

/** Says that what the person was doing before a sign-in wasn't done. */
export function tooLateNotice({ messages }: PanelContext, dismiss: () => void) {
  return html`<div class="notice" part="notice">
    <p role="alert">${messages.signInTooLate}</p>
    ${button(messages.dismiss, dismiss)}
  </div>`;
}

export function panelDialogs({ panel, panels, overrides }: PanelViewsContext) {
  const shared = sharedContext(panel);
  return html`${panels.invitations.current?.dialogs(shared, overrides.invitations ?? {})}
  ${panels.inviteDialog.current?.dialog(shared, overrides.invite ?? {})}
  ${panels.bulk.current?.dialogs(shared, overrides.bulk ?? {})}
  ${panels.member.current?.dialogs(memberContext(panel, overrides), overrides.member ?? {})}
  ${panels.roleChecklist.current?.render(shared)}`;
}

function memberContext(panel: PanelContext, { editor }: MembersOverrides): MemberSharedContext {
  const { asPage, showAsPage, hasAddress } = panel;
  const shared = { ...sharedContext(panel), asPage, showAsPage, hasAddress };
  return editor ? { ...shared, editorMessages: editor } : shared;
}

function sharedContext(panel: PanelContext): SharedContext {
  const { members, messages, lang, density, hideBranding, readOnly, perform } = panel;
  const { info, session } = members;
  return {
    lang,
    density,
    hideBranding,
    readOnly,
    organization: info?.organization.displayName ?? info?.organization.name ?? '',
    may: (operation) => members.may(operation),
    invitationLinks: info?.members.invitationLinks ?? false,
    requiresReason: info?.members.auditReason ?? false,
    canSignIn: Boolean(session?.login),
    renderProblem: (problem) => notice(panel, problem, false),
    problemText: (code) => problemText(messages, code),
    retry: messages.retry,
    operationLabels: messages.operations,
    opensDialog: messages.opensDialog,
    invite: () => perform((actions) => actions.invite()),
    openRoles: (person, anchor) => perform((actions) => actions.openRoles(person, anchor)),
    inRoleOrder: (roles) => members.inRoleOrder(roles),
    openMember: (userId) => perform((actions) => actions.open({ userId })),
    showMenu: (anchor, label, items) => perform((actions) => actions.showMenu(anchor, label, items)),
    browserName: describeUserAgent,
  };
}

/** Renders what is there until a panel is loaded, or when it couldn't be. */
function placeholder(panel: PanelContext, module: LazyModule<object>) {
  return module.hasFailed
    ? moduleMissing(panel, module)
    : html`<div class="bones-only" part="skeleton"><div class="bone" part="bone"></div></div>`;
}
