import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { OrgMembersHarness } from '../harness/org-members.js';
import { catalogOf, openInviteDialog, openList, openPerson, scenes } from './language-scenes.js';
import { openPanel } from './org-members/panel.js';
import { PanelStub, person } from './org-members/panel-stub.js';
import { database } from './profiles.js';
import { ProxyStub } from './stub.js';
import { openEditor } from './support.js';

const arabic = catalogOf('ar');

/** Every element, through all shadow roots. */
function elementsIn(root: Element | ShadowRoot): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((each) => [
    each,
    ...(each.shadowRoot ? elementsIn(each.shadowRoot) : []),
  ]);
}

const shadowOf = (element: Element): ShadowRoot => element.shadowRoot ?? expect.fail('It has no shadow root');

function find(element: Element, selector: string): HTMLElement {
  const found = elementsIn(shadowOf(element)).find((each) => each.matches(selector));
  return found ?? expect.fail(`There is no ${selector}`);
}

const boxOf = (element: Element, selector: string): DOMRect =>
  find(element, selector).getBoundingClientRect();

/** The elements that are laid out by themselves, and not within a line of text. */
const isBox = (each: HTMLElement): boolean =>
  each.checkVisibility() &&
  !each.closest('svg, select, .visually-hidden') &&
  !/^(inline|contents)/.test(getComputedStyle(each).display);

/** What doesn't stand at the other side once the page is written from right to left. */
function notMirrored(element: Element): string[] {
  const boxes = elementsIn(shadowOf(element)).filter(isBox);
  const measure = (dir: string) => {
    document.documentElement.dir = dir;
    return boxes.map((box) => box.getBoundingClientRect());
  };
  const [before, after] = [measure('ltr'), measure('rtl')];
  const width = document.documentElement.clientWidth;
  return boxes
    .filter((_, at) => Math.abs((before[at]?.left ?? 0) - (width - (after[at]?.right ?? 0))) > 1)
    .map(({ localName, className }) => `${localName}.${className}`);
}

const directionOf = (element: Element, selector: string): string =>
  getComputedStyle(find(element, selector)).direction;

const optionsIn = (element: Element): HTMLOptionElement[] =>
  elementsIn(shadowOf(element)).filter((each) => each instanceof HTMLOptionElement);

/** The options that aren't written in the direction of their first letter. */
const wrongOptions = (element: Element): string[] =>
  optionsIn(element)
    .filter((option) => {
      const [first] = /\p{L}/u.exec(option.text) ?? [];
      const direction = first && /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(first) ? 'rtl' : 'ltr';
      return first && getComputedStyle(option).direction !== direction;
    })
    .map(({ text }) => text);

async function renderAgain(element: OrgMembersHarness['element']): Promise<void> {
  element.requestUpdate();
  await element.updateComplete;
}

/** Where the first and the last character of a text are. */
function endsOf(element: HTMLElement): { first: number; last: number } {
  const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let node = text.nextNode() ?? expect.fail('It has no text');
  while (node.textContent?.trim() === '') node = text.nextNode() ?? expect.fail('It has no text');
  const leftOf = (at: number) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect().left;
  };
  return { first: leftOf(0), last: leftOf((node.textContent?.length ?? 1) - 1) };
}

