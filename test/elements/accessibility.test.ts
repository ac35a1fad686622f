import { expect } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { ProxyProblem } from '../../src/client/problem.js';
import type { ProfileEditorHarness } from '../harness/profile-editor.js';
import { database, editable, enterprise, locked, profileOf } from './profiles.js';
import { accountProxy, everything, openAccount } from './account-scenes.js';
import { problemResponse, ProxyStub } from './stub.js';
import { openEditor } from './support.js';

type Scene = (theme: 'light' | 'dark') => Promise<ProfileEditorHarness>;

const scenes: Record<string, Scene> = {
  loading: async (theme) => {
    const proxy = new ProxyStub(database);
    proxy.holdNext();
    const editor = await openEditor(proxy, { theme, waiting: true });
    await editor.until(() => editor.showsSkeleton);
    return editor;
  },
  ready: (theme) => openEditor(new ProxyStub(database), { theme }),
  enterprise: (theme) => openEditor(new ProxyStub(enterprise), { theme }),
  'read-only': (theme) => openEditor(new ProxyStub(database), { theme, readOnly: true }),
  edited: async (theme) => {
    const editor = await openEditor(new ProxyStub(database), { theme });
    await editor.fill('deskPhone', '12');
    return editor;
  },
  saving: async (theme) => {
    const proxy = new ProxyStub(database);
    const editor = await openEditor(proxy, { theme });
    await editor.fill('jobTitle', 'Chief');
    proxy.holdNext();
    await editor.startSave();
    return editor;
  },
  saved: async (theme) => {
    const editor = await openEditor(new ProxyStub(database), { theme });
    await editor.fill('jobTitle', 'Chief');
    await editor.save();
    return editor;
  },
  'save failed': async (theme) => {
    const proxy = new ProxyStub(database);
    const editor = await openEditor(proxy, { theme });
    await editor.fill('jobTitle', 'Chief');
    proxy.failNext('internal', { requestId: 'req_1' });
    await editor.save();
    return editor;
  },
  conflict: async (theme) => {
    const proxy = new ProxyStub(database);
    const editor = await openEditor(proxy, { theme });
    await editor.fill('jobTitle', 'Chief');
    proxy.changeElsewhere({ jobTitle: 'Director' });
    await editor.save();
    return editor;
  },
  'a new address': async (theme) => {
    const consequences = ['changes-sign-in', 'verification-mail', 'ends-sessions'] as const;
    const email = editable({
      name: 'email',
      kind: 'email',
      value: 'a@acme.example',
      verified: false,
      verifiable: true,
      consequences,
    });
    const editor = await openEditor(new ProxyStub(profileOf(email)), { theme });
    await editor.fill('email', 'b@acme.example');
    return editor;
  },
  uploading: async (theme) => {
    const picture = editable({ name: 'picture', kind: 'picture', label: { en: 'Picture' } });
    const uploadPicture = () => new Promise<string>(() => {});
    const editor = await openEditor(new ProxyStub(profileOf(picture)), { theme, uploadPicture });
    await editor.chooseFile(new File(['x'], 'me.png', { type: 'image/png' }));
    return editor;
  },
  'with a photo to upload and to remove': async (theme) => {
    const photo = editable({
      name: 'photo',
      kind: 'picture',
      autocomplete: 'photo',
      value: 'https://files.example/me.png',
    });
    const uploadPicture = () => Promise.resolve('blob:nothing');
    const proxy = new ProxyStub(profileOf(photo, ...database.fields));
    const editor = await openEditor(proxy, { theme, uploadPicture });
    await editor.chooseFile(new File(['x'], 'me.png', { type: 'image/png' }));
    return editor;
  },
  'an address to verify': async (theme) => {
    const email = editable({
      name: 'email',
      kind: 'email',
      value: 'grace@globex.example',
      verified: false,
      verifiable: true,
    });
    const proxy = accountProxy();
    proxy.profile = { ...profileOf(email), operations: proxy.profile.operations };
    const editor = await openAccount(proxy, { theme });
    await editor.press('Resend verification email');
    return editor;
  },
  'not saved after a sign-in': async (theme) => {
    const proxy = new ProxyStub({
      ...database,
      fields: database.fields.map((field) =>
        field.name === 'jobTitle' ? { ...field, stepUp: true as const } : field,
      ),
    });
    const login = async () => {
      // The profile is read first.
      proxy.answerNext(() => Response.json(proxy.profile, { headers: { etag: proxy.etag } }));
      proxy.failNext('upstream_unavailable', { requestId: 'req_1' });
    };
    const editor = await openEditor(proxy, { theme, login });
    await editor.fill('jobTitle', 'Chief');
    proxy.failNext('step_up_required', { maxAge: 300 });
    await editor.press('Sign in and save');
    await editor.until(() => editor.alerts.some((alert) => alert.startsWith('Not saved yet.')));
    return editor;
  },
  'to be deleted, with a value in part': async (theme) => {
    const proxy = accountProxy();
    const part = { ...locked('masked', { name: 'deskPhone' }), value: '••00', masked: true } as const;
    const deletion = { requestedAt: '2026-11-24T10:00:00.000Z', dueAt: '2026-12-01T10:00:00.000Z' };
    proxy.profile = { ...proxy.profile, own: false, deletion, fields: [...proxy.profile.fields, part] };
    return openAccount(proxy, { theme });
  },
  error: (theme) => {
    const proxy = new ProxyStub(database);
    proxy.failNext('upstream_unavailable', { requestId: 'req_1' });
    return openEditor(proxy, { theme });
  },
  account: (theme) => openAccount(accountProxy(), { theme }),
  'account that offers nothing': (theme) =>
    openAccount(
      accountProxy(
        everything.map(({ name }) => ({ name, allowed: false, reason: 'blocked', consequences: [] })),
      ),
      { theme },
    ),
  'account after a failure': async (theme) => {
    const proxy = accountProxy();
    proxy.answerAt('GET /sessions', () => problemResponse('upstream_timeout', { requestId: 'req_1' }));
    const editor = await openAccount(proxy, { theme });
    await editor.press('Send reset link');
    return editor;
  },
  'account about to be deleted': async (theme) => {
    const editor = await openAccount(accountProxy(), { theme });
    await editor.press('Delete account…');
    await editor.until(() => editor.dialog !== null);
    await editor.press('Delete account');
    return editor;
  },
  'account deleted': async (theme) => {
    const editor = await openAccount(accountProxy(), { theme });
    await editor.press('Delete account…');
    await editor.until(() => editor.dialog !== null);
    await editor.typePhrase('grace@globex.example');
    await editor.press('Delete account');
    await editor.settle();
    return editor;
  },
  'on behalf': async (theme) => {
    const editor = await openEditor(new ProxyStub({ ...database, own: false, auditReason: 'required' }), {
      theme,
    });
    await editor.fill('jobTitle', 'Chief');
    return editor;
  },
  'signed out': (theme) => {
    const proxy = new ProxyStub(database);
    proxy.answerNext(() => Promise.reject(new ProxyProblem('sign_in_required')));
    return openEditor(proxy, { theme });
  },
};

