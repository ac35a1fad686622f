import { expect } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import type { MemberOperation } from '../../../src/state/member/member-operations.js';
import type { MemberHarness } from '../../harness/member-panel.js';
import { problemResponse, type ProxyStub } from '../stub.js';
import { openHost, type HostOptions } from './member-host.js';
import {
  ben,
  everything,
  federated,
  federatedPlan,
  lockedOut,
  member,
  memberProxy,
  membership,
  mia,
  receipt,
} from './member-scenes.js';

const withReason: HostOptions = { rows: [mia, ben], shared: { requiresReason: true } };

async function page(proxy: ProxyStub = memberProxy()): Promise<MemberHarness> {
  const panel = await openHost(proxy, { rows: [mia, ben] });
  await panel.openRow('Mia Okafor');
  return panel;
}

async function dialog(
  operation: MemberOperation,
  proxy: ProxyStub = memberProxy(),
  host: HostOptions = withReason,
): Promise<MemberHarness> {
  const panel = await openHost(proxy, host);
  panel.element.member.controller.openDialog(operation, mia);
  await panel.dialogReady();
  return panel;
}

function federatedProxy(): ProxyStub {
  const proxy = memberProxy(federated);
  proxy.answerAt('GET /deprovision', () => Response.json(federatedPlan));
  return proxy;
}

const scenes: Record<string, () => Promise<MemberHarness>> = {
  'page loading': async () => {
    const proxy = memberProxy();
    proxy.answerAt('GET ', () => new Promise<Response>(() => {}));
    const panel = await openHost(proxy, { rows: [mia] });
    await panel.press('Mia Okafor');
    return panel;
  },
  page: async () => {
    const proxy = memberProxy();
    proxy.answerAt('GET /security', () => Response.json(lockedOut));
    return page(proxy);
  },
  'page in place of the list': async () => {
    const panel = await page();
    await panel.press('Open as page');
    return panel;
  },
  'page with everything locked': () =>
    page(
      memberProxy({
        ...member,
        member: { ...membership, status: ['blocked', 'unverified'], lastLogin: null },
        operations: everything.map((view) => ({ ...view, allowed: false, reason: 'shared-user' })),
      }),
    ),
  'page in parts': async () => {
    const proxy = memberProxy();
    for (const part of ['/security', '/sessions', '/v1/activity']) {
      proxy.answerAt(`GET ${part}`, () => problemResponse('upstream_timeout'));
    }
    return page(proxy);
  },
  'page about to be left': async () => {
    const panel = await page();
    await panel.edit();
    await panel.editor.fill('jobTitle', 'Chief');
    panel.element.member.controller.close();
    await panel.settle();
    return panel;
  },
  checking: async () => {
    const proxy = memberProxy();
    proxy.answerAt('GET /deprovision', () => new Promise<Response>(() => {}));
    const panel = await openHost(proxy, withReason);
    panel.element.member.controller.openDialog('member.block', mia);
    await panel.settle();
    return panel;
  },
  'not to be found out': async () => {
    const proxy = memberProxy();
    proxy.answerAt('GET /deprovision', () => problemResponse('upstream_unavailable'));
    return dialog('member.block', proxy);
  },
  block: () => dialog('member.block', federatedProxy()),
  'delete, incomplete': async () => {
    const panel = await dialog('user.delete', federatedProxy());
    await panel.press('Delete account');
    return panel;
  },
  'sign in again': async () => {
    const proxy = memberProxy();
    const panel = await dialog('member.block', proxy, { rows: [mia] });
    proxy.failNext('step_up_required');
    await panel.press('Block');
    return panel;
  },
  failed: async () => {
    const proxy = memberProxy();
    proxy.failNext('internal', { requestId: 'req_1' });
    return dialog('password.reset', proxy, { rows: [mia] });
  },
  receipt: async () => {
    const proxy = memberProxy();
    const notDone = [{ step: 'end-sessions', code: 'feature_unavailable' }];
    proxy.answerAt('POST /deprovision', () => Response.json({ ...receipt, notDone }));
    const panel = await dialog('member.block', proxy, { rows: [mia] });
    await panel.press('Block');
    return panel;
  },
  roles: async () => {
    const panel = await dialog('roles.assign');
    await panel.tick('Editor');
    return panel;
  },
  'roles changed meanwhile': async () => {
    const proxy = memberProxy({ ...member, own: true });
    const panel = await dialog('roles.assign', proxy, { rows: [mia] });
    await panel.tick('Viewer');
    const roles = [...(membership.roles ?? []), { id: 'rol_billing', name: 'Billing', description: null }];
    proxy.replaceElsewhere({ ...member, own: true, member: { ...membership, roles } });
    proxy.failNext('roles_changed');
    await panel.press('Change roles');
    await panel.until(() => panel.alerts.length > 0);
    return panel;
  },
};

