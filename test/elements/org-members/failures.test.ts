import { expect } from '@open-wc/testing';
import { ProxyProblem } from '../../../src/client/problem.js';
import { FakeClock } from '../fake-clock.js';
import { problemResponse } from '../stub.js';
import { record } from '../support.js';
import { openPanel } from './panel.js';
import { PanelStub } from './panel-stub.js';

describe('org-members: when something fails', () => {
  it('says that the service cannot be reached, and tries again when asked', async () => {
    const proxy = new PanelStub(3);
    for (const path of ['/session', '/members']) {
      proxy.answerNext(path, () => Promise.reject(new TypeError('Failed to fetch')));
    }
    const panel = await openPanel(proxy);
    expect(panel.alerts.join()).to.include('Couldn’t reach the server');
    await panel.press('Try again');
    expect(panel.names).to.have.length(3);
  });

  it('says that there is no network where the browser knows it', async () => {
    const proxy = new PanelStub(3);
    for (const path of ['/session', '/members']) {
      proxy.answerNext(path, () => Promise.reject(new TypeError('Failed to fetch')));
    }
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    try {
      const panel = await openPanel(proxy);
      expect(panel.text).to.include('You’re offline.');
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  it('says after a while that the list is still loading, and offers a retry', async () => {
    const proxy = new PanelStub(3);
    proxy.holdNext('/members');
    const panel = await openPanel(proxy, { waiting: true });
    expect(panel.alerts).to.deep.equal([]);
    await panel.until(() => panel.alerts.length > 0);
    expect(panel.alerts.join()).to.include('Still loading');
    await panel.press('Try again');
    expect(panel.names).to.have.length(3);
    expect(panel.alerts).to.deep.equal([]);
  });

  it('keeps good data when reading again fails, and says so', async () => {
    const proxy = new PanelStub(3);
    const panel = await openPanel(proxy);
    proxy.failNext('/members', 'token_expired');
    await panel.element.reload();
    await panel.settle();
    expect(panel.names).to.have.length(3);
    expect(panel.alerts.join()).to.include('Your session expired');
    expect(panel.element.matches(':state(ready)')).to.equal(true);
  });

  it('counts down after too many requests, and then asks again by itself', async () => {
    const clock = new FakeClock();
    try {
      const proxy = new PanelStub(3);
      proxy.failNext('/members', 'rate_limited', { retryAfter: 3 });
      const panel = await openPanel(proxy);
      expect(panel.countdown).to.equal('Trying again in 3 seconds.');
      clock.pass(2);
      await panel.settle();
      expect(panel.countdown).to.equal('Trying again in 1 second.');
      clock.pass(1);
      await panel.answered();
      expect(panel.names).to.have.length(3);
    } finally {
      clock.restore();
    }
  });

  it('tells people who can’t see the list so, without an alarm', async () => {
    const proxy = new PanelStub(3);
    proxy.failNext('/members', 'operation_locked', { reason: 'not-allowed' });
    const panel = await openPanel(proxy);
    expect(panel.text).to.include('You don’t have access to this page');
    expect(panel.alerts).to.deep.equal([]);
    expect(panel.buttons).to.deep.equal([]);
  });

  it('is signed out, and says how to go on only where it can', async () => {
    const proxy = new PanelStub(3);
    proxy.failNext('/members', 'token_missing');
    const panel = await openPanel(proxy);
    expect(panel.text).to.include('You’re signed out');
    expect(panel.buttons).to.deep.equal(['Try again']);
  });

  it('has the person choose an organization if they signed in without one', async () => {
    const proxy = new PanelStub(3);
    const answer = () => problemResponse('token_without_organization', { requestId: 'r-1' });
    for (const path of ['/session', '/members']) proxy.answerNext(path, answer);
    const panel = await openPanel(proxy);
    expect(panel.text).to.include('You’re not signed in to an organization');
    expect(panel.text).not.to.include('r-1');
    // Trying again would change nothing, and without a hook there is nothing to press.
    expect(panel.buttons).to.deep.equal([]);
    await expect(panel.element).to.be.accessible();

    for (const path of ['/session', '/members']) proxy.answerNext(path, answer);
    let choices = 0;
    panel.element.chooseOrganization = async () => void (choices += 1);
    await panel.element.reload();
    await panel.settle();
    expect(panel.buttons).to.deep.equal(['Choose an organization']);
    await panel.press('Choose an organization');
    await panel.until(() => panel.names.length === 3);
    expect(choices).to.equal(1);
  });

  for (const [code, text] of [
    ['sign_in_blocked', 'Your account is blocked. Contact an admin of your organization.'],
    ['sign_in_denied', 'You can’t sign in here with this account.'],
  ] as const) {
    it(`says what to do about ${code}, and asks who it is if they sign in again`, async () => {
      const proxy = new PanelStub(3);
      for (const path of ['/session', '/members']) {
        proxy.answerNext(path, () => Promise.reject(new ProxyProblem(code)));
      }
      const ages: (number | undefined)[] = [];
      const panel = await openPanel(proxy, { login: async (maxAge) => void ages.push(maxAge) });
      expect(panel.text).to.include('Couldn’t sign you in').and.to.include(text);
      expect(panel.buttons).to.deep.equal(['Use a different account']);
      await expect(panel.element).to.be.accessible();
      await panel.press('Use a different account');
      await panel.until(() => panel.names.length === 3);
      expect(ages).to.deep.equal([0]);
    });
  }

  it('says that nothing came of what a person signed in for, if that took too long', async () => {
    const key = 'orgdesk:bulk /orgdesk auth0|0 org_1';
    const intent = { operation: 'member.block', people: [], choice: { add: [], remove: [] } };
    sessionStorage.setItem(key, JSON.stringify({ at: Date.now() - 16 * 60 * 1000, intent }));
    const panel = await openPanel(new PanelStub(3));
    expect(panel.dialog).to.equal('');
    expect(panel.alerts).to.deep.equal([
      'Your change wasn’t made because signing in took too long. Start again.',
    ]);
    await expect(panel.element).to.be.accessible();
    await panel.press('Dismiss');
    expect(panel.alerts).to.deep.equal([]);
    expect(sessionStorage.getItem(key)).to.equal(null);
  });

  it('lets a newer question win over an older one that answers late', async () => {
    const proxy = new PanelStub(12);
    const panel = await openPanel(proxy);
    const release = proxy.holdNext('/members');
    void panel.choose('Status', 'blocked');
    await panel.settle();
    await panel.choose('Status', '');
    release();
    await panel.answered();
    expect(proxy.lists.map((list) => list.get('status'))).to.deep.equal([null, 'blocked', null]);
    expect(panel.range).to.equal('1–12 of 12');
    expect(panel.alerts).to.deep.equal([]);
  });

  it('begins at the first page where a cursor is not taken any more', async () => {
    const proxy = new PanelStub(60);
    const panel = await openPanel(proxy);
    proxy.failNext('/members', 'query_invalid');
    await panel.press('Next');
    await panel.answered();
    expect(panel.range).to.equal('1–50 of 60');
  });

  it('tells every state it comes into', async () => {
    const proxy = new PanelStub(1);
    const panel = await openPanel(proxy);
    const states = record(panel.element, 'state-change');
    await panel.element.reload();
    await panel.settle();
    expect(states.map(({ state }) => state)).to.deep.equal(['loading', 'ready']);
  });
});
