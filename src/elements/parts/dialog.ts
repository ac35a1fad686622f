import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';

interface DialogOptions {
  /** Unique within the element. */
  readonly id: string;
  readonly title: string;
  /** After it has been closed: by Escape, or by a button. */
  readonly close: () => void;
  /** Something is under way that must not be walked away from: it cannot be closed now. */
  readonly busy?: boolean;
  readonly wide?: boolean;
}

/**
 * A modal dialog. What has the class `focus-first` gets the focus when it opens, and whoever had it before gets it back.
 * `content` is handed what a button to close it does.
 */
export function dialog(
  { id, title, close, busy, wide }: DialogOptions,
  content: (dismiss: (event: Event) => void) => TemplateResult,
) {
  const dismiss = (event: Event) => {
    event.preventDefault();
    if (busy) return;
    // Closed before it is taken away: that is what brings the focus back.
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
    <h2 id="${id}-title">${title}</h2>
    ${content(dismiss)}
  </dialog>`;
}

/** Opened once it has come into the page; it is called before that. Stable, so that it is called once. */
function open(element: Element | undefined): void {
  if (!(element instanceof HTMLDialogElement)) return;
  queueMicrotask(() => {
    if (!element.isConnected || element.open) return;
    element.showModal();
    element.querySelector<HTMLElement>('.focus-first')?.focus();
  });
}