describe('right to left', () => {
  beforeEach(() => setViewport({ width: 1140, height: 800 }));
  afterEach(() => {
    document.documentElement.removeAttribute('dir');
    document.documentElement.lang = 'en';
  });

  for (const [name, open] of Object.entries(scenes)) {
    it(`${name}: everything is mirrored`, async () => {
      expect(notMirrored(await open('en'))).to.deep.equal([]);
    });

    it(`${name}: fits 320 pixels in Arabic`, async () => {
      document.documentElement.lang = 'ar';
      await open('ar');
      await setViewport({ width: 320, height: 700 });
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
    });
  }

  it('finds what isn’t mirrored', async () => {
    const element = await openEditor(new ProxyStub(database));
    const heading = find(element.element, 'section h2');
    heading.style.marginLeft = '20px';
    expect(notMirrored(element.element)).to.deep.equal(['h2.']);
  });

  it('the page of a member opens at the left of the list, and a menu below its button', async () => {
    document.documentElement.dir = 'rtl';
    const { panel } = await openPerson('ar');
    const { element } = panel;
    expect(boxOf(element, '.drawer').right).to.be.at.most(boxOf(element, '.list').left + 1);
    await panel.press(arabic.members.actionsFor('Mia Okafor'));
    const dots = boxOf(element, 'tr[aria-current] .dots');
    expect(boxOf(element, '.menu').left).to.be.closeTo(dots.left, 1);
  });

  it('arrow keys move to the tab that they point at', async () => {
    document.documentElement.dir = 'rtl';
    const { element } = await openPanel(new PanelStub(3), { lang: 'ar' });
    find(element, '#tab-members').focus();
    await sendKeys({ press: 'ArrowLeft' });
    expect(element.tab).to.equal('invitations');
    await sendKeys({ press: 'ArrowRight' });
    expect(element.tab).to.equal('members');
    document.documentElement.dir = 'ltr';
    await sendKeys({ press: 'ArrowRight' });
    expect(element.tab).to.equal('invitations');
  });

  it('only icons that point along the line are mirrored', async () => {
    document.documentElement.dir = 'rtl';
    const { panel } = await openPerson('ar');
    const { member, members } = arabic;
    const mirrored = () =>
      elementsIn(shadowOf(panel.element))
        .filter((each) => getComputedStyle(each).scale === '-1 1')
        .map(({ parentElement }) => parentElement?.ariaLabel ?? parentElement?.innerText.trim());
    const signOut = members.opensDialog(members.operations['member.revoke-access']);
    expect(mirrored()).to.have.members([`‹ ${member.back}`, signOut]);
    await panel.press(member.openAsPage);
    expect(mirrored()).to.have.members([`‹ ${member.back}`, member.openBeside, signOut]);
  });
});

describe('right to left, on a page that doesn’t say so', () => {
  afterEach(() => {
    document.documentElement.removeAttribute('dir');
    document.documentElement.lang = 'en';
  });

  for (const lang of ['ar', 'he', 'ar-MA']) {
    it(`both elements are, in ${lang}`, async () => {
      const panel = await openPanel(new PanelStub(3), { lang });
      await panel.until(() => panel.names.length > 0);
      const { element } = panel;
      expect(boxOf(element, '.tick').left).to.be.greaterThan(boxOf(element, '.dots').right);
      expect(directionOf(element, '.card')).to.equal('rtl');
      const editor = await openEditor(new ProxyStub(database), { lang });
      expect(boxOf(editor.element, '.avatar').left).to.be.greaterThan(boxOf(editor.element, 'h2').right - 1);
    });
  }

  it('menus and dialogs are, with the elements', async () => {
    const panel = await openInviteDialog('ar');
    expect(directionOf(panel.element, 'dialog')).to.equal('rtl');
    await panel.press(arabic.invite.cancel);
    await panel.press(arabic.members.actionsFor('Mia Okafor'));
    expect(directionOf(panel.element, '.menu')).to.equal('rtl');
  });

  it('follows the language of the page', async () => {
    document.documentElement.lang = 'ar';
    const { element } = await openPanel(new PanelStub(3), { lang: '' });
    expect(directionOf(element, '.card')).to.equal('rtl');
  });

  it('follows an ancestor that says something else', async () => {
    const { element } = await openPanel(new PanelStub(3), { lang: 'ar' });
    const parent = element.parentElement ?? expect.fail();
    parent.dir = 'ltr';
    await renderAgain(element);
    expect(directionOf(element, '.card')).to.equal('ltr');
    parent.removeAttribute('dir');
    // An ancestor on the other side of a shadow root.
    const host = document.createElement('div');
    host.dir = 'ltr';
    parent.append(host);
    host.attachShadow({ mode: 'open' }).append(element);
    await renderAgain(element);
    expect(directionOf(element, '.card')).to.equal('ltr');
    host.remove();
  });

  it('isn’t in a language without texts, which is shown in English', async () => {
    const { element } = await openPanel(new PanelStub(3), { lang: 'fa' });
    expect(directionOf(element, '.card')).to.equal('ltr');
  });
});

