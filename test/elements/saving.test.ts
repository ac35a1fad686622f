import { expect } from '@open-wc/testing';
import { database, editable, profileOf } from './profiles.js';
import type { ProfileEditorHarness } from '../harness/profile-editor.js';
import { ProxyStub } from './stub.js';
import { openEditor, record } from './support.js';

describe('profile-editor: saving', () => {
  let proxy: ProxyStub;
  let editor: ProfileEditorHarness;

  beforeEach(async () => {
    proxy = new ProxyStub(database);
    editor = await openEditor(proxy);
  });

  it('shows the bar while there are changes', async () => {
    expect(editor.buttons).to.deep.equal([]);
    await editor.type('jobTitle', 'Chief');
    expect(editor.unsaved).to.equal('1 unsaved change');
    expect(editor.announcement).to.equal('1 unsaved change');
    await editor.choose('language', 'de');
    expect(editor.unsaved).to.equal('2 unsaved changes');
    await editor.type('jobTitle', ' Controller ');
    await editor.choose('language', 'pt');
    expect(editor.buttons).to.deep.equal([]);
  });

  it('sends only the changed fields, of every group, normalized, with If-Match', async () => {
    const saved = record(editor.element, 'profile-saved');
    await editor.fill('jobTitle', ' Chief  ');
    await editor.fill('deskPhone', '+351 21 555 01 00');
    await editor.fill('username', 'Reyes');
    await editor.save();
    expect(proxy.patches.map(({ fields, ifMatch }) => ({ fields, ifMatch }))).to.deep.equal([
      {
        fields: { jobTitle: 'Chief', deskPhone: '+351215550100', username: 'reyes' },
        ifMatch: '"1"',
      },
    ]);
    expect(saved.map((event) => event.changed)).to.deep.equal([['username', 'jobTitle', 'deskPhone']]);
    expect(saved[0]?.profile).to.deep.equal(proxy.profile);
    expect(editor.unsaved).to.equal('');
  });

  it('clears a value with null', async () => {
    await editor.fill('jobTitle', '  ');
    await editor.save();
    expect(proxy.patches[0]?.fields).to.deep.equal({ jobTitle: null });
  });

  it('shows Saving and Saved', async () => {
    await editor.fill('jobTitle', 'Chief');
    const release = proxy.holdNext();
    await editor.startSave();
    expect(editor.saveLabel).to.equal('Saving…');
    expect(editor.canSave).to.equal(false);
    expect(editor.announcement).to.equal('Saving…');
    release();
    await editor.answered();
    expect(editor.showsSaved).to.equal(true);
    expect(editor.focused).to.equal('Work');
    await editor.press('');
    expect(editor.showsSaved).to.equal(false);
  });

  it('never covers the bar with a toast', async () => {
    await editor.fill('jobTitle', 'Chief');
    await editor.save();
    expect(editor.toasts).to.deep.equal(['Changes saved.']);
    await editor.fill('jobTitle', 'Clerk');
    expect(editor.toasts).to.deep.equal(['Changes saved.']);
    const boxOf = (selector: string) => {
      const found = editor.element.shadowRoot?.querySelector(selector);
      if (!found) throw new Error(`There is no ${selector}`);
      return found.getBoundingClientRect();
    };
    expect(boxOf('.toast').bottom).to.be.at.most(boxOf('.bar').top);
    expect(boxOf('.toast').top).to.be.at.least(0);
  });

  it('saves once for two clicks', async () => {
    await editor.fill('jobTitle', 'Chief');
    const release = proxy.holdNext();
    await editor.startSave();
    await editor.startSave();
    release();
    await editor.answered();
    expect(proxy.patches).to.have.length(1);
  });

  it('keeps what is typed while it saves', async () => {
    await editor.fill('jobTitle', 'Chief');
    const release = proxy.holdNext();
    await editor.startSave();
    await editor.type('jobTitle', 'Chief of staff');
    await editor.type('deskPhone', '+35');
    release();
    await editor.answered();
    expect(editor.value('jobTitle')).to.equal('Chief of staff');
    expect(editor.unsaved).to.equal('2 unsaved changes');
    await editor.fill('deskPhone', '');
    await editor.save();
    expect(proxy.patches[1]?.fields).to.deep.equal({ jobTitle: 'Chief of staff' });
    expect(proxy.patches[1]?.ifMatch).to.equal('"2"');
  });

  it('discards all changes', async () => {
    await editor.fill('jobTitle', 'Chief');
    await editor.fill('username', 'reyes');
    await editor.discard();
    expect(editor.value('jobTitle')).to.equal('Controller');
    expect(editor.value('username')).to.equal('grace');
    expect(editor.focused).to.equal('Identity');
  });

  it('asks before leaving only while there are unsaved changes', async () => {
    const leave = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(leave()).to.equal(false);
    await editor.type('jobTitle', 'Chief');
    expect(leave()).to.equal(true);
    await editor.discard();
    expect(leave()).to.equal(false);
    await editor.type('jobTitle', 'Chief');
    editor.element.remove();
    await Promise.resolve();
    expect(leave()).to.equal(false);
  });
});