describe('org-members, one member: axe', () => {
  for (const theme of ['light', 'dark'] as const) {
    for (const [name, open] of Object.entries(scenes)) {
      it(`${name}, ${theme}`, async () => {
        document.documentElement.style.colorScheme = theme;
        const panel = await open();
        panel.element.theme = theme;
        await panel.settle();
        // The page fades in: colours are judged as they are in the end.
        await Promise.all(panel.animations.map((animation) => animation.finished));
        await expect(panel.element).to.be.accessible();
        document.documentElement.style.colorScheme = '';
      });
    }
  }
});

describe('org-members, one member: on any screen', () => {
  afterEach(async () => {
    await setViewport({ width: 800, height: 600 });
    await emulateMedia({ reducedMotion: 'no-preference' });
    document.documentElement.dir = '';
  });

  for (const dir of ['ltr', 'rtl']) {
    for (const [name, open] of Object.entries(scenes)) {
      it(`${name} fits 320 pixels, ${dir}`, async () => {
        document.documentElement.dir = dir;
        await setViewport({ width: 320, height: 600 });
        const panel = await open();
        expect(document.documentElement.scrollWidth).to.be.at.most(320);
        const { dialog } = panel;
        expect(dialog?.scrollWidth ?? 0).to.be.at.most(dialog?.clientWidth ?? 0);
      });
    }
  }

  it('stands beside the list where there is room, and in its place where there is not', async () => {
    await setViewport({ width: 1200, height: 700 });
    const panel = await page();
    expect(panel.showsList).to.equal(true);
    expect(panel.backLabel).to.equal('Close');
    await setViewport({ width: 600, height: 700 });
    await panel.settle();
    expect(panel.showsList).to.equal(false);
    expect(panel.backLabel).to.equal('‹ Back to members');
  });

  it('has no motion if the user prefers less', async () => {
    const animationsWith = async (reducedMotion: 'reduce' | 'no-preference') => {
      await emulateMedia({ reducedMotion });
      return ((await scenes['page loading']?.()) ?? expect.fail()).animations;
    };
    expect(await animationsWith('no-preference')).not.to.have.length(0);
    expect(await animationsWith('reduce')).to.have.length(0);
  });
});

describe('org-members, one member: by keyboard', () => {
  it('goes from the row through the page to a block, and back to the row', async () => {
    const proxy = memberProxy();
    const panel = await openHost(proxy, { rows: [mia] });
    await sendKeys({ press: 'Tab' });
    expect(panel.focused).to.equal('Mia Okafor');
    await sendKeys({ press: 'Enter' });
    await panel.loaded();
    for (let step = 0; step < 60 && panel.focused !== 'Block…'; step += 1) await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await panel.dialogReady();
    expect(panel.focused).to.equal('Cancel');
    await sendKeys({ press: 'Tab' });
    expect(panel.focused).to.equal('Block');
    await sendKeys({ press: 'Enter' });
    await panel.until(() => panel.toasts.length > 0);
    expect(proxy.requests.filter(({ method }) => method === 'POST')).to.have.length(1);
    expect(panel.dialog).to.equal(null);
    expect(panel.focused).not.to.equal('');
    for (let step = 0; step < 60 && panel.focused !== 'Close'; step += 1) {
      await sendKeys({ down: 'Shift' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ up: 'Shift' });
    }
    await sendKeys({ press: 'Enter' });
    await panel.settle();
    expect(panel.isOpen).to.equal(false);
    expect(panel.focused).to.equal('Mia Okafor');
  });

  it('chooses roles with Space, and does nothing by Escape', async () => {
    const proxy = memberProxy();
    const panel = await dialog('roles.assign', proxy, { rows: [mia] });
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });
    await sendKeys({ press: 'Space' });
    await panel.settle();
    expect(panel.boxes).to.deep.equal({ Viewer: true, Editor: true });
    await sendKeys({ press: 'Escape' });
    await panel.settle();
    expect(panel.dialog).to.equal(null);
    expect(proxy.requests.filter(({ method }) => method === 'PUT')).to.have.length(0);
  });
});
