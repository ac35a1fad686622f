import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { database } from './profiles.js';
import { openPanel } from './org-members/panel.js';
import { PanelStub } from './org-members/panel-stub.js';
import { ProxyStub } from './stub.js';
import { openEditor } from './support.js';

describe('a line', () => {
  afterEach(() => setViewport({ width: 1140, height: 800 }));

  for (const [lang, wordBreak, lineBreak] of [
    ['en', 'normal', 'auto'],
    ['zh-Hans', 'normal', 'auto'],
    ['ja', 'auto-phrase', 'strict'],
    ['ko', 'keep-all', 'auto'],
  ] as const) {
    it(`breaks where ${lang} allows it: ${wordBreak}, ${lineBreak}`, async () => {
      const { element } = await openEditor(new ProxyStub(database), { lang });
      const blocks = [...(element.shadowRoot?.querySelectorAll('.page, .card') ?? [])];
      expect(blocks).not.to.be.empty;
      for (const block of blocks) {
        const style = getComputedStyle(block);
        expect([style.wordBreak, style.lineBreak]).to.deep.equal([wordBreak, lineBreak]);
      }
    });
  }

  it('with the title isn’t broken by the buttons beside it', async () => {
    await setViewport({ width: 320, height: 700 });
    const panel = await openPanel(new PanelStub(3), { lang: 'ja' });
    // Its messages are loaded first.
    await panel.until(() => panel.heading !== '');
    const { element } = panel;
    const title = element.shadowRoot?.querySelector('h2') ?? expect.fail();
    const { lineHeight } = getComputedStyle(title);
    expect(title.offsetHeight).to.be.below(1.5 * parseFloat(lineHeight));
  });
});
