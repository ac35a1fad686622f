import { expect } from '@open-wc/testing';
import type { AssignedRole } from '../../../src/contract/member.js';
import { problemResponse, type ProxyStub } from '../stub.js';
import { openHost, type HostOptions } from './member-host.js';
import { assignable, member, memberProxy, membership, mia, operation } from './member-scenes.js';

async function rolesOf(proxy: ProxyStub = memberProxy(), host: HostOptions = {}) {
  const panel = await openHost(proxy, host);
  panel.element.member.controller.openDialog('roles.assign', mia);
  await panel.dialogReady();
  return panel;
}

const puts = (proxy: ProxyStub) => proxy.requests.filter(({ method }) => method === 'PUT');

describe('org-members: roles of one member', () => {
  it('offers what may be given, and locks the rest with why or where it comes from', async () => {
    const panel = await rolesOf();
    expect(panel.dialogTitle).to.equal('Change roles for Mia Okafor');
    expect(panel.boxes).to.deep.equal({ Viewer: true, Editor: false });
    expect(panel.lockedRoles).to.deep.equal([
      'Owner This role has permissions you don’t have.',
      'Auditor ✓ From an identity provider group',
    ]);
  });

  it('shows what is and what would be before anything is sent', async () => {
    const proxy = memberProxy();
    const panel = await rolesOf(proxy);
    expect(panel.isIdle('Change roles')).to.equal(true);
    expect(panel.dialogText).to.contain('No changes yet.');
    await panel.tick('Editor');
    await panel.tick('Viewer');
    expect(panel.compared).to.deep.equal(['Viewer and Auditor', 'Auditor and Editor']);
    expect(puts(proxy)).to.deep.equal([]);
    await panel.tick('Editor');
    await panel.tick('Viewer');
    expect(panel.isIdle('Change roles')).to.equal(true);
  });

  it('sends what shall be and what it was made from, inherited ones aside, and tells what there is now', async () => {
    const proxy = memberProxy();
    const panel = await rolesOf(proxy);
    await panel.tick('Editor');
    await panel.press('Change roles');
    expect(puts(proxy).map(({ body }) => body)).to.deep.equal([
      { roles: ['rol_viewer', 'rol_editor'], was: ['rol_viewer'] },
    ]);
    expect(panel.outcome).to.equal('Roles updated');
    expect(panel.focused).to.equal('Roles updated');
    const [notified] = panel.element.changes;
    expect(notified?.change.kind === 'roles' && notified.change.roles.map(({ name }) => name)).to.deep.equal([
      'Editor',
    ]);
  });

  it('keeps a role above the caller’s own that the person has', async () => {
    const owner: AssignedRole = { id: 'rol_owner', name: 'Owner', description: null };
    const proxy = memberProxy({ ...member, member: { ...membership, roles: [owner] } });
    const panel = await rolesOf(proxy);
    expect(panel.lockedRoles[0]).to.contain('Owner ✓');
    await panel.tick('Editor');
    await panel.press('Change roles');
    expect(puts(proxy)[0]?.body).to.deep.equal({ roles: ['rol_owner', 'rol_editor'], was: ['rol_owner'] });
  });

  it('warns people who take something away from themselves, in terms of what follows', async () => {
    const panel = await rolesOf(
      memberProxy({ ...member, own: true, operations: [operation('roles.assign')] }),
    );
    await panel.tick('Editor');
    expect(panel.advice).to.equal('');
    await panel.tick('Viewer');
    expect(panel.advice).to.contain('You can’t undo this yourself');
  });

  it('refuses to take the last admin, and says what to do first', async () => {
    const proxy = memberProxy();
    const panel = await rolesOf(proxy);
    await panel.tick('Viewer');
    proxy.failNext('operation_locked', { reason: 'last-admin' });
    await panel.press('Change roles');
    expect(panel.alerts[0]).to.contain('Make someone else an admin first.');
    expect(panel.boxes).to.deep.equal({ Viewer: false, Editor: false });
    expect(panel.focused).to.equal('Change roles');
  });

  it('shows what others have changed meanwhile, keeps what was meant, and lets the person decide again', async () => {
    const proxy = memberProxy();
    const panel = await rolesOf(proxy);
    await panel.tick('Editor');
    const roles = [{ id: 'rol_billing', name: 'Billing', description: null }];
    proxy.replaceElsewhere({ ...member, member: { ...membership, roles } });
    proxy.failNext('roles_changed');
    await panel.press('Change roles');
    await panel.until(() => panel.alerts.some((text) => text.includes('They added')));
    expect(panel.alerts).to.have.length(1);
    expect(panel.alerts[0]).to.contain('They added: Billing They removed: Viewer');
    expect(panel.compared).to.deep.equal(['Billing', 'Billing and Editor']);
    expect(puts(proxy)).to.have.length(1);
    await panel.press('Change roles');
    expect(puts(proxy)[1]?.body).to.deep.equal({
      roles: ['rol_billing', 'rol_editor'],
      was: ['rol_billing'],
    });
  });

  it('sends once, however often the button is pressed', async () => {
    const proxy = memberProxy();
    const panel = await rolesOf(proxy);
    await panel.tick('Editor');
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    proxy.answerAt('PUT /roles', () => held.then(() => Response.json({ roles: [] })));
    await panel.press('Change roles');
    await panel.press('Changing roles…');
    release();
    await panel.until(() => panel.outcome !== '');
    expect(puts(proxy)).to.have.length(1);
  });

  it('asks the host and the policy’s reason', async () => {
    const proxy = memberProxy();
    const panel = await rolesOf(proxy, { shared: { requiresReason: true } });
    await panel.tick('Editor');
    await panel.press('Change roles');
    expect(panel.focused).to.equal('Reason');
    await panel.giveReason('new job');
    await panel.press('Change roles');
    expect(puts(proxy).map(({ reason }) => reason)).to.deep.equal(['new job']);
  });

  it('does nothing where the host says no', async () => {
    const proxy = memberProxy();
    const panel = await rolesOf(proxy, { options: { confirmWithHost: async () => false } });
    await panel.tick('Editor');
    await panel.press('Change roles');
    expect(puts(proxy)).to.deep.equal([]);
    expect(panel.isIdle('Change roles')).to.equal(false);
  });

  it('says why nothing can be changed', async () => {
    const view = operation('roles.assign', { allowed: false, reason: 'delegated-session' });
    const panel = await rolesOf(memberProxy({ ...member, operations: [view] }));
    expect(panel.dialogText).to.contain(
      'You’re signed in on someone else’s behalf. Sign in as yourself to do this.',
    );
    expect(panel.dialogButtons).to.deep.equal(['Cancel']);
  });

  it('tells a failure to read, and tries again', async () => {
    const proxy = memberProxy();
    let fails = true;
    const panel = await rolesOf(proxy, {
      roles: async () => {
        if (fails) throw new TypeError('cut off');
        return assignable;
      },
    });
    expect(panel.alerts).to.deep.equal(['Failed: proxy_unreachable']);
    fails = false;
    await panel.press('Try again');
    await panel.dialogReady();
    expect(panel.boxes).to.deep.equal({ Viewer: true, Editor: false });
  });

  it('comes back from signing in with what was chosen', async () => {
    const proxy = memberProxy();
    const before = await rolesOf(proxy, { options: { signIn: () => new Promise<void>(() => {}) } });
    await before.tick('Editor');
    proxy.answerAt('PUT /roles', () => problemResponse('step_up_required', { maxAge: 60 }));
    await before.press('Change roles');
    await before.press('Sign in to continue');
    before.element.remove();
    const after = await openHost(proxy);
    await after.dialogReady();
    await after.until(() => after.boxes.Editor === true);
    expect(after.boxes).to.deep.equal({ Viewer: true, Editor: true });
    expect(after.isIdle('Change roles')).to.equal(false);
    sessionStorage.clear();
  });
});
