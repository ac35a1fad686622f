/** The dialogs about a member. Loaded when the first one is opened. */
import { html, type LitElement, type TemplateResult } from 'lit';
import { dialogs as english, type DialogMessages } from '../../../messages/en/dialogs.js';
import type { OverridesOf } from '../../../messages/messages.js';
import type { DialogOperation } from '../../../state/member/member-operation-controller.js';
import type { Toast } from '../../../state/toasts.js';
import { adoptStyles } from '../../parts/adopt-styles.js';
import { localized } from '../../parts/localized.js';
import type { MemberContext } from './context.js';
import { styles } from './dialogs.styles.js';
import { operationDialog } from './operation-dialog.js';
import { rolesDialog } from './roles-dialog.js';

interface CompletedOperation {
  readonly operation: DialogOperation;
  /** The member's. */
  readonly name: string;
  /** `null` if there is no receipt. */
  readonly viewReceipt: (() => void) | null;
  /** Takes it back; `null` if nothing does. */
  readonly undo: (() => void) | null;
}

export interface MemberDialogs {
  /** Says that an operation was done. */
  readonly toast: (done: CompletedOperation, overrides: OverridesOf<DialogMessages>) => Omit<Toast, 'id'>;
  render(context: MemberContext, overrides: OverridesOf<DialogMessages>): TemplateResult;
}

export function createMemberDialogs(host: LitElement): MemberDialogs {
  adoptStyles(host, styles);
  const messages = localized(host, 'dialogs', english);
  return {
    toast: ({ operation, name, viewReceipt, undo }, overrides) => {
      const { questions, receipt, undo: undoLabel } = messages.with(overrides);
      const view = viewReceipt && { label: receipt.view, run: viewReceipt };
      const action = undo ? { label: undoLabel, run: undo } : view;
      return { text: questions[operation].done(name), ...(action && { action }) };
    },
    render: (context, overrides) => {
      const dialogContext = { ...context, dialogMessages: messages.with(overrides) };
      return html`${operationDialog(dialogContext)} ${rolesDialog(dialogContext)}`;
    },
  };
}
