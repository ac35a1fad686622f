/** Renders the dialog of an operation: consequences, confirmation, result. */
import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { OperationDialog, OperationFacts } from '../../../state/member/member-operation-controller.js';
import { hasTrait } from '../../../policy/operations.js';
import { dialog } from '../../parts/dialog.js';
import { lockIcon } from '../../parts/icons.js';
import { operationIcons } from '../operation-icons.js';
import { card } from './card.js';
import { consequences } from './consequences.js';
import { nameOf, reasonText, type DialogContext } from './context.js';
import {
  buttons,
  checkForm,
  focusWhenRendered,
  reasonField,
  retryAction,
  submit,
  failureNotice,
  type DialogAction,
} from './dialog-form.js';
import { memberReceipt } from './receipt.js';

export function operationDialog(context: DialogContext) {
  const { member, messages, dialogMessages } = context;
  const open = member.operation.dialog;
  if (!open || open.quiet) return nothing;
  const { operation, person, facts, phase, receipt } = open;
  const name = nameOf(context, person);
  const title =
    phase === 'done' && receipt
      ? dialogMessages.receipt.title(name)
      : dialogMessages.questions[operation].title(name, context.organization);
  const busy = phase === 'running';
  const action = actionOf(context, open);
  const signIn = facts ? messages.signsInWith[facts.connection.class](facts.connection.label) : '';
  const close = () => member.closeOperation();
  return dialog(
    { id: 'member-operation', title, close, busy },
    (dismiss) =>
      html`${card(context, person, signIn)}
        <p role="status" class=${busy ? 'visually-hidden' : nothing}>${progress(context, open)}</p>
        <form novalidate @submit=${submit(action)}>
          ${content(context, open)}
          ${buttons({ action, busy, dismiss, cancel: phase === 'done' ? messages.close : messages.cancel })}
        </form>`,
  );
}

function progress({ dialogMessages }: DialogContext, { phase }: OperationDialog): string {
  const texts: Partial<Record<OperationDialog['phase'], string>> = {
    checking: dialogMessages.checking,
    running: dialogMessages.running,
  };
  return texts[phase] ?? '';
}

function content(context: DialogContext, open: OperationDialog) {
  const { facts, phase, problem } = open;
  if (phase === 'done') return outcome(context, open);
  const source = facts?.connection.label ?? '';
  const asks = phase === 'asking' || phase === 'running';
  return html`${asks && facts ? confirmation(context, open, facts) : nothing}
  ${failureNotice(context, problem, source)}`;
}

function confirmation(context: DialogContext, open: OperationDialog, facts: OperationFacts) {
  const unavailable = unavailableText(context, open, facts);
  if (unavailable !== null) {
    return html`<p class="locked" part="lock">${lockIcon} <span>${unavailable}</span></p>`;
  }
  return html`${consequences(context, open, facts)}
  ${reasonField(context, open, (reason) => context.member.operation.setReason(reason))}
  ${hasTrait(open.operation, 'irreversible') ? phraseField(context, open) : nothing}`;
}

/** Returns why the operation can't be done; `null` if it can. */
function unavailableText(
  context: DialogContext,
  { operation }: OperationDialog,
  { view, security, connection }: OperationFacts,
): string | null {
  const { dialogMessages } = context;
  if (!view) return dialogMessages.absent;
  if (!view.allowed) return reasonText(context, view.reason, connection.label);
  const isOut = operation !== 'member.clear-lockout' || security?.lockouts?.length !== 0;
  return isOut ? null : dialogMessages.notLockedOut;
}

function phraseOf({ dialogMessages }: DialogContext, { person }: OperationDialog): string {
  return person.email ?? dialogMessages.word;
}

function phraseField(context: DialogContext, open: OperationDialog) {
  const { phrase: label, mismatch } = context.dialogMessages;
  const phrase = phraseOf(context, open);
  return html`<div class="field">
    <label for="member-phrase">${label(phrase)}</label>
    <input
      id="member-phrase"
      part="input"
      dir="auto"
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      aria-invalid=${open.incomplete}
      aria-describedby="member-phrase-error"
    />
    <small class="error" id="member-phrase-error">${open.incomplete ? mismatch(phrase) : nothing}</small>
  </div>`;
}

function outcome(context: DialogContext, { operation, person, receipt }: OperationDialog) {
  const { dialogMessages } = context;
  const name = nameOf(context, person);
  const isComplete = !receipt || receipt.notDone.length === 0;
  return html`<p class="outcome" tabindex="-1" ${ref(focusWhenRendered)}>
      ${isComplete ? dialogMessages.questions[operation].done(name) : dialogMessages.partly(name)}
    </p>
    ${receipt ? memberReceipt(context, receipt) : nothing}`;
}

/** Returns the button next to Cancel; `null` if there is nothing left to do. */
function actionOf(context: DialogContext, open: OperationDialog): DialogAction | null {
  const { member, dialogMessages, canSignIn } = context;
  const { phase, facts, problem, operation, person, receipt } = open;
  const controller = member.operation;
  const waits = member.wait.left > 0;
  if (phase === 'unavailable') return retryAction(context, () => controller.retry());
  if (phase === 'done') {
    if (!receipt || receipt.notDone.length === 0) return null;
    return retryAction(context, () => member.openDialog(operation, person));
  }
  if (problem?.code === 'step_up_required' && canSignIn) {
    return { label: dialogMessages.signIn, part: 'sign-in', run: () => controller.signInAndResume() };
  }
  if (phase === 'checking' || !facts || unavailableText(context, open, facts) !== null) return null;
  return {
    label: context.dialogMessages.questions[operation].confirm,
    part: 'confirm',
    destructive: hasTrait(operation, 'destructive') ? operationIcons[operation] : undefined,
    idle: phase === 'running' || waits,
    run: (form) => {
      if (checkForm(form, phraseOf(context, open))) void controller.confirm();
      else controller.markIncomplete();
    },
  };
}
