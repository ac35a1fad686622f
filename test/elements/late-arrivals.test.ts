import { expect } from '@open-wc/testing';
import type { UploadPicture } from '../../src/state/profile/picture-upload.js';
import { accountProxy, everything, openAccount, receipt, withOperations } from './account-scenes.js';
import { database, editable, profileOf, withValues } from './profiles.js';
import { ProxyStub } from './stub.js';
import { openEditor, record } from './support.js';

const ada = { userId: 'auth0|ada', name: 'Ada Keller', picture: null };
const profileOfAda = { ...withValues(database, { jobTitle: 'CTO' }), person: ada };

/** A promise that the test settles. */
function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve = (_: T) => {};
  const promise = new Promise<T>((settle) => (resolve = settle));
  return { promise, resolve };
}

describe('profile-editor: another member while a save is in flight', () => {
  it('shows the other member, and ignores the response to the save', async () => {
    const proxy = new ProxyStub(database);
    const editor = await openEditor(proxy);
    const saved = record(editor.element, 'profile-saved');
    await editor.fill('jobTitle', 'Chief');
    const release = proxy.holdNext();
    await editor.startSave();
    proxy.answerNext(() => Response.json(profileOfAda, { headers: { etag: '"7"' } }));
    editor.element.userId = ada.userId;
    await editor.answered();
    expect(editor.heading).to.equal('Ada Keller');
    release();
    await editor.answered();
    expect(editor.heading).to.equal('Ada Keller');
    expect(editor.value('jobTitle')).to.equal('CTO');
    expect(saved).to.deep.equal([]);
  });

  it('shows no problem of the save with the other member', async () => {
    const proxy = new ProxyStub(database);
    const editor = await openEditor(proxy);
    await editor.fill('jobTitle', 'Chief');
    const answer = deferred<Response>();
    proxy.answerNext(() => answer.promise);
    await editor.startSave();
    proxy.answerNext(() => Response.json(profileOfAda, { headers: { etag: '"7"' } }));
    editor.element.userId = ada.userId;
    await editor.answered();
    answer.resolve(new Response('gone', { status: 502 }));
    await editor.answered();
    expect(editor.alerts).to.deep.equal([]);
    expect(editor.heading).to.equal('Ada Keller');
  });

  it('does not leave the form of the last member to be saved as the other one', async () => {
    const proxy = new ProxyStub(database);
    const editor = await openEditor(proxy);
    await editor.fill('jobTitle', 'Chief');
    proxy.failNext('upstream_unavailable');
    editor.element.userId = ada.userId;
    await editor.answered();
    expect(editor.groups).to.deep.equal([]);
    expect(editor.buttons).to.deep.equal(['Try again']);
    expect(editor.element.hasChanges).to.equal(false);
  });
});

describe('profile-editor: a picture that is uploaded for another member', () => {
  it('is aborted, and not put into the draft', async () => {
    const picture = editable({ name: 'picture', kind: 'picture', label: { en: 'Picture' } });
    const view = profileOf(picture);
    const proxy = new ProxyStub(view);
    const upload = deferred<string>();
    let signal: AbortSignal | undefined;
    const uploadPicture: UploadPicture = (_, options) => {
      signal = options.signal;
      return upload.promise;
    };
    const editor = await openEditor(proxy, { uploadPicture });
    await editor.chooseFile(new File(['me'], 'me.png', { type: 'image/png' }));
    proxy.replaceElsewhere({ ...view, person: ada });
    editor.element.userId = ada.userId;
    await editor.answered();
    expect(signal?.aborted).to.equal(true);
    upload.resolve('https://files.example/me.png');
    await editor.settle();
    expect(editor.value('picture')).to.equal('');
    expect(editor.element.hasChanges).to.equal(false);
  });
});

