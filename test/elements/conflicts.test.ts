import { expect } from '@open-wc/testing';
import type { ProfileEditorHarness } from '../harness/profile-editor.js';
import { database, locked } from './profiles.js';
import { problemResponse, ProxyStub } from './stub.js';
import { openEditor, record } from './support.js';

describe('profile-editor: conflicts', () => {
  let proxy: ProxyStub;
  let editor: ProfileEditorHarness;

  beforeEach(async () => {
    proxy = new ProxyStub(database);
    editor = await openEditor(proxy);
    await editor.fill('jobTitle', 'Chief');
    await editor.fill('deskPhone', '+351215550100');
  });

  it('saves although other fields changed, and shows their new values', async () => {
    proxy.changeElsewhere({ language: 'de', username: 'greyes' });
    await editor.save();
    expect(proxy.patches.map((patch) => patch.ifMatch)).to.deep.equal(['"1"', '"2"']);
    expect(proxy.patches[1]?.fields).to.deep.equal({ jobTitle: 'Chief', deskPhone: '+351215550100' });
    expect(editor.showsSaved).to.equal(true);
    expect(editor.value('language')).to.equal('de');
    expect(editor.value('username')).to.equal('greyes');
  });

  it('fires profile-saved if the same value is stored already', async () => {
    proxy.changeElsewhere({ jobTitle: 'Chief', deskPhone: '+351215550100' });
    const saved = record(editor.element, 'profile-saved');
    await editor.save();
    expect(proxy.patches).to.have.length(1);
    expect(editor.showsSaved).to.equal(true);
    expect(saved.map(({ changed }) => changed)).to.deep.equal([['jobTitle', 'deskPhone']]);
  });

  it('shows both values of a field that changed too, and focuses the conflict', async () => {
    proxy.changeElsewhere({ jobTitle: 'Director' });
    await editor.save();
    expect(proxy.patches).to.have.length(1);
    expect(editor.conflict('jobTitle')).to.deep.equal({ stored: 'Director', mine: 'Chief' });
    expect(editor.conflict('deskPhone')).to.equal(null);
    expect(editor.value('jobTitle')).to.equal('Chief');
    expect(editor.focused).to.equal('Job title changed while you were editing');
    expect(editor.canSave).to.equal(false);
    expect(editor.unsaved).to.equal('Choose which value to keep before you save.');
  });

  it('focuses the conflict if Save is pressed before the choice', async () => {
    proxy.changeElsewhere({ jobTitle: 'Director' });
    await editor.save();
    await editor.startSave();
    expect(proxy.patches).to.have.length(1);
    expect(editor.focused).to.equal('Job title changed while you were editing');
  });

  it('saves the typed value after Keep my change', async () => {
    proxy.changeElsewhere({ jobTitle: 'Director' });
    await editor.save();
    await editor.keepMine('jobTitle');
    expect(editor.conflict('jobTitle')).to.equal(null);
    expect(editor.focused).to.equal('Save');
    await editor.save();
    expect(proxy.patches.at(-1)?.fields).to.deep.equal({ jobTitle: 'Chief', deskPhone: '+351215550100' });
    expect(proxy.patches.at(-1)?.ifMatch).to.equal('"2"');
  });

  it('drops the typed value after Use current value', async () => {
    proxy.changeElsewhere({ jobTitle: 'Director' });
    await editor.save();
    await editor.useStored('jobTitle');
    expect(editor.value('jobTitle')).to.equal('Director');
    await editor.save();
    expect(proxy.patches.at(-1)?.fields).to.deep.equal({ deskPhone: '+351215550100' });
  });

  it('moves the focus from one conflict to the next, and allows Save after both', async () => {
    proxy.changeElsewhere({ jobTitle: 'Director', deskPhone: '+351999' });
    await editor.save();
    await editor.keepMine('jobTitle');
    expect(editor.focused).to.equal('Desk phone changed while you were editing');
    expect(editor.canSave).to.equal(false);
    await editor.useStored('deskPhone');
    expect(editor.canSave).to.equal(true);
  });

  it('keeps the focus in the group when the last choice removes the last change', async () => {
    await editor.fill('deskPhone', '');
    proxy.changeElsewhere({ jobTitle: 'Director' });
    await editor.save();
    await editor.useStored('jobTitle');
    expect(editor.buttons).to.deep.equal([]);
    expect(editor.alerts).to.deep.equal([]);
    expect(editor.focused).to.equal('Work');
  });

  it('shows the unsaved value of a field that was locked, and waits for the user', async () => {
    const fields = database.fields.map((field) =>
      field.name === 'jobTitle' ? locked('not-allowed', field) : field,
    );
    proxy.replaceElsewhere({ ...database, fields });
    await editor.save();
    expect(proxy.patches).to.have.length(1);
    expect(editor.isEditable('jobTitle')).to.equal(false);
    expect(editor.alerts.join())
      .to.contain('This field is now locked, so your change wasn’t saved:')
      .and.to.contain('Job title: Chief');
    await editor.press('Dismiss');
    expect(editor.alerts.join()).not.to.contain('Chief');
    await editor.save();
    expect(proxy.patches.at(-1)?.fields).to.deep.equal({ deskPhone: '+351215550100' });
  });

  it('shows the unsaved value of a field whose group was removed', async () => {
    proxy.replaceElsewhere({
      ...database,
      groups: database.groups.filter((group) => group.name === 'identity'),
      fields: database.fields.filter((field) => field.group === 'identity'),
    });
    await editor.save();
    expect(editor.groups).to.deep.equal(['identity']);
    expect(editor.alerts.join()).to.contain('Job title: Chief');
  });

  it('retries once, and then reports the conflict', async () => {
    const changed = () => {
      proxy.changeElsewhere({ language: 'de' });
      return problemResponse('profile_changed', { current: { profile: proxy.profile, etag: proxy.etag } });
    };
    proxy.answerNext(changed);
    proxy.answerNext(changed);
    await editor.save();
    expect(proxy.patches).to.have.length(2);
    expect(editor.alerts.join()).to.contain('This profile changed while you were editing.');
    await editor.save();
    expect(editor.showsSaved).to.equal(true);
  });

  it('shows the conflict after a reload', async () => {
    proxy.changeElsewhere({ jobTitle: 'Director' });
    await editor.element.reload();
    await editor.settle();
    expect(editor.conflict('jobTitle')).to.deep.equal({ stored: 'Director', mine: 'Chief' });
  });
});
