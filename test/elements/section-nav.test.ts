import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { ProfileEditorHarness } from '../harness/profile-editor.js';
import { openAccount } from './account-scenes.js';
import { database, profileOf, editable } from './profiles.js';
import { ProxyStub } from './stub.js';
import { openEditor } from './support.js';

const sections = ['Identity', 'Work', 'Password', 'Where you’re signed in', 'Your data', 'Danger zone'];

describe('profile-editor: the list of sections', () => {
  afterEach(async () => {
    await setViewport({ width: 800, height: 600 });
  });

  async function openWide(): Promise<ProfileEditorHarness> {
    await setViewport({ width: 1200, height: 600 });
    const editor = await openAccount();
    await editor.until(() => editor.nav.length === sections.length);
    return editor;
  }

  const link = (editor: ProfileEditorHarness, title: string) =>
    [...(editor.element.shadowRoot?.querySelectorAll<HTMLElement>('nav a') ?? [])].find(
      ({ textContent }) => textContent.trim() === title,
    ) ?? expect.fail();

  it('names every section, and marks the one that is read', async () => {
    const editor = await openWide();
    await editor.until(() => editor.nav[0] === '[Identity]');
    expect(editor.nav.slice(1)).to.deep.equal(sections.slice(1));
    editor.element.shadowRoot?.querySelector('.zone')?.scrollIntoView();
    await editor.until(() => editor.nav[0] === 'Identity');
    expect(editor.nav.filter((item) => item.startsWith('['))).to.have.length(1);
  });

  it('moves to a section without touching the address, by keyboard too', async () => {
    const editor = await openWide();
    const address = location.href;
    link(editor, 'Your data').focus();
    await sendKeys({ press: 'Enter' });
    await editor.settle();
    expect(editor.focused).to.equal('Your data');
    expect(editor.nav).to.include('[Your data]');
    expect(location.href).to.equal(address);
  });

  it('is not there where there is no room for it', async () => {
    const editor = await openWide();
    expect(link(editor, 'Work').checkVisibility()).to.equal(true);
    await setViewport({ width: 900, height: 600 });
    expect(link(editor, 'Work').checkVisibility()).to.equal(false);
  });

  it('is left out for a single section, and without a header', async () => {
    const single = await openEditor(new ProxyStub(profileOf(editable({ name: 'jobTitle' }))));
    await import('../../src/elements/parts/section-nav.js');
    await single.settle();
    expect(single.nav).to.deep.equal([]);
    const headless = await openEditor(new ProxyStub(database), { hideHeader: true });
    await headless.settle();
    expect(headless.nav).to.deep.equal([]);
  });
});
