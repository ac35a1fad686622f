/** The form that both dialogs about a member share: reason, problem, buttons. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ProxyProblem } from '../../../client/problem.js';
import { failure, type DialogContext } from './context.js';

/** The button next to Cancel. It stays the same element through all phases, so that it keeps the focus. */
export interface DialogAction {
  readonly label: string;
  /** The name of its `::part`, beside `button`. */
  readonly part: string;
  /** The icon of what takes something away, which no one has to know by its color alone. */
  readonly destructive?: TemplateResult | undefined;
  readonly idle?: boolean;
  run(form: HTMLFormElement): unknown;
}

interface Buttons {
  readonly action: DialogAction | null;
  /** The label of the other button. */
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
            ${action.destructive} <span>${action.label}</span>
          </button>`
        : nothing
    }
  </div>`;
}

export const submit = (action: DialogAction | null) => (event: Event) => {
  event.preventDefault();
  if (action && !action.idle) action.run(event.currentTarget as HTMLFormElement);
};

/** The button to try again. */
export const retryAction = ({ member, retry }: DialogContext, onRetry: () => unknown): DialogAction => ({
  label: retry,
  part: 'retry',
  idle: member.wait.left > 0,
  run: (form) => {
    focusCancel(form);
    void onRetry();
  },
});

/** Renders what went wrong, and how long to wait before the next try. */
export function failureNotice(context: DialogContext, problem: ProxyProblem | null, source: string) {
  const { member, messages, dialogMessages } = context;
  const { left } = member.wait;
  const asksSignIn = problem?.code === 'step_up_required';
  return html`${asksSignIn ? html`<p role="alert">${dialogMessages.signInText}</p>` : failure(context, problem, source)}
  ${left > 0 ? html`<small aria-hidden="true" class="countdown">${messages.wait(left)}</small>` : nothing}`;
}

interface ReasonState {
  readonly reason: string;
  readonly incomplete: boolean;
}

/** Renders the input for the reason, if the policy requires one. */
export function reasonField(
  { requiresReason, dialogMessages }: DialogContext,
  { reason, incomplete }: ReasonState,
  onInput: (reason: string) => void,
) {
  if (!requiresReason) return nothing;
  const { reason: label, reasonHelp, reasonMissing } = dialogMessages;
  const missing = incomplete && reason.trim() === '';
  const take = (event: Event) => onInput((event.currentTarget as HTMLInputElement).value);
  return html`<div class="field">
    <label for="member-reason">${label}</label>
    <input
      id="member-reason"
      part="input"
      dir="auto"
      autocomplete="off"
      maxlength="500"
      required
      aria-invalid=${missing}
      aria-describedby="member-reason-help"
      .value=${reason}
      @input=${take}
      @change=${take}
    />
    <small id="member-reason-help" class=${missing ? 'error' : nothing}>
      ${missing ? reasonMissing : reasonHelp}
    </small>
  </div>`;
}

/** Returns whether the form has the reason and the phrase it needs. Focuses the first input that is missing something. */
export function checkForm(form: HTMLFormElement, phrase: string): boolean {
  const [reason, typed] = ['#member-reason', '#member-phrase'].map((name) =>
    form.querySelector<HTMLInputElement>(name),
  );
  const incomplete =
    reason && reason.value.trim() === ''
      ? reason
      : typed && !isSamePhrase(typed.value, phrase)
        ? typed
        : null;
  incomplete?.focus();
  return !incomplete;
}

/** Ignores case and extra spaces. */
function isSamePhrase(typed: string, phrase: string): boolean {
  const plain = (text: string) => text.trim().replace(/\s+/g, ' ').toLocaleLowerCase();
  return plain(typed) === plain(phrase);
}

/** Moves the focus to Cancel before the focused button changes its action: pressing Enter twice must do nothing. */
export function focusCancel(within: Element | null): void {
  within?.querySelector<HTMLElement>('.focus-first')?.focus();
}

/** Focuses a result when it is rendered, so that it is read out. */
export function focusWhenRendered(element: Element | undefined): void {
  if (element instanceof HTMLElement) queueMicrotask(() => element.focus());
}
