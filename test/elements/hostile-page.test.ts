import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { openPanel } from './org-members/panel.js';
import { PanelStub } from './org-members/panel-stub.js';
import { database } from './profiles.js';
import { ProxyStub } from './stub.js';
import { openEditor } from './support.js';

/** What pages do to everything on them. */
const pages: Readonly<Record<string, string>> = {
  'resets everything': '* { all: revert }',
  'unsets everything': '* { all: unset !important; }',
  'sizes everything':
    '* { box-sizing: content-box !important } body, body * { font-size: 30px !important; letter-spacing: 5px !important }',
  'has a root of 10 pixels': ':root { font-size: 10px }',
  'has a root of 62.5 %': 'html { font-size: 62.5% } body { font-size: 1.6rem }',
  'has text styles of its own': `body {
    line-height: 3; text-transform: uppercase; letter-spacing: 4px; word-spacing: 20px; white-space: pre; text-align: right;
    font: italic 900 40px/2 monospace; color: red; text-indent: 50px; cursor: crosshair; quotes: none; list-style: square;
    border-collapse: collapse; border-spacing: 9px; caption-side: bottom; empty-cells: hide; hyphens: auto; tab-size: 9;
    text-shadow: 2px 2px red; word-break: break-all; writing-mode: horizontal-tb; font-variant: small-caps }`,
  'hides and paints elements': `
    div div, span, table, tr, td, th, button, input, select, svg, ul, li, dl, nav, section, header, form, label, small, h2, dialog
      { display: none !important }
    button, input { all: unset !important; background: red !important }
    svg { fill: red; width: 99px !important }
    table { border: 9px solid red !important }`,
  'has names for classes like ours':
    '.card, .page, .row, .badge, .avatar, .primary, .menu, .chip { display: none; background: red; font-size: 50px }',
};

const elements = {
  'org-members': () => openPanel(new PanelStub(4)),
  'profile-editor': async () => {
    const editor = await openEditor(new ProxyStub(database));
    // The list of the sections is loaded last.
    await editor.until(() => Boolean(editor.element.shadowRoot?.querySelector('nav')));
    return editor;
  },
};

const read = [
  'color',
  'background-color',
  'border-top-width',
  'display',
  'visibility',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'letter-spacing',
  'line-height',
  'text-align',
  'text-indent',
  'text-shadow',
  'text-transform',
  'white-space-collapse',
  'word-spacing',
];

interface Look {
  readonly name: string;
  readonly box: readonly number[];
  readonly style: readonly string[];
}

/** Where everything inside an element is, relative to its start, and what it looks like. */
function looksOf({ shadowRoot }: Element): readonly Look[] {
  const all = [...(shadowRoot?.querySelectorAll('*') ?? [])];
  const origin = all[0]?.getBoundingClientRect() ?? expect.fail();
  return all.map((each) => {
    const { x, y, width, height } = each.getBoundingClientRect();
    const isPlaced = each.checkVisibility() && width + height > 0 && !isSticky(each);
    const style = getComputedStyle(each);
    return {
      name: `${each.localName}.${each.getAttribute('class') ?? ''}`,
      box: isPlaced ? [x - origin.x, y - origin.y, width, height] : [],
      style: read.map((property) => `${property} ${style.getPropertyValue(property)}`),
    };
  });
}

/** What sticks to the window is elsewhere if the page above the element is longer. */
const isSticky = (element: Element | null): boolean =>
  element !== null && (getComputedStyle(element).position === 'sticky' || isSticky(element.parentElement));

/** What looks different: a box by more than half a pixel, as `rem` and pixels are rounded differently. */
function differences(before: readonly Look[], after: readonly Look[]): string[] {
  if (before.length !== after.length) return [`${before.length} elements, then ${after.length}`];
  return before.flatMap(({ name, box, style }, index) => {
    const other = after[index] ?? expect.fail();
    const styles = style.filter((value, at) => !isSame(value, other.style[at] ?? ''));
    const moved = box.some((value, at) => Math.abs(value - (other.box[at] ?? 0)) > 0.5);
    const changed = [...styles, ...(moved ? [`box ${box.join()} is ${other.box.join()}`] : [])];
    return changed.map((change) => `${name}: ${change}`);
  });
}

/** Lengths that were calculated differ in their last digits. */
const isSame = (one: string, other: string) => rounded(one) === rounded(other);
const rounded = (value: string) =>
  value.replace(/[\d.]+px/, (length) => `${parseFloat(length).toFixed(1)}px`);

for (const [tag, open] of Object.entries(elements)) {
  describe(`${tag}: on a page that`, () => {
    const sheet = document.createElement('style');
    let expected: readonly Look[];

    before(async () => {
      document.body.style.setProperty('margin', '0', 'important');
      await setViewport({ width: 1000, height: 800 });
      expected = looksOf((await open()).element);
    });
    afterEach(() => {
      sheet.remove();
    });
    after(async () => {
      document.body.removeAttribute('style');
      await setViewport({ width: 800, height: 600 });
    });

    for (const [what, css] of Object.entries(pages))
      it(`${what}, looks as it does elsewhere`, async () => {
        sheet.textContent = css;
        document.head.append(sheet);
        const { element } = await open();
        // The test is about what is inside: the page decides how much room there is.
        expect(differences(expected, looksOf(element)).slice(0, 10)).to.deep.equal([]);
      });

    it('resets everything, has the theme of its attribute', async () => {
      sheet.textContent = '* { all: revert; color-scheme: light !important }';
      document.head.append(sheet);
      const { element } = await open();
      element.theme = 'dark';
      await element.updateComplete;
      const surface = getComputedStyle(
        element.shadowRoot?.querySelector('.card') ?? expect.fail(),
      ).backgroundColor;
      expect(surface).to.equal('rgb(21, 24, 30)');
    });

    it('hides or disables it, is hidden or disabled', async () => {
      sheet.textContent = 'body > div { visibility: hidden; pointer-events: none }';
      document.head.append(sheet);
      const { element } = await open();
      const title = element.shadowRoot?.querySelector('h2') ?? expect.fail();
      const { visibility, pointerEvents } = getComputedStyle(title);
      expect([visibility, pointerEvents]).to.deep.equal(['hidden', 'none']);
    });
  });
}
