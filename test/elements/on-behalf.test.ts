import { expect, fixture, html } from '@open-wc/testing';
import type { ProfileEditor } from '../../src/elements/profile-editor/profile-editor.js';
import { ProfileEditorHarness } from '../harness/profile-editor.js';
import { database } from './profiles.js';
import { ProxyStub } from './stub.js';
import { openEditor, record } from './support.js';

const member = { ...database, own: false } as const;

describe('profile-editor: on behalf of a member', () => {
  it('asks for that member, whatever is in the id, and says whose profile it is', async () => {
    const proxy = new ProxyStub(member);
    const element = await fixture<ProfileEditor>(
      html`<profile-editor user-id="samlp|globex|a/b@c" .fetch=${proxy.fetch}></profile-editor>`,
    );
    const editor = new ProfileEditorHarness(element);
    await editor.answered();
    expect(proxy.requests[0]?.url).to.equal('/orgdesk/v1/members/samlp%7Cglobex%7Ca%2Fb%40c');
    expect(editor.signInNote).to.contain('You edit the profile of Grace Reyes for Globex.');
    expect(editor.signInNote).not.to.contain('You sign in');
  });

  it('forgets the member before when another one is named', async () => {
    const proxy = new ProxyStub(member);
    const editor = await openEditor(proxy);
    await editor.fill('jobTitle', 'Chief');
    proxy.replaceElsewhere({ ...member, person: { userId: 'auth0|mia', name: 'Mia Okafor', picture: null } });
    editor.element.userId = 'auth0|mia';
    await editor.answered();
    expect(editor.heading).to.equal('Mia Okafor');
    expect(editor.value('jobTitle')).not.to.equal('Chief');
  });

  it('asks why, where the policy wants to know, and sends the reason along', async () => {
    const proxy = new ProxyStub({ ...member, auditReason: 'required' });
    const editor = await openEditor(proxy);
    await editor.fill('jobTitle', 'Chief');
    await editor.save('work');
    expect(proxy.patches).to.have.length(0);
    expect(editor.focused).to.contain('Reason for the change');
    await editor.giveReason('asked by phone');
    proxy.failNext('upstream_unavailable');
    await editor.save('work');
    await editor.save('work');
    expect(proxy.patches.map(({ reason }) => reason)).to.deep.equal(['asked by phone', 'asked by phone']);
    expect(editor.showsSaved('work')).to.equal(true);
  });
});

describe('profile-editor: claims of the ID token', () => {
  it('tells which are out of date after a save', async () => {
    const fields = database.fields.map((field) =>
      field.name === 'name' ? { ...field, claims: ['name'] } : field,
    );
    const editor = await openEditor(new ProxyStub({ ...database, fields }));
    const saved = record(editor.element, 'profile-saved');
    await editor.fill('name', 'Grace R.');
    await editor.save('identity');
    await editor.fill('jobTitle', 'Chief');
    await editor.save('work');
    expect(saved.map(({ staleClaims }) => staleClaims)).to.deep.equal([['name'], []]);
  });
});
