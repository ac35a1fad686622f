import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { createInvitationsClient } from '../src/client/invitations.js';
import { invitations as arabic } from '../src/messages/ar/invitations.js';
import { InvitationsHarness } from '../test/harness/invitations-panel.js';
import { panelMeta, peopleIn, type PanelArgs, type PanelStory } from './panel.js';
import { ada } from './people.js';
import { linkPolicy } from './policies.js';
import { overflow, sceneOf, type Scene } from './scene.js';

const meta: Meta<PanelArgs> = { ...panelMeta, title: 'org-members/Invitations' };
export default meta;

const acme = 'org_acme000000000000';

async function invite({ send }: Scene, email: string): Promise<{ id: string }> {
  const request = { invitations: [{ email }], roles: ['rol_member0000000000'] };
  const { results } = await createInvitationsClient(send).create(request, `story-${email}`);
  const invitation = results[0]?.invitation;
  if (!invitation) throw new Error(`${email} was not invited`);
  return invitation;
}

/** Sends an invitation from the tenant's dashboard, lists it once, and uses it up. */
async function usedUp({ world, send }: Scene): Promise<void> {
  const path = `/organizations/${acme}/invitations`;
  // An hour ago: for a recent invitation, the proxy trusts its own record over a list without it.
  world.tenant.clock.advance(-60 * 60 * 1000);
  await world.atTenant('POST', path, {
    inviter: { name: 'Ada Keller' },
    invitee: { email: 'zoe@acme.example' },
    client_id: world.tenant.clients.spa.clientId,
  });
  world.tenant.clock.reset();
  const { invitations } = await createInvitationsClient(send).list(null);
  const { id } = invitations.find(({ email }) => email === 'zoe@acme.example') ?? {};
  await world.atTenant('DELETE', `${path}/${id}`);
}

/** One invitation in each state, with the actions it allows. */
export const List: PanelStory = {
  args: {
    ...ada,
    tab: 'invitations',
    behind: { policy: linkPolicy },
    before: async (scene) => {
      await usedUp(scene);
      await invite(scene, 'kim@acme.example');
      const { id } = await invite(scene, 'oli@acme.example');
      await createInvitationsClient(scene.send).revoke(id);
    },
  },
  play: async ({ canvasElement }) => {
    const panel = await peopleIn(canvasElement);
    const invitations = new InvitationsHarness(panel.element);
    await panel.until(() => 'kim@acme.example' in invitations.states);
    const { states } = invitations;
    await expect(states['kim@acme.example']).toContain('Pending');
    await expect(states['nora@acme.example']).toContain('Expired');
    await expect(states['zoe@acme.example']).toContain('No longer open');
    await expect(panel.buttons).not.toContain('Resend invitation to zoe@acme.example');
    await expect(states['oli@acme.example']).toContain('Revoked');
    await panel.press('More actions for the invitation to kim@acme.example');
    await expect(panel.menu).toEqual(['Copy link', 'Revoke…']);
  },
};

export const Narrow: PanelStory = { ...List, args: { ...List.args, narrow: true } };

export const Dark: PanelStory = { ...List, args: { ...List.args, theme: 'dark' } };

export const RightToLeft: PanelStory = {
  args: { ...List.args, rightToLeft: true },
  play: async ({ canvasElement }) => {
    const panel = await peopleIn(canvasElement);
    const invitations = new InvitationsHarness(panel.element);
    await panel.until(() => 'kim@acme.example' in invitations.states);
    await expect(invitations.states['kim@acme.example']).toContain(arabic.states.pending);
    await expect(overflow()).toBe(0);
  },
};

export const ReadOnly: PanelStory = {
  args: { ...List.args, readOnly: true },
  play: async ({ canvasElement }) => {
    const panel = await peopleIn(canvasElement);
    await panel.until(() => panel.text.includes('kim@acme.example'));
    await expect(panel.buttons.join()).not.toMatch(/Resend|More actions/);
  },
};

