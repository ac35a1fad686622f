import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { committed, sendable, type Chip } from '../../../controllers/invite-draft.js';
import { button } from '../../parts/button.js';
import { dialog } from '../../parts/dialog.js';
import { choices } from './choices.js';
import type { InvitationsContext, OpenDialog } from './context.js';

/** Many people at once: addresses typed, pasted or read from a file, and what they are invited to. */
export function inviteDialog(context: InvitationsContext) {
  const { invitations, texts, organization, tell, retry } = context;
  const open = invitations.dialog;
  if (!open) return nothing;
  const close = () => invitations.closeDialog();
  const title = texts.dialog.title(organization);
  return dialog({ id: 'invite', title, close, busy: invitations.isSending, wide: true }, (dismiss) => {
    if ('draft' in open) return form(context, open, dismiss);
    const waiting = open.phase === 'loading';
    return html`${waiting ? html`<p role="status">${texts.dialog.loading}</p>` : tell(open.problem)}
      <div class="buttons">
        <button type="button" class="focus-first" part="button cancel" @click=${dismiss}>
          ${texts.dialog.cancel}
        </button>
        ${waiting ? nothing : button(retry, () => invitations.openDialog(), { part: 'retry' })}
      </div>`;
  });
}

function form(context: InvitationsContext, open: OpenDialog, dismiss: (event: Event) => void) {
  const { invitations, texts, tell } = context;
  const { draft, phase, invited, problem, options } = open;
  const words = texts.dialog;
  const count = sendable(committed(draft)).length;
  const isPossible = options.connections.some((connection) => connection.invitable);
  const busy = invitations.isSending;
  const idle = busy || !isPossible || invitations.wait.left > 0;
  const submit = (event: Event) => {
    event.preventDefault();
    if (!idle) void invitations.invite();
  };
  return html`<form novalidate @submit=${submit}>
    ${isPossible ? nothing : html`<p class="notice" part="notice" role="alert">${words.noConnection}</p>`}
    ${addresses(context, open)} ${file(context, open)} ${choices(context, open)}
    ${problem ? tell(problem) : nothing} ${progress(context, open)}
    <p role="status" class="told">${told(context, open)}</p>
    ${
      invitations.wait.left > 0
        ? html`<small aria-hidden="true">${texts.wait(invitations.wait.left)}</small>`
        : nothing
    }
    <div class="buttons">
      <button type="button" part="button cancel" aria-disabled=${busy} @click=${dismiss}>
        ${invited > 0 && draft.chips.length === 0 ? words.close : words.cancel}
      </button>
      ${button(phase === 'checking' ? words.checking : words.check, () => invitations.check(), {
        part: 'check',
        idle: idle || count === 0,
      })}
      <button type="submit" class="primary" part="button invite" aria-disabled=${idle}>
        ${words.send(count)}
      </button>
    </div>
  </form>`;
}

