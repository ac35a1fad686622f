import { expect } from '@open-wc/testing';
import type { OrgMembersHarness } from '../../harness/org-members.js';
import { activityEntries, entry, mia } from './activity-entries.js';
import { openPanel } from './panel.js';
import { PanelStub } from './panel-stub.js';

/** Drives the tab. */
class Activity {
  readonly panel: OrgMembersHarness;

  constructor(panel: OrgMembersHarness) {
    this.panel = panel;
  }

  get root() {
    return this.panel.element.renderRoot;
  }

  all<T extends HTMLElement>(selector: string): T[] {
    return [...this.root.querySelectorAll<T>(selector)];
  }

  one<T extends HTMLElement>(selector: string): T {
    const [found] = this.all<T>(selector);
    if (!found) throw new Error(`There is no ${selector}`);
    return found;
  }

  texts(selector: string): string[] {
    return this.all(selector).map(({ innerText }) => innerText.replaceAll(/\s+/g, ' ').trim());
  }

  get rows(): string[] {
    return this.texts('[part="activity-entry"]');
  }

  async typePerson(text: string): Promise<void> {
    const input = this.one<HTMLInputElement>('[role="combobox"]');
    input.focus();
    input.value = text;
    input.dispatchEvent(new Event('input'));
    await this.panel.until(() => this.all('.people-found').length > 0);
  }

  key(key: string): void {
    this.one('[role="combobox"]').dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
  }

  async chooseAction(action: string): Promise<void> {
    const select = this.one<HTMLSelectElement>('select[name="action"]');
    select.value = action;
    select.dispatchEvent(new Event('change'));
    await this.panel.settle();
  }

  async chooseDays(from: string, to: string): Promise<void> {
    this.one('[popovertarget="activity-dates"]').click();
    const form = this.one('#activity-dates');
    await this.panel.until(() => form.matches(':popover-open'));
    this.one<HTMLInputElement>('input[name="from"]').value = from;
    this.one<HTMLInputElement>('input[name="to"]').value = to;
    this.one('[part~="apply-dates"]').click();
    await this.panel.settle();
  }
}

async function open(proxy: PanelStub, options: Parameters<typeof openPanel>[1] = {}): Promise<Activity> {
  const panel = await openPanel(proxy, options);
  panel.element.tab = 'activity';
  const activity = new Activity(panel);
  await panel.until(() => activity.all('[part~="toolbar"] [role="combobox"]').length > 0);
  return activity;
}

/** The query of the newest request, without its cursor. */
const lastQuery = ({ activityQueries }: PanelStub) =>
  Object.fromEntries(new URLSearchParams(activityQueries.at(-1)));

