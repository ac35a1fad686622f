import { expect } from '@open-wc/testing';
import { MemberAttribute } from '../../../src/elements/org-members/person/member-attribute.js';
import type { MemberPanel } from '../../../src/elements/org-members/person/person-panel.js';
import { LazyModule } from '../../../src/state/lazy-module.js';

describe('the member attribute', () => {
  it('opens the page once its module loads, after a failure and another try', async () => {
    const opened: string[] = [];
    const controller = {
      page: null as { userId: string } | null,
      isLeaving: false,
      open(userId: string) {
        opened.push(userId);
        this.page = { userId };
      },
    };
    let isOffline = true;
    const panel = new LazyModule<MemberPanel>({ requestUpdate() {} }, async () => {
      if (isOffline) throw new TypeError('Failed to fetch');
      return { controller } as unknown as MemberPanel;
    });
    const host = { member: 'auth0|mia', tab: 'members' };
    const attribute = new MemberAttribute(host, panel);
    attribute.sync();
    await panel.load();
    attribute.sync();
    expect(opened).to.deep.equal([]);
    isOffline = false;
    await panel.load();
    attribute.sync();
    attribute.sync();
    expect(opened).to.deep.equal(['auth0|mia']);
    expect(host.member).to.equal('auth0|mia');
  });
});
