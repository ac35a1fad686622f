import type { InvitationView } from '../../../contract/invitation.js';
import type { InvitationsMessages } from '../../../messages/en/invitations.js';
import type { InvitationsContext } from './context.js';

/** Of which invitations the link is in the clipboard, and of which the browser refused. */
const outcomes = new WeakMap<InvitationView, 'copied' | 'refused'>();

/**
 * Handed to the clipboard as a promise: Safari takes only what was promised during the click itself, and the link is
 * asked for afterwards.
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

export function copyOutcome(invitation: InvitationView, messages: InvitationsMessages): string {
  const outcome = outcomes.get(invitation);
  if (!outcome) return '';
  return outcome === 'copied' ? messages.copied : messages.copyFailed;
}
