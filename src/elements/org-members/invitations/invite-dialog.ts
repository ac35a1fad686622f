import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { committed, sendable, type Chip } from '../../../state/invitations/invite-draft.js';
import { button } from '../../parts/button.js';
import { dialog } from '../../parts/dialog.js';
import { choices } from './invite-choices.js';
import type { InviteFormState } from '../../../state/invitations/invite-dialog-controller.js';
import type { InviteDialogContext } from './invite-dialog-context.js';

/** Many people at once: addresses typed, pasted or read from a file, and what they are invited to. */
export function inviteDialog(context: InviteDialogContext) {
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
    ${addresses(context, open)} ${file(context, open)} ${choices(context, open)}
    ${problem ? renderProblem(problem) : nothing} ${progress(context, open)}
    <p role="status" class="told">${told(context, open)}</p>
    ${
      inviteDialog.wait.left > 0
        ? html`<small aria-hidden="true">${messages.wait(inviteDialog.wait.left)}</small>`
        : nothing
    }
    <div class="buttons">
      <button type="button" part="button cancel" aria-disabled=${busy} @click=${dismiss}>
        ${invited > 0 && draft.chips.length === 0 ? messages.close : messages.cancel}
      </button>
      ${button(phase === 'checking' ? messages.checking : messages.check, () => inviteDialog.check(), {
        part: 'check',
        idle: idle || count === 0,
      })}
      <button type="submit" class="primary" part="button invite" aria-disabled=${idle}>
        ${messages.send(count)}
      </button>
    </div>
  </form>`;
}

/** What happened last, for everybody: in one place, politely. */
function told(
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

/** The button that had it while this was being loaded is gone. */
function takeFocus(input?: Element): void {
  if (input instanceof HTMLElement) queueMicrotask(() => input.focus());
}

function addresses(context: InviteDialogContext, { draft, isEmpty }: InviteFormState) {
  const { inviteDialog, messages } = context;
  return html`<div class="field">
    <label for="invite-address">${messages.addresses}</label>
    <div class="chips">
      <ul aria-label=${messages.entered(draft.chips.length)}>
        ${repeat(
          draft.chips,
          ({ email }) => email,
          (chip) => entry(context, chip),
        )}
      </ul>
      <input
        id="invite-address"
        ${ref(takeFocus)}
        part="input"
        inputmode="email"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        data-1p-ignore
        data-lpignore="true"
        aria-invalid=${isEmpty}
        aria-describedby="invite-address-help"
        .value=${live(draft.typed)}
        @input=${(event: Event) => inviteDialog.type((event.currentTarget as HTMLInputElement).value)}
        @blur=${(event: Event) => inviteDialog.add((event.currentTarget as HTMLInputElement).value)}
        @paste=${(event: ClipboardEvent) => paste(context, draft.typed, event)}
        @keydown=${(event: KeyboardEvent) => key(context, draft, event)}
      />
    </div>
    <small id="invite-address-help">${messages.addressesHelp}</small>
    <small class="error" role="alert">${isEmpty ? messages.enterOne : nothing}</small>
  </div>`;
}

function paste({ inviteDialog }: InviteDialogContext, typed: string, event: ClipboardEvent): void {
  const text = event.clipboardData?.getData('text') ?? '';
  // One word is pasted as anywhere else: it may be a part of an address.
  if (!/[\s,;]/.test(text.trim())) return;
  event.preventDefault();
  inviteDialog.add(`${typed} ${text}`);
}

/** Enter ends an address first, and sends only from an empty input; Backspace there takes the last one back. */
function key(
  { inviteDialog }: InviteDialogContext,
  { typed, chips }: InviteFormState['draft'],
  event: KeyboardEvent,
) {
  const last = chips.at(-1);
  if (event.key === 'Enter' && typed.trim() !== '') {
    event.preventDefault();
    inviteDialog.add(typed);
  } else if (event.key === 'Backspace' && typed === '' && last) {
    event.preventDefault();
    inviteDialog.edit(last.email);
  }
}

function entry(
  { inviteDialog, messages, lang }: InviteDialogContext,
  { email, refusal, result, roles }: Chip,
) {
  const reason = refusal && messages.refusals[refusal](result?.connection ?? '');
  const names = roles && new Intl.ListFormat(lang).format(roles.map((id) => inviteDialog.roleName(id)));
  return html`<li class=${refusal ? 'refused' : nothing} part="chip">
    <span>
      <bdi>${email}</bdi>${names ? html` <small>${names}</small>` : nothing}
      ${reason ? html`<small class="error">${reason}</small>` : nothing}
    </span>
    ${
      refusal === 'address-invalid'
        ? html`<button
            type="button"
            aria-label=${messages.edit(email)}
            @click=${() => inviteDialog.edit(email)}
          >
            <span aria-hidden="true">✎</span>
          </button>`
        : nothing
    }
    <button type="button" aria-label=${messages.remove(email)} @click=${() => inviteDialog.remove(email)}>
      <span aria-hidden="true">×</span>
    </button>
  </li>`;
}

function file(
  { inviteDialog, messages, lang }: InviteDialogContext,
  { file: read, unreadable }: InviteFormState,
) {
  const pick = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    const [chosen] = input.files ?? [];
    if (chosen) void inviteDialog.readFile(chosen);
    // The same file can be chosen again once it has been mended.
    input.value = '';
  };
  return html`<div class="field">
    <label for="invite-file">${messages.file}</label>
    <input
      id="invite-file"
      type="file"
      part="input"
      accept=".csv,.txt,text/csv,text/plain"
      aria-describedby="invite-file-help"
      aria-disabled=${inviteDialog.isSending}
      @change=${pick}
    />
    <small id="invite-file-help">${messages.fileHelp}</small>
    <div role="alert">
      ${unreadable ? html`<small class="error">${messages.unreadable}</small>` : nothing}
      ${read && read.skipped > 0 ? html`<small>${messages.skipped(read.skipped)}</small>` : nothing}
      ${
        read && read.unknownRoles.length > 0
          ? html`<small class="error">
              ${messages.unknownRoles(new Intl.ListFormat(lang).format(read.unknownRoles))}
            </small>`
          : nothing
      }
    </div>
  </div>`;
}
