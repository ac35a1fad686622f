import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/profile-editor.js';
import type { ProfileEditor } from '../../src/elements/profile-editor/profile-editor.js';
import { weakPairs } from '../harness/contrast.js';

/** Class names of the themes that are files, and properties of brands that are set on an element. */
const themes = ['', 'orgdesk-quiet', 'orgdesk-square'];
const brands: Readonly<Record<string, string>> = {
  'a red accent':
    '--orgdesk-accent: light-dark(#c8321f, #ff8d6b); --orgdesk-on-accent: light-dark(#fff, #2d0803)',
  'a green accent': '--orgdesk-accent: light-dark(#0b6e4f, #6fd5b0)',
};

describe('the contrast of the tokens', () => {
  const links: HTMLLinkElement[] = [];

  before(async () => {
    for (const name of ['quiet', 'square']) {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = `/src/themes/${name}.css`;
      document.head.append(link);
      links.push(link);
      await new Promise((resolve, reject) => {
        link.onload = resolve;
        link.onerror = reject;
      });
    }
  });
  after(() => links.forEach((link) => link.remove()));

  const looks = [
    ...themes.map((name) => ({ name: name || 'the default theme', className: name, style: '' })),
    ...Object.entries(brands).map(([name, style]) => ({ name, className: '', style })),
  ];
  for (const { name, className, style } of looks)
    for (const theme of ['light', 'dark'] as const)
      it(`is enough in ${name}, ${theme}`, async () => {
        const element = await fixture<ProfileEditor>(
          html`<profile-editor
            class=${className}
            style=${style}
            .theme=${theme}
            .fetch=${() => new Promise<Response>(() => {})}
          ></profile-editor>`,
        );
        await element.updateComplete;
        expect(weakPairs(element)).to.deep.equal([]);
      });
});
