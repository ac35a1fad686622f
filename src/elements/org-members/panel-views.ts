/** What the parts that were loaded later show: under their tabs, and above everything. */
import { html, nothing } from 'lit';
import type { LazyModule } from '../../state/lazy-module.js';
import { problemText } from '../../messages/messages.js';
import { describeUserAgent } from '../parts/user-agent.js';
import { notice, moduleMissing } from './list/empty-state.js';
import type { PanelContext } from './context.js';
import type { MembersOverrides } from './overrides.js';
import type { LazyPanels } from './lazy-panels.js';

export interface LazyPanelsContext {
  readonly panel: PanelContext;
  readonly parts: LazyPanels;
  readonly overrides: MembersOverrides;
}

/** What is under the tabs beside the list. */
export function partPanel({ panel, parts, overrides }: LazyPanelsContext) {
  const surroundings = panelContext(panel);
  if (panel.tab === 'invitations') {
    const { current } = parts.invitations;
    return current?.tab(surroundings, overrides.invitations ?? {}) ?? placeholder(panel, parts.invitations);
  }
  const { current } = parts.activity;
  return current?.tab(surroundings, overrides.activity ?? {}) ?? placeholder(panel, parts.activity);
}

/** A person's page, beside the list or in its place. */
export function memberPanel({ panel, parts, overrides }: LazyPanelsContext) {
  const { current } = parts.member;
  if (!current) return parts.member.hasFailed ? placeholder(panel, parts.member) : nothing;
  const surroundings = {
    ...panelContext(panel),
    ...(overrides.editor && { editorMessages: overrides.editor }),
  };
  return current.panel(surroundings, overrides.member ?? {});
}

/** How far an export is, and what could not be loaded for something that was asked for. */
export function notes(context: LazyPanelsContext) {
  const { panel, parts } = context;
  return html`${parts.inviteDialog.hasFailed ? placeholder(panel, parts.inviteDialog) : nothing}
  ${exportNote(context)}`;
}

function exportNote({ panel, parts, overrides }: LazyPanelsContext) {
  const { current } = parts.bulk;
  if (!current) return parts.bulk.hasFailed ? placeholder(panel, parts.bulk) : nothing;
  const note = current.exportNote(panelContext(panel), overrides.bulk ?? {});
  return note === nothing ? nothing : html`<div class="export">${note}</div>`;
}

export function partDialogs({ panel, parts, overrides }: LazyPanelsContext) {
  const surroundings = panelContext(panel);
  return html`${parts.invitations.current?.dialogs(surroundings, overrides.invitations ?? {})}
  ${parts.inviteDialog.current?.dialog(surroundings, overrides.inviting ?? {})}
  ${parts.bulk.current?.dialogs(surroundings, overrides.bulk ?? {})}
  ${parts.member.current?.dialogs(surroundings, overrides.member ?? {})}`;
}

/** What each of the parts is told, though none needs all of it. */
function panelContext(panel: PanelContext) {
  const { members, messages, lang, readOnly, perform } = panel;
  const { info, session } = members;
  return {
    lang,
    readOnly,
    organization: info?.organization.displayName ?? info?.organization.name ?? '',
    may: (operation: Parameters<typeof members.may>[0]) => members.may(operation),
    invitationLinks: info?.members.invitationLinks ?? false,
    requiresReason: info?.members.auditReason ?? false,
    canSignIn: Boolean(session?.login),
    renderProblem: (problem: Parameters<typeof notice>[1]) => notice(panel, problem, false),
    problemText: (code: string) => problemText(messages, code),
    retry: messages.retry,
    operationLabels: messages.operations,
    opensDialog: messages.opensDialog,
    invite: () => perform((using) => using.invite()),
    browserName: describeUserAgent,
  };
}

/** On its way, or not to be had. */
function placeholder(panel: PanelContext, part: LazyModule<object>) {
  return part.hasFailed
    ? moduleMissing(panel, part)
    : html`<div class="bones-only"><div class="bone"></div></div>`;
}
