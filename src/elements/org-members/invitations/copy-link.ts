import type { InvitationView } from '../../../contract/invitation.js';
import type { InvitationsMessages } from '../../../messages/en/invitations.js';
import type { InvitationsContext } from './context.js';

/** Whether the browser let the link of an invitation into the clipboard. */
const outcomes = new WeakMap<InvitationView, 'copied' | 'refused'>();

/**
 * Copies an invitation's link. The clipboard gets a promise of the text: Safari only accepts what is passed to it during the
 * click, and the link is fetched after that. https://webkit.org/blog/10855/async-clipboard-api/
 */
export async function copyLink(
  { invitations }: InvitationsContext,
  invitation: InvitationView,
): Promise<void> {
  const link = invitations.link(invitation);
  const text = link.then((url) => {
    if (url === undefined) throw new Error('there is no link to copy');
    return new Blob([url], { type: 'text/plain' });
  });
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]);
    outcomes.set(invitation, 'copied');
  } catch {
    outcomes.set(invitation, 'refused');
  }
  invitations.requestUpdate();
}

/** Returns the text for the outcome of copying; empty if nothing was copied. */
export function copyOutcome(invitation: InvitationView, messages: InvitationsMessages): string {
  const outcome = outcomes.get(invitation);
  if (!outcome) return '';
  return outcome === 'copied' ? messages.copied : messages.copyFailed;
}
