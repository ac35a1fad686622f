import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { localeTags } from '../../../src/messages/catalog.js';
import { loadCatalog } from '../../messages/catalogs.js';
import type { OrgMembersHarness } from '../../harness/org-members.js';
import { openPanel } from './panel.js';
import { PanelStub, person } from './panel-stub.js';

const tags = localeTags();
const catalogs = new Map(await Promise.all(tags.map(async (tag) => [tag, await loadCatalog(tag)] as const)));

/** Of the window. The page of a member stands beside the list from 44 rem, and is wider from 62 rem. */
const widths = [724, 1000, 1016, 1280];

/** How much of a name can be read, in pixels, if it has more. */
const leastOfName = 96;

const status = ['locked-out', 'blocked', 'unverified'] as const;
const people = [
  { ...person(0), status },
  { ...person(1), name: 'Mia Okafor', status: ['unverified'] as const },
  { ...person(2), name: 'Bartholomew Wolfeschlegelsteinhausenbergerdorff', status: ['locked-out'] as const },
  person(3),
  person(4),
];

async function openWithDrawer(density: 'comfortable' | 'compact'): Promise<OrgMembersHarness> {
  const proxy = new PanelStub(60);
  proxy.people = [...people, ...proxy.people.slice(people.length)];
  const panel = await openPanel(proxy);
  panel.element.density = density;
  panel.element.member = person(1).userId;
  await panel.tickAll();
  await panel.until(() => all(panel, '.drawer:not(.over)').length > 0);
  return panel;
}

const all = ({ element }: OrgMembersHarness, selector: string): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

/** Whether one element sticks out of another by more than a rounded pixel. */
function sticksOut(inner: Element, outer: Element): boolean {
  const [one, other] = [inner.getBoundingClientRect(), outer.getBoundingClientRect()];
  return (
    one.left < other.left - 1 ||
    one.right > other.right + 1 ||
    one.top < other.top - 1 ||
    one.bottom > other.bottom + 1
  );
}

const overlaps = (one: DOMRect, other: DOMRect): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

function flawsOfRows(panel: OrgMembersHarness): string[] {
  return all(panel, '.people tbody .person-cell').flatMap((cell) => {
    const name = cell.querySelector('[part="name"]') ?? expect.fail('a row without a name');
    const isSqueezed = name.clientWidth < Math.min(name.scrollWidth, leastOfName);
    const cut = [...cell.querySelectorAll<HTMLElement>('.badge')].filter(
      (badge) => sticksOut(badge, cell) || badge.scrollWidth > badge.clientWidth + 1,
    );
    return [
      ...(isSqueezed ? [`${name.textContent} has ${name.clientWidth} pixels`] : []),
      ...cut.map(({ innerText }) => `cut off: ${innerText}`),
    ];
  });
}

function flawsOfSelection(panel: OrgMembersHarness): string[] {
  const [bar, count, cross] = ['.selected', '.selected b', '[part~="clear-selection"]'].map(
    (selector) => all(panel, selector)[0] ?? expect.fail(`There is no ${selector}`),
  );
  if (!bar || !count || !cross) return expect.fail();
  const [line, box] = [count.getBoundingClientRect(), cross.getBoundingClientRect()];
  const content = [...bar.querySelectorAll('b, button, p')];
  const others = content.filter((each) => each !== cross);
  return [
    ...(Math.abs(box.top + box.bottom - line.top - line.bottom) <= 4
      ? []
      : ['the cross isn’t in the line of the number']),
    ...others
      .filter((each) => overlaps(box, each.getBoundingClientRect()))
      .map(() => 'the cross covers something'),
    ...[...bar.children]
      .filter((each) => sticksOut(each, bar))
      .map(({ textContent }) => `out of the bar: ${textContent}`),
  ];
}

describe('org-members: the list beside a member’s page', () => {
  afterEach(async () => {
    document.documentElement.removeAttribute('dir');
    document.documentElement.lang = 'en';
    await setViewport({ width: 1140, height: 800 });
  });

  for (const density of ['comfortable', 'compact'] as const)
    for (const dir of ['ltr', 'rtl'])
      it(`leaves room to names, shows badges in full, and keeps the cross in its line, ${density}, ${dir}`, async () => {
        document.documentElement.dir = dir;
        const panel = await openWithDrawer(density);
        const found: string[] = [];
        for (const tag of tags) {
          document.documentElement.lang = panel.element.lang = tag;
          const selected = catalogs.get(tag)?.members.selected(panel.names.length).replace(/\s/g, ' ');
          await panel.until(() => panel.selection === selected);
          for (const width of widths) {
            await setViewport({ width, height: 800 });
            const { scrollWidth } = document.documentElement;
            found.push(
              ...[
                ...flawsOfRows(panel),
                ...flawsOfSelection(panel),
                ...(scrollWidth > width ? [`${scrollWidth} pixels wide`] : []),
              ].map((flaw) => `${tag}, ${width} px: ${flaw}`),
            );
          }
        }
        expect(found).to.deep.equal([]);
      });

  it('has its problems in line with the rest of the page', async () => {
    const panel = await openWithDrawer('comfortable');
    await panel.until(() => all(panel, '.drawer .notice').length > 0);
    const [notice, retry] = ['.drawer .notice', '.drawer [part~="retry"]'].map((selector) =>
      all(panel, selector)[0]?.getBoundingClientRect(),
    );
    expect(notice?.left).to.equal(retry?.left);
  });
});
