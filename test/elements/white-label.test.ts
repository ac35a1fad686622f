import { expect } from '@open-wc/testing';
import { contrast, tokenColor } from '../harness/colors.js';
import { openPanel } from './org-members/panel.js';
import { PanelStub } from './org-members/panel-stub.js';
import { database } from './profiles.js';
import { ProxyStub } from './stub.js';
import { openEditor } from './support.js';

const elements = {
  'org-members': () => openPanel(new PanelStub(2)),
  'profile-editor': () => openEditor(new ProxyStub(database)),
};

const partOf = ({ shadowRoot }: Element, part: string) =>
  shadowRoot?.querySelector(`[part~="${part}"]`) ?? expect.fail(`There is no ${part}`);

for (const [tag, open] of Object.entries(elements)) {
  describe(`${tag}: while it is shown`, () => {
    const sheet = document.createElement('style');

    before(() => document.head.append(sheet));
    afterEach(() => {
      sheet.textContent = '';
      document.body.removeAttribute('class');
    });
    after(() => sheet.remove());

    it('follows tokens, of a class around it, too', async () => {
      sheet.textContent = `.acme { --orgdesk-surface: #fedcba; --orgdesk-radius-l: 0px; --orgdesk-font-heading: Georgia }
        .globex { --orgdesk-surface: #abcdef; --orgdesk-radius-l: 20px }`;
      const { element } = await open();
      const looks = () => {
        const { backgroundColor, borderTopLeftRadius } = getComputedStyle(partOf(element, 'card'));
        return [backgroundColor, borderTopLeftRadius, getComputedStyle(partOf(element, 'title')).fontFamily];
      };
      document.body.className = 'acme';
      expect(looks()).to.deep.equal(['rgb(254, 220, 186)', '0px', 'Georgia']);
      document.body.className = 'globex';
      expect(looks()).to.deep.equal(['rgb(171, 205, 239)', '20px', 'system-ui, sans-serif']);
    });

    it('follows its theme and its density', async () => {
      const { element } = await open();
      const fontSize = () => getComputedStyle(partOf(element, 'card')).fontSize;
      element.theme = 'light';
      await element.updateComplete;
      const light = tokenColor(element, '--surface');
      const comfortable = fontSize();
      element.theme = 'dark';
      element.density = 'compact';
      await element.updateComplete;
      expect(contrast(light, tokenColor(element, '--surface'))).to.be.greaterThan(10);
      expect(parseFloat(fontSize())).to.be.lessThan(parseFloat(comfortable));
    });

    it('follows an icon of the page', async () => {
      sheet.textContent = `${tag}::part(icon) { stroke: none; background: currentColor; mask: linear-gradient(#000 0 0) }`;
      const { element } = await open();
      const icon = partOf(element, 'icon');
      const { backgroundColor, color } = getComputedStyle(icon);
      expect(backgroundColor).to.equal(color);
      expect(getComputedStyle(icon.firstElementChild ?? expect.fail()).stroke).to.equal('none');
    });
  });
}

it('org-members: follows texts of the host while it is shown', async () => {
  const panel = await openPanel(new PanelStub(2));
  panel.element.messages = { title: 'Crew' };
  await panel.settle();
  expect(panel.text).to.include('Crew');
  panel.element.messages = { title: 'Staff', invite: 'Hire' };
  await panel.settle();
  expect(panel.text).to.include('Staff').and.not.to.include('Crew');
  expect(panel.buttons).to.include('Hire');
});

it('profile-editor: follows texts of the host while it is shown', async () => {
  const editor = await openEditor(new ProxyStub(database));
  editor.element.messages = { verified: 'Known' };
  await editor.settle();
  await editor.fill('jobTitle', 'Chief');
  editor.element.messages = { verified: 'Proven', save: 'Keep' };
  await editor.settle();
  expect(editor.text).to.include('Keep').and.not.to.include('Known');
});
