import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/profile-editor.js';
import type { ProfileEditor } from '../../src/elements/profile-editor/profile-editor.js';
import { ProfileEditorHarness } from '../harness/profile-editor.js';
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
});
