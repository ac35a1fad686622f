import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define/org-members.js';
import type { OrgMembers } from '../../../src/elements/org-members/org-members.js';
import { placeholderDelayMs } from '../../../src/elements/parts/placeholder-timer.js';
import { OrgMembersHarness } from '../../harness/org-members.js';
import { holdTimers } from '../hold-timers.js';
import { observe } from '../observe.js';
import { PanelStub } from './panel-stub.js';

let timers: ReturnType<typeof holdTimers>;
beforeEach(() => (timers = holdTimers(placeholderDelayMs)));
afterEach(() => timers.restore());

/** The list is on its way until `release()`. */
async function openWaiting(members: number, density: OrgMembers['density'] = 'comfortable') {
  const proxy = new PanelStub(members);
  const release = proxy.holdNext('/members');
  const element = await fixture<OrgMembers>(
    html`<org-members proxy-url="/orgdesk" lang="en" density=${density} .fetch=${proxy.fetch}></org-members>`,
  );
  const panel = new OrgMembersHarness(element);
  await panel.settle();
  return { element, panel, proxy, release };
}

// The first test comes first: a module that a page has fetched once is never fetched again.
describe('org-members: what it loads first', () => {
  it('fetches menus, dialogs and tabs after the first rows, and a click before that still counts', async () => {
    const hasInteractions = () =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('/panel-interactions.'));
    const { panel, proxy, release } = await openWaiting(3);
    await panel.until(() => proxy.lists.length > 0);
    await panel.settle();
    // Whatever was asked for before this is listed once this has arrived.
    await import('../../../src/elements/org-members/person/person-panel.js');
    expect(hasInteractions()).to.equal(false);
    release();
    await panel.until(() => panel.names.length > 0);
    await panel.press('Actions for Person 1');
    await panel.until(() => panel.menu.length > 0);
    expect(hasInteractions()).to.equal(true);
  });

  it('keeps room free for a quick answer, and shows no placeholder', async () => {
    const { element, panel, release } = await openWaiting(3);
    expect([panel.names.length, panel.showsSkeleton]).to.deep.equal([0, false]);
    expect(element.getBoundingClientRect().height).to.be.above(400);
    let hasPlaceholder = false;
    const observer = observe(element, () => (hasPlaceholder ||= panel.showsSkeleton));
    release();
    await panel.until(() => panel.names.length > 0);
    observer.disconnect();
    expect(hasPlaceholder).to.equal(false);
  });

  it('shows a placeholder where an answer takes longer', async () => {
    const { panel, release } = await openWaiting(3);
    await panel.until(() => timers.count > 0);
    timers.pass();
    await panel.settle();
    expect(panel.showsSkeleton).to.equal(true);
    release();
    await panel.until(() => panel.names.length > 0);
    expect(panel.showsSkeleton).to.equal(false);
  });

  for (const density of ['comfortable', 'compact'] as const) {
    it(`renders the rows below the window once those in it are painted, in a ${density} list`, async () => {
      const { element, panel, release } = await openWaiting(50, density);
      const rows = () => [...(element.shadowRoot?.querySelectorAll('tbody tr') ?? [])];
      const atFirst = new Promise<number>((resolve) => {
        const observer = observe(element, () => {
          if (rows().length === 0) return;
          observer.disconnect();
          resolve(rows().length);
        });
      });
      release();
      const count = await atFirst;
      await panel.until(() => panel.names.length === 50);
      const tops = rows().map((row) => row.getBoundingClientRect().top);
      const inWindow = tops.filter((top) => top < innerHeight).length;
      expect(count).to.be.within(inWindow, inWindow + 5);
    });
  }
});
