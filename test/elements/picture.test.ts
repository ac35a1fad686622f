import { expect } from '@open-wc/testing';
import { maxPictureBytes, type UploadPicture } from '../../src/state/profile/picture-upload.js';
import type { ProfileView } from '../../src/contract/profile.js';
import type { FieldView } from '../../src/policy/views/view.js';
import { editable, locked, profileOf } from './profiles.js';
import { ProxyStub } from './stub.js';
import { openEditor } from './support.js';

const picture = editable({ name: 'picture', kind: 'picture', label: { en: 'Picture' } });
const png = (bytes = 10) => new File([new Uint8Array(bytes)], 'me.png', { type: 'image/png' });
const address = 'https://files.example/me.png';

const open = (uploadPicture?: UploadPicture) =>
  openEditor(new ProxyStub(profileOf(picture)), { ...(uploadPicture && { uploadPicture }) });

/** A host whose upload waits to be told how it went. */
function slowHost() {
  const calls: { file: File; options: Parameters<UploadPicture>[1] }[] = [];
  let settle: { resolve(address: string): void; reject(reason: Error): void };
  const upload: UploadPicture = (file, options) => {
    calls.push({ file, options });
    return new Promise((resolve, reject) => (settle = { resolve, reject }));
  };
  return {
    calls,
    upload,
    answer: (found: string) => settle.resolve(found),
    fail: () => settle.reject(new Error('S3: AccessDenied')),
  };
}

describe('profile-editor: a picture', () => {
  it('is entered as a URL without uploadPicture', async () => {
    const editor = await open();
    expect(editor.buttons).to.deep.equal([]);
    await editor.fill('picture', 'http://files.example/me.png');
    expect(editor.error('picture')).to.contain('starts with https://');
  });

  it('is uploaded by the host, and its URL is saved', async () => {
    const host = slowHost();
    const proxy = new ProxyStub(profileOf(picture));
    const editor = await openEditor(proxy, { uploadPicture: host.upload });
    await editor.chooseFile(png());
    expect(editor.upload).to.deep.equal({ running: true, done: null, error: '' });
    host.calls[0]?.options.onProgress(0.5);
    await editor.settle();
    expect(editor.upload.done).to.equal(0.5);
    host.answer(address);
    await editor.settle();
    expect(editor.upload.running).to.equal(false);
    expect(editor.value('picture')).to.equal(address);
    expect(proxy.patches).to.have.length(0);
    await editor.save();
    expect(proxy.patches[0]?.fields).to.deep.equal({ picture: address });
  });

  it('is refused before the upload if its type or size is wrong', async () => {
    const host = slowHost();
    const editor = await open(host.upload);
    await editor.chooseFile(new File(['<svg/>'], 'me.svg', { type: 'image/svg+xml' }));
    expect(editor.upload.error).to.contain('PNG, JPEG');
    await editor.chooseFile(png(maxPictureBytes + 1));
    expect(editor.upload.error).to.contain('5 MB or smaller');
    expect(host.calls).to.have.length(0);
  });

  it('keeps the old value if the upload fails, and can be uploaded again', async () => {
    const host = slowHost();
    const editor = await open(host.upload);
    await editor.chooseFile(png());
    host.fail();
    await editor.settle();
    expect(editor.upload.error).to.equal('Couldn’t upload the photo. Try again.');
    expect(editor.text).not.to.contain('AccessDenied');
    expect(editor.value('picture')).to.equal('');
    await editor.chooseFile(png());
    expect(editor.upload.error).to.equal('');
  });

  it('is checked even if the host returns the URL', async () => {
    const host = slowHost();
    const editor = await open(host.upload);
    await editor.chooseFile(png());
    host.answer('blob:nothing');
    await editor.settle();
    expect(editor.error('picture')).to.contain('starts with https://');
  });

  it('can be canceled during the upload', async () => {
    const host = slowHost();
    const editor = await open(host.upload);
    await editor.chooseFile(png());
    await editor.press('Cancel');
    expect(host.calls[0]?.options.signal.aborted).to.equal(true);
    host.answer(address);
    await editor.settle();
    expect(editor.upload.running).to.equal(false);
    expect(editor.value('picture')).to.equal('');
  });
});

