import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/profile-editor.js';
import type { ProfileEditor } from '../../src/elements/profile-editor/profile-editor.js';
import { placeholderDelayMs } from '../../src/elements/parts/placeholder-timer.js';
import { ProfileEditorHarness } from '../harness/profile-editor.js';
import { holdTimers } from './hold-timers.js';
import { observe } from './observe.js';
import { database } from './profiles.js';
import { ProxyStub } from './stub.js';

let timers: ReturnType<typeof holdTimers>;
beforeEach(() => (timers = holdTimers(placeholderDelayMs)));
afterEach(() => timers.restore());

/** Not `openEditor`, whose module fetches all of it. The profile is on its way until `release()`. */
async function openWaiting() {
  const operation = { name: 'password.reset', allowed: true, consequences: [] } as const;
  const proxy = new ProxyStub({ ...database, operations: [operation] });
  const release = proxy.holdNext();
  const element = await fixture<ProfileEditor>(
    html`<profile-editor proxy-url="/orgdesk" lang="en" .fetch=${proxy.fetch}></profile-editor>`,
  );
  const editor = new ProfileEditorHarness(element);
  await editor.settle();
  return { element, editor, release };
}

// The first test comes first: a module that a page has fetched once is never fetched again.
describe('profile-editor: what it loads first', () => {
  it('fetches the code for editing, the account and the sections after the first fields are painted', async () => {
    const requestedAt = (file: string) =>
      performance.getEntriesByType('resource').find(({ name }) => name.includes(`/${file}.`))?.startTime;
    const { element, editor, release } = await openWaiting();
    const frame = new Promise<number>((resolve) => {
      const observer = observe(element, () => {
        if (editor.groups.length === 0) return;
        observer.disconnect();
        requestAnimationFrame(() => resolve(performance.now()));
      });
    });
    release();
    const paintedAt = await frame;
    for (const file of ['editing', 'account', 'section-nav']) {
      await editor.until(() => requestedAt(file) !== undefined);
      expect(requestedAt(file), file).to.be.at.least(paintedAt);
    }
  });

  it('keeps room free for a quick answer, and shows no placeholder', async () => {
    const { element, editor, release } = await openWaiting();
    expect([editor.isWaiting, editor.showsSkeleton]).to.deep.equal([true, false]);
    expect(element.getBoundingClientRect().height).to.be.above(300);
    let hasPlaceholder = false;
    const observer = observe(element, () => (hasPlaceholder ||= editor.showsSkeleton));
    release();
    await editor.until(() => editor.groups.length > 0);
    observer.disconnect();
    expect(hasPlaceholder).to.equal(false);
  });

  it('shows a placeholder where an answer takes longer', async () => {
    const { editor, release } = await openWaiting();
    await editor.until(() => timers.count > 0);
    timers.pass();
    await editor.settle();
    expect(editor.showsSkeleton).to.equal(true);
    release();
    await editor.until(() => editor.groups.length > 0);
    expect(editor.isWaiting).to.equal(false);
  });
});