describe('profile-editor: axe', () => {
  afterEach(() => {
    Object.assign(document.documentElement.style, { colorScheme: '', background: '' });
  });

  for (const theme of ['light', 'dark'] as const) {
    for (const [name, open] of Object.entries(scenes)) {
      it(`${name}, ${theme}`, async () => {
        // The header stands on the page, which has the same theme.
        Object.assign(document.documentElement.style, { colorScheme: theme, background: 'Canvas' });
        const editor = await open(theme);
        await expect(editor.element).to.be.accessible();
      });
    }
  }
});

describe('profile-editor: by keyboard', () => {
  it('edits and saves with the keyboard, including Enter', async () => {
    const proxy = new ProxyStub(enterprise);
    const editor = await openEditor(proxy);
    await sendKeys({ press: 'Tab' });
    expect(editor.focused).to.equal('Job title');
    await sendKeys({ press: 'End' });
    await sendKeys({ type: ' II' });
    await sendKeys({ press: 'Enter' });
    await editor.answered();
    expect(proxy.patches[0]?.fields).to.deep.equal({ jobTitle: 'Controller II' });
    expect(editor.focused).to.equal('Job title');
  });

  it('reaches Discard and Save after the last field, and Escape changes nothing', async () => {
    const editor = await openEditor(new ProxyStub(enterprise));
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'x' });
    await sendKeys({ press: 'Escape' });
    await editor.settle();
    expect(editor.unsaved).to.equal('1 unsaved change');
    const visited = [];
    for (let step = 0; step < 5; step += 1) {
      await sendKeys({ press: 'Tab' });
      visited.push(editor.focused);
    }
    expect(visited.slice(-2)).to.deep.equal(['Discard', 'Save']);
  });

  it('chooses between the values of a conflict', async () => {
    const editor = await scenes.conflict?.('light');
    await sendKeys({ press: 'Tab' });
    expect(editor?.focused).to.equal('Keep my change');
    await sendKeys({ press: 'Enter' });
    await editor?.settle();
    expect(editor?.focused).to.equal('Save');
  });
});

