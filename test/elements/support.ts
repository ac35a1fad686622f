import { fixture, html } from '@open-wc/testing';
import '../../src/define/profile-editor.js';
// Loaded up front, so that no test waits for the network.
import '../../src/elements/profile-editor/account/account.js';
import '../../src/elements/profile-editor/editing.js';
import type { ProfileEditor } from '../../src/elements/profile-editor/profile-editor.js';
import { ProfileEditorHarness } from '../harness/profile-editor.js';
import type { ProxyStub } from './stub.js';

interface EditorOptions {
  readonly lang?: string;
  readonly theme?: ProfileEditor['theme'];
  readonly readOnly?: boolean;
  readonly hideHeader?: boolean;
  readonly messages?: ProfileEditor['messages'];
  readonly login?: ProfileEditor['login'];
  readonly waiting?: boolean;
  readonly uploadPicture?: ProfileEditor['uploadPicture'];
}

/** Opens an editor on this proxy, and waits for its first response. With `waiting`, returns before it. */
export async function openEditor(
  proxy: Pick<ProxyStub, 'fetch'>,
  options: EditorOptions = {},
): Promise<ProfileEditorHarness> {
  const element = await fixture<ProfileEditor>(
    html`<profile-editor
      proxy-url="/orgdesk"
      .fetch=${proxy.fetch}
      .lang=${options.lang ?? 'en'}
      .theme=${options.theme ?? 'auto'}
      .messages=${options.messages ?? {}}
      .login=${options.login}
      .uploadPicture=${options.uploadPicture}
      ?read-only=${options.readOnly}
      ?hide-header=${options.hideHeader}
    ></profile-editor>`,
  );
  const editor = new ProfileEditorHarness(element);
  if (options.waiting) await editor.settle();
  else {
    await editor.answered();
    // In another language, it also waits for its messages.
    await editor.until(() => !editor.isWaiting);
  }
  // The element has started to load it.
  await import('../../src/elements/profile-editor/editing.js');
  await editor.settle();
  return editor;
}

/** Records the events of one type. */
export function record<T extends keyof HTMLElementEventMap>(
  target: HTMLElement,
  type: T,
): HTMLElementEventMap[T][] {
  const events: HTMLElementEventMap[T][] = [];
  target.addEventListener(type, (event) => events.push(event));
  return events;
}
