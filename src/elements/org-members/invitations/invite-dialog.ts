import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { committed, sendable, type Chip } from '../../../state/invitations/invite-draft.js';
import { button } from '../../parts/button.js';
import { dialog } from '../../parts/dialog.js';
import { choices } from './invite-choices.js';
import type { OpenDialog } from '../../../state/invitations/invite-dialog-controller.js';
import type { InvitingContext } from './invite-dialog-context.js';

/** Many people at once: addresses typed, pasted or read from a file, and what they are invited to. */
export function inviteDialog(context: InvitingContext) {
  const { inviting, texts, organization, tell, retry } = context;
  const open = inviting.dialog;
  if (!open) return nothing;
  const close = () => inviting.close();
  const title = texts.title(organization);
  return dialog({ id: 'invite', title, close, busy: inviting.isSending, wide: true }, (dismiss) => {
    if ('draft' in open) return form(context, open, dismiss);
    const waiting = open.phase === 'loading';
    return html`${waiting ? html`<p role="status">${texts.loading}</p>` : tell(open.problem)}
      <div class="buttons">
        <button type="button" class="focus-first" part="button cancel" @click=${dismiss}>
          ${texts.cancel}
        </button>
        ${waiting ? nothing : button(retry, () => inviting.open(), { part: 'retry' })}
      </div>`;
  });
}

function form(context: InvitingContext, open: OpenDialog, dismiss: (event: Event) => void) {
  const { inviting, texts, tell } = context;
  const { draft, phase, invited, problem, options } = open;
  const count = sendable(committed(draft)).length;
  const isPossible = options.connections.some((connection) => connection.invitable);
  const busy = inviting.isSending;
  const idle = busy || !isPossible || inviting.wait.left > 0;
  const submit = (event: Event) => {
    event.preventDefault();
    if (!idle) void inviting.invite();
  };
  return html`<form novalidate @submit=${submit}>
    ${isPossible ? nothing : html`<p class="notice" part="notice" role="alert">${texts.noConnection}</p>`}
    ${addresses(context, open)} ${file(context, open)} ${choices(context, open)}
    ${problem ? tell(problem) : nothing} ${progress(context, open)}
    <p role="status" class="told">${told(context, open)}</p>
    ${
      inviting.wait.left > 0
        ? html`<small aria-hidden="true">${texts.wait(inviting.wait.left)}</small>`
        : nothing
    }
    <div class="buttons">
      <button type="button" part="button cancel" aria-disabled=${busy} @click=${dismiss}>
        ${invited > 0 && draft.chips.length === 0 ? texts.close : texts.cancel}
      </button>
      ${button(phase === 'checking' ? texts.checking : texts.check, () => inviting.check(), {
        part: 'check',
        idle: idle || count === 0,
      })}
      <button type="submit" class="primary" part="button invite" aria-disabled=${idle}>
        ${texts.send(count)}
      </button>
    </div>
  </form>`;
}

