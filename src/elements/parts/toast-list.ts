import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Toast, Toasts } from '../../state/toasts.js';
import { closeIcon } from './icons.js';

/** Renders the toasts, in a live region that is always there. */
export function toastList(toasts: Toasts, closeLabel: string) {
  return html`<div class="toasts" role="status">
    ${repeat(
      toasts.all,
      ({ id }) => id,
      (toast) => toastView(toasts, toast, closeLabel),
    )}
  </div>`;
}

function toastView(toasts: Toasts, { id, text, action }: Toast, closeLabel: string) {
  const pause = () => toasts.pause(id);
  const resume = () => toasts.resume(id);
  return html`<div
    class="toast"
    part="toast"
    @pointerenter=${pause}
    @pointerleave=${resume}
    @focusin=${pause}
    @focusout=${resume}
  >
    <span>${text}</span>
    ${
      action
        ? html`<button
            type="button"
            part="button undo"
            @click=${() => {
              toasts.dismiss(id);
              action.run();
            }}
          >
            ${action.label}
          </button>`
        : ''
    }
    <button type="button" part="button dismiss" aria-label=${closeLabel} @click=${() => toasts.dismiss(id)}>
      ${closeIcon}
    </button>
  </div>`;
}
