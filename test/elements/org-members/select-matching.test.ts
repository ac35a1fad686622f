import { expect } from '@open-wc/testing';
import { openPanel } from './panel.js';
import { admin, PanelStub } from './panel-stub.js';

const selectAll = (count: number) => `Select all ${count} matching`;

describe('org-members: everyone who matches', () => {
  it('is selected on all pages, and only this page again, with the focus in one place', async () => {
    const panel = await openPanel(new PanelStub(60));
    await panel.tickAll();
    expect(panel.selection).to.equal('50 selected');
    await panel.press(selectAll(60));
    await panel.until(() => panel.selection === '60 selected');
    expect(panel.announcement).to.equal('60 selected');
    expect(panel.focused).to.equal('Select only this page');
    await panel.press('Select only this page');
    expect(panel.selection).to.equal('50 selected');
    expect(panel.focused).to.equal(selectAll(60));
  });

  it('is who the search finds, beside those who were selected before', async () => {
    const proxy = new PanelStub(200);
    const panel = await openPanel(proxy);
    await panel.tick('Person 2');
    await panel.type('person 1');
    await panel.until(() => proxy.lists.at(-1)?.get('search') === 'person 1');
    await panel.answered();
    await panel.press(selectAll(111));
    await panel.until(() => panel.selection === '112 selected');
    expect(proxy.requests.filter((request) => request === 'GET /members/selection')).to.have.length(1);
  });

  it('is offered again once someone is taken out, or with other filters', async () => {
    const panel = await openPanel(new PanelStub(60));
    await panel.tickAll();
    await panel.press(selectAll(60));
    await panel.until(() => panel.selection === '60 selected');
    await panel.tick('Person 3');
    expect(panel.selection).to.equal('59 selected');
    expect(panel.buttons).to.include(selectAll(60));
    await panel.choose('Status', 'active');
    expect(panel.buttons).to.include(selectAll(60));
  });

  it('is not offered where all of them are on the page, or no bulk action is allowed', async () => {
    const onePage = await openPanel(new PanelStub(20));
    await onePage.tickAll();
    expect(onePage.buttons).not.to.include(selectAll(20));
    const proxy = new PanelStub(60);
    const operations = admin.operations.filter(({ name }) => name !== 'bulk.run');
    proxy.info = { ...admin, operations };
    const panel = await openPanel(proxy);
    await panel.tickAll();
    expect(panel.buttons).not.to.include(selectAll(60));
  });

  it('says that they are too many, or why they can’t be read, and leaves the selection alone', async () => {
    const proxy = new PanelStub(60);
    proxy.hasMore = true;
    const panel = await openPanel(proxy);
    await panel.tickAll();
    await panel.press(selectAll(60));
    await panel.until(() => panel.alerts.length > 0);
    expect(panel.alerts[0]).to.contain('More than 10,000 members match');
    expect(panel.selection).to.equal('50 selected');
    proxy.failNext('/members/selection', 'upstream_unavailable');
    await panel.press(selectAll(60));
    await panel.until(() => panel.alerts.length === 1 && !panel.alerts[0]?.includes('10,000'));
    expect(panel.selection).to.equal('50 selected');
  });

  it('is no longer waited for once the selection is cleared', async () => {
    const proxy = new PanelStub(60);
    const release = proxy.holdNext('/members/selection');
    const panel = await openPanel(proxy);
    await panel.tickAll();
    await panel.press(selectAll(60));
    await panel.until(() => panel.buttons.includes('Selecting… 0'));
    await panel.press('Clear selection');
    release();
    await panel.answered();
    expect(panel.selection).to.equal('');
    await panel.tick('Person 1');
    expect(panel.selection).to.equal('1 selected');
  });
});
