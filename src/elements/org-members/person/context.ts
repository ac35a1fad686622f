import { html, nothing, type TemplateResult } from 'lit';
import type { ProxyProblem } from '../../../client/problem.js';
import type { LazyModule } from '../../../state/lazy-module.js';
import type { MemberController } from '../../../state/member/member-controller.js';
import type { MemberPerson } from '../../../state/member/member-operations.js';
import type { DialogMessages } from '../../../messages/en/dialogs.js';
import type { MembersMessages } from '../../../messages/en/members.js';
import type { MemberMessages } from '../../../messages/en/member.js';
import type { MessageOverrides } from '../../../messages/messages.js';
import type { LockReason } from '../../../policy/vocabulary.js';

/** What the element around says to the part about one member. */
export interface MemberSurroundings extends Pick<MembersMessages, 'opensDialog'> {
  readonly operationLabels: MembersMessages['operations'];
  readonly lang: string;
  readonly readOnly: boolean;
  /** What the organization is called. */
  readonly organization: string;
  /** Whether whoever acts on somebody has to say why. */
  readonly requiresReason: boolean;
  /** Whether the tag can have the person sign in again. */
  readonly canSignIn: boolean;
  /** A failure, as everything in this element tells one. */
  readonly renderProblem: (problem: ProxyProblem) => TemplateResult;
  /** A problem's code, in words. */
  readonly problemText: (code: string) => string;
  readonly retry: string;
  /** What people call a browser, by its own words for itself. */
  readonly browserName: (userAgent: string | null) => string | null;
  /** The host's own words for the editor in the page. */
  readonly editorMessages?: MessageOverrides;
}

export interface MemberContext extends MemberSurroundings {
  readonly member: MemberController;
  readonly messages: MemberMessages;
  /** The editor in the page, which is loaded with the first page that is opened. */
  readonly editor: LazyModule<object>;
  /** Has the person sign in again to save what was typed into the editor. */
  readonly signInToSave: (maxAge?: number) => Promise<void>;
}

/** What the dialogs are rendered from. */
export interface DialogContext extends MemberContext {
  readonly dialogMessages: DialogMessages;
}

export function nameOf({ messages }: MemberContext, { name, email }: Pick<MemberPerson, 'name' | 'email'>) {
  return name ?? email ?? messages.untitled;
}

export function reasonText(
  { messages }: MemberContext,
  reason: LockReason | undefined,
  source: string,
): string {
  return (reason && messages.reasons[reason]?.(source)) ?? messages.locked;
}

/** A failure in words: its own where something is known of it, or as everything here tells one. */
export function failure(context: MemberContext, problem: ProxyProblem | null, source = '') {
  const { messages, renderProblem } = context;
  if (!problem) return nothing;
  const told = {
    profile_not_found: () => messages.notAMember,
    operation_locked: () => reasonText(context, problem.problem?.reason, source),
  };
  const own = problem.code in told ? told[problem.code as keyof typeof told]() : null;
  if (own === null) return renderProblem(problem);
  return html`<div class="notice" part="notice"><p role="alert">${own}</p></div>`;
}
