import { expect, fixture, html } from '@open-wc/testing';
import type { ProfileEditor } from '../../src/elements/profile-editor/profile-editor.js';
import { ProfileEditorHarness } from '../harness/profile-editor.js';
import type { FieldView } from '../../src/policy/views/view.js';
import { database, locked, profileOf } from './profiles.js';
import { problemResponse, ProxyStub } from './stub.js';
import { openEditor, record } from './support.js';

const member = { ...database, own: false } as const;

describe('profile-editor: masked values', () => {
  const masked: FieldView = {
    ...locked('masked', { name: 'deskPhone', kind: 'phone', label: { en: 'Desk phone' } }),
    value: '••••••00',
    masked: true,
  };
  const open = async () => {
    const proxy = new ProxyStub({ ...profileOf(masked), own: false });
    const editor = await openEditor(proxy);
    await editor.until(() => editor.buttons.length > 0);
    return { proxy, editor };
  };

  it('reveals a value, and says that this is recorded', async () => {
    const { proxy, editor } = await open();
    const answer = { field: 'deskPhone', value: '+351215550100' };
    proxy.answerAt('POST /reveal', () => Response.json(answer));
    expect(editor.value('deskPhone')).to.equal('••••••00');
    await editor.press('Show Desk phone');
    await editor.settle();
    expect(editor.value('deskPhone')).to.equal('+351215550100');
    expect(editor.text).to.contain('This was added to the activity log.');
    expect(editor.buttons).to.deep.equal([]);
    expect(editor.hasFocus).to.equal(true);
  });

  it('keeps the mask if revealing is refused', async () => {
    const { proxy, editor } = await open();
    proxy.answerAt('POST /reveal', () => problemResponse('field_unknown'));
    await editor.press('Show Desk phone');
    await editor.settle();
    expect(editor.value('deskPhone')).to.equal('••••••00');
    expect(editor.alerts).to.have.length(1);
  });

  it('offers no reveal on the own profile', async () => {
    const editor = await openEditor(new ProxyStub(profileOf(masked)));
    await editor.settle();
    expect(editor.value('deskPhone')).to.equal('••••••00');
    expect(editor.buttons).to.deep.equal([]);
  });
});

describe('profile-editor: on behalf of a member', () => {
  it('reads the member with any user ID, and shows whose profile it is', async () => {
    const proxy = new ProxyStub(member);
    const element = await fixture<ProfileEditor>(
      html`<profile-editor user-id="samlp|globex|a/b@c" .fetch=${proxy.fetch}></profile-editor>`,
    );
    const editor = new ProfileEditorHarness(element);
    await editor.answered();
    expect(proxy.requests[0]?.url).to.equal('/orgdesk/v1/members/samlp%7Cglobex%7Ca%2Fb%40c');
    expect(editor.note).to.contain('You’re editing Grace Reyes’s profile.');
    expect(editor.text).not.to.contain('You sign in');
  });

  it('drops the draft when user-id changes', async () => {
    const proxy = new ProxyStub(member);
    const editor = await openEditor(proxy);
    await editor.fill('jobTitle', 'Chief');
    proxy.replaceElsewhere({ ...member, person: { userId: 'auth0|mia', name: 'Mia Okafor', picture: null } });
    editor.element.userId = 'auth0|mia';
    await editor.answered();
    expect(editor.heading).to.equal('Mia Okafor');
    expect(editor.value('jobTitle')).not.to.equal('Chief');
  });

  it('requires a reason if the policy does, and sends it', async () => {
    const proxy = new ProxyStub({ ...member, auditReason: 'required' });
    const editor = await openEditor(proxy);
    await editor.fill('jobTitle', 'Chief');
    await editor.save();
    expect(proxy.patches).to.have.length(0);
    expect(editor.focused).to.contain('Reason for this change');
    await editor.typeReason('asked by phone');
    proxy.failNext('upstream_unavailable');
    await editor.save();
    await editor.save();
    expect(proxy.patches.map(({ reason }) => reason)).to.deep.equal(['asked by phone', 'asked by phone']);
    expect(editor.showsSaved).to.equal(true);
  });
});

describe('profile-editor: claims of the ID token', () => {
  it('lists stale claims after a save', async () => {
    const fields = database.fields.map((field) =>
      field.name === 'name' ? { ...field, claims: ['name'] } : field,
    );
    const editor = await openEditor(new ProxyStub({ ...database, fields }));
    const saved = record(editor.element, 'profile-saved');
    await editor.fill('name', 'Grace R.');
    await editor.save();
    await editor.fill('jobTitle', 'Chief');
    await editor.save();
    expect(saved.map(({ staleClaims }) => staleClaims)).to.deep.equal([['name'], []]);
  });
});
