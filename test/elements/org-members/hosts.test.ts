import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { record } from '../support.js';
import { openPanel } from './panel.js';
import { admin, PanelStub } from './panel-stub.js';

describe('org-members: in its host', () => {
  before(() => setViewport({ width: 1140, height: 800 }));
  afterEach(() => {
    scrollTo(0, 0);
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('shows columns and actions of the host’s own, a node as it is and a text as text', async () => {
    const ran: string[] = [];
    const panel = await openPanel(new PanelStub(2), {
      columns: [
        { name: 'plan', label: 'Plan', render: () => '<b>Pro</b>' },
        { name: 'seat', label: 'Seat', render: ({ userId }) => new Text(`seat of ${userId}`) },
      ],
      rowActions: [{ name: 'bill', label: 'Open billing', run: ({ userId }) => ran.push(userId) }],
    });
    expect(panel.columns.slice(-2)).to.deep.equal(['Plan', 'Seat']);
    expect(panel.row('Person 1').slice(-2)).to.deep.equal(['<b>Pro</b>', 'seat of auth0|1']);
    await panel.press('Actions for Person 1');
    await panel.press('Open billing');
    expect(ran).to.deep.equal(['auth0|1']);
  });

  it('shows in a column what the host knows now', async () => {
    let plan = 'Free';
    const panel = await openPanel(new PanelStub(1), {
      columns: [{ name: 'plan', label: 'Plan', render: () => plan }],
    });
    expect(panel.row('Person 0').at(-1)).to.equal('Free');
    plan = 'Pro';
    panel.element.requestUpdate();
    await panel.settle();
    expect(panel.row('Person 0').at(-1)).to.equal('Pro');
  });

  it('leaves a time in a column as the host has made it', async () => {
    const time = document.createElement('time');
    time.dateTime = 'P3D';
    time.title = 'Three days';
    const panel = await openPanel(new PanelStub(1), {
      columns: [{ name: 'trial', label: 'Trial', render: () => time }],
    });
    expect(panel.names).to.have.length(1);
    time.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    expect(time.title).to.equal('Three days');
  });

  it('lets nothing be done where it is only to be read', async () => {
    const panel = await openPanel(new PanelStub(2), { readOnly: true });
    expect(panel.buttons).not.to.include('Invite people');
    await panel.press('Actions for Person 1');
    expect(panel.menu).to.deep.equal(['Open', 'Copy email']);
  });

  it('keeps what is shown in the hash, beside what the host has there', async () => {
    history.replaceState(null, '', '#page=people&status=blocked&sort=-name');
    const proxy = new PanelStub(3);
    const panel = await openPanel(proxy, { urlHash: true });
    expect(proxy.lists.at(0)?.get('status')).to.equal('blocked');
    expect(proxy.lists.at(0)?.get('sort')).to.equal('-name');
    await panel.choose('Status', 'active');
    expect(location.hash).to.equal('#page=people&status=active&sort=-name');
    location.hash = '#page=people&search=person+1';
    await panel.until(() => proxy.lists.at(-1)?.get('search') === 'person 1');
    await panel.answered();
    expect(panel.names).to.deep.equal(['Person 1']);
  });

  it('follows the way back, whatever it has to render right then', async () => {
    const panel = await openPanel(new PanelStub(3), { urlHash: true });
    const render = () => panel.element.requestUpdate();
    addEventListener('popstate', render);
    await panel.press('Invitations');
    expect(location.hash).to.equal('#tab=invitations');
    history.back();
    await panel.until(() => panel.element.tab === 'members');
    removeEventListener('popstate', render);
    expect(location.hash).to.equal('');
  });

  it('leaves the hash alone unless it is asked to', async () => {
    const panel = await openPanel(new PanelStub(3));
    await panel.choose('Status', 'blocked');
    expect(location.hash).to.equal('');
  });

  it('leaves the hash alone once it was removed', async () => {
    history.replaceState(null, '', '#status=blocked');
    const panel = await openPanel(new PanelStub(3), { urlHash: true });
    panel.element.remove();
    location.hash = '#status=active';
    panel.element.requestUpdate();
    await panel.element.updateComplete;
    expect(location.hash).to.equal('#status=active');
  });

  it('asks before it goes over to another organization, and stays where it is until then', async () => {
    const proxy = new PanelStub(1);
    const other = { id: 'org_2', name: 'globex', displayName: 'Globex' };
    proxy.info = { ...admin, organizations: [...admin.organizations, other] };
    const panel = await openPanel(proxy);
    const requests = record(panel.element, 'organization-switch-request');
    await panel.choose('Organization', 'org_2');
    expect(requests.map(({ organization }) => organization.name)).to.deep.equal(['globex']);
    expect(requests[0]?.cancelable).to.equal(true);
  });

  it('asks before it exports, and does nothing when the host says no later', async () => {
    const proxy = new PanelStub(1);
    const panel = await openPanel(proxy);
    panel.element.addEventListener('members-export-request', (event) =>
      event.waitFor(Promise.resolve(false)),
    );
    await panel.press('Export CSV');
    await panel.settle();
    expect(proxy.requests.some((request) => request.includes('/export'))).to.equal(false);
  });

  it('wears the organization’s colour, readable on its surface', async () => {
    const proxy = new PanelStub(1);
    const branding = { logoUrl: null, primaryColor: '#ffee00' };
    proxy.info = { ...admin, organization: { ...admin.organization, branding } };
    const panel = await openPanel(proxy, { theme: 'light' });
    await panel.until(() => panel.accent.includes('light-dark(rgb('));
    expect(panel.accent).not.to.include('rgb(255 238 0),');
    proxy.info = {
      ...admin,
      organization: { ...admin.organization, branding: { logoUrl: null, primaryColor: 'red;}' } },
    };
    const other = await openPanel(proxy);
    expect(other.accent).not.to.include('red');
  });

  for (const theme of ['light', 'dark'] as const)
    for (const [color, isRed] of [
      ['#c8321f', true],
      ['#e0115f', true],
      ['#e07a00', true],
      ['#0b6e74', false],
      ['#7a3fa0', false],
      ['#6b6665', false],
    ] as const) {
      const verb = isRed ? 'tells' : 'need not tell';
      it(`${verb} what takes something away from an accent in ${color}, ${theme}`, async () => {
        const panel = await openPanel(new PanelStub(1), { theme });
        const usual = panel.colorOf('--danger');
        panel.element.style.setProperty('--orgdesk-accent', color);
        expect(panel.colorOf('--danger') !== usual).to.equal(isRed);
        expect(panel.colorOf('--link') !== panel.colorOf('--accent')).to.equal(isRed);
      });
    }
});