describe('profile-editor: the account of another member', () => {
  it('reads the sessions of the member that a reload brings', async () => {
    const proxy = accountProxy();
    const editor = await openAccount(proxy);
    expect(editor.accountText('Where you’re signed in')).to.contain('Firefox');
    proxy.answerAt('GET /sessions', () => Response.json({ available: true, sessions: [] }));
    proxy.replaceElsewhere({ ...withOperations(everything), person: ada });
    await editor.element.reload();
    await editor.accountReady();
    await editor.until(() => !editor.accountText('Where you’re signed in').includes('Firefox'));
    expect(editor.accountText('Where you’re signed in')).not.to.contain('Firefox');
  });

  it('ignores a list of sessions that arrives late', async () => {
    const proxy = accountProxy();
    const late = deferred<Response>();
    proxy.answerAt('GET /sessions', () => late.promise);
    const editor = await openAccount(proxy);
    proxy.answerAt('GET /sessions', () => Response.json({ available: true, sessions: [] }));
    proxy.replaceElsewhere({ ...withOperations(everything), person: ada });
    editor.element.proxyUrl = '/elsewhere';
    await editor.answered();
    await editor.accountReady();
    const session = { id: 'x', current: false, userAgent: 'Ghost', ip: null };
    const times = { signedInAt: null, lastUsedAt: null, expiresAt: null };
    late.resolve(Response.json({ available: true, sessions: [{ ...session, ...times }] }));
    await editor.settle();
    await editor.settle();
    expect(editor.text).not.to.contain('Ghost');
  });

  it('asks for nothing once the element is removed while its code loads', async () => {
    const proxy = accountProxy();
    const release = proxy.holdNext();
    const editor = await openEditor(proxy, { waiting: true });
    editor.element.addEventListener('state-change', ({ state }) => {
      if (state === 'ready') editor.element.remove();
    });
    release();
    await editor.until(() => !editor.element.isConnected);
    await editor.settle();
    await editor.settle();
    expect(proxy.requests.map(({ url }) => url)).to.deep.equal(['/orgdesk/v1/profile']);
  });

  it('deletes nothing if the host agrees after the member has changed', async () => {
    const proxy = accountProxy();
    const editor = await openAccount(proxy);
    const approval = deferred<boolean>();
    editor.element.addEventListener('account-delete-request', (event) => event.waitFor(approval.promise));
    await editor.press('Delete account…');
    await editor.until(() => editor.dialog !== null);
    await editor.typePhrase('grace@globex.example');
    await editor.press('Delete account');
    proxy.replaceElsewhere({ ...withOperations(everything), person: ada });
    editor.element.userId = ada.userId;
    await editor.answered();
    approval.resolve(true);
    await editor.settle();
    await editor.settle();
    expect(proxy.requests.filter(({ method }) => method === 'DELETE')).to.deep.equal([]);
  });

  it('reports a deletion that was under way, and shows no receipt of it', async () => {
    const proxy = accountProxy();
    const editor = await openAccount(proxy);
    const deleted = record(editor.element, 'account-deleted');
    const late = deferred<Response>();
    proxy.answerAt('DELETE ', () => late.promise);
    await editor.press('Delete account…');
    await editor.until(() => editor.dialog !== null);
    await editor.typePhrase('grace@globex.example');
    await editor.press('Delete account');
    proxy.replaceElsewhere({ ...database, person: ada });
    editor.element.userId = ada.userId;
    await editor.answered();
    late.resolve(Response.json(receipt));
    await editor.until(() => deleted.length > 0);
    await editor.settle();
    expect(deleted.map((event) => event.receipt.userId)).to.deep.equal(['auth0|grace']);
    expect(editor.heading).to.equal('Ada Keller');
  });
});

describe('profile-editor: long lists of options', () => {
  it('are filled once the profile has been painted, and keep what is chosen', async () => {
    const proxy = new ProxyStub(withValues(database, { timeZone: 'Europe/Berlin' }));
    const release = proxy.holdNext();
    const editor = await openEditor(proxy, { waiting: true });
    const { shadowRoot } = editor.element;
    const zones = () => shadowRoot?.querySelector<HTMLSelectElement>('[name="timeZone"]');
    const atFirst = new Promise<string[]>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!zones()) return;
        observer.disconnect();
        resolve(editor.options('timeZone'));
      });
      observer.observe(shadowRoot ?? expect.fail(), { childList: true, subtree: true });
    });
    release();
    expect(await atFirst).to.deep.equal(['Not set', 'Berlin']);
    await editor.until(() => editor.options('timeZone').length > 100);
    expect(zones()?.value).to.equal('Europe/Berlin');
  });
});
