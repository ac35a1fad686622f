import { expect } from '@open-wc/testing';
import type { InvitationResent, InvitationView } from '../../../src/contract/invitation.js';
import { adoptStyles } from '../../../src/elements/parts/adopt-styles.js';
import { styles as personStyles } from '../../../src/elements/org-members/person/person.styles.js';
import { InvitationsHarness } from '../../harness/invitations-panel.js';
import { openPanel } from './panel.js';
import { admin, PanelStub } from './panel-stub.js';

const email = 'mia@acme.example';
const pending: InvitationView = {
  id: 'inv_1',
  email,
  state: 'pending',
  inviter: null,
  roles: [],
  connection: null,
  createdAt: '2026-01-05T08:00:00.000Z',
  expiresAt: null,
};

/** The Invitations tab with one invitation. Resending it succeeds. */
async function openInvitations({ replaced }: Pick<InvitationResent, 'replaced'>) {
  const proxy = new PanelStub(2);
  const resend = { name: 'invitation.resend', allowed: true, consequences: [] } as const;
  proxy.info = { ...admin, operations: [...admin.operations, resend] };
  proxy.answerNext('/invitations', () => Response.json({ invitations: [pending], next: null }));
  const renewed: InvitationResent = { ...pending, id: 'inv_2', replaced };
  proxy.answerNext('/invitations/inv_1/resend', () => Response.json(renewed));
  const panel = await openPanel(proxy);
  const invitations = new InvitationsHarness(panel.element);
  panel.element.tab = 'invitations';
  await panel.until(() => email in invitations.states);
  await panel.press(`Resend invitation to ${email}`);
  await panel.until(() => invitations.states[email]?.includes('resent') === true);
  return { panel, state: invitations.states[email] };
}

describe('org-members: revoking an invitation', () => {
  it('moves the focus to its row, because the button is gone', async () => {
    const proxy = new PanelStub(2);
    const revoke = { name: 'invitation.revoke', allowed: true, consequences: [] } as const;
    proxy.info = { ...admin, operations: [...admin.operations, revoke] };
    proxy.answerNext('/invitations', () => Response.json({ invitations: [pending], next: null }));
    proxy.answerNext('/invitations/inv_1', () => new Response(null, { status: 204 }));
    const panel = await openPanel(proxy);
    panel.element.tab = 'invitations';
    await panel.until(() => panel.buttons.includes(`More actions for the invitation to ${email}`));
    await panel.press(`More actions for the invitation to ${email}`);
    panel.chooseFromMenu('Revoke…');
    await panel.until(() => panel.dialog !== '');
    await panel.press('Revoke invitation');
    await panel.until(() => panel.dialog === '');
    await panel.until(() => panel.focused === email);
  });
});

describe('org-members: the buttons of an invitation', () => {
  it('stay in their row after a member was opened, whose styles stay', async () => {
    const { panel } = await openInvitations({ replaced: true });
    adoptStyles(panel.element, personStyles);
    const button = panel.element.shadowRoot?.querySelector('[part~=resend]');
    expect(getComputedStyle(button?.closest('td') ?? document.body).display).to.equal('table-cell');
  });
});

describe('org-members: resending an invitation', () => {
  it('keeps the focus on the button', async () => {
    const { panel } = await openInvitations({ replaced: true });
    expect(panel.focused).to.equal(`Resend invitation to ${email}`);
  });

  it('says that the previous link stopped working', async () => {
    const { state } = await openInvitations({ replaced: true });
    expect(state).to.include('The previous link no longer works.');
  });

  it('says that the previous link still works where it could not be revoked', async () => {
    const { state } = await openInvitations({ replaced: false });
    expect(state).to.include('The previous link still works until it expires.');
  });
});
