import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';

interface DialogOptions {
  /** Unique within the element. */
  readonly id: string;
  readonly title: string;
  /** Called after the dialog was closed with Escape or a button. */
  readonly close: () => void;
  /** An operation is running: the dialog can't be closed. */
  readonly busy?: boolean;
  readonly wide?: boolean;
}

/**
 * A modal dialog. The element with the class `focus-first` gets the focus; closing returns it to where it was.
 * @param content - Receives the handler for buttons that close the dialog.
 */
export function dialog(
  { id, title, close, busy, wide }: DialogOptions,
  content: (dismiss: (event: Event) => void) => TemplateResult,
) {
  const dismiss = (event: Event) => {
    event.preventDefault();
    if (busy) return;
    // Closing the dialog before it is removed returns the focus.
    (event.currentTarget as HTMLElement).closest('dialog')?.close();
    close();
  };
  return html`<dialog
    part="dialog"
    class=${wide ? 'wide' : nothing}
    aria-labelledby="${id}-title"
    aria-busy=${Boolean(busy)}
    ${ref(open)}
    @cancel=${dismiss}
  >
    <h2 id="${id}-title" part="dialog-title">${title}</h2>
    ${content(dismiss)}
  </dialog>`;
}

/** Opens the dialog after Lit has inserted it. One function for all renders, so that Lit calls it once. */
function open(element: Element | undefined): void {
  if (!(element instanceof HTMLDialogElement)) return;
  queueMicrotask(() => {
    if (!element.isConnected || element.open) return;
    element.showModal();
    element.querySelector<HTMLElement>('.focus-first')?.focus();
  });
}