describe('values in a text from right to left', () => {
  async function openOne(names: { connection: string; roles: readonly string[] }) {
    const proxy = new PanelStub(0);
    const roles = names.roles.map((name) => ({ id: name, name }));
    const connection = { class: 'database', name: 'acme-users', label: names.connection } as const;
    proxy.people = [{ ...person(1), name: 'Acme Inc.', roles, connection }];
    return openPanel(proxy, { lang: 'ar' });
  }

  it('keep their own direction', async () => {
    const { element } = await openOne({ connection: 'Acme Ltd.', roles: ['C++', 'מנהל'] });
    for (const selector of ['[part="name"]', '.who small', '.connection-cell bdi', '.chips bdi']) {
      const { first, last } = endsOf(find(element, selector));
      expect(last, selector).to.be.greaterThan(first);
    }
    const hebrew = elementsIn(shadowOf(element)).find(({ textContent }) => textContent === 'מנהל');
    const { first, last } = endsOf(hebrew ?? expect.fail());
    expect(last).to.be.lessThan(first);
  });

  it('have initials that aren’t joined', async () => {
    const proxy = new PanelStub(0);
    proxy.people = [{ ...person(1), name: 'محمد علي' }];
    const { element } = await openPanel(proxy, { lang: 'ar' });
    expect(find(element, '.avatar').textContent?.trim()).to.equal('م\u200cع');
  });

  it('are cut off at their own end', async () => {
    const proxy = new PanelStub(0);
    const long = 'Wolfeschlegelsteinhausenbergerdorff '.repeat(5);
    const connection = { class: 'database', name: 'acme-users', label: long } as const;
    proxy.people = [
      { ...person(1), name: long, email: `${long.replaceAll(' ', '.')}@acme.example`, connection },
    ];
    const { element } = await openPanel(proxy, { lang: 'ar' });
    for (const selector of ['[part="name"]', '.who small', '.connection-cell bdi']) {
      const text = find(element, selector);
      expect(text.scrollWidth, selector).to.be.greaterThan(text.clientWidth);
      expect(endsOf(text).first, selector).to.be.at.least(text.getBoundingClientRect().left);
    }
  });

  it('are isolated in a list', async () => {
    const { element } = await openOne({ connection: 'Acme', roles: ['Admin', 'C++'] });
    expect(find(element, '.chips').title).to.equal('\u2067\u2068Admin\u2069 و\u2068C++\u2069\u2069');
  });

  it('are chosen in their own direction, at the side of the page', async () => {
    for (const open of [openList, openInviteDialog]) {
      const panel = await open('ar');
      await panel.until(() => optionsIn(panel.element).some(({ text }) => /^\p{L}+ /u.test(text)));
      expect(wrongOptions(panel.element)).to.deep.equal([]);
      expect(getComputedStyle(find(panel.element, 'select')).textAlign).to.equal('right');
    }
    const editor = await openEditor(new ProxyStub(database), { lang: 'ar' });
    expect(wrongOptions(editor.element)).to.deep.equal([]);
  });

  it('are chosen by typing their first letter', async () => {
    const panel = await openList('ar');
    await panel.until(() => optionsIn(panel.element).some(({ text }) => text === 'Help desk'));
    const select = find(panel.element, 'select[name="role"]') as HTMLSelectElement;
    select.focus();
    await sendKeys({ press: 'h' });
    expect(select.selectedOptions[0]?.text).to.equal('Help desk');
  });

  it('are typed in their own direction, and an empty field in that of the page', async () => {
    const panel = await openInviteDialog('ar');
    expect(directionOf(panel.element, '#invite-address')).to.equal('ltr');
    expect(directionOf(panel.element, '[type="search"]')).to.equal('rtl');
    await panel.press(arabic.invite.cancel);
    await panel.type('mia');
    expect(directionOf(panel.element, '[type="search"]')).to.equal('ltr');
  });

  it('have no invisible characters where they are copied or typed', () => {
    expect(arabic.dialogs.phrase('mia@acme.example')).to.include('«mia@acme.example»');
    // In front of the word: a double click doesn’t select it.
    expect(arabic.members.requestId('req_1')).to.match(/ \u200ereq_1$/);
  });
});
