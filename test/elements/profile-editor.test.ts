import { expect } from '@open-wc/testing';
import type { ProfileView } from '../../src/contract/profile.js';
import { ProfileEditor } from '../../src/index.js';
import {
  database,
  editable,
  enterprise,
  locked,
  openDatabase,
  passwordless,
  profileOf,
  social,
} from './profiles.js';
import { ProxyStub } from './stub.js';
import { openEditor, record } from './support.js';

const editorOf = (profile: ProfileView) => openEditor(new ProxyStub(profile));

describe('profile-editor: connections', () => {
  it('shows the person and the organization', async () => {
    const editor = await editorOf(enterprise);
    expect(editor.heading).to.equal('Grace Reyes');
    expect(editor.text).to.contain('GR').and.to.contain('Member of Globex');
    expect(editor.groups).to.deep.equal(['identity', 'work']);
  });

  it('database, by invitation: everything but the invited address', async () => {
    const editor = await editorOf(database);
    expect(editor.membership).to.contain('You sign in with your email and password.');
    expect(editor.isEditable('email')).to.equal(false);
    expect(editor.value('email')).to.equal('grace@globex.example');
    expect(editor.lockReason('email')).to.contain('You were invited with this email address.');
    expect(editor.badge('email')).to.equal('Verified');
    for (const name of ['name', 'username', 'jobTitle']) expect(editor.isEditable(name), name).to.equal(true);
  });

  it('database, open: the address too', async () => {
    expect((await editorOf(openDatabase)).isEditable('email')).to.equal(true);
  });

  it('enterprise: application attributes only, the rest with its reason', async () => {
    const editor = await editorOf(enterprise);
    expect(editor.membership).to.contain('You sign in with Globex SSO.');
    expect(editor.lockReason('name')).to.contain('Managed by Globex SSO and updated each time you sign in.');
    expect(editor.lockReason('email')).to.contain('Managed by Globex SSO.');
    expect(editor.isEditable('name')).to.equal(false);
    expect(editor.isEditable('jobTitle')).to.equal(true);
  });

  it('social: the same, under the name of the provider', async () => {
    const editor = await editorOf(social);
    expect(editor.membership).to.contain('You sign in with Google.');
    expect(editor.lockReason('email')).to.contain('Managed by Google.');
    expect(editor.isEditable('name')).to.equal(false);
    expect(editor.isEditable('jobTitle')).to.equal(true);
  });

  it('passwordless: no word about a password to change, and the identifier is locked', async () => {
    const editor = await editorOf(passwordless);
    expect(editor.membership).to.contain('You sign in with a one-time code.');
    expect(editor.lockReason('email')).to.contain('You use this to sign in.');
    expect(editor.isEditable('name')).to.equal(true);
  });

  it('says once why a whole section is locked, for every field of it', async () => {
    const names = ['givenName', 'familyName'].map((name) =>
      locked('refreshed-at-login', { name, group: 'identity', changeableBy: 'it-team' }),
    );
    const editor = await editorOf({ ...enterprise, fields: names });
    const why =
      'Managed by Globex SSO and updated each time you sign in. Ask your IT team to change it there.';
    expect(editor.locks('identity')).to.deep.equal([why]);
    expect(names.map(({ name }) => editor.lockReason(name))).to.deep.equal([why, why]);
  });

  it('names the fields that are locked where others are not, or for another reason', async () => {
    const editor = await editorOf({
      ...database,
      fields: [
        ...database.fields,
        locked('not-allowed', { name: 'costCenter', label: { en: 'Cost center' } }),
        locked('not-allowed', { name: 'floor', label: { en: 'Floor' } }),
        locked('masked', { name: 'badge', label: { en: 'Badge' } }),
      ],
    });
    expect(editor.locks('identity')).to.deep.equal(['Email: You were invited with this email address.']);
    expect(editor.locks('work')).to.deep.equal([
      'Cost center, Floor: Your organization doesn’t allow you to change this.',
      'Badge: Part of this is hidden.',
    ]);
    expect(editor.lockReason('floor')).to.equal('Your organization doesn’t allow you to change this.');
  });

  it('says when a locked field has no value or is not verified', async () => {
    const editor = await editorOf(
      profileOf(
        locked('not-allowed', { name: 'costCenter' }),
        locked('not-allowed', {
          name: 'phone',
          kind: 'phone',
          value: '+351215550100',
          verified: false,
          verifiable: true,
        }),
      ),
    );
    expect(editor.value('costCenter')).to.equal('Not set');
    expect(editor.badge('costCenter')).to.equal('');
    expect(editor.badge('phone')).to.equal('Not verified');
  });

  it('never mentions Auth0', async () => {
    for (const profile of [database, enterprise, social, passwordless]) {
      expect((await editorOf(profile)).text).not.to.contain('Auth0');
    }
  });

  it('shows an unknown kind as text', async () => {
    const field = { ...editable({ name: 'mood', value: 'fine' }), kind: 'mood' as 'text' };
    const editor = await editorOf(profileOf(field));
    expect(editor.isEditable('mood')).to.equal(false);
    expect(editor.value('mood')).to.equal('fine');
  });

  it('never renders a value as HTML', async () => {
    const editor = await editorOf(
      profileOf(locked('not-allowed', { name: 'bio', value: '<img src=x onerror=alert(1)>' })),
    );
    expect(editor.value('bio')).to.equal('<img src=x onerror=alert(1)>');
  });
});