describe('profile-editor: checking while typing', () => {
  it('shows an error when the field is left, and hides it when it is corrected', async () => {
    const editor = await openEditor(new ProxyStub(database));
    await editor.type('deskPhone', '351');
    expect(editor.error('deskPhone')).to.equal('');
    await editor.leave('deskPhone');
    expect(editor.error('deskPhone')).to.contain('Include the country code');
    expect(editor.isInvalid('deskPhone')).to.equal(true);
    await editor.type('deskPhone', '+351215550100');
    expect(editor.error('deskPhone')).to.equal('');
    expect(editor.isInvalid('deskPhone')).to.equal(false);
  });

  it('shows errors on Save, sends nothing, and focuses the first', async () => {
    const proxy = new ProxyStub(database);
    const editor = await openEditor(proxy);
    await editor.type('deskPhone', '351');
    await editor.type('jobTitle', 'longer than twenty characters');
    await editor.save();
    expect(proxy.patches).to.have.length(0);
    expect(editor.error('jobTitle')).to.equal('Use 20 characters or fewer.');
    expect(editor.error('deskPhone')).not.to.equal('');
    expect(editor.focused).to.equal('Job title');
    expect(editor.value('jobTitle')).to.equal('longer than twenty characters');
  });

  it('normalizes a value when the field is left, and not while typing', async () => {
    const editor = await openEditor(new ProxyStub(database));
    await editor.type('username', 'Reyes ');
    expect(editor.value('username')).to.equal('Reyes ');
    await editor.leave('username');
    expect(editor.value('username')).to.equal('reyes');
  });

  const cases = [
    [editable({ name: 'f', required: true, value: 'x' }), '', 'This field is required.'],
    [editable({ name: 'f', constraints: { minLength: 3 } }), 'ab', 'at least 3'],
    [editable({ name: 'f', constraints: { maxLength: 3 } }), 'abcd', '3 characters or fewer'],
    [editable({ name: 'f', kind: 'email' }), 'nobody', 'name@example.com'],
    [editable({ name: 'f', kind: 'url' }), 'example', 'https://example.com'],
    [editable({ name: 'f', kind: 'picture' }), 'http://example.com/a.png', 'starts with https://'],
    [editable({ name: 'f', kind: 'username' }), 'a b', 'Use only letters, numbers'],
    [editable({ name: 'f', kind: 'number', constraints: { min: 2 } }), '1', 'Enter 2 or more'],
    [editable({ name: 'f', kind: 'number', constraints: { max: 2 } }), '3', 'Enter 2 or less'],
    [
      editable({ name: 'f', kind: 'date', constraints: { min: '2024-01-01' } }),
      '2023-12-31',
      'Choose January 1, 2024 or later.',
    ],
  ] as const;
  for (const [field, typed, message] of cases) {
    it(`${field.kind} ${JSON.stringify(typed)}: ${message}`, async () => {
      const editor = await openEditor(new ProxyStub(profileOf(field)));
      await editor.fill('f', typed);
      expect(editor.error('f')).to.contain(message);
    });
  }
});
