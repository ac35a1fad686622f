import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/org-members.js';
import type { SessionFetch } from '../../src/client/proxy-client.js';
import { OrgMembers } from '../../src/elements/org-members/org-members.js';
import { ProfileEditor } from '../../src/elements/profile-editor/profile-editor.js';
import { OrgMembersHarness } from '../harness/org-members.js';
import { translatePage } from '../harness/page-translator.js';
import { ProfileEditorHarness } from '../harness/profile-editor.js';
import { accountProxy, openAccount } from './account-scenes.js';
import { openPanel } from './org-members/panel.js';
import { PanelStub } from './org-members/panel-stub.js';
import { database } from './profiles.js';
import { problemResponse, ProxyStub } from './stub.js';
import { openEditor } from './support.js';

/** As a framework does that sorts a list, or moves a page into another layout. */
function move(element: Element): void {
  const place = document.createElement('div');
  element.parentElement?.append(place);
  place.append(element);
}

/** Not in TypeScript's library yet: https://dom.spec.whatwg.org/#dom-parentnode-movebefore */
interface MovableParent extends ParentNode {
  moveBefore(node: Node, child: Node | null): void;
}

describe('a form filler', () => {
  const change = () => new Event('change', { bubbles: true });

  it('fills in with a change alone', async () => {
    const editor = await openEditor(new ProxyStub(database));
    editor.control('jobTitle').value = 'Surveyor';
    editor.control('jobTitle').dispatchEvent(change());
    await editor.settle();
    expect(editor.unsaved).to.equal('1 unsaved change');
    await editor.fill('deskPhone', '+351 21 555 01 17');
    expect(editor.value('jobTitle')).to.equal('Surveyor');
  });

  it('fills in without any event before the focus leaves', async () => {
    const proxy = new ProxyStub(database);
    const editor = await openEditor(proxy);
    const control = editor.control('jobTitle');
    control.focus();
    control.value = 'Surveyor';
    control.blur();
    await editor.settle();
    expect(editor.unsaved).to.equal('1 unsaved change');
    await editor.save();
    expect(proxy.patches.map(({ fields }) => fields)).to.deep.equal([{ jobTitle: 'Surveyor' }]);
  });

  it('leaves a field as it is that only had the focus, whatever is stored', async () => {
    const odd = { jobTitle: ' Head of\r\nsurveys ', deskPhone: '030 / 1234' };
    const proxy = new ProxyStub(database);
    proxy.changeElsewhere(odd);
    const editor = await openEditor(proxy);
    for (const name of Object.keys(odd)) {
      editor.control(name).focus();
      editor.control(name).blur();
    }
    await editor.settle();
    expect(editor.unsaved).to.equal('');
  });

  it('gives a reason with a change alone', async () => {
    const proxy = new ProxyStub({ ...database, own: false, auditReason: 'required' });
    const editor = await openEditor(proxy);
    await editor.fill('jobTitle', 'Surveyor');
    await editor.typeReason('asked by phone', change());
    await editor.save();
    expect(proxy.patches.map(({ reason }) => reason)).to.deep.equal(['asked by phone']);
  });
});

describe('a page that moves an element', () => {
  it('keeps what was typed, and reads nothing again', async () => {
    const proxy = new ProxyStub(database);
    const editor = await openEditor(proxy);
    await editor.fill('jobTitle', 'Surveyor');
    const { length } = proxy.requests;
    move(editor.element);
    await editor.settle();
    expect(editor.value('jobTitle')).to.equal('Surveyor');
    expect(editor.unsaved).to.equal('1 unsaved change');
    expect(proxy.requests.length).to.equal(length);
    await editor.save();
    expect(proxy.patches.length).to.equal(1);
  });

  it('goes on with what was being read', async () => {
    const proxy = new ProxyStub(database);
    const answer = proxy.holdNext();
    const editor = await openEditor(proxy, { waiting: true });
    move(editor.element);
    await editor.settle();
    answer();
    await editor.until(() => editor.heading === 'Grace Reyes');
    expect(proxy.requests.length).to.equal(1);
  });

  it('leaves an open dialog modal', async () => {
    const editor = await openAccount(accountProxy());
    await editor.press('Delete account…');
    await editor.until(() => editor.dialog !== null);
    move(editor.element);
    await editor.settle();
    expect(editor.dialog?.matches(':modal')).to.equal(true);
    await editor.press('Cancel');
    expect(editor.dialog).to.equal(null);
  });

  it('keeps the list, its search and its selection', async () => {
    const proxy = new PanelStub(5);
    const panel = await openPanel(proxy);
    await panel.tick('Person 2');
    const { length } = proxy.lists;
    move(panel.element);
    await panel.settle();
    expect(panel.selection).to.contain('1 selected');
    expect(panel.names.length).to.equal(5);
    expect(proxy.lists.length).to.equal(length);
    await panel.press('Actions for Person 2');
    expect(panel.menu).to.include('Copy email');
  });

  it('loses nothing with moveBefore(), and leaves a dialog where the focus is', async () => {
    const editor = await openAccount(accountProxy());
    await editor.press('Delete account…');
    await editor.until(() => editor.dialog !== null);
    await editor.typePhrase('grace');
    const { focused } = editor;
    const place = document.createElement('div');
    const parent = editor.element.parentElement as unknown as MovableParent;
    parent.append(place);
    (place as unknown as MovableParent).moveBefore(editor.element, null);
    await editor.settle();
    expect(editor.dialog?.matches(':modal')).to.equal(true);
    expect(editor.dialog?.querySelector('input')?.value).to.equal('grace');
    expect(editor.focused).to.equal(focused);
  });

  it('closes a menu, whose place is no longer right', async () => {
    const panel = await openPanel(new PanelStub(5));
    await panel.press('Actions for Person 2');
    move(panel.element);
    await panel.settle();
    expect(panel.menu).to.deep.equal([]);
  });

  it('reads again when the element comes back later', async () => {
    const proxy = new PanelStub(5);
    const { element } = await openPanel(proxy);
    const { length } = proxy.lists;
    const parent = element.parentElement;
    element.remove();
    await element.updateComplete;
    parent?.append(element);
    const panel = new OrgMembersHarness(element);
    await panel.until(() => proxy.lists.length > length);
    expect(panel.names.length).to.equal(5);
  });
});