describe('profile-editor: attributes and properties', () => {
  it('shows everything as text with read-only', async () => {
    const editor = await openEditor(new ProxyStub(database), { readOnly: true });
    expect(editor.isEditable('jobTitle')).to.equal(false);
    expect(editor.value('jobTitle')).to.equal('Controller');
    expect(editor.value('timeZone')).to.equal('Lisbon');
    expect(editor.lockReason('jobTitle')).to.equal('');
  });

  it('hides name and organization with hide-header', async () => {
    const editor = await openEditor(new ProxyStub(database), { hideHeader: true });
    expect(editor.heading).to.equal('');
    expect(editor.text).not.to.contain('Member of');
  });

  it('selects labels by exact tag, by language, then English', async () => {
    const label = async (lang: string) =>
      (await openEditor(new ProxyStub(database), { lang })).label('jobTitle');
    expect(await label('de-CH')).to.equal('Funktion');
    expect(await label('de-AT')).to.equal('Position');
    expect(await label('fr')).to.equal('Job title');
    expect(await label('not a tag')).to.equal('Job title');
  });

  it('falls back to the first language, then to the field name', async () => {
    const editor = await editorOf(
      profileOf(editable({ name: 'a', label: { sv: 'Titel' } }), editable({ name: 'b', label: {} })),
    );
    expect(editor.label('a')).to.equal('Titel');
    expect(editor.label('b')).to.equal('b');
  });

  it("replaces texts with the host's messages", async () => {
    const editor = await openEditor(new ProxyStub(database), {
      messages: { discard: 'Undo', reasons: { 'invited-address': () => 'Ask Mia' } },
    });
    expect(editor.lockReason('email')).to.equal('Ask Mia');
    await editor.type('jobTitle', 'x');
    expect(editor.buttons).to.deep.equal(['Undo', 'Save']);
  });

  it('reads from proxy-url', async () => {
    const proxy = new ProxyStub(database);
    await openEditor(proxy);
    expect(proxy.requests.map(({ method, url }) => `${method} ${url}`)).to.deep.equal([
      'GET /orgdesk/v1/profile',
    ]);
  });

  it('reads again when proxy-url changes, and not when only fetch does', async () => {
    const proxy = new ProxyStub(database);
    const editor = await openEditor(proxy);
    editor.element.fetch = (input, init) => proxy.fetch(input, init);
    await editor.answered();
    expect(proxy.requests).to.have.length(1);
    editor.element.proxyUrl = '/elsewhere/';
    await editor.answered();
    expect(proxy.requests.at(-1)?.url).to.equal('/elsewhere/v1/profile');
  });

  it('can be defined twice, and with another tag', () => {
    expect(() => ProfileEditor.define()).not.to.throw();
    class Renamed extends ProfileEditor {}
    Renamed.define('my-profile');
    expect(customElements.get('my-profile')).to.equal(Renamed);
  });
});

describe('profile-editor: states', () => {
  it('fires state-change, and sets the CSS state', async () => {
    const proxy = new ProxyStub(database);
    const release = proxy.holdNext();
    const editor = await openEditor(proxy, { waiting: true });
    const states = record(editor.element, 'state-change');
    expect(editor.element.matches(':state(loading)')).to.equal(true);
    expect(editor.isBusy).to.equal(true);
    await editor.until(() => editor.showsSkeleton);
    release();
    await editor.answered();
    expect(editor.isBusy).to.equal(false);
    await editor.fill('jobTitle', 'Chief');
    await editor.save();
    expect(states.map((event) => event.state)).to.deep.equal(['ready', 'saving', 'ready']);
    expect(editor.element.matches(':state(ready)')).to.equal(true);
    expect(states[0]?.composed && states[0].bubbles).to.equal(true);
  });
});
