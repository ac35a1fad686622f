import { html, nothing } from 'lit';
import type { ProxyProblem } from '../../../client/problem.js';
import type { DialogMessages } from '../../../messages/en/dialogs.js';
import type { MemberMessages } from '../../../messages/en/member.js';
import type { MessageOverrides } from '../../../messages/messages.js';
import type { LockReason } from '../../../policy/vocabulary.js';
import type { LazyModule } from '../../../state/lazy-module.js';
import type { MemberController } from '../../../state/member/member-controller.js';
import type { MemberPerson } from '../../../state/member/member-operations.js';
import type { ListSteps, Step } from '../../../state/members/list-steps.js';
import type { SectionNav } from '../../parts/section-nav.js';
import type { SharedContext } from '../context.js';

export interface MemberSharedContext extends SharedContext {
  /** The host's texts for the editor in the page. */
  readonly editorMessages?: MessageOverrides;
  /** Whether the page stands in the place of the list, and not beside it. */
  readonly asPage: boolean;
  readonly showAsPage: (asPage: boolean) => void;
  /** Whether the browser's address leads to the page. */
  readonly hasAddress: boolean;
}

/** The state of a member's page, for its templates. */
export interface MemberContext extends MemberSharedContext {
  readonly member: MemberController;
  readonly messages: MemberMessages;
  readonly steps: ListSteps;
  /** Opens the next or the previous member of the list. */
  readonly step: (step: Step) => void;
  readonly copyLink: () => Promise<void>;
  readonly sectionNav: LazyModule<SectionNav>;
  /** The editor in the page, loaded with the first page that is opened. */
  readonly editor: LazyModule<object>;
  /** Whether the drawer stands over the list, until that makes room for it. */
  readonly isOverList: boolean;
  /** Has the person sign in again, to save what they typed into the editor. */
  readonly signInToSave: (maxAge?: number) => Promise<void>;
}

/** The same, for the dialogs about a member. */
export interface DialogContext extends MemberContext {
  readonly dialogMessages: DialogMessages;
}

export function nameOf(
  { messages }: Pick<MemberContext, 'messages'>,
  { name, email }: Pick<MemberPerson, 'name' | 'email'>,
) {
  return name ?? email ?? messages.untitled;
}

export function reasonText(
  { messages }: Pick<MemberContext, 'messages'>,
  reason: LockReason | undefined,
  source: string,
): string {
  return (reason && messages.reasons[reason]?.(source)) ?? messages.locked;
}

/** Renders a problem, with a text of the member's page where there is one. */
export function failure(context: MemberContext, problem: ProxyProblem | null, source = '') {
  if (!problem) return nothing;
  const text = ownTextOf(context, problem, source);
  if (text === null) return context.renderProblem(problem);
  return html`<div class="notice" part="notice"><p role="alert">${text}</p></div>`;
}

function ownTextOf(context: MemberContext, { code, problem }: ProxyProblem, source: string): string | null {
  if (code === 'profile_not_found') return context.messages.notAMember;
  return code === 'operation_locked' ? reasonText(context, problem?.reason, source) : null;
}