describe('a host that sets fetch', () => {
  it('late replaces an answer without a session', async () => {
    const real = new ProxyStub(database);
    const editor = await openEditor({ fetch: () => Promise.resolve(problemResponse('token_missing')) });
    expect(editor.heading).to.equal('You’re signed out');
    editor.element.fetch = real.fetch;
    await editor.until(() => editor.heading === 'Grace Reyes');
  });

  it('anew at every render is asked with the newest one', async () => {
    const proxy = new ProxyStub(database);
    const used: string[] = [];
    const withToken =
      (token: string): SessionFetch =>
      (...args) => {
        used.push(token);
        return proxy.fetch(...args);
      };
    const editor = await openEditor({ fetch: withToken('first') });
    await editor.fill('jobTitle', 'Surveyor');
    editor.element.fetch = withToken('second');
    await editor.settle();
    expect(new Set(used)).to.deep.equal(new Set(['first']));
    await editor.save();
    expect(used.at(-1)).to.equal('second');
    expect(editor.value('jobTitle')).to.equal('Surveyor');
  });

  it('anew while the first answer is awaited reads once', async () => {
    const proxy = new PanelStub(3);
    const element = document.createElement('org-members');
    const fetch = () => ((...args) => proxy.fetch(...args)) satisfies SessionFetch;
    element.fetch = fetch();
    document.body.append(element);
    try {
      for (let render = 0; render < 5; render += 1) {
        await element.updateComplete;
        element.fetch = fetch();
      }
      const panel = new OrgMembersHarness(element);
      await panel.until(() => panel.names.length === 3);
      expect(proxy.lists.length).to.equal(1);
    } finally {
      element.remove();
    }
  });

  it('anew after a failure reads again', async () => {
    const proxy = new PanelStub(3);
    proxy.failNext('/members', 'token_expired');
    const panel = await openPanel(proxy);
    expect(panel.names).to.deep.equal([]);
    panel.element.fetch = (...args) => proxy.fetch(...args);
    await panel.until(() => panel.names.length === 3);
  });
});

describe('a page that is being translated', () => {
  it('shows what changes, and saves what was typed', async () => {
    const proxy = new ProxyStub(database);
    const editor = await openEditor(proxy);
    translatePage(editor.element);
    await editor.fill('deskPhone', '12');
    translatePage(editor.element);
    expect(editor.error('deskPhone')).to.match(/^[^a-z]+$/);
    await editor.fill('deskPhone', '+351 21 555 01 17');
    expect(editor.error('deskPhone')).to.equal('');
    expect(editor.unsaved.toLowerCase()).to.equal('1 unsaved change');
    await editor.fill('jobTitle', 'Surveyor');
    expect(editor.unsaved).to.equal('2 unsaved changes');
    await editor.save();
    expect(proxy.patches.length).to.equal(1);
    expect(editor.toasts).to.deep.equal(['Changes saved.']);
  });

  it('follows the list', async () => {
    const panel = await openPanel(new PanelStub(60));
    translatePage(panel.element);
    expect(panel.columns).to.include('LAST SIGN-IN');
    await panel.press('NEXT');
    await panel.answered();
    expect(panel.range).to.equal('51–60 of 60');
    expect(panel.names).to.deep.equal(Array.from({ length: 10 }, (_, index) => `Person ${50 + index}`));
  });

  it('translates no name, address, or role', async () => {
    const panel = await openPanel(new PanelStub(3));
    const before = panel.names;
    translatePage(panel.element);
    expect(panel.names).to.deep.equal(before);
    expect(panel.text).to.contain('person.2@acme.example').and.not.contain('ADMIN');
    const editor = await openEditor(new ProxyStub(database));
    translatePage(editor.element);
    expect(editor.heading).to.equal('Grace Reyes');
    expect(editor.value('email')).to.equal('grace@globex.example');
  });
});

describe('several tags', () => {
  it('can show one element under different names', async () => {
    ProfileEditor.define('my-profile');
    ProfileEditor.define('your-profile');
    OrgMembers.define('my-people');
    const { fetch } = new ProxyStub(database);
    for (const tag of ['my-profile', 'your-profile']) {
      const element = document.createElement(tag) as ProfileEditor;
      Object.assign(element, { fetch });
      await fixture(html`${element}`);
      const editor = new ProfileEditorHarness(element);
      await editor.until(() => editor.heading === 'Grace Reyes');
    }
    const people = await fixture<OrgMembers>(
      html`${Object.assign(document.createElement('my-people'), new PanelStub(2))}`,
    );
    const panel = new OrgMembersHarness(people);
    await panel.until(() => panel.names.length === 2);
  });

  it('leaves a tag alone that another version has registered', () => {
    class Other extends HTMLElement {}
    customElements.define('other-profile', Other);
    ProfileEditor.define('other-profile');
    expect(customElements.get('other-profile')).to.equal(Other);
  });
});