export const None: PanelStory = {
  args: { email: 'uma@umbrella.example', organization: 'umbrella', tab: 'invitations' },
  play: async ({ canvasElement }) => {
    const panel = await peopleIn(canvasElement);
    await panel.until(() => panel.text.includes('No invitations.'));
  },
};

export const Loading: PanelStory = {
  args: ada,
  play: async ({ canvasElement, loaded }) => {
    const panel = await peopleIn(canvasElement);
    sceneOf({ loaded }).world.line = 'silent';
    await panel.press('Invitations');
    await panel.until(() => panel.text.includes('Loading invitations'));
  },
};

export const Failed: PanelStory = {
  args: {
    ...ada,
    tab: 'invitations',
    before: ({ world }) =>
      world.tenant.faults.add({
        path: `/api/v2/organizations/${acme}/invitations`,
        status: 500,
        times: Infinity,
      }),
  },
  play: async ({ canvasElement }) => {
    const panel = await peopleIn(canvasElement);
    await panel.until(() => panel.alerts.length > 0);
    await expect(panel.buttons).toContain('Try again');
  },
};

/** The dialog that confirms before an invitation is revoked. */
export const Revoking: PanelStory = {
  args: { ...ada, tab: 'invitations' },
  play: async ({ canvasElement }) => {
    const panel = await peopleIn(canvasElement);
    await panel.until(() => panel.text.includes('nora@acme.example'));
    await panel.press('More actions for the invitation to nora@acme.example');
    panel.chooseFromMenu('Revoke…');
    await panel.until(() => panel.dialog === 'Revoke the invitation to nora@acme.example?');
    await expect(panel.buttons).toContain('Revoke invitation');
  },
};

/** Many addresses. Each is checked while they are entered, before anything is sent. */
export const Inviting: PanelStory = {
  args: ada,
  play: async ({ canvasElement }) => {
    const panel = await peopleIn(canvasElement);
    const invitations = new InvitationsHarness(panel.element);
    await panel.press('Invite people');
    await panel.until(() => invitations.isOpen);
    await invitations.enter('pia@acme.example, quin@acme.example; not-an-address');
    await expect(invitations.entered['not-an-address']).toContain('Not a valid email address');
    await expect(panel.buttons).toContain('Invite 2 people');
  },
};

/** **Check without sending**: each address is checked, and nothing is sent. */
export const CheckedOnly: PanelStory = {
  args: ada,
  play: async ({ canvasElement }) => {
    const panel = await peopleIn(canvasElement);
    const invitations = new InvitationsHarness(panel.element);
    await panel.press('Invite people');
    await panel.until(() => invitations.isOpen);
    await invitations.enter('pia@acme.example, mia@acme.example, nora@acme.example');
    await panel.press('Check without sending');
    await panel.until(() => invitations.announcement !== '');
    await expect(invitations.entered['mia@acme.example']).toContain('Already a member');
    await expect(invitations.entered['pia@acme.example']).toBe('');
  },
};

/** Addresses that were invited leave the field. The others stay, each with the reason. */
export const MixedResult: PanelStory = {
  args: ada,
  play: async ({ canvasElement }) => {
    const panel = await peopleIn(canvasElement);
    const invitations = new InvitationsHarness(panel.element);
    await panel.press('Invite people');
    await panel.until(() => invitations.isOpen);
    await invitations.enter('pia@acme.example, mia@acme.example');
    await panel.press('Invite 2 people');
    await panel.until(() => invitations.announcement.includes('1 invitation sent.'));
    await expect(invitations.entered).toEqual({ 'mia@acme.example': 'Already a member.' });
  },
};

export const MixedResultNarrow: PanelStory = { ...MixedResult, args: { ...ada, narrow: true } };

export const MixedResultDark: PanelStory = { ...MixedResult, args: { ...ada, theme: 'dark' } };
