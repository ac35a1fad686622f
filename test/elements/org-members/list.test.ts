import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { openPanel } from './panel.js';
import { admin, PanelStub } from './panel-stub.js';
import { ClipboardStub } from '../../harness/clipboard.js';

describe('org-members: the list', () => {
  before(() => setViewport({ width: 1140, height: 800 }));
  afterEach(() => scrollTo(0, 0));

  it('shows who there is, and what is known of them', async () => {
    const panel = await openPanel(new PanelStub(5));
    expect(panel.headcount).to.equal('5');
    expect(panel.columns).to.deep.equal(['Name', 'Roles', 'Sign-in method', 'Last sign-in']);
    expect(panel.row('Person 0')[0]).to.equal('P0 Person 0 You person.0@acme.example');
    expect(panel.row('Person 0').slice(1, 3)).to.deep.equal(['Admin', 'Password']);
    expect(panel.badgesOf('Person 1')).to.deep.equal([]);
    expect(panel.badgesOf('Person 2')).to.deep.equal(['Blocked']);
    expect(panel.badgesOf('Person 3')).to.deep.equal(['Email not verified']);
    expect(panel.row('Person 4')[3]).to.equal('Never');
    expect(panel.range).to.equal('1–5 of 5');
  });

  it('says exactly when someone signed in where the pointer is, in the reader’s language', async () => {
    const format = (lang: string) =>
      new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short' }).format(
        new Date('2026-01-05T08:00:00.000Z'),
      );
    const panel = await openPanel(new PanelStub(1));
    expect(panel.exactTimeOf('Person 0')).to.equal(format('en'));
    panel.element.lang = 'de';
    await panel.until(() => panel.columns.includes('Letzte Anmeldung'));
    expect(panel.exactTimeOf('Person 0')).to.equal(format('de'));
  });

  it('says "at least" where no one counts further', async () => {
    const panel = await openPanel(new PanelStub(1200));
    expect(panel.headcount).to.equal('1,000+');
    expect(panel.range).to.equal('1–50 of 1,000+');
  });

  it('moves nothing when tabs, buttons and rows arrive', async () => {
    const proxy = new PanelStub(3);
    const release = proxy.holdNext('/members');
    const panel = await openPanel(proxy, { waiting: true });
    await panel.until(() => panel.showsSkeleton);
    const before = panel.listTop;
    expect(panel.tabs).to.deep.equal(['Members']);
    release();
    await panel.answered();
    expect(panel.tabs).to.have.length(3);
    expect(panel.listTop).to.equal(before);
  });

  it('asks for session and list at once, and for nothing else before they are shown', async () => {
    const proxy = new PanelStub(3);
    const release = proxy.holdNext('/members');
    const panel = await openPanel(proxy, { waiting: true });
    expect(proxy.requests).to.deep.equal(['GET /session', 'GET /members']);
    await panel.until(() => panel.showsSkeleton);
    release();
    await panel.answered();
    expect(panel.names).to.deep.equal(['Person 0', 'Person 1', 'Person 2']);
  });

  it('has all filters from the first response on, so that none moves the others in the tab order', async () => {
    const proxy = new PanelStub(3);
    const [showList, showRoles] = [proxy.holdNext('/members'), proxy.holdNext('/roles')];
    const panel = await openPanel(proxy, { waiting: true });
    expect(panel.filters).to.deep.equal([]);
    showList();
    await panel.answered();
    const filters = ['Role', 'Sign-in method', 'Status'];
    expect(panel.filters).to.deep.equal(filters);
    expect(panel.optionsOf('Role')).to.deep.equal(['Any role']);
    showRoles();
    await panel.until(() => panel.optionsOf('Role').length > 1);
    expect(panel.optionsOf('Role')).to.deep.equal(['Any role', 'Admin']);
    expect(panel.filters).to.deep.equal(filters);
  });

  it('keeps the role filter if a search finds no one before the roles are loaded', async () => {
    const proxy = new PanelStub(3);
    const showRoles = proxy.holdNext('/roles');
    const panel = await openPanel(proxy);
    await panel.type('nobody');
    await panel.until(() => panel.text.includes('No members found'));
    expect(panel.filters).to.include('Role');
    showRoles();
    await panel.until(() => panel.optionsOf('Role').length > 1);
  });

  it('reads the roles once for each list, even if that fails', async () => {
    const proxy = new PanelStub(3);
    for (let time = 0; time < 20; time += 1) proxy.failNext('/roles', 'upstream_unavailable');
    const panel = await openPanel(proxy);
    await panel.until(() => proxy.requests.includes('GET /roles'));
    for (let turn = 0; turn < 10; turn += 1) await panel.settle();
    const times = () => proxy.requests.filter((request) => request === 'GET /roles').length;
    expect(times()).to.equal(1);
    await panel.sortBy('Name');
    await panel.settle();
    expect(times()).to.equal(2);
  });

  it('has no column of roles for people who can’t see them', async () => {
    const proxy = new PanelStub(0);
    const { roles: _, ...row } = new PanelStub(1).people[0] ?? expect.fail();
    proxy.people = [row];
    const panel = await openPanel(proxy);
    expect(panel.columns).not.to.include('Roles');
    expect(panel.filters).not.to.include('Role');
    expect(proxy.requests).not.to.include('GET /roles');
  });

  it('searches once typing pauses, and Escape takes it back', async () => {
    const proxy = new PanelStub(12);
    const panel = await openPanel(proxy);
    // In one go, so that no machine is too slow to be without a pause.
    await Promise.all([panel.type('person'), panel.type('person 1')]);
    await panel.until(() => proxy.lists.length > 1);
    await panel.answered();
    expect(proxy.lists.at(-1)?.get('search')).to.equal('person 1');
    expect(proxy.lists).to.have.length(2);
    expect(panel.names).to.deep.equal(['Person 1', 'Person 10', 'Person 11']);
    expect(panel.headcount).to.equal('12');
    await panel.type('nobody');
    await panel.until(() => panel.text.includes('No members found'));
    await panel.press('Clear filters');
    expect(panel.names).to.have.length(12);
  });

  it('filters, and orders by a column’s heading', async () => {
    const proxy = new PanelStub(3);
    const panel = await openPanel(proxy);
    await panel.choose('Status', 'blocked');
    expect(proxy.lists.at(-1)?.get('status')).to.equal('blocked');
    await panel.sortBy('Name');
    expect(proxy.lists.at(-1)?.get('sort')).to.equal('name');
    expect(panel.sortOf('Name')).to.equal('ascending');
    await panel.sortBy('Name');
    expect(proxy.lists.at(-1)?.get('sort')).to.equal('-name');
    await panel.until(() => proxy.requests.includes('GET /roles'));
    await panel.settle();
    await panel.choose('Role', 'rol_admin');
    expect(proxy.lists.at(-1)?.get('sort')).to.equal(null);
    expect(panel.sortOf('Name')).to.equal(null);
  });

  it('shows the filters that apply, how many match, and removes them one by one or all', async () => {
    const proxy = new PanelStub(3);
    const panel = await openPanel(proxy);
    expect(panel.appliedFilters).to.deep.equal([]);
    await panel.choose('Status', 'blocked');
    await panel.choose('Sign-in method', 'acme-sso');
    expect(panel.appliedFilters).to.deep.equal(['Sign-in method: Acme SSO', 'Status: Blocked']);
    expect(panel.found).to.equal('3 members found');
    await panel.press('Remove filter Status: Blocked');
    expect(proxy.lists.at(-1)?.get('status')).to.equal(null);
    expect(proxy.lists.at(-1)?.get('connection')).to.equal('acme-sso');
    await panel.press('Clear filters');
    expect(panel.appliedFilters).to.deep.equal([]);
    expect(proxy.lists.at(-1)?.get('connection')).to.equal(null);
  });

  it('scrolls to the top of the list with another page', async () => {
    const panel = await openPanel(new PanelStub(120));
    scrollTo(0, document.documentElement.scrollHeight);
    expect(panel.listTop).to.be.below(0);
    await panel.press('Next');
    expect(panel.range).to.equal('51–100 of 120');
    expect(panel.listTop).to.be.at.least(-1);
  });

  it('loads again by itself when the network is back, and not without need', async () => {
    const proxy = new PanelStub(3);
    const panel = await openPanel(proxy);
    dispatchEvent(new Event('online'));
    await panel.answered();
    expect(proxy.lists).to.have.length(1);
    proxy.answerNext('/members', () => Promise.reject(new TypeError('Failed to fetch')));
    await panel.element.reload();
    expect(panel.alerts).to.have.length(1);
    dispatchEvent(new Event('online'));
    await panel.answered();
    expect(panel.alerts).to.deep.equal([]);
  });

  it('marks the member whose page is open', async () => {
    const panel = await openPanel(new PanelStub(3));
    expect(panel.currentRow).to.equal(null);
    panel.element.member = 'auth0|1';
    await panel.settle();
    expect(panel.currentRow).to.equal('Person 1');
  });

  it('goes forth by cursors, and back by those it has seen', async () => {
    const proxy = new PanelStub(120);
    const panel = await openPanel(proxy);
    await panel.press('Next');
    await panel.press('Next');
    expect(panel.range).to.equal('101–120 of 120');
    await panel.press('Previous');
    expect(panel.range).to.equal('51–100 of 120');
    expect(proxy.lists.map((list) => list.get('cursor'))).to.deep.equal([null, '50', '100', '50']);
  });

  it('keeps who is selected over pages and filters', async () => {
    const panel = await openPanel(new PanelStub(60));
    await panel.tick('Person 1');
    await panel.press('Next');
    await panel.tick('Person 51');
    expect(panel.selection).to.equal('2 selected');
    expect(panel.announcement).to.equal('2 selected');
    await panel.tickAll();
    expect(panel.selection).to.equal('11 selected');
    await panel.press('Clear selection');
    expect(panel.selection).to.equal('');
  });

  it('offers for many only what some rule grants', async () => {
    const proxy = new PanelStub(3);
    proxy.info = { ...admin, members: { ...admin.members, offers: ['password.reset'] } };
    const panel = await openPanel(proxy);
    await panel.tick('Person 1');
    expect(panel.buttons).to.include('Send password reset…');
    expect(panel.buttons).not.to.include('Block…');
    expect(panel.buttons).not.to.include('Actions for selected members');
  });

  it('shows in a row’s menu what can be tried with this person', async () => {
    const panel = await openPanel(new PanelStub(4));
    await panel.press('Actions for Person 2');
    expect(panel.menu).to.deep.equal([
      'Open',
      'Copy email',
      'Send password reset',
      'Unblock',
      'Change roles…',
      'Delete account…',
    ]);
  });

  it('copies a member’s email, and says so', async () => {
    const panel = await openPanel(new PanelStub(4));
    const clipboard = new ClipboardStub();
    const copyEmail = async () => {
      await panel.press('Actions for Person 2');
      panel.chooseFromMenu('Copy email');
    };
    try {
      await copyEmail();
      await panel.until(() => panel.toasts.includes('Email copied.'));
      clipboard.refuse();
      await copyEmail();
      await panel.until(() => panel.toasts.length === 2);
    } finally {
      clipboard.restore();
    }
    expect(clipboard.copied).to.deep.equal(['person.2@acme.example']);
    expect(panel.toasts[1]).to.equal('Couldn’t copy the email. Check your browser’s permissions.');
  });

  it('doesn’t offer to copy an email that is masked', async () => {
    const proxy = new PanelStub(2);
    proxy.people = proxy.people.map((each) => ({ ...each, email: 'p••••••@acme.example' }));
    const panel = await openPanel(proxy);
    await panel.press('Actions for Person 1');
    expect(panel.menu).not.to.include('Copy email');
  });

  it('says in one’s own row why some of it can’t be chosen, and does nothing then', async () => {
    const panel = await openPanel(new PanelStub(4));
    await panel.press('Actions for Person 0');
    expect(panel.menu).not.to.include('Delete account…');
    expect(panel.menu).to.include('Delete account You can’t do this to yourself.');
    panel.chooseFromMenu('Delete account You can’t do this to yourself.');
    await panel.settle();
    expect(panel.menu).not.to.deep.equal([]);
  });

  it('has nothing in the menu that needs a password of someone who has none', async () => {
    const proxy = new PanelStub(2);
    const connection = { class: 'enterprise', name: 'globex-saml', label: 'Globex SSO' } as const;
    proxy.people = proxy.people.map((each) => ({ ...each, connection }));
    const panel = await openPanel(proxy);
    await panel.press('Actions for Person 1');
    expect(panel.menu).not.to.include('Send password reset');
  });
});

