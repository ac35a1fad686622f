import { html, nothing } from 'lit';
import type { DeletionPlan, DeletionReceipt } from '../../../contract/account.js';
import type { AccountMessages } from '../../../messages/en/account.js';
import { avatar } from '../../parts/avatar.js';
import { button } from '../../parts/button.js';
import { deleteIcon } from '../../parts/delete-icon.js';
import { dialog } from '../../parts/dialog.js';
import { lockIcon } from '../../parts/icons.js';
import { saveFile } from '../../parts/save-file.js';
import { exactTime } from '../../parts/time.js';
import {
  addressOf,
  operationOf,
  organizationOf,
  outcome,
  reasonText,
  section,
  type AccountContext,
} from './section.js';

/** Why the user's own account can't be deleted here. */
export function noDeletion(context: AccountContext) {
  const operation = operationOf(context, 'profile.delete');
  if (!operation || operation.allowed) return nothing;
  const { title, notOffered } = context.messages.deletion;
  return section(context, { id: 'delete', title, text: notOffered, operation, body: () => nothing });
}

/** Deletes the user's own account: the last thing on the page, with a dialog that shows the consequences. */
export function dangerZone(context: AccountContext) {
  const operation = operationOf(context, 'profile.delete');
  if (!operation?.allowed) return nothing;
  const { account, messages } = context;
  const { dangerZone, title, text, action, checking } = messages.deletion;
  return html`<section part="section" class="zone" aria-labelledby="account-danger">
    <header><h2 id="account-danger" part="heading" tabindex="-1">${dangerZone}</h2></header>
    <div class="account">
      <div>
        <h3 id="account-delete">${title}</h3>
        <p>${text}</p>
      </div>
      <div>
        ${button(action, () => account.planDeletion(), {
          part: 'delete-account',
          danger: true,
          icon: deleteIcon,
          idle: account.isRunning('plan'),
        })}
      </div>
      ${account.isDeletionTooLate ? html`<p class="error" role="alert">${messages.deletion.signInTooLate}</p>` : nothing}
      ${outcome(context, account.plan ? undefined : account.task('plan'), '', checking)}
      ${account.plan ? deletionDialog(context, account.plan) : nothing}
    </div>
  </section>`;
}

/** The focus starts on Cancel, so that pressing Enter deletes nothing. */
function deletionDialog(context: AccountContext, plan: DeletionPlan) {
  const { account, editor, messages } = context;
  const { person } = editor.form.profile;
  const { operation } = plan;
  const options = {
    id: 'delete',
    title: messages.deletion.title,
    close: () => account.dismissPlan(),
    busy: account.isRunning('delete'),
  };
  return dialog(
    options,
    (dismiss) =>
      html`<div class="who">
          ${avatar(person.name, person.picture)}
          <div>
            <b dir="auto" translate="no">${person.name ?? addressOf(context) ?? editor.messages.untitled}</b
            ><br />
            <small><bdi translate="no">${organizationOf(context)}</bdi></small>
          </div>
        </div>
        ${
          operation.allowed
            ? form(context, plan, dismiss)
            : html`<p class="lock" role="alert">${lockIcon} <span>${reasonText(context, operation)}</span></p>
                <div class="buttons">${cancelButton(messages.cancel, dismiss)}</div>`
        }`,
  );
}

function cancelButton(label: string, dismiss: (event: Event) => void) {
  return html`<button type="button" class="focus-first" part="button cancel" @click=${dismiss}>
    ${label}
  </button>`;
}

