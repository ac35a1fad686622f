import { expect } from '@open-wc/testing';
import { database } from './profiles.js';
import { ProxyStub } from './stub.js';
import { openEditor } from './support.js';

const unreachable = (proxy: ProxyStub) => proxy.answerNext(() => Promise.reject(new TypeError('no network')));
const reconnect = () => window.dispatchEvent(new Event('online'));

/** What the browser says of itself while it has no network. */
async function offline(during: () => Promise<void>): Promise<void> {
  Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
  try {
    await during();
  } finally {
    Reflect.deleteProperty(navigator, 'onLine');
  }
}

describe('profile-editor: offline', () => {
  it('says so, and loads the profile when online', async () => {
    const proxy = new ProxyStub(database);
    unreachable(proxy);
    await offline(async () => {
      const editor = await openEditor(proxy);
      expect(editor.alerts.join(' ')).to.contain('You’re offline.');
      reconnect();
      await editor.answered();
      expect(editor.heading).to.equal('Grace Reyes');
    });
  });

  it('keeps a draft that could not be saved, and leaves saving to the user', async () => {
    const proxy = new ProxyStub(database);
    const editor = await openEditor(proxy);
    await editor.fill('jobTitle', 'Chief');
    unreachable(proxy);
    await offline(() => editor.save());
    expect(editor.value('jobTitle')).to.equal('Chief');
    reconnect();
    await editor.settle();
    expect(editor.alerts).to.deep.equal([]);
    expect(editor.unsaved).to.equal('1 unsaved change');
    expect(proxy.patches).to.have.length(1);
    await editor.save();
    expect(editor.showsSaved).to.equal(true);
  });

  it('does not repeat a request that failed for another reason', async () => {
    const proxy = new ProxyStub(database);
    proxy.failNext('internal');
    const editor = await openEditor(proxy);
    reconnect();
    await editor.settle();
    expect(proxy.requests).to.have.length(1);
  });

  it('reports unsaved changes in hasChanges', async () => {
    const editor = await openEditor(new ProxyStub(database));
    expect(editor.element.hasChanges).to.equal(false);
    await editor.type('jobTitle', 'Chief');
    expect(editor.element.hasChanges).to.equal(true);
  });
});