describe('profile-editor: the photo in the header', () => {
  const stored = 'https://files.example/old.png';
  const photo = (options: Partial<FieldView> = {}) =>
    editable({ name: 'photo', kind: 'picture', autocomplete: 'photo', value: stored, ...options });
  const jobTitle = editable({ name: 'jobTitle', label: { en: 'Job title' } });
  const profileWith = (field: FieldView): ProfileView => {
    const view = profileOf(field, jobTitle);
    const picture = typeof field.value === 'string' ? field.value : null;
    return { ...view, person: { ...view.person, picture } };
  };
  const open = async (options: Parameters<typeof openEditor>[1], field = photo()) => {
    const proxy = new ProxyStub(profileWith(field));
    return { proxy, editor: await openEditor(proxy, options) };
  };

  it('is uploaded there, without a line in its section', async () => {
    const host = slowHost();
    const { proxy, editor } = await open({ uploadPicture: host.upload });
    expect(editor.photo).to.equal(stored);
    expect(editor.isEditable('photo')).to.equal(false);
    await editor.chooseFile(png());
    expect(editor.upload.running).to.equal(true);
    host.answer(address);
    await editor.settle();
    expect(editor.photo).to.equal(address);
    expect(editor.photoText).to.contain('Unsaved');
    expect(editor.unsaved).to.equal('1 unsaved change');
    await editor.save();
    expect(proxy.patches.map(({ fields }) => fields)).to.deep.equal([{ photo: address }]);
  });

  it('is removed by a button, and comes back with Discard', async () => {
    const { proxy, editor } = await open({ uploadPicture: slowHost().upload });
    await editor.press('Remove');
    expect(editor.photo).to.equal(null);
    expect(editor.buttons).not.to.include('Remove');
    await editor.discard();
    expect(editor.photo).to.equal(stored);
    await editor.press('Remove');
    await editor.save();
    expect(proxy.patches.map(({ fields }) => fields)).to.deep.equal([{ photo: null }]);
  });

  it('has no button to remove it where Auth0 keeps one', async () => {
    const { editor } = await open(
      { uploadPicture: slowHost().upload },
      photo({ constraints: { removable: false } }),
    );
    expect(editor.buttons).to.deep.equal(['Upload photo…']);
  });

  it('keeps a URL that is not one of a picture from being saved, and says why', async () => {
    const host = slowHost();
    const { proxy, editor } = await open({ uploadPicture: host.upload });
    await editor.chooseFile(png());
    host.answer('blob:nothing');
    await editor.settle();
    expect(editor.photo).to.equal(null);
    expect(editor.photoText).to.contain('starts with https://');
    await editor.save();
    expect(proxy.patches).to.have.length(0);
    expect(editor.focused).to.contain('starts with https://');
  });

  it('is a URL in its section where nothing can be uploaded, or without a header', async () => {
    const { editor } = await open({});
    expect(editor.value('photo')).to.equal(stored);
    expect(editor.buttons).to.deep.equal([]);
    const headless = (await open({ uploadPicture: slowHost().upload, hideHeader: true })).editor;
    expect(headless.value('photo')).to.equal(stored);
    expect(headless.buttons).to.deep.equal(['Upload photo…']);
  });

  it('is only shown if it is locked, or nothing is to be edited', async () => {
    const fixed = locked('managed-by-connection', photo());
    for (const options of [{ uploadPicture: slowHost().upload }, {}, { readOnly: true }]) {
      const { editor } = await open(options, 'readOnly' in options ? photo() : fixed);
      expect(editor.photo).to.equal(stored);
      expect(editor.buttons).to.deep.equal([]);
      expect(editor.locks('work')).to.deep.equal([]);
    }
  });
});
