/** The dialog in which people are invited. Loaded when it is opened. */
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { invite as english, type InviteMessages } from '../../../messages/en/invite.js';
import type { OverridesOf } from '../../../messages/messages.js';
import {
  InviteDialogController,
  type InviteDialogOptions,
  type InviteFormState,
} from '../../../state/invitations/invite-dialog-controller.js';
import type { InviteFile } from '../../../state/invitations/invite-file.js';
import { committed, sendable } from '../../../state/invitations/invite-draft.js';
import { adoptStyles } from '../../parts/adopt-styles.js';
import { button } from '../../parts/button.js';
import { dialog } from '../../parts/dialog.js';
import { dialogStyles } from '../../parts/dialog.styles.js';
import { joinNames } from '../../parts/join-items.js';
import { localized } from '../../parts/localized.js';
import type { SharedContext } from '../context.js';
import type { InviteDialogContext } from './context.js';
import { addressField } from './invite-addresses.js';
import { choices } from './invite-choices.js';
import { styles } from './invite-dialog.styles.js';

export interface InviteDialogPanel {
  readonly controller: InviteDialogController;
  dispose(): void;
  /** Renders the dialog while it is open. */
  dialog(shared: SharedContext, overrides: OverridesOf<InviteMessages>): TemplateResult;
}

export function createInviteDialog(host: LitElement, options: InviteDialogOptions): InviteDialogPanel {
  const controller = new InviteDialogController(host, options);
  const messages = localized(host, 'invite', english);
  adoptStyles(host, dialogStyles, styles);
  return {
    controller,
    dispose: () => controller.dispose(),
    dialog: (shared, overrides) =>
      html`${inviteDialog({
        ...shared,
        inviteDialog: controller,
        messages: messages.with(overrides),
      })}`,
  };
}

function inviteDialog(context: InviteDialogContext) {
  const { inviteDialog, messages, organization, renderProblem, retry } = context;
  const open = inviteDialog.dialog;
  if (!open) return nothing;
  const close = () => inviteDialog.close();
  const title = messages.title(organization);
  return dialog({ id: 'invite', title, close, busy: inviteDialog.isSending, wide: true }, (dismiss) => {
    if ('draft' in open) return form(context, open, dismiss);
    const waiting = open.phase === 'loading';
    return html`${waiting ? html`<p role="status">${messages.loading}</p>` : renderProblem(open.problem)}
      <div class="buttons">
        <button type="button" class="focus-first" part="button cancel" @click=${dismiss}>
          ${messages.cancel}
        </button>
        ${waiting ? nothing : button(retry, () => inviteDialog.open(), { part: 'retry' })}
      </div>`;
  });
}

function form(context: InviteDialogContext, open: InviteFormState, dismiss: (event: Event) => void) {
  const { inviteDialog, messages, renderProblem } = context;
  const { draft, phase, invited, problem, options } = open;
  const count = sendable(committed(draft)).length;
  const isPossible = options.connections.some((connection) => connection.invitable);
  const busy = inviteDialog.isSending;
  const idle = busy || !isPossible || inviteDialog.wait.left > 0;
  const submit = (event: Event) => {
    event.preventDefault();
    if (!idle) void inviteDialog.invite();
  };
  return html`<form novalidate @submit=${submit}>
    ${isPossible ? nothing : html`<p class="notice" part="notice" role="alert">${messages.noConnection}</p>`}
    ${addressField(context, open)} ${fileField(context, open)} ${choices(context, open)}
    ${problem ? renderProblem(problem) : nothing} ${progress(context, open)}
    <p role="status" class="status">${statusText(context, open)}</p>
    ${
      inviteDialog.wait.left > 0
        ? html`<small aria-hidden="true">${messages.wait(inviteDialog.wait.left)}</small>`
        : nothing
    }
    <div class="buttons">
      <button type="button" part="button cancel" aria-disabled=${busy} @click=${dismiss}>
        ${invited > 0 ? messages.close : messages.cancel}
      </button>
      ${button(phase === 'checking' ? messages.checking : messages.check, () => inviteDialog.check(), {
        part: 'check',
        idle: idle || count === 0,
      })}
      <button type="submit" class="primary" part="button send-invitations" aria-disabled=${idle}>
        ${messages.send(count)}
      </button>
    </div>
  </form>`;
}

/** Returns the summary of the last request, for one live region. */
function statusText(
  { messages }: InviteDialogContext,
  { draft, phase, invited, progress: running }: InviteFormState,
): string {
  if (phase === 'sending' && running) return messages.sending(running.done, running.of);
  if (phase === 'checking') return messages.checking;
  const hasTried = invited > 0 || draft.chips.some(({ result }) => result);
  const refused = hasTried ? draft.chips.filter(({ refusal }) => refusal).length : 0;
  const ready = draft.chips.filter(({ result }) => result?.outcome === 'ready').length;
  return [
    invited > 0 ? messages.invited(invited) : '',
    ready > 0 ? messages.ready(ready) : '',
    refused > 0 ? messages.refused(refused) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function progress({ messages }: InviteDialogContext, { progress: running }: InviteFormState) {
  if (!running) return nothing;
  const label = messages.sending(running.done, running.of);
  return html`<progress aria-label=${label} value=${running.done} max=${running.of}></progress>`;
}

function fileField(
  { inviteDialog, messages, lang }: InviteDialogContext,
  { file: read, fileProblem }: InviteFormState,
) {
  const pick = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    const [chosen] = input.files ?? [];
    if (chosen) void inviteDialog.readFile(chosen);
    // Lets the same file be chosen again after it was edited.
    input.value = '';
  };
  return html`<div class="field">
    <label for="invite-file">${messages.file}</label>
    <input
      id="invite-file"
      type="file"
      part="input"
      accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
      aria-describedby="invite-file-help"
      aria-disabled=${inviteDialog.isSending}
      @change=${pick}
    />
    <small id="invite-file-help">${messages.fileHelp}</small>
    <small role="status">${read ? fileSummary(messages, read) : nothing}</small>
    <div role="alert">
      ${fileProblem ? html`<small class="error">${messages.fileProblems[fileProblem]}</small>` : nothing}
      ${
        read && read.skipped.length > 0
          ? html`<small>${messages.skipped(read.skipped.length, excerpt(read.skipped, lang))}</small>`
          : nothing
      }
      ${
        read && read.unknownRoles.length > 0
          ? html`<small class="error">${messages.unknownRoles(joinNames(read.unknownRoles, lang))}</small>`
          : nothing
      }
    </div>
  </div>`;
}

/** Rows that fit into a sentence. */
const maxRows = 5;
const maxRowLength = 60;

function excerpt(rows: readonly string[], lang: string): string {
  const shown = rows.slice(0, maxRows).map((row) => row.slice(0, maxRowLength));
  return joinNames(rows.length > maxRows ? [...shown, '…'] : shown, lang);
}

/** Says how the file was understood, before anything is sent. */
function fileSummary(messages: InviteMessages, read: InviteFile): string {
  const { lines, emailHeading, roleHeadings, hasRoles } = read;
  return [
    messages.fileRead(lines.length),
    emailHeading ? messages.emailsFrom(emailHeading) : '',
    ...roleHeadings.map((heading) => messages.rolesFrom(heading)),
    hasRoles ? '' : messages.noRoleColumn,
  ]
    .filter(Boolean)
    .join(' ');
}
