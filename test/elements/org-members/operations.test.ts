import { expect } from '@open-wc/testing';
import type { ActivityEntry } from '../../../src/contract/activity.js';
import type { DeprovisionPlan } from '../../../src/contract/member.js';
import { openHost } from './member-host.js';
import { everything, member, memberProxy, mia, operation, plan } from './member-scenes.js';
import { openPanel } from './panel.js';
import { admin, PanelStub, person } from './panel-stub.js';

/** The row menu of a member to whom every operation applies. */
async function openRowMenu() {
  const proxy = new PanelStub(1);
  proxy.people = [{ ...person(1), status: ['unverified'] }];
  proxy.info = { ...admin, members: { ...admin.members, offers: everything.map(({ name }) => name) } };
  const panel = await openPanel(proxy);
  await panel.press('Actions for Person 1');
  return panel;
}

/** The page of a member to whom every operation applies. */
async function openPage() {
  const proxy = memberProxy();
  proxy.answerAt('GET /security', () => Response.json({}));
  const page = await openHost(proxy);
  await page.open(mia.userId);
  return page;
}

const entry = (action: string): ActivityEntry => ({
  id: action,
  requestId: 'request',
  outcome: 'done',
  at: '2026-11-20T09:00:00.000Z',
  actor: { userId: mia.userId, name: mia.name, delegated: false },
  target: { userId: mia.userId, name: mia.name },
  action: action as ActivityEntry['action'],
});

describe('org-members: the name of an operation', () => {
  it('is the same in the row menu and on the page', async () => {
    const panel = await openRowMenu();
    const page = await openPage();
    const others = ['Open', 'Copy email', 'Change roles…'];
    expect(page.offered).to.have.length(8);
    expect(panel.menu.filter((label) => !others.includes(label))).to.have.members(page.offered);
  });

  it('is the same where it is locked', async () => {
    const proxy = memberProxy({
      ...member,
      operations: [operation('membership.remove', { allowed: false, reason: 'last-admin' })],
    });
    const page = await openHost(proxy);
    await page.open(mia.userId);
    const [name = ''] = Object.keys(page.locked);
    expect((await openRowMenu()).menu).to.include(`${name}…`);
  });
});

describe('org-members: red', () => {
  const red = ['Block…', 'Remove from organization…', 'Delete account…'];

  it('marks destructive operations only', async () => {
    expect((await openRowMenu()).menuInRed).to.deep.equal(red);
    expect((await openPage()).offeredInRed).to.deep.equal(red);
  });

  for (const [wanted, isRed] of [
    ['member.revoke-access', false],
    ['member.mfa-reset', false],
    ['member.block', true],
    ['membership.remove', true],
  ] as const) {
    it(`${isRed ? 'marks' : 'does not mark'} the button that confirms ${wanted}`, async () => {
      const page = await openHost(memberProxy());
      page.element.member.controller.openDialog(wanted, mia);
      await page.dialogReady();
      expect(page.confirmsInRed).to.equal(isRed);
    });
  }
});

describe('org-members: activity', () => {
  const requested = ['profile.deletion-request', 'profile.deletion-cancel'].map(entry);

  it('names the request and the cancellation of a deletion in the activity log', async () => {
    const proxy = new PanelStub(1);
    proxy.answerNext('/activity', () => Response.json({ entries: requested, next: null }));
    const panel = await openPanel(proxy);
    await panel.press('Activity');
    await panel.until(() => panel.text.includes('Mia Okafor'));
    expect(panel.text).not.to.contain('profile.deletion');
    expect(panel.text).to.contain('requested deletion of their account');
    expect(panel.text).to.contain('canceled the deletion of their account');
  });

  it('names both on the page of the member', async () => {
    const proxy = memberProxy();
    proxy.answerAt('GET /v1/activity', () => Response.json({ entries: requested, next: null }));
    const page = await openHost(proxy);
    await page.open(mia.userId);
    expect(page.section('Activity')).to.contain('Account deletion requested');
    expect(page.section('Activity')).to.contain('Account deletion canceled');
  });
});

describe('org-members: an unknown de-provisioning level of a newer proxy', () => {
  it('is not recommended under the name of another level', async () => {
    const unknown = 'suspend' as DeprovisionPlan['levels'][number]['level'];
    const newer: DeprovisionPlan = {
      ...plan,
      levels: plan.levels.map((each) =>
        each.level === 'block' ? { ...each, level: unknown, recommended: true } : each,
      ),
    };
    const proxy = memberProxy();
    proxy.answerAt('GET /deprovision', () => Response.json(newer));
    const page = await openHost(proxy);
    page.element.member.controller.openDialog('membership.remove', mia);
    await page.dialogReady();
    expect(page.advice).to.contain('They have a pending invitation that would let them back in.');
    expect(page.advice).not.to.contain('Block');
  });
});
