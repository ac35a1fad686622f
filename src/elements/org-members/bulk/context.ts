import type { TemplateResult } from 'lit';
import type { ProxyProblem } from '../../../client/problem.js';
import type { BulkController, BulkDialog } from '../../../state/bulk/bulk-controller.js';
import type { BulkMessages } from '../../../messages/en/bulk.js';
import type { BulkItem } from '../../../contract/bulk.js';

/** What the element around says to the part about many people. */
export interface BulkSurroundings {
  readonly lang: string;
  /** Whether the policy wants to know why. */
  readonly requiresReason: boolean;
  /** Whether the tag can have the person sign in again. */
  readonly canSignIn: boolean;
  /** A failure, as everything in this element tells one. */
  readonly renderProblem: (problem: ProxyProblem) => TemplateResult;
  /** A problem's code, in words. */
  readonly problemText: (code: string) => string;
}

export interface BulkContext extends BulkSurroundings {
  readonly bulk: BulkController;
  readonly dialog: BulkDialog;
  readonly messages: BulkMessages;
}

export function nameOf({ dialog }: BulkContext, userId: string): string {
  const person = dialog.people.find((each) => each.userId === userId);
  return person?.name ?? person?.email ?? userId;
}

/** What became of one person, beside the state. */
export function detailOf(context: BulkContext, { reason, code, receipt }: BulkItem): string {
  if (reason) return context.messages.reasons[reason];
  if (code) return context.problemText(code);
  return receipt && receipt.notDone.length > 0 ? context.messages.partly : '';
}
