import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { record } from '../support.js';
import { openPanel } from './panel.js';
import { PanelStub } from './panel-stub.js';

describe('org-members: by keyboard', () => {
  before(() => setViewport({ width: 1140, height: 800 }));
  afterEach(() => scrollTo(0, 0));

  it('goes through the rows with the arrows, Home and End, where there are many', async () => {
    const panel = await openPanel(new PanelStub(50));
    await panel.focusRow('Person 0');
    await sendKeys({ press: 'ArrowDown' });
    await panel.until(() => panel.focused === 'row of Person 1');
    await sendKeys({ press: 'End' });
    await panel.until(() => panel.focused === 'row of Person 49');
    await sendKeys({ press: 'ArrowDown' });
    await panel.settle();
    expect(panel.focused).to.equal('row of Person 49');
    await sendKeys({ press: 'Home' });
    await panel.until(() => panel.focused === 'row of Person 0');
  });

  it('selects with Space, and asks the host before Enter opens', async () => {
    const panel = await openPanel(new PanelStub(3));
    const requests = record(panel.element, 'member-open-request');
    panel.element.addEventListener('member-open-request', (event) => event.preventDefault());
    await panel.focusRow('Person 1');
    await sendKeys({ press: 'Space' });
    await panel.settle();
    expect(panel.selection).to.equal('1 selected');
    await sendKeys({ press: 'Enter' });
    await panel.settle();
    expect(requests.map(({ userId }) => userId)).to.deep.equal(['auth0|1']);
    expect(panel.element.member).to.equal('');
  });

  it('opens a row’s menu with Shift+F10, walks it, and Escape gives the focus back', async () => {
    const panel = await openPanel(new PanelStub(3));
    await panel.focusRow('Person 1');
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'F10' });
    await sendKeys({ up: 'Shift' });
    await panel.until(() => panel.focused === 'Open');
    await sendKeys({ press: 'ArrowUp' });
    expect(panel.focused).to.equal('Delete account…');
    await sendKeys({ press: 'ArrowDown' });
    expect(panel.focused).to.equal('Open');
    await sendKeys({ press: 'Escape' });
    await panel.until(() => panel.menu.length === 0);
    expect(panel.focused).to.equal('Actions for Person 1');
  });

  it('finds an item of the menu by its first letter, from the focused one on', async () => {
    const panel = await openPanel(new PanelStub(3));
    await panel.press('Actions for Person 1');
    await panel.until(() => panel.menu.length > 0);
    const pressed: string[] = [];
    for (const key of ['b', 'o', 's', 'x']) {
      await sendKeys({ press: key });
      pressed.push(panel.focused);
    }
    expect(pressed).to.deep.equal(['Block…', 'Open', 'Send password reset', 'Send password reset']);
  });

  it('has one row to tab to, and its controls after it', async () => {
    const panel = await openPanel(new PanelStub(3));
    await panel.focusRow('Person 1');
    const stops: string[] = [];
    for (let step = 0; step < 5; step += 1) {
      await sendKeys({ press: 'Tab' });
      stops.push(panel.focused);
    }
    expect(stops.slice(0, 4)).to.deep.equal([
      'Select Person 1',
      'Person 1',
      'Change roles for Person 1',
      'Actions for Person 1',
    ]);
    expect(stops[4]).not.to.include('Person 2');
  });

  it('goes through the sections with the arrows', async () => {
    const panel = await openPanel(new PanelStub(3));
    await panel.press('Members 3');
    await sendKeys({ press: 'ArrowLeft' });
    await panel.until(() => panel.text.includes('No activity yet'));
    expect(panel.focused).to.equal('Activity');
    expect(panel.element.tab).to.equal('activity');
  });

  it('clears the search with Escape, and leaves the focus there', async () => {
    const proxy = new PanelStub(3);
    const panel = await openPanel(proxy);
    panel.focusSearch();
    await sendKeys({ type: 'person 1' });
    await panel.until(() => proxy.lists.length === 2);
    await sendKeys({ press: 'Escape' });
    await panel.answered();
    expect(panel.searchText).to.equal('');
    expect(proxy.lists.at(-1)?.get('search')).to.equal(null);
    expect(panel.focused).to.equal('Search by name or email');
  });
});