describe('profile-editor: on any screen', () => {
  afterEach(async () => {
    await setViewport({ width: 800, height: 600 });
    await emulateMedia({ reducedMotion: 'no-preference' });
    document.documentElement.dir = '';
    document.documentElement.style.fontSize = '';
  });

  for (const dir of ['ltr', 'rtl']) {
    for (const [name, open] of Object.entries(scenes)) {
      it(`${name} fits 320 pixels, ${dir}`, async () => {
        document.documentElement.dir = dir;
        await setViewport({ width: 320, height: 600 });
        await open('light');
        expect(document.documentElement.scrollWidth).to.be.at.most(320);
      });
    }
  }

  for (const [name, open] of Object.entries(scenes)) {
    it(`${name} loses nothing with text at 200 % in 320 pixels`, async () => {
      document.documentElement.style.fontSize = '200%';
      await setViewport({ width: 320, height: 600 });
      const { element } = await open('light');
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      const all = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? [])];
      const cut = all.filter(
        (each) =>
          !each.closest('.visually-hidden, .avatar, input, select, textarea, progress') &&
          getComputedStyle(each).overflowX !== 'visible' &&
          each.scrollWidth > each.clientWidth + 1,
      );
      expect(cut.map(({ className }) => className)).to.deep.equal([]);
    });
  }

  it('wraps long words in a narrow column', async () => {
    await setViewport({ width: 320, height: 600 });
    const word = 'x'.repeat(300);
    await openEditor(new ProxyStub({ ...enterprise, person: { ...enterprise.person, name: word } }));
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
  });

  it('has no motion if the user prefers less', async () => {
    const animationsWith = async (reducedMotion: 'reduce' | 'no-preference') => {
      await emulateMedia({ reducedMotion });
      const { element } = (await scenes.loading?.('light')) ?? expect.fail();
      return element.shadowRoot?.getAnimations();
    };
    expect(await animationsWith('no-preference')).not.to.have.length(0);
    expect(await animationsWith('reduce')).to.have.length(0);
  });

  it('follows the theme attribute, or else the page', async () => {
    const editor = await openEditor(new ProxyStub(database));
    const scheme = () => getComputedStyle(editor.element).colorScheme;
    document.documentElement.style.colorScheme = 'dark';
    expect(scheme()).to.equal('dark');
    editor.element.theme = 'light';
    await editor.settle();
    expect(scheme()).to.equal('light');
    document.documentElement.style.colorScheme = '';
  });

  it('keeps its styles on a page that styles everything', async () => {
    const sheet = document.createElement('style');
    sheet.textContent = '* { letter-spacing: 9px; text-transform: uppercase; line-height: 5 }';
    document.head.append(sheet);
    const editor = await openEditor(new ProxyStub(database));
    const { letterSpacing, textTransform } = getComputedStyle(editor.control('jobTitle'));
    expect([letterSpacing, textTransform]).to.deep.equal(['normal', 'none']);
    sheet.remove();
  });
});
