import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import type { InvitationRefusal } from '../../../contract/invitation.js';
import type { InviteFormState } from '../../../state/invitations/invite-dialog-controller.js';
import type { Chip } from '../../../state/invitations/invite-draft.js';
import { joinNames } from '../../parts/join-items.js';
import type { InviteDialogContext } from './context.js';

/** The focused button is gone once the form is loaded. */
function takeFocus(input?: Element): void {
  if (input instanceof HTMLElement) queueMicrotask(() => input.focus());
}

/** Renders the input for addresses, and the addresses that were entered. */
export function addressField(context: InviteDialogContext, { draft, isEmpty }: InviteFormState) {
  const { messages } = context;
  return html`<div class="field">
    <label for="invite-address">${messages.addresses}</label>
    <div class="addresses">
      <ul aria-label=${messages.entered(draft.chips.length)}>
        ${repeat(
          draft.chips,
          ({ email }) => email,
          (chip) => chipItem(context, chip),
        )}
      </ul>
      <input
        id="invite-address"
        ${ref(takeFocus)}
        part="input"
        dir="ltr"
        inputmode="email"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        data-1p-ignore
        data-lpignore="true"
        aria-invalid=${isEmpty}
        aria-describedby="invite-address-help"
        .value=${live(draft.typed)}
        @compositionstart=${({ currentTarget }: Event) => composing.add(currentTarget as HTMLInputElement)}
        @compositionend=${(event: Event) => {
          composing.delete(event.currentTarget as HTMLInputElement);
          take(context, event);
        }}
        @input=${(event: Event) => take(context, event)}
        @blur=${(event: Event) => take(context, event)}
        @paste=${(event: ClipboardEvent) => onPaste(context, draft.typed, event)}
        @keydown=${(event: KeyboardEvent) => onKeyDown(context, draft, event)}
      />
    </div>
    <small id="invite-address-help">${messages.addressesHelp}</small>
    <small class="error" role="alert">${isEmpty ? messages.enterOne : nothing}</small>
  </div>`;
}

/** Inputs in which an input method composes. What it has so far isn't text yet: a comma can still become another character. */
const composing = new WeakSet<EventTarget>();

/** Takes the text of the input. Once the focus has left it, the text is an entry. */
function take({ inviteDialog }: InviteDialogContext, { currentTarget, type }: Event): void {
  const input = currentTarget as HTMLInputElement;
  const { value } = input;
  // Some browsers end the composition after the blur.
  const isLeft = type === 'blur' || (type === 'compositionend' && !input.matches(':focus'));
  if (composing.has(input)) inviteDialog.type(value, { isComposing: true });
  else if (isLeft) inviteDialog.add(value);
  else inviteDialog.type(value);
}

function onPaste({ inviteDialog }: InviteDialogContext, typed: string, event: ClipboardEvent): void {
  const text = event.clipboardData?.getData('text') ?? '';
  // A single word may be part of an address: the browser pastes it.
  if (!/[\s,;]/.test(text.trim())) return;
  event.preventDefault();
  inviteDialog.add(`${typed} ${text}`);
}

/** Enter adds the address, or submits the form if the input is empty. Backspace in an empty input edits the last address. */
function onKeyDown(
  { inviteDialog }: InviteDialogContext,
  { typed, chips }: InviteFormState['draft'],
  event: KeyboardEvent,
) {
  // Enter and Backspace belong to an input method while it composes.
  if (event.isComposing) return;
  const last = chips.at(-1);
  if (event.key === 'Enter' && typed.trim() !== '') {
    event.preventDefault();
    inviteDialog.add(typed);
  } else if (event.key === 'Backspace' && typed === '' && last) {
    event.preventDefault();
    inviteDialog.edit(last.email);
  }
}

/** Refusals after which there is nothing to do. */
const notNeeded: ReadonlySet<InvitationRefusal> = new Set([
  'already-member',
  'already-invited',
  'address-twice',
]);

function chipItem(
  { inviteDialog, messages, lang }: InviteDialogContext,
  { email, refusal, result, roles }: Chip,
) {
  const reason = refusal && messages.refusals[refusal](result?.connection ?? '');
  const names =
    roles &&
    joinNames(
      roles.map((id) => inviteDialog.roleName(id)),
      lang,
    );
  return html`<li
    class=${refusal ? (notNeeded.has(refusal) ? 'not-needed' : 'refused') : nothing}
    part="address"
  >
    <span>
      <bdi translate="no">${email}</bdi>${names ? html` <small>${names}</small>` : nothing}
      ${reason ? html`<small class="error">${reason}</small>` : nothing}
    </span>
    ${
      refusal?.startsWith('address-')
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