/** What happened last, for everybody: in one place, politely. */
function told({ texts }: InvitingContext, { draft, phase, invited, progress: running }: OpenDialog): string {
  if (phase === 'sending' && running) return texts.sending(running.done, running.of);
  if (phase === 'checking') return texts.checking;
  const hasTried = invited > 0 || draft.chips.some(({ result }) => result);
  const refused = hasTried ? draft.chips.filter(({ refusal }) => refusal).length : 0;
  const ready = draft.chips.filter(({ result }) => result?.outcome === 'ready').length;
  return [
    invited > 0 ? texts.invited(invited) : '',
    ready > 0 ? texts.ready(ready) : '',
    refused > 0 ? texts.refused(refused) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function progress({ texts }: InvitingContext, { progress: running }: OpenDialog) {
  if (!running) return nothing;
  const label = texts.sending(running.done, running.of);
  return html`<progress aria-label=${label} value=${running.done} max=${running.of}></progress>`;
}

/** The button that had it while this was being loaded is gone. */
function takeFocus(input?: Element): void {
  if (input instanceof HTMLElement) queueMicrotask(() => input.focus());
}

function addresses(context: InvitingContext, { draft, isEmpty }: OpenDialog) {
  const { inviting, texts } = context;
  return html`<div class="field">
    <label for="invite-address">${texts.addresses}</label>
    <div class="chips">
      <ul aria-label=${texts.entered(draft.chips.length)}>
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
        @input=${(event: Event) => inviting.type((event.currentTarget as HTMLInputElement).value)}
        @blur=${(event: Event) => inviting.add((event.currentTarget as HTMLInputElement).value)}
        @paste=${(event: ClipboardEvent) => paste(context, draft.typed, event)}
        @keydown=${(event: KeyboardEvent) => key(context, draft, event)}
      />
    </div>
    <small id="invite-address-help">${texts.addressesHelp}</small>
    <small class="error" role="alert">${isEmpty ? texts.enterOne : nothing}</small>
  </div>`;
}

function paste({ inviting }: InvitingContext, typed: string, event: ClipboardEvent): void {
  const text = event.clipboardData?.getData('text') ?? '';
  // One word is pasted as anywhere else: it may be a part of an address.
  if (!/[\s,;]/.test(text.trim())) return;
  event.preventDefault();
  inviting.add(`${typed} ${text}`);
}

/** Enter ends an address first, and sends only from an empty input; Backspace there takes the last one back. */
function key({ inviting }: InvitingContext, { typed, chips }: OpenDialog['draft'], event: KeyboardEvent) {
  const last = chips.at(-1);
  if (event.key === 'Enter' && typed.trim() !== '') {
    event.preventDefault();
    inviting.add(typed);
  } else if (event.key === 'Backspace' && typed === '' && last) {
    event.preventDefault();
    inviting.mend(last.email);
  }
}

function entry({ inviting, texts, lang }: InvitingContext, { email, refusal, result, roles }: Chip) {
  const reason = refusal && texts.refusals[refusal](result?.connection ?? '');
  const names = roles && new Intl.ListFormat(lang).format(roles.map((id) => inviting.roleName(id)));
  return html`<li class=${refusal ? 'refused' : nothing} part="chip">
    <span>
      <bdi>${email}</bdi>${names ? html` <small>${names}</small>` : nothing}
      ${reason ? html`<small class="error">${reason}</small>` : nothing}
    </span>
    ${
      refusal === 'address-invalid'
        ? html`<button type="button" aria-label=${texts.mend(email)} @click=${() => inviting.mend(email)}>
            <span aria-hidden="true">✎</span>
          </button>`
        : nothing
    }
    <button type="button" aria-label=${texts.remove(email)} @click=${() => inviting.remove(email)}>
      <span aria-hidden="true">×</span>
    </button>
  </li>`;
}

function file({ inviting, texts, lang }: InvitingContext, { file: read, unreadable }: OpenDialog) {
  const pick = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    const [chosen] = input.files ?? [];
    if (chosen) void inviting.readFile(chosen);
    // The same file can be chosen again once it has been mended.
    input.value = '';
  };
  return html`<div class="field">
    <label for="invite-file">${texts.file}</label>
    <input
      id="invite-file"
      type="file"
      part="input"
      accept=".csv,.txt,text/csv,text/plain"
      aria-describedby="invite-file-help"
      aria-disabled=${inviting.isSending}
      @change=${pick}
    />
    <small id="invite-file-help">${texts.fileHelp}</small>
    <div role="alert">
      ${unreadable ? html`<small class="error">${texts.unreadable}</small>` : nothing}
      ${read && read.skipped > 0 ? html`<small>${texts.skipped(read.skipped)}</small>` : nothing}
      ${
        read && read.unknownRoles.length > 0
          ? html`<small class="error">
              ${texts.unknownRoles(new Intl.ListFormat(lang).format(read.unknownRoles))}
            </small>`
          : nothing
      }
    </div>
  </div>`;
}