describe('org-members: the activity tab', () => {
  let proxy: PanelStub;
  beforeEach(() => {
    proxy = new PanelStub(20);
    proxy.activity = activityEntries;
  });
  const shows = (activity: Activity, count: number) =>
    activity.panel.until(() => activity.rows.length === count);

  it('says by day who did what to whom, from what to what, how it ended, and why', async () => {
    const activity = await open(proxy);
    await shows(activity, 3);
    expect(activity.texts('[part="day"]').map((day) => day.toLowerCase())).to.deep.equal([
      'today',
      'yesterday',
    ]);
    const [edited = '', roles = '', refused = ''] = activity.rows;
    expect(edited).to.match(
      /Ada Keller edited Mia Okafor’s profile Job title Engineer → Field engineer Fields: Email “asked by phone”/,
    );
    expect(roles).to.contain('Ada Keller changed Mia Okafor’s roles Help desk → not set');
    expect(roles).to.contain('4:00');
    expect(refused).to.match(
      /Mia Okafor tried to block Lee Left Not allowed Their roles don’t allow this. by someone signed in/,
    );
    expect(activity.panel.text).to.match(/Times are in your time zone \(.+\)/);
  });

  it('names people whose names aren’t known by their place in the sentence', async () => {
    const unknown = (userId: string) => ({ userId, name: null });
    proxy.activity = [
      entry('1', { actor: { ...unknown('auth0|8'), delegated: false } }),
      entry('2', { action: 'profile.update', target: unknown('auth0|9') }),
    ];
    const activity = await open(proxy);
    await shows(activity, 2);
    const [blocked, edited] = activity.rows;
    expect(blocked).to.contain('Someone blocked Mia Okafor');
    expect(edited).to.contain('Ada Keller edited someone’s profile');
  });

  it('opens the page of a person who is named, beside the list', async () => {
    const activity = await open(proxy);
    await shows(activity, 3);
    activity
      .all('.named[role="link"]')
      .find(({ innerText }) => innerText.trim() === mia.name)
      ?.click();
    await activity.panel.until(() => activity.panel.element.tab === 'members');
    expect(activity.panel.element.member).to.equal(mia.userId);
  });

  it('stays when the host shows the person itself', async () => {
    const activity = await open(proxy);
    await shows(activity, 3);
    activity.panel.element.addEventListener('member-open-request', (event) => event.preventDefault());
    activity
      .one('.named[role="link"]')
      .dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await activity.panel.settle();
    expect([activity.panel.element.tab, activity.panel.element.member]).to.deep.equal(['activity', '']);
  });

  it('is filtered by action and person, and by both until they are cleared', async () => {
    const activity = await open(proxy);
    await shows(activity, 3);
    await activity.chooseAction('member.block');
    await shows(activity, 1);
    expect(lastQuery(proxy)).to.deep.equal({ action: 'member.block' });
    await activity.typePerson('Person 1');
    expect(activity.texts('[role="option"]')[0]).to.equal('Person 1 person.1@acme.example');
    activity.key('ArrowDown');
    activity.key('Enter');
    await activity.panel.until(() => proxy.activityQueries.length === 3);
    expect(lastQuery(proxy)).to.deep.equal({ member: 'auth0|1', action: 'member.block' });
    await activity.panel.until(() => activity.panel.found === '1 entry');
    expect(activity.panel.appliedFilters).to.deep.equal(['Person: Mia Okafor', 'Action: Blocked']);
    await activity.panel.press('Clear filters');
    await shows(activity, 3);
    expect(activity.panel.appliedFilters).to.deep.equal([]);
    expect(activity.panel.focused).to.equal('Find a person by name or email');
  });

  it('finds people who are named in it, also if they have left', async () => {
    const activity = await open(proxy);
    await shows(activity, 3);
    await activity.typePerson('lee');
    expect(activity.texts('[role="option"]')).to.deep.equal(['Lee Left']);
    activity.one('[role="option"]').click();
    await shows(activity, 1);
    expect(activity.panel.appliedFilters).to.deep.equal(['Person: Lee Left']);
    expect(lastQuery(proxy)).to.deep.equal({ member: 'auth0|left' });
  });

  it('says that no one was found, and that members could not be searched', async () => {
    const activity = await open(proxy);
    await shows(activity, 3);
    await activity.typePerson('zzz');
    expect(activity.one('.people-found').innerText).to.contain('No one found');
    activity.key('Escape');
    await activity.panel.until(() => activity.all('.people-found').length === 0);
    proxy.failNext('/members', 'upstream_unavailable');
    await activity.typePerson('mia');
    expect(activity.one('.people-found').innerText).to.contain('Couldn’t search members');
    expect(activity.texts('[role="option"]')).to.deep.equal(['Mia Okafor']);
  });

  it('is filtered by days of the reader’s time zone, the last one included', async () => {
    const activity = await open(proxy);
    await shows(activity, 3);
    await activity.chooseDays('2026-11-01', '2026-11-28');
    await activity.panel.until(() => proxy.activityQueries.length === 2);
    expect(lastQuery(proxy)).to.deep.equal({
      from: new Date(2026, 10, 1).toISOString(),
      to: new Date(2026, 10, 29).toISOString(),
    });
    expect(activity.panel.appliedFilters[0]).to.match(/^Dates: Nov 1 – 28/);
    await activity.chooseDays('2026-11-02', '2026-11-01');
    expect(activity.panel.alerts).to.deep.equal(['The first day is after the last one.']);
    expect(proxy.activityQueries.length).to.equal(2);
  });

  it('says that nothing matches, and offers to clear the filters', async () => {
    const activity = await open(proxy);
    await shows(activity, 3);
    await activity.chooseAction('user.delete');
    await activity.panel.until(() => activity.panel.text.includes('No activity found'));
    activity.one('[part~="empty"] button').click();
    await shows(activity, 3);
  });

  it('shows earlier entries until others arrive, and none of them if that fails', async () => {
    const activity = await open(proxy);
    await shows(activity, 3);
    const release = proxy.holdNext('/activity');
    await activity.chooseAction('member.block');
    expect(activity.rows.length).to.equal(3);
    expect(activity.one('[part="activity"]').getAttribute('aria-busy')).to.equal('true');
    release();
    await shows(activity, 1);
    proxy.failNext('/activity', 'upstream_unavailable');
    await activity.chooseAction('');
    await activity.panel.until(() => activity.panel.alerts.length > 0);
    expect(activity.rows).to.deep.equal([]);
    await activity.panel.press('Try again');
    await shows(activity, 3);
  });

  it('shows the shape of the list while it loads for the first time', async () => {
    const release = proxy.holdNext('/activity');
    const activity = await open(proxy);
    expect(activity.all('[part="skeleton"]').length).to.equal(1);
    expect(activity.texts('[role="tabpanel"] [role="status"]')).to.contain('Loading activity');
    release();
    await shows(activity, 3);
  });

  it('loads more of what the filters show', async () => {
    proxy.activity = Array.from({ length: 60 }, (_, index) => entry(String(index)));
    const activity = await open(proxy);
    await activity.chooseAction('member.block');
    await activity.panel.until(() => activity.panel.found === 'The newest 50 entries');
    await activity.panel.press('Load more');
    await shows(activity, 60);
    expect(lastQuery(proxy)).to.deep.equal({ action: 'member.block', cursor: '50' });
    expect(activity.panel.found).to.equal('60 entries');
  });

  describe('with the page’s address', () => {
    afterEach(() => history.replaceState(null, '', location.pathname + location.search));

    it('keeps the filters in it, and starts with those that are in it', async () => {
      location.hash = `tab=activity&person=${encodeURIComponent(mia.userId)}&action=member.block&from=2026-11-01`;
      const activity = await open(proxy, { urlHash: true });
      await shows(activity, 1);
      expect(lastQuery(proxy)).to.deep.equal({
        member: mia.userId,
        action: 'member.block',
        from: new Date(2026, 10, 1).toISOString(),
      });
      expect(activity.panel.appliedFilters.slice(0, 2)).to.deep.equal([
        'Person: Mia Okafor',
        'Action: Blocked',
      ]);
      await activity.panel.press('Remove filter Action: Blocked');
      await shows(activity, 3);
      const params = new URLSearchParams(location.hash.slice(1));
      expect(Object.fromEntries(params)).to.deep.equal({
        tab: 'activity',
        person: mia.userId,
        from: '2026-11-01',
      });
      location.hash = 'tab=activity&action=roles.assign';
      await shows(activity, 1);
      expect(lastQuery(proxy)).to.deep.equal({ action: 'roles.assign' });
    });

    it('leaves out what no one can choose', async () => {
      location.hash = 'tab=activity&action=constructor&from=2026-02-31&to=soon';
      const activity = await open(proxy, { urlHash: true });
      await shows(activity, 3);
      expect(lastQuery(proxy)).to.deep.equal({});
    });
  });

  describe('exported', () => {
    const files: { name: string; blob: Blob }[] = [];
    const { createObjectURL } = URL;
    const { click } = HTMLAnchorElement.prototype;
    beforeEach(() => {
      files.length = 0;
      let blob = new Blob();
      URL.createObjectURL = (given) => {
        blob = given as Blob;
        return createObjectURL.call(URL, blob);
      };
      HTMLAnchorElement.prototype.click = function () {
        files.push({ name: this.download, blob });
      };
    });
    afterEach(() => {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    });

    const choose = async (activity: Activity, format: string) => {
      await activity.panel.press('Export');
      await activity.panel.until(() => activity.all('[role="menu"]:popover-open').length > 0);
      expect(activity.panel.menu).to.deep.equal(['CSV', 'JSON Lines']);
      activity
        .all('[role="menuitem"]')
        .find(({ innerText }) => innerText.trim() === format)
        ?.click();
    };

    for (const [format, type, content, name] of [
      ['CSV', 'text/csv', 'Time\r\n1\r\n2\r\n', /^activity-\d{4}-\d\d-\d\d\.csv$/],
      ['JSON Lines', 'application/jsonl', '{}\n{}\n', /^activity-\d{4}-\d\d-\d\d\.jsonl$/],
    ] as const) {
      it(`is a file of what the filters show, as ${format}`, async () => {
        const activity = await open(proxy);
        await activity.chooseAction('member.block');
        await shows(activity, 1);
        proxy.answerNext(
          '/activity/export',
          () => new Response(content, { headers: { 'content-type': `${type}; charset=utf-8` } }),
        );
        await choose(activity, format);
        await activity.panel.until(() => activity.panel.text.includes('Exported 2 entries.'));
        const { action, lang } = lastQuery(proxy);
        expect([action, lang]).to.deep.equal(['member.block', 'en']);
        expect(files[0]?.name).to.match(name);
        expect(await files[0]?.blob.text()).to.equal(content);
      });
    }

    it('says what is wrong if it fails, and saves nothing', async () => {
      const activity = await open(proxy);
      await shows(activity, 3);
      proxy.failNext('/activity/export', 'operation_locked');
      await choose(activity, 'CSV');
      await activity.panel.until(() => activity.panel.alerts.length > 0);
      expect(files).to.deep.equal([]);
      expect(activity.rows.length).to.equal(3);
    });

    it('can be stopped', async () => {
      const activity = await open(proxy);
      await shows(activity, 3);
      proxy.holdNext('/activity/export');
      await choose(activity, 'CSV');
      await activity.panel.until(() => activity.panel.text.includes('Exporting… 0 entries so far'));
      await activity.panel.press('Stop export');
      await activity.panel.until(() => !activity.panel.text.includes('Exporting'));
      expect(files).to.deep.equal([]);
    });
  });
});
