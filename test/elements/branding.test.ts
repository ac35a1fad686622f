import { expect } from '@open-wc/testing';
import { contrast, tokenColor } from '../harness/colors.js';
import { openPanel } from './org-members/panel.js';
import { admin, PanelStub } from './org-members/panel-stub.js';
import { database } from './profiles.js';
import { ProxyStub } from './stub.js';
import { openEditor } from './support.js';

const logoUrl = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"/>')}`;

type Branding = (typeof admin)['organization']['branding'];

/** Opens an element in an organization with this branding. */
const elements = {
  'org-members': async (branding: Branding) => {
    const proxy = new PanelStub(1);
    proxy.info = { ...admin, organization: { ...admin.organization, branding } };
    return openPanel(proxy);
  },
  'profile-editor': async (branding: Branding) =>
    openEditor(new ProxyStub({ ...database, organization: { ...database.organization, branding } })),
};

const surfaces =
  '--orgdesk-surface: light-dark(#f3ead7, #33302a); --orgdesk-raised: light-dark(#fbf6ea, #3b3831)';

/** Whether the element has a style sheet with the color of the organization. */
const isBranded = ({ shadowRoot }: Element) =>
  Boolean(
    shadowRoot?.adoptedStyleSheets.some(({ cssRules }) =>
      /^:host { --accent:[^}]*rgb/.test(cssRules[0]?.cssText ?? ''),
    ),
  );

for (const [tag, open] of Object.entries(elements)) {
  describe(`${tag}: branding`, () => {
    afterEach(() => document.documentElement.removeAttribute('style'));

    for (const primaryColor of ['#ffee00', '#c8321f', '#0b6e74', '#000', '#ffffff', '#7f7f7f'])
      for (const theme of ['light', 'dark'] as const)
        for (const host of ['', surfaces]) {
          it(`keeps ${primaryColor} readable, ${theme}, ${host ? 'on surfaces of the host' : 'by itself'}`, async () => {
            document.documentElement.setAttribute('style', host);
            const opened = await open({ primaryColor, logoUrl: null });
            const { element } = opened;
            element.theme = theme;
            await opened.until(() => isBranded(element));
            const color = (name: string) => tokenColor(element, `--${name}`);
            const ratios = [
              contrast(color('on-accent'), color('accent')),
              contrast(color('link'), color('surface')),
              contrast(color('link'), color('raised')),
              contrast(color('link'), color('selected')),
            ];
            expect(Math.min(...ratios)).to.be.at.least(4.5);
            expect(contrast(color('accent'), color('sunken'))).to.be.at.least(3);
          });
        }

    it('shows the logo and the color, unless it is told not to, at once', async () => {
      const opened = await open({ primaryColor: '#0b6e74', logoUrl });
      const { element } = opened;
      const logo = () => element.shadowRoot?.querySelector('[part="logo"] img:not([hidden])');
      await opened.until(() => isBranded(element) && Boolean(logo()));
      element.hideBranding = true;
      await opened.until(() => !isBranded(element));
      expect(logo()).not.to.be.ok;
      element.removeAttribute('hide-branding');
      element.hideBranding = false;
      await opened.until(() => isBranded(element) && Boolean(logo()));
    });

    describe('when the surfaces change', () => {
      const sheet = document.createElement('style');
      sheet.textContent =
        '.night { --orgdesk-surface: #20242c; --orgdesk-raised: #2b303a; --orgdesk-sunken: #181b21 }';

      before(() => document.head.append(sheet));
      afterEach(() => document.body.removeAttribute('class'));
      after(() => sheet.remove());

      /** An element whose color can be read on white, and can't on the surfaces of the class. */
      async function openInTeal() {
        const opened = await open({ primaryColor: '#0b6e74', logoUrl: null });
        const { element } = opened;
        element.theme = 'light';
        await opened.until(() => isBranded(element));
        const accent = () => tokenColor(element, '--accent');
        const ratio = () => contrast(accent(), tokenColor(element, '--raised'));
        return { ...opened, opened, element, accent, ratio };
      }

      it('fits the color to them, by a class around the element, and back', async () => {
        const { opened, accent, ratio } = await openInTeal();
        const before = accent();
        document.body.className = 'night';
        expect(ratio()).to.be.lessThan(4.5);
        await opened.until(() => ratio() >= 4.5);
        document.body.className = '';
        await opened.until(() => accent().join() === before.join());
      });

      it('fits the color to them if it is hidden meanwhile', async () => {
        const { opened, element, ratio } = await openInTeal();
        element.hidden = true;
        await opened.settle();
        document.body.className = 'night';
        await opened.settle();
        element.hidden = false;
        await opened.until(() => ratio() >= 4.5);
      });

      it('fits the color to those of the place that it is moved to', async () => {
        const { opened, element, ratio } = await openInTeal();
        const place = document.createElement('div');
        place.className = 'night';
        document.body.append(place);
        place.append(element);
        await opened.until(() => ratio() >= 4.5);
        place.remove();
      });
    });

    it('leaves an accent of the host alone', async () => {
      document.documentElement.setAttribute('style', '--orgdesk-accent: #7c3aed');
      const opened = await open({ primaryColor: '#0b6e74', logoUrl: null });
      await opened.until(() => isBranded(opened.element));
      expect(tokenColor(opened.element, '--accent')).to.deep.equal([0x7c, 0x3a, 0xed]);
    });
  });
}
