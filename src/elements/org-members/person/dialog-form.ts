/** What both dialogs about a member are put together from: the person, the reason, the buttons. */
import { html, nothing } from 'lit';
import type { ProxyProblem } from '../../../client/problem.js';
import { failure, type DialogContext } from './context.js';

/** What the one button beside Cancel does. It is the same button all the time, so that it keeps the focus. */
export interface DialogAction {
  readonly label: string;
  /** The name of its `::part`, beside `button`. */
  readonly part: string;
  readonly destructive?: boolean;
  readonly idle?: boolean;
  run(form: HTMLFormElement): unknown;
}

interface Buttons {
  readonly action: DialogAction | null;
  /** What the other button says. */
  readonly cancel: string;
  readonly busy: boolean;
  readonly dismiss: (event: Event) => void;
}

export function buttons({ action, cancel, busy, dismiss }: Buttons) {
  return html`<div class="buttons">
    <button type="button" class="focus-first" part="button cancel" aria-disabled=${busy} @click=${dismiss}>
      ${cancel}
    </button>
    ${
      action
        ? html`<button
            type="submit"
            class=${action.destructive ? 'destructive' : 'primary'}
            part="button ${action.part}"
            aria-disabled=${Boolean(action.idle)}
          >
            ${action.label}
          </button>`
        : nothing
    }
  </div>`;
}

export const submit = (action: DialogAction | null) => (event: Event) => {
  event.preventDefault();
  if (action && !action.idle) action.run(event.currentTarget as HTMLFormElement);
};

/** After the facts could not be read. */
export const retryAction = ({ member, retry }: DialogContext, retryNotice: () => unknown): DialogAction => ({
  label: retry,
  part: 'retry',
  idle: member.wait.left > 0,
  run: (form) => {
    focusCancel(form);
    void retryNotice();
  },
});

/** What went wrong, and how long to wait before the next try. */
export function failureNotice(context: DialogContext, problem: ProxyProblem | null, source: string) {
  const { member, messages, dialogMessages } = context;
  const { left } = member.wait;
  const asksSignIn = problem?.code === 'step_up_required';
  return html`${asksSignIn ? html`<p role="alert">${dialogMessages.signInText}</p>` : failure(context, problem, source)}
  ${left > 0 ? html`<small aria-hidden="true" class="countdown">${messages.wait(left)}</small>` : nothing}`;
}

interface Asked {
  readonly reason: string;
  readonly incomplete: boolean;
}

/** Why somebody does this to another, where the policy wants to know. */
export function reasonField(
  { requiresReason, dialogMessages }: DialogContext,
  { reason, incomplete }: Asked,
  give: (reason: string) => void,
) {
  if (!requiresReason) return nothing;
  const { reason: label, reasonHelp, reasonMissing } = dialogMessages;
  const missing = incomplete && reason.trim() === '';
  return html`<div class="field">
    <label for="member-reason">${label}</label>
    <input
      id="member-reason"
      part="input"
      autocomplete="off"
      maxlength="500"
      required
      aria-invalid=${missing}
      aria-describedby="member-reason-help"
      .value=${reason}
      @input=${(event: Event) => give((event.currentTarget as HTMLInputElement).value)}
    />
    <small id="member-reason-help" class=${missing ? 'error' : nothing}>
      ${missing ? reasonMissing : reasonHelp}
    </small>
  </div>`;
}

/** Whether what the form asks for is there; the first input that lacks something gets the focus. */
export function checkForm(form: HTMLFormElement, phrase: string): boolean {
  const [reason, typed] = ['#member-reason', '#member-phrase'].map((name) =>
    form.querySelector<HTMLInputElement>(name),
  );
  const lacking =
    reason && reason.value.trim() === ''
      ? reason
      : typed && !isSamePhrase(typed.value, phrase)
        ? typed
        : null;
  lacking?.focus();
  return !lacking;
}

/** People write addresses and words in any case, and paste spaces along. */
function isSamePhrase(typed: string, phrase: string): boolean {
  const plain = (text: string) => text.trim().replace(/\s+/g, ' ').toLocaleLowerCase();
  return plain(typed) === plain(phrase);
}

/** Before the button that has the focus becomes another one: nothing is done by pressing Enter twice. */
export function focusCancel(within: Element | null): void {
  within?.querySelector<HTMLElement>('.focus-first')?.focus();
}

/** The result takes the place of the question, and the focus with it: it is read out. */
export function focusWhenRendered(element: Element | undefined): void {
  if (element instanceof HTMLElement) queueMicrotask(() => element.focus());
}
