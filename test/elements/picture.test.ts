import { expect } from '@open-wc/testing';
import { maxPictureBytes, type UploadPicture } from '../../src/state/profile/picture-upload.js';
import { editable, profileOf } from './profiles.js';
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
