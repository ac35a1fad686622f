import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { problemResponse } from '../stub.js';
import { openHost } from './member-host.js';
import {
  ben,
  calm,
  everything,
  federated,
  helpDesk,
  lockedOut,
  member,
  memberProxy,
  membership,
  mia,
  operation,
} from './member-scenes.js';

describe('org-members: a member’s page', () => {
  it('says who it is, how they sign in, and what is the matter with them', async () => {
    const panel = await openHost(memberProxy(federated));
    await panel.open(mia.userId);
    expect(panel.heading).to.equal('Mia Okafor');
    expect(panel.text).to.contain('mia@acme.example · signs in with Globex SSO');
    expect(panel.badges).to.deep.equal(['Email not verified']);
  });

  it('reads the profile once, for the page and for the editor in it', async () => {
    const proxy = memberProxy();
    const panel = await openHost(proxy);
    await panel.open(mia.userId);
    const reads = proxy.requests.filter(({ url }) => url === '/v1/members/auth0%7Cmia');
    expect(reads).to.have.length(1);
    expect(panel.editor.value('jobTitle')).to.equal('Controller');
    expect(panel.editor.accountHeadings).to.deep.equal([]);
  });

  it('shows roles with their source, sign-in methods, organizations, sessions and activity', async () => {
    const panel = await openHost(memberProxy());
    await panel.open(mia.userId);
    expect(panel.sections).to.deep.equal([
      'Sign-in and security',
      'Organizations',
      'Profile',
      'Activity',
      'Danger zone',
    ]);
    expect(panel.roles).to.contain('Viewer');
    expect(panel.roles).to.contain('Auditor · From an identity provider group');
    expect(panel.section('Sign-in and security')).to.contain('Authenticator app');
    expect(panel.section('Sign-in and security')).to.contain('Passkey');
    expect(panel.section('Organizations')).to.contain('Acme Instruments · 2 other organizations');
    expect(panel.section('Active sessions')).to.contain('Firefox, Windows');
    expect(panel.section('Activity')).to.contain('Profile edited by Ada Keller');
    expect(panel.section('Activity')).to.contain('asked by phone');
    expect(panel.section('Activity')).to.contain('something.new by someone');
  });

  it('says of the sign-in’s security only what it is told', async () => {
    const proxy = memberProxy();
    proxy.answerAt('GET /security', () => Response.json({}));
    const nothing = await openHost(proxy);
    await nothing.open(mia.userId);
    expect(nothing.section('Sign-in and security')).not.to.contain('Two-step verification');
    proxy.answerAt('GET /security', () => Response.json({ lockouts: lockedOut.lockouts }));
    const half = await openHost(proxy);
    await half.open(mia.userId);
    expect(half.section('Sign-in and security')).to.contain('mia@acme.example from 192.0.2.7');
    expect(half.section('Sign-in and security')).not.to.contain('Two-step verification isn’t');
  });

  it('tells a block and a lockout apart: two badges, two things to do', async () => {
    const proxy = memberProxy({
      ...member,
      member: { ...membership, status: ['blocked'] },
      operations: [operation('member.clear-lockout'), operation('member.unblock')],
    });
    proxy.answerAt('GET /security', () => Response.json(lockedOut));
    const panel = await openHost(proxy);
    await panel.open(mia.userId);
    expect(panel.badges).to.deep.equal(['Blocked', 'Locked out']);
    expect(panel.offered).to.deep.equal(['Unblock', 'Unlock sign-in']);
    expect(panel.section('Sign-in and security')).to.contain('mia@acme.example from 192.0.2.7');
  });

  it('offers what the views allow, names what they lock, and is silent about the rest', async () => {
    const view = {
      ...member,
      operations: [
        operation('password.reset'),
        operation('member.block', { allowed: false, reason: 'shared-user' }),
        operation('user.delete', { allowed: false, reason: 'role-above-own' }),
      ],
    };
    const panel = await openHost(memberProxy(view));
    await panel.open(mia.userId);
    expect(panel.offered).to.deep.equal(['Send password reset']);
    expect(panel.locked).to.deep.equal({
      Block:
        'They belong to more than one organization, and this would affect all of them. You can remove them from yours.',
      'Delete account': 'This role has permissions you don’t have.',
    });
    expect(panel.text).not.to.contain('Sign out everywhere');
  });

  it('clears no lockout of someone who is not locked out', async () => {
    const panel = await openHost(memberProxy());
    await panel.open(mia.userId);
    expect(panel.offered).not.to.contain('Unlock sign-in');
    expect(panel.offered).to.have.length(everything.length - 3);
  });

  it('leaves what someone is about to press in its place when what comes before it has no use', async () => {
    const proxy = memberProxy();
    let answer = (_: Response) => {};
    proxy.answerAt('GET /security', () => new Promise((resolve) => (answer = resolve)));
    const panel = await openHost(proxy);
    await panel.open(mia.userId);
    panel.focusOn('Block…');
    answer(Response.json(calm));
    await panel.until(() => !panel.offered.includes('Unlock sign-in'));
    expect(panel.focused).to.equal('Block…');
  });

  it('shows a help desk no roles and no deletion', async () => {
    const { roles: _, ...withoutRoles } = membership;
    const view = { ...member, operations: helpDesk, member: withoutRoles };
    const proxy = memberProxy(view);
    const panel = await openHost(proxy, { options: { may: () => false } });
    await panel.open(mia.userId);
    expect(panel.sections).to.deep.equal(['Sign-in and security', 'Organizations', 'Profile']);
    expect(panel.offered).to.deep.equal(['Send password reset', 'Send verification email']);
    expect(proxy.requests.some(({ url }) => url.includes('activity'))).to.equal(false);
  });

  it('does nothing and edits nothing where it is read-only', async () => {
    const panel = await openHost(memberProxy(), { shared: { readOnly: true } });
    await panel.open(mia.userId);
    expect(panel.sections).not.to.contain('Danger zone');
    expect(panel.offered).to.deep.equal([]);
    expect(panel.editor.isEditable('jobTitle')).to.equal(false);
    expect(panel.text).not.to.contain('Edit');
  });

  it('says that sessions are not shown where the plan has none', async () => {
    const proxy = memberProxy();
    proxy.answerAt('GET /sessions', () => Response.json({ available: false, sessions: [] }));
    const panel = await openHost(proxy);
    await panel.open(mia.userId);
    expect(panel.section('Active sessions')).to.contain('isn’t available for your organization');
  });

  it('lets each part fail by itself, and be tried again', async () => {
    const proxy = memberProxy();
    const works = () => Response.json({ available: true, sessions: [] });
    proxy.answerAt('GET /sessions', () => problemResponse('upstream_timeout'));
    proxy.answerAt('GET /security', () => problemResponse('upstream_unavailable'));
    const panel = await openHost(proxy);
    await panel.open(mia.userId);
    expect(panel.alerts).to.deep.equal(['Failed: upstream_unavailable', 'Failed: upstream_timeout']);
    expect(panel.roles).to.contain('Viewer');
    // Not known to be without lockout: it is offered.
    expect(panel.offered).to.contain('Unlock sign-in');
    proxy.answerAt('GET /security', () => Response.json(lockedOut));
    proxy.answerAt('GET /sessions', works);
    await panel.press('Try again');
    await panel.until(() => panel.badges.includes('Locked out'));
    expect(panel.alerts).to.deep.equal(['Failed: upstream_timeout']);
  });

  it('says that someone is no member any more', async () => {
    const proxy = memberProxy();
    proxy.answerAt('GET ', () => problemResponse('profile_not_found'));
    const panel = await openHost(proxy);
    panel.element.member.controller.open(mia.userId);
    await panel.until(() => panel.alerts.length > 0);
    expect(panel.alerts).to.deep.equal(['This person is no longer a member of your organization.']);
  });

  it('comes back to the row it was opened from', async () => {
    const panel = await openHost(memberProxy(), { rows: [mia, ben] });
    await panel.openRow('Mia Okafor');
    expect(panel.focused).to.equal('Mia Okafor');
    await panel.close();
    expect(panel.isOpen).to.equal(false);
    expect(panel.focused).to.equal('Mia Okafor');
  });

  it('takes the focus from no one where it opens by itself', async () => {
    const outside = document.createElement('input');
    document.body.append(outside);
    const panel = await openHost(memberProxy());
    outside.focus();
    await panel.open(mia.userId);
    expect(document.activeElement).to.equal(outside);
    outside.remove();
  });

  it('asks before something typed is lost, by closing or by opening someone else', async () => {
    const panel = await openHost(memberProxy(), { rows: [mia, ben] });
    await panel.openRow('Mia Okafor');
    await panel.edit();
    await panel.editor.fill('jobTitle', 'Chief');
    await panel.close();
    expect(panel.dialogTitle).to.equal('Discard unsaved changes?');
    expect(panel.focused).to.equal('Keep editing');
    await panel.press('Keep editing');
    expect(panel.dialog).to.equal(null);
    expect(panel.editor.value('jobTitle')).to.equal('Chief');
    panel.element.member.controller.open(ben.userId);
    await panel.settle();
    await panel.press('Discard changes');
    await panel.loaded();
    expect(panel.editor.element.userId).to.equal(ben.userId);
    expect(panel.editor.value('jobTitle')).to.equal('Controller');
  });

  it('tells what was saved, and shows it', async () => {
    const panel = await openHost(memberProxy());
    await panel.open(mia.userId);
    await panel.edit();
    await panel.editor.fill('name', 'Mia O.');
    await panel.editor.save();
    await panel.settle();
    expect(panel.element.changes).to.have.length(1);
    const [{ userId, change }] = panel.element.changes as [(typeof panel.element.changes)[0]];
    expect([userId, change.kind]).to.deep.equal([mia.userId, 'profile']);
  });

  it('shows the profile to read, with Edit to change it', async () => {
    const panel = await openHost(memberProxy());
    await panel.open(mia.userId);
    expect(panel.editor.isEditable('jobTitle')).to.equal(false);
    expect(panel.text).not.to.contain('You’re editing');
    await panel.edit();
    expect(panel.editor.isEditable('jobTitle')).to.equal(true);
    await panel.press('Cancel');
    expect(panel.editor.isEditable('jobTitle')).to.equal(false);
  });

  it('goes back to reading after a save, and asks before Cancel loses something', async () => {
    const panel = await openHost(memberProxy());
    await panel.open(mia.userId);
    await panel.edit();
    await panel.editor.fill('jobTitle', 'Chief');
    await panel.press('Cancel');
    expect(panel.dialogTitle).to.equal('Discard unsaved changes?');
    await panel.press('Discard changes');
    await panel.loaded();
    expect(panel.editor.value('jobTitle')).to.equal('Controller');
    await panel.edit();
    await panel.editor.fill('name', 'Mia O.');
    await panel.editor.save();
    await panel.until(() => !panel.editor.isEditable('name'));
  });

  it('signs out one browser, and says why if it can’t', async () => {
    const proxy = memberProxy({
      ...member,
      operations: [operation('sessions.read'), operation('sessions.revoke')],
    });
    const panel = await openHost(proxy);
    await panel.open(mia.userId);
    await panel.until(() => panel.section('Active sessions').includes('Firefox'));
    proxy.answerAt('DELETE /sessions/this', () => problemResponse('upstream_unavailable'));
    await panel.press('Sign out of Firefox, Windows');
    await panel.until(() => panel.alerts.length > 0);
    expect(panel.section('Active sessions')).to.contain('Failed: upstream_unavailable');
    proxy.answerAt('DELETE /sessions/this', () => new Response(null, { status: 204 }));
    proxy.answerAt('GET /sessions', () => Response.json({ available: true, sessions: [] }));
    await panel.press('Sign out of Firefox, Windows');
    await panel.until(() => panel.section('Active sessions').includes('No active sessions.'));
    await panel.until(() => panel.focused === 'Active sessions');
    expect(panel.alerts).to.deep.equal([]);
  });

  it('closes on Esc, and returns the focus to the row', async () => {
    const panel = await openHost(memberProxy(), { rows: [mia, ben] });
    await panel.openRow('Mia Okafor');
    await sendKeys({ press: 'Escape' });
    await panel.until(() => !panel.isOpen);
    await panel.until(() => panel.focused === 'Mia Okafor');
  });
});
