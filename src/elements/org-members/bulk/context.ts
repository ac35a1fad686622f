import type { BulkItem } from '../../../contract/bulk.js';
import type { BulkMessages } from '../../../messages/en/bulk.js';
import type { BulkController, BulkDialog } from '../../../state/bulk/bulk-controller.js';
import type { SharedContext } from '../context.js';

/** The state of the dialog, for its templates. */
export interface BulkContext extends SharedContext {
  readonly bulk: BulkController;
  readonly dialog: BulkDialog;
  readonly messages: BulkMessages;
}

export function nameOf({ dialog }: BulkContext, userId: string): string {
  const person = dialog.people.find((each) => each.userId === userId);
  return person?.name ?? person?.email ?? userId;
}

/** Returns the result for one member, beyond its state. */
export function detailOf(context: BulkContext, { reason, code, receipt }: BulkItem): string {
  const { messages, dialog } = context;
  const { already } = messages.operations[dialog.operation];
  if (reason === 'already-done' && already) return already;
  if (reason) return messages.reasons[reason];
  if (code) return context.problemText(code);
  return receipt && receipt.notDone.length > 0 ? messages.partly : '';
}

/** Returns the state of one member. Someone who hasn't been processed when the run ends won't be. */
export function stateOf({ messages, dialog }: BulkContext, { state }: BulkItem): string {
  return state === 'waiting' && dialog.phase === 'ended' ? messages.notStarted : messages.states[state];
}
