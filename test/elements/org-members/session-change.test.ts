import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define/org-members.js';
import type { OrgMembers } from '../../../src/elements/org-members/org-members.js';
import { OrgMembersHarness } from '../../harness/org-members.js';
import { InvitationsHarness } from '../../harness/invitations-panel.js';
import { deferred } from '../../harness/deferred.js';
import { openPanel } from './panel.js';
import { PanelStub } from './panel-stub.js';

const invitationOptions = {
  connections: [{ id: 'con_acme', label: 'Acme', class: 'database', invitable: true }],
  expiry: { default: 604_800, most: 2_592_000 },
  languages: [],
  most: 50,
};

describe('org-members: when its session is replaced', () => {
  afterEach(() => history.replaceState(null, '', location.pathname + location.search));

  it('opens the invite dialog if fetch is set right after the upgrade', async () => {
    const proxy = new PanelStub(2);
    proxy.answerNext('/invitations/options', () => Response.json(invitationOptions));
    const element = await fixture<OrgMembers>(html`<org-members proxy-url="/nowhere"></org-members>`);
    element.fetch = proxy.fetch;
    element.proxyUrl = '/orgdesk';
    const panel = new OrgMembersHarness(element);
    await panel.until(() => panel.names.length === 2);
    await panel.press('Invite people');
    const invitations = new InvitationsHarness(element);
    await panel.until(() => invitations.isOpen);
  });

  it('reads one list when attributes change while the hash is being read', async () => {
    history.replaceState(null, '', '#status=blocked');
    const proxy = new PanelStub(2);
    const element = document.createElement('org-members');
    element.fetch = proxy.fetch;
    element.urlHash = true;
    document.body.append(element);
    try {
      await element.updateComplete;
      element.audience = 'https://other.example';
      const panel = new OrgMembersHarness(element);
      await panel.until(() => panel.names.length === 2);
      await panel.settle();
      expect(proxy.lists.map((list) => list.get('status'))).to.deep.equal(['blocked']);
      expect(location.hash).to.equal('#status=blocked');
    } finally {
      element.remove();
    }
  });

  it('opens no page of a member if the host agrees after the session was replaced', async () => {
    const proxy = new PanelStub(3);
    const panel = await openPanel(proxy);
    const answer = deferred<boolean>();
    panel.element.addEventListener('member-open-request', (event) => event.waitFor(answer.promise));
    await panel.clickRow('Person 1');
    panel.element.audience = 'https://other.example';
    await panel.answered();
    answer.resolve(true);
    await panel.settle();
    await panel.settle();
    expect(panel.element.member).to.equal('');
  });
});
