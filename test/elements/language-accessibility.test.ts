import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { scenes } from './language-scenes.js';

for (const lang of ['ar', 'de', 'ja'])
  describe(`in ${lang}: axe`, () => {
    before(() => setViewport({ width: 1140, height: 800 }));
    beforeEach(() => (document.documentElement.lang = lang));
    afterEach(() => {
      document.documentElement.lang = 'en';
      Object.assign(document.documentElement.style, { colorScheme: '', background: '' });
    });

    for (const theme of ['light', 'dark'] as const)
      for (const [name, open] of Object.entries(scenes))
        it(`${name}, ${theme}`, async () => {
          // The header of a profile stands on the page, which has the same theme.
          Object.assign(document.documentElement.style, { colorScheme: theme, background: 'Canvas' });
          const element = await open(lang);
          element.theme = theme;
          await element.updateComplete;
          // A page fades in: colors are judged as they are in the end.
          await Promise.all(element.shadowRoot?.getAnimations().map(({ finished }) => finished) ?? []);
          await expect(element).to.be.accessible();
        });
  });
