import { expect } from '@open-wc/testing';
import { createSend } from '../../../src/client/send.js';
import type { RoleList } from '../../../src/contract/member.js';
import { World } from '../../../stories/world.js';
import { openHost } from './member-host.js';

const ids = {
  ada: 'auth0|ac3e00000000000000000001',
  mia: 'auth0|ac3e00000000000000000003',
  lio: 'auth0|ac3e00000000000000000004',
  ben: 'auth0|ac3e00000000000000000005',
  sam: 'auth0|ac3e00000000000000000006',
} as const;

/** The part in front of the real proxy, in front of the dev tenant: nothing between them is made up. */
async function openAs(email: string, organization = 'acme') {
  const world = new World();
  const { tenant } = world;
  const fetch = world.sessionOf(email, organization);
  const proxy = { fetch: ((path, init) => fetch(`/orgdesk${path}`, init)) as typeof fetch };
  const send = createSend('', proxy.fetch);
  const panel = await openHost(proxy, {
    roles: async () => ((await (await send('/v1/roles')).json()) as RoleList).roles,
  });
  const open = async (userId: string) => {
    await panel.open(userId);
    await panel.until(() => !panel.statuses.some((text) => text.startsWith('Loading')));
  };
  return { tenant, panel, open };
}

describe('org-members: one member, through the real proxy', () => {
  it('shows an admin all of a member', async () => {
    const { panel, open } = await openAs('ada@acme.example');
    await open(ids.mia);
    expect(panel.heading).to.equal('Mia Okafor');
    expect(panel.roles).to.contain('Member');
    expect(panel.section('Sign-in and security')).to.contain('Authenticator app');
    expect(panel.offered).to.include.members(['Send password reset', 'Block…', 'Delete account…']);
    expect(panel.alerts).to.deep.equal([]);
  });

  it('edits the profile on behalf, and hears of it', async () => {
    const { panel, open } = await openAs('ada@acme.example');
    await open(ids.mia);
    await panel.edit();
    await panel.editor.fill('jobTitle', 'Lead Engineer');
    await panel.editor.save();
    await panel.until(() => panel.section('Activity').includes('Profile edited'));
    expect(panel.section('Activity')).to.contain('Profile edited by Ada Keller');
    expect(panel.element.changes.map(({ change }) => change.kind)).to.deep.equal(['profile']);
  });

  it('blocks someone, shows it, and unblocks them again', async () => {
    const { panel, open } = await openAs('ada@acme.example');
    await open(ids.mia);
    await panel.openDialog('Block…');
    expect(panel.steps[0]).to.equal('They won’t be able to sign in.');
    await panel.press('Block');
    await panel.until(() => panel.toasts.includes('Mia Okafor was blocked.'));
    await panel.press('View receipt');
    expect(panel.receipt).to.contain('Sign-in blocked');
    await panel.press('Close');
    await panel.until(() => panel.badges.includes('Blocked'));
    await panel.press('Unblock');
    await panel.until(() => !panel.badges.includes('Blocked'));
    expect(panel.offered).to.include('Block…');
  });

  it('tells a lockout from a block, and clears it', async () => {
    const { panel, open } = await openAs('hal@acme.example');
    await open(ids.lio);
    expect(panel.badges).to.include('Locked out');
    await panel.press('Unlock sign-in');
    await panel.until(() => !panel.badges.includes('Locked out'));
    expect(panel.offered).not.to.include('Unlock sign-in');
  });

  it('locks what would reach the other organizations of someone, and offers to remove them from this one', async () => {
    const { panel, open } = await openAs('ada@acme.example');
    await open(ids.sam);
    expect(panel.section('Organizations')).to.contain('· 1 other organization');
    expect(Object.keys(panel.locked)).to.deep.equal([
      'Sign out everywhere',
      'Reset two-step verification',
      'Unlock sign-in',
      'Block',
      'Delete account',
    ]);
    expect(panel.offered).to.include('Remove from organization…');
    await panel.openDialog('Remove instead…');
    expect(panel.dialogTitle).to.equal('Remove Sam Sharma from Acme Instruments?');
  });

  it('resets sign-in methods', async () => {
    const { panel, open } = await openAs('ada@acme.example');
    await open(ids.mia);
    await panel.openDialog('Reset two-step verification…');
    expect(panel.steps[0]).to.equal('Removed: Phone.');
    await panel.press('Reset');
    await panel.until(() => panel.toasts.includes('Two-step verification was reset for Mia Okafor.'));
    await panel.press('View receipt');
    expect(panel.receipt).to.contain('Verification method removed');
    await panel.press('Close');
    await panel.until(() =>
      panel.section('Sign-in and security').includes('Two-step verification isn’t set up'),
    );
    expect(panel.offered).not.to.include('Reset two-step verification…');
  });

  it('changes roles, and keeps the last admin', async () => {
    const { panel, open } = await openAs('ada@acme.example');
    await open(ids.mia);
    await panel.openDialog('Change roles for Mia Okafor');
    await panel.tick('Help desk');
    await panel.press('Change roles');
    await panel.until(() => panel.outcome !== '');
    await panel.press('Close');
    await panel.until(() => panel.roles.includes('Help desk'));
    await open(ids.ada);
    await panel.openDialog('Change roles for Ada Keller');
    await panel.tick('Admin');
    expect(panel.advice).to.contain('You can’t undo this yourself');
    await panel.press('Change roles');
    await panel.until(() =>
      panel.alerts.some((texts) => texts.includes('Make someone else an admin first.')),
    );
    expect(panel.boxes).to.include({ Admin: false });
  });

  it('removes someone, and closes their page', async () => {
    const { panel, open } = await openAs('ada@acme.example');
    await open(ids.ben);
    expect(panel.locked['Send password reset']).to.contain('Unblock them first.');
    await panel.openDialog('Remove from organization…');
    await panel.press('Remove');
    await panel.until(() => panel.toasts.includes('Ben Roth was removed.'));
    expect(panel.isOpen).to.equal(false);
  });

  it('shows a help desk no roles and nothing that takes someone away', async () => {
    const { panel, open } = await openAs('hal@acme.example');
    await open(ids.mia);
    expect(panel.sections).not.to.include('Roles');
    expect(panel.offered).to.deep.equal(['Send password reset']);
  });
});
