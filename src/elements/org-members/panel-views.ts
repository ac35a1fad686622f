/** What the parts that were loaded later show: under their tabs, and above everything. */
import { html, nothing } from 'lit';
import type { LazyPart } from '../../state/lazy-module.js';
import { problemText } from '../../messages/messages.js';
import { describeUserAgent } from '../profile-editor/account/user-agent.js';
import { notice, partMissing } from './list/empty-state.js';
import type { PanelContext } from './context.js';
import type { MembersOverrides } from './overrides.js';
import type { PanelParts } from './lazy-panels.js';

export interface PartsContext {
  readonly panel: PanelContext;
  readonly parts: PanelParts;
  readonly overrides: MembersOverrides;
}

/** What is under the tabs beside the list. */
export function partPanel({ panel, parts, overrides }: PartsContext) {
  const surroundings = surroundingsOf(panel);
  if (panel.tab === 'invitations') {
    const { part } = parts.invitations;
    return part?.tab(surroundings, overrides.invitations ?? {}) ?? absent(panel, parts.invitations);
  }
  const { part } = parts.activity;
  return part?.tab(surroundings, overrides.activity ?? {}) ?? absent(panel, parts.activity);
}

/** A person's page, beside the list or in its place. */
export function memberPanel({ panel, parts, overrides }: PartsContext) {
  const { part } = parts.member;
  if (!part) return parts.member.hasFailed ? absent(panel, parts.member) : nothing;
  const surroundings = {
    ...surroundingsOf(panel),
    ...(overrides.editor && { editorMessages: overrides.editor }),
  };
  return part.panel(surroundings, overrides.member ?? {});
}

/** How far an export is, and what could not be loaded for something that was asked for. */
export function notes(context: PartsContext) {
  const { panel, parts } = context;
  return html`${parts.inviting.hasFailed ? absent(panel, parts.inviting) : nothing} ${exportNote(context)}`;
}

function exportNote({ panel, parts, overrides }: PartsContext) {
  const { part } = parts.bulk;
  if (!part) return parts.bulk.hasFailed ? absent(panel, parts.bulk) : nothing;
  const note = part.exportNote(surroundingsOf(panel), overrides.bulk ?? {});
  return note === nothing ? nothing : html`<div class="export">${note}</div>`;
}

export function partDialogs({ panel, parts, overrides }: PartsContext) {
  const surroundings = surroundingsOf(panel);
  return html`${parts.invitations.part?.dialogs(surroundings, overrides.invitations ?? {})}
  ${parts.inviting.part?.dialog(surroundings, overrides.inviting ?? {})}
  ${parts.bulk.part?.dialogs(surroundings, overrides.bulk ?? {})}
  ${parts.member.part?.dialogs(surroundings, overrides.member ?? {})}`;
}

/** What each of the parts is told, though none needs all of it. */
function surroundingsOf(panel: PanelContext) {
  const { members, texts, lang, readOnly, act } = panel;
  const { info, session } = members;
  return {
    lang,
    readOnly,
    organization: info?.organization.displayName ?? info?.organization.name ?? '',
    may: (operation: Parameters<typeof members.may>[0]) => members.may(operation),
    invitationLinks: info?.members.invitationLinks ?? false,
    asksReason: info?.members.auditReason ?? false,
    canSignIn: Boolean(session?.login),
    tell: (problem: Parameters<typeof notice>[1]) => notice(panel, problem, false),
    problemText: (code: string) => problemText(texts, code),
    retry: texts.retry,
    invite: () => act((using) => using.invite()),
    browserName: describeUserAgent,
  };
}

/** On its way, or not to be had. */
function absent<T extends { dispose(): void }>(panel: PanelContext, part: LazyPart<T>) {
  return part.hasFailed
    ? partMissing(panel, part)
    : html`<div class="bones-only"><div class="bone"></div></div>`;
}
