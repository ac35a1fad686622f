import type { Toasts } from '../../state/toasts.js';

/** Copies a text, and shows a toast that says whether that worked. */
export async function copyText(
  toasts: Toasts,
  text: string,
  messages: { readonly copied: string; readonly failed: string },
): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toasts.show({ text: messages.copied });
  } catch {
    // Refused, or a page without HTTPS, which has no clipboard.
    toasts.show({ text: messages.failed });
  }
}