function form(context: AccountContext, plan: DeletionPlan, dismiss: (event: Event) => void) {
  const { account, editor, messages } = context;
  const { operation, organization, otherOrganizations, delayDays } = plan;
  const { deletion: deletionMessages } = messages;
  const leaves = deletionMessages.organizations(
    organization.displayName ?? organization.name,
    otherOrganizations,
  );
  const phrase = addressOf(context) ?? deletionMessages.word;
  const running = account.isRunning('delete');
  const task = account.task('delete');
  const problem = task?.status === 'failed' ? task.problem : undefined;
  const stepUp = problem?.code === 'step_up_required';
  const submit = (event: Event) => {
    event.preventDefault();
    const input = (event.currentTarget as HTMLFormElement).querySelector('input');
    account.checkPhrase(input?.value ?? '', phrase);
    if (account.phraseFits) void account.delete();
    else input?.focus();
  };
  const mismatch = account.phraseFits === false;
  return html`<ul>
      ${delayDays > 0 ? html`<li>${deletionMessages.delay(delayDays)}</li>` : nothing}
      ${operation.consequences.map(
        (each) => html`<li>${each === 'removes-memberships' ? leaves : messages.consequences[each]}</li>`,
      )}
    </ul>
    <form novalidate @submit=${submit}>
      <label for="delete-phrase">${deletionMessages.phrase(phrase)}</label>
      <input
        id="delete-phrase"
        part="input"
        dir="auto"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        aria-invalid=${mismatch}
        aria-describedby="delete-fault"
      />
      <small class="error" id="delete-fault">${mismatch ? deletionMessages.mismatch(phrase) : nothing}</small>
      ${stepUp ? html`<p role="alert">${deletionMessages.signInText}</p>` : outcome(context, task, '', deletionMessages.confirming)}
      <div class="buttons">
        ${cancelButton(messages.cancel, dismiss)}
        ${
          stepUp && editor.controller.canSignIn
            ? button(deletionMessages.signIn, () => account.signInToDelete(problem?.problem?.maxAge), {
                part: 'sign-in',
                primary: true,
              })
            : html`<button type="submit" class="destructive" part="button confirm" aria-disabled=${running}>
                ${deleteIcon} <span>${running ? deletionMessages.confirming : deletionMessages.confirm}</span>
              </button>`
        }
      </div>
    </form>`;
}

/** Note about a scheduled deletion, with a button that cancels it. */
export function pendingDeletion(context: AccountContext) {
  const { account, editor, messages } = context;
  const { deletion } = editor.form.profile;
  if (!deletion) return nothing;
  const { title, text, keep, keeping } = messages.pendingDeletion;
  return html`<div class="note pending" part="note pending-deletion">
    <div class="account">
      <div role="status">
        <b>${title(exactTime(deletion.dueAt, editor.lang))}</b><br />
        <small>${text}</small>
      </div>
      ${button(keep, () => account.keepAccount(), { part: 'keep-account', idle: account.isRunning('keep') })}
      ${outcome(context, account.task('keep'), '', keeping)}
    </div>
  </div>`;
}

/** Replaces the profile after the account was deleted. */
export function deletionReceipt(
  receipt: DeletionReceipt,
  { deletion, done }: AccountMessages,
  lang: string,
  leave: (() => void) | null,
) {
  const save = () =>
    saveFile(
      new Blob([JSON.stringify(receipt, null, 2)], { type: 'application/json' }),
      `receipt-${receipt.id}.json`,
    );
  return html`<div class="state" part="receipt">
    <slot name="deleted">
      <h2 tabindex="-1" class="focus-first">${deletion.receiptTitle}</h2>
      <ul>
        ${receipt.done.map((step) => html`<li>${done[step]}</li>`)}
      </ul>
      <p>${deletion.notDone}</p>
      ${
        receipt.accessTokensUntil
          ? html`<p>${deletion.tokensUntil(exactTime(receipt.accessTokensUntil, lang))}</p>`
          : nothing
      }
      <p><small>${deletion.receiptId(receipt.id)}</small></p>
    </slot>
    <div class="buttons">
      ${button(deletion.saveReceipt, save, { part: 'save-receipt' })}
      ${leave ? button(deletion.leave, leave, { part: 'leave', primary: true }) : nothing}
    </div>
  </div>`;
}