describe('org-members: many rows', () => {
  before(() => setViewport({ width: 1140, height: 800 }));
  afterEach(() => scrollTo(0, 0));

  it('has every row of a full page in the table', async () => {
    const panel = await openPanel(new PanelStub(120));
    expect(panel.names).to.deep.equal(Array.from({ length: 50 }, (_, index) => `Person ${index}`));
    // All rows are in the table, so browsers count them. Row numbers of ours could only contradict that.
    expect(panel.rowNumbering).to.deep.equal([]);
  });

  it('renders no row again for a key in the search', async () => {
    const panel = await openPanel(new PanelStub(50));
    let rendered = 0;
    const select = (name: string) => {
      rendered += 1;
      return `Select ${name}`;
    };
    panel.element.messages = { select };
    await panel.settle();
    expect(rendered).to.equal(50);
    const perKey: number[] = [];
    for (const text of ['p', 'pe', 'per']) {
      rendered = 0;
      await panel.type(text);
      perKey.push(rendered);
    }
    // With a new minute, all are: "2 minutes ago" becomes "3 minutes ago".
    expect(Math.min(...perKey)).to.equal(0);
  });

  it('keeps the focus on its row while the page scrolls', async () => {
    const panel = await openPanel(new PanelStub(50));
    await panel.focusRow('Person 3');
    scrollTo(0, 2400);
    await panel.settle();
    expect(panel.focused).to.equal('row of Person 3');
  });
});