/** What happened last, for everybody: in one place, politely. */
function told(
  { texts }: InvitationsContext,
  { draft, phase, invited, progress: running }: OpenDialog,
): string {
  const words = texts.dialog;
  if (phase === 'sending' && running) return words.sending(running.done, running.of);
  if (phase === 'checking') return words.checking;
  const hasTried = invited > 0 || draft.chips.some(({ result }) => result);
  const refused = hasTried ? draft.chips.filter(({ refusal }) => refusal).length : 0;
  const ready = draft.chips.filter(({ result }) => result?.outcome === 'ready').length;
  return [
    invited > 0 ? words.invited(invited) : '',
    ready > 0 ? words.ready(ready) : '',
    refused > 0 ? words.refused(refused) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function progress({ texts }: InvitationsContext, { progress: running }: OpenDialog) {
  if (!running) return nothing;
  const label = texts.dialog.sending(running.done, running.of);
  return html`<progress aria-label=${label} value=${running.done} max=${running.of}></progress>`;
}

function addresses(context: InvitationsContext, { draft }: OpenDialog) {
  const { invitations, texts } = context;
  const words = texts.dialog;
  return html`<div class="field">
    <label for="invite-address">${words.addresses}</label>
    <div class="chips">
      <ul aria-label=${words.entered(draft.chips.length)}>
        ${repeat(
          draft.chips,
          ({ email }) => email,
          (chip) => entry(context, chip),
        )}
      </ul>
      <input
        id="invite-address"
        class="focus-first"
        part="input"
        inputmode="email"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        data-1p-ignore
        data-lpignore="true"
        aria-describedby="invite-address-help"
        .value=${live(draft.typed)}
        @input=${(event: Event) => invitations.type((event.currentTarget as HTMLInputElement).value)}
        @blur=${(event: Event) => invitations.add((event.currentTarget as HTMLInputElement).value)}
        @paste=${(event: ClipboardEvent) => paste(context, draft.typed, event)}
        @keydown=${(event: KeyboardEvent) => key(context, draft, event)}
      />
    </div>
    <small id="invite-address-help">${words.addressesHelp}</small>
  </div>`;
}

function paste({ invitations }: InvitationsContext, typed: string, event: ClipboardEvent): void {
  const text = event.clipboardData?.getData('text') ?? '';
  // One word is pasted as anywhere else: it may be a part of an address.
  if (!/[\s,;]/.test(text.trim())) return;
  event.preventDefault();
  invitations.add(`${typed} ${text}`);
}

/** Enter ends an address first, and sends only from an empty input; Backspace there takes the last one back. */
function key(
  { invitations }: InvitationsContext,
  { typed, chips }: OpenDialog['draft'],
  event: KeyboardEvent,
) {
  const last = chips.at(-1);
  if (event.key === 'Enter' && typed.trim() !== '') {
    event.preventDefault();
    invitations.add(typed);
  } else if (event.key === 'Backspace' && typed === '' && last) {
    event.preventDefault();
    invitations.mend(last.email);
  }
}

function entry({ invitations, texts, lang }: InvitationsContext, { email, refusal, result, roles }: Chip) {
  const words = texts.dialog;
  const reason = refusal && texts.refusals[refusal](result?.connection ?? '');
  const names = roles && new Intl.ListFormat(lang).format(roles.map((id) => invitations.roleName(id)));
  return html`<li class=${refusal ? 'refused' : nothing} part="chip">
    <span>
      <bdi>${email}</bdi>${names ? html` <small>${names}</small>` : nothing}
      ${reason ? html`<small class="error">${reason}</small>` : nothing}
    </span>
    ${
      refusal === 'address-invalid'
        ? html`<button type="button" aria-label=${words.mend(email)} @click=${() => invitations.mend(email)}>
            <span aria-hidden="true">✎</span>
          </button>`
        : nothing
    }
    <button type="button" aria-label=${words.remove(email)} @click=${() => invitations.remove(email)}>
      <span aria-hidden="true">×</span>
    </button>
  </li>`;
}

function file({ invitations, texts, lang }: InvitationsContext, { file: read, unreadable }: OpenDialog) {
  const words = texts.dialog;
  const pick = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    const [chosen] = input.files ?? [];
    if (chosen) void invitations.readFile(chosen);
    // The same file can be chosen again once it has been mended.
    input.value = '';
  };
  return html`<div class="field">
    <label for="invite-file">${words.file}</label>
    <input
      id="invite-file"
      type="file"
      part="input"
      accept=".csv,.txt,text/csv,text/plain"
      aria-describedby="invite-file-help"
      aria-disabled=${invitations.isSending}
      @change=${pick}
    />
    <small id="invite-file-help">${words.fileHelp}</small>
    <div role="alert">
      ${unreadable ? html`<small class="error">${words.unreadable}</small>` : nothing}
      ${read && read.skipped > 0 ? html`<small>${words.skipped(read.skipped)}</small>` : nothing}
      ${
        read && read.unknownRoles.length > 0
          ? html`<small class="error">
              ${words.unknownRoles(new Intl.ListFormat(lang).format(read.unknownRoles))}
            </small>`
          : nothing
      }
    </div>
  </div>`;
}
