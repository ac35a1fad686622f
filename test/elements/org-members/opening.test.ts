import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { OrgMembersHarness } from '../../harness/org-members.js';
import { database } from '../profiles.js';
import { openPanel } from './panel.js';
import { PanelStub, person } from './panel-stub.js';

const hasFetched = (...files: readonly string[]) => {
  const fetched = performance.getEntriesByType('resource').map(({ name }) => name);
  return files.every((file) => fetched.some((name) => name.includes(`/${file}.`)));
};
// A page of modules has more than the 250 that a browser notes.
performance.setResourceTimingBufferSize(5_000);
const pageFiles = ['person-panel', 'profile-editor', 'editing'];

const find = ({ element }: OrgMembersHarness, selector: string): HTMLElement | null =>
  element.shadowRoot?.querySelector(selector) ?? null;
const valueIn = (panel: OrgMembersHarness): Element | null =>
  find(panel, '.member-page profile-editor')?.shadowRoot?.querySelector('dd') ?? null;
const nextTask = () => new Promise((resolve) => setTimeout(resolve));

/** Resolves in the microtask after an element was inserted. */
function inserted({ element }: OrgMembersHarness, selector: string): Promise<HTMLElement> {
  const root = element.shadowRoot ?? expect.fail();
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      const found = root.querySelector<HTMLElement>(selector);
      if (!found) return;
      observer.disconnect();
      resolve(found);
    });
    observer.observe(root, { childList: true, subtree: true });
  });
}

/** A panel whose code for a member's page is there, and the answer with that page. */
async function openList() {
  const proxy = new PanelStub(50);
  const path = '/members/auth0%7C1';
  const { userId, name, picture } = person(1);
  const profile = { ...database, own: false, person: { userId, name, picture } };
  let answer = () => {};
  const isAsked = new Promise<void>((resolve) => (answer = resolve));
  proxy.answerNext(path, async () => {
    await isAsked;
    return Response.json(profile, { headers: { etag: '"1"' } });
  });
  proxy.answerNext(`${path}/security`, () => Response.json({}));
  const panel = await openPanel(proxy);
  await panel.until(() => hasFetched(...pageFiles));
  // Fetched is not yet run.
  await import('../../../src/elements/profile-editor/editing.js');
  await nextTask();
  return { panel, answer };
}

/** Notes what has the browser lay out the page, unless it is about to paint. */
function watchLayout(): { readonly found: string[]; stop(): void } {
  const found: string[] = [];
  let frames = 0;
  const restore: (() => void)[] = [];
  const replace = <T extends object>(owner: T, name: keyof T & string, change: PropertyDescriptor) => {
    const before = Object.getOwnPropertyDescriptor(owner, name) ?? expect.fail(name);
    Object.defineProperty(owner, name, { ...before, ...change });
    restore.push(() => Object.defineProperty(owner, name, before));
  };
  const note = (name: string) => frames === 0 && found.push(name);
  const request = requestAnimationFrame;
  replace(window, 'requestAnimationFrame', {
    value: (callback: FrameRequestCallback) =>
      request((time) => {
        frames += 1;
        callback(time);
        frames -= 1;
      }),
  });
  const { getBoundingClientRect } = Element.prototype;
  const { focus } = HTMLElement.prototype;
  const style = getComputedStyle;
  const scrollTop = Object.getOwnPropertyDescriptor(Element.prototype, 'scrollTop');
  replace(Element.prototype, 'getBoundingClientRect', {
    value(this: Element) {
      note('getBoundingClientRect');
      return getBoundingClientRect.call(this);
    },
  });
  replace(Element.prototype, 'scrollTop', {
    set(this: Element, top: number) {
      note('scrollTop');
      scrollTop?.set?.call(this, top);
    },
  });
  replace(HTMLElement.prototype, 'focus', {
    value(this: HTMLElement, options?: FocusOptions) {
      note('focus');
      focus.call(this, options);
    },
  });
  replace(window, 'getComputedStyle', {
    value: (element: Element, pseudo?: string) => {
      note('getComputedStyle');
      return style(element, pseudo);
    },
  });
  return { found, stop: () => restore.forEach((each) => each()) };
}

// In this order: what a page has fetched once stays, and so does a registered tag.
describe('org-members: opening a member', () => {
  beforeEach(() => setViewport({ width: 1140, height: 800 }));

  it('is prepared before the first click, without registering another element', async () => {
    const panel = await openPanel(new PanelStub(3));
    await panel.until(() => hasFetched(...pageFiles));
    expect(find(panel, '.member-page')).to.equal(null);
    expect(customElements.get('profile-editor') === undefined).to.equal(true);
  });

  it('shows the profile together with the rest of the page', async () => {
    const { panel, answer } = await openList();
    await panel.clickRow('Person 1');
    await panel.until(() => find(panel, '.member-page') !== null);
    const heading = inserted(panel, '.member-page h2');
    answer();
    await heading;
    await nextTask();
    expect(valueIn(panel) === null).to.equal(false);
  });

  it('lays out nothing before the browser does', async () => {
    const { panel, answer } = await openList();
    const layout = watchLayout();
    try {
      await panel.clickRow('Person 1');
      answer();
      await panel.until(() => valueIn(panel) !== null);
    } finally {
      layout.stop();
    }
    expect(layout.found).to.deep.equal([]);
  });

  it('leaves the list as wide as it is until the member is there', async () => {
    const { panel, answer } = await openList();
    const widthOfList = () => find(panel, '.list')?.clientWidth ?? 0;
    const { display } = getComputedStyle(find(panel, '.beside') ?? expect.fail());
    const before = widthOfList();
    const opened = inserted(panel, '.drawer');
    void panel.clickRow('Person 1');
    const drawer = await opened;
    expect(widthOfList()).to.equal(before);
    expect(drawer.clientWidth).to.be.greaterThan(300);
    answer();
    await panel.until(() => widthOfList() < before);
    expect(drawer.getBoundingClientRect().left).to.be.at.least(
      find(panel, '.list')?.getBoundingClientRect().right ?? NaN,
    );
    // Otherwise the browser would have built all rows again.
    expect(getComputedStyle(find(panel, '.beside') ?? expect.fail()).display).to.equal(display);
  });

  it('makes room when there is no answer for long', async () => {
    const { panel } = await openList();
    await panel.clickRow('Person 1');
    await panel.until(() => find(panel, '.drawer:not(.over)') !== null);
    expect(valueIn(panel) === null).to.equal(true);
  });

  it('writes the profile as large as the page around it, whatever the size of the root', async () => {
    document.documentElement.style.fontSize = '10px';
    try {
      const { panel, answer } = await openList();
      await panel.clickRow('Person 1');
      answer();
      await panel.until(() => valueIn(panel) !== null);
      const sizeOf = (element: Element | null) => getComputedStyle(element ?? expect.fail()).fontSize;
      expect(sizeOf(valueIn(panel))).to.equal(sizeOf(find(panel, '.card')));
      expect(sizeOf(valueIn(panel))).to.equal('14px');
    } finally {
      document.documentElement.style.fontSize = '';
    }
  });
});
