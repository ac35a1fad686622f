import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/profile-editor.js';
import type { ProfileEditor } from '../../src/elements/profile-editor/profile-editor.js';
import { placeholderDelayMs } from '../../src/elements/parts/placeholder-timer.js';
import { ProfileEditorHarness } from '../harness/profile-editor.js';
import { holdTimers } from './hold-timers.js';
import { database } from './profiles.js';
import { ProxyStub } from './stub.js';

// Not by `openEditor`, whose module fetches all of it.
describe('profile-editor: what it loads first', () => {
  it('fetches the code for editing, the account and the sections after the first fields are painted', async () => {
    const requestedAt = (file: string) =>
      performance.getEntriesByType('resource').find(({ name }) => name.includes(`/${file}.`))?.startTime;
    const operation = { name: 'password.reset', allowed: true, consequences: [] } as const;
    const proxy = new ProxyStub({ ...database, operations: [operation] });
    const element = await fixture<ProfileEditor>(
      html`<profile-editor proxy-url="/orgdesk" lang="en" .fetch=${proxy.fetch}></profile-editor>`,
    );
    const editor = new ProfileEditorHarness(element);
    const frame = new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (editor.groups.length === 0) return;
        observer.disconnect();
        requestAnimationFrame(() => resolve(performance.now()));
      });
      observer.observe(element.shadowRoot ?? expect.fail(), { childList: true, subtree: true });
    });
    const paintedAt = await frame;
    for (const file of ['editing', 'account', 'section-nav']) {
      await editor.until(() => requestedAt(file) !== undefined);
      expect(requestedAt(file), file).to.be.at.least(paintedAt);
    }
  });

  it('keeps room free for a quick answer, and shows no placeholder', async () => {
    const timers = holdTimers(placeholderDelayMs);
    const proxy = new ProxyStub(database);
    const release = proxy.holdNext();
    const element = await fixture<ProfileEditor>(
      html`<profile-editor proxy-url="/orgdesk" lang="en" .fetch=${proxy.fetch}></profile-editor>`,
    );
    const editor = new ProfileEditorHarness(element);
    await editor.settle();
    expect(editor.isWaiting && !editor.showsSkeleton).to.equal(true);
    expect(element.getBoundingClientRect().height).to.be.above(300);
    let hasPlaceholder = false;
    const observer = new MutationObserver(() => (hasPlaceholder ||= editor.showsSkeleton));
    observer.observe(element.shadowRoot ?? expect.fail(), { childList: true, subtree: true });
    release();
    await editor.until(() => editor.groups.length > 0);
    observer.disconnect();
    timers.restore();
    expect(hasPlaceholder).to.equal(false);
  });

  it('shows a placeholder where an answer takes longer', async () => {
    const timers = holdTimers(placeholderDelayMs);
    const proxy = new ProxyStub(database);
    const release = proxy.holdNext();
    const element = await fixture<ProfileEditor>(
      html`<profile-editor proxy-url="/orgdesk" lang="en" .fetch=${proxy.fetch}></profile-editor>`,
    );
    const editor = new ProfileEditorHarness(element);
    await editor.until(() => timers.count > 0);
    timers.pass();
    timers.restore();
    await editor.settle();
    expect(editor.showsSkeleton).to.equal(true);
    release();
    await editor.until(() => editor.groups.length > 0);
    expect(editor.isWaiting).to.equal(false);
  });
});
