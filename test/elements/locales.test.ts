import { expect, nextFrame } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { localeTags } from '../../src/messages/catalog.js';
import { operationsOn } from '../../src/policy/operations.js';
import { invitationStates } from '../../src/contract/invitation.js';
import { World } from '../../stories/world.js';
import { InvitationsHarness } from '../harness/invitations-panel.js';
import { MemberHarness } from '../harness/member-panel.js';
import { english, loadCatalog } from '../messages/catalogs.js';
import { withoutGiven, textsOf } from '../messages/texts.js';
import { accountProxy, openAccount } from './account-scenes.js';
import { database, enterprise, passwordless, social } from './profiles.js';
import { MemberHost, openHost } from './org-members/member-host.js';
import {
  ben,
  federated,
  federatedPlan,
  lockedOut,
  memberProxy,
  mia,
  receipt,
} from './org-members/member-scenes.js';
import { activityEntries } from './org-members/activity-entries.js';
import { openPanel } from './org-members/panel.js';
import { PanelStub } from './org-members/panel-stub.js';
import { problemResponse, ProxyStub } from './stub.js';
import { openEditor } from './support.js';

const tags = localeTags().filter((tag) => tag !== 'en');
const catalogs = new Map(await Promise.all(tags.map(async (tag) => [tag, await loadCatalog(tag)] as const)));
const catalogOf = (tag: string) => catalogs.get(tag) ?? expect.fail(`no catalog for ${tag}`);
/** The language in which each state is reached. */
const german = catalogOf('de');

/** English texts: whole texts, and the longest piece of those with parameters. */
const englishPieces = textsOf(english, '').flatMap(({ text }) =>
  text
    .split(/‹.›/)
    .map((piece) => piece.trim())
    .filter((piece) => /\p{L}{2,}\s+\p{L}{2,}|^\p{L}{5,}$/u.test(piece)),
);

/** Labels of connections and fields in the scenes: data, in whatever language they come. */
const data = new Set(['Password', 'Email']);

/** The English texts that a language doesn't have. */
function forbiddenIn(tag: string): readonly string[] {
  const allowed = new Set(textsOf(catalogOf(tag), '').map(({ text }) => withoutGiven(text)));
  return [...new Set(englishPieces)].filter((piece) => !allowed.has(piece) && !data.has(piece));
}
const forbidden = new Map(tags.map((tag) => [tag, forbiddenIn(tag)]));

/** Every text a reader sees or hears, through all shadow roots. */
function textsIn(root: Document | ShadowRoot | Element): string[] {
  return [...root.querySelectorAll('*')].flatMap((element) => {
    if (element.localName === 'style') return [];
    const own = [...element.childNodes].flatMap((node) =>
      node.nodeType === Node.TEXT_NODE ? [node.textContent?.trim() ?? ''] : [],
    );
    const named = ['aria-label', 'title', 'placeholder', 'alt'].flatMap(
      (name) => element.getAttribute(name) ?? [],
    );
    return [...own, ...named, ...(element.shadowRoot ? textsIn(element.shadowRoot) : [])];
  });
}

function leftovers(element: Element, tag: string): string[] {
  const texts = textsIn(element.shadowRoot ?? element);
  return (forbidden.get(tag) ?? []).filter((piece) =>
    texts.some((text) => text === piece || (piece.length > 12 && text.includes(piece))),
  );
}

const sharedIn = (tag: string) => ({
  lang: tag,
  operationLabels: catalogOf(tag).members.operations,
  retry: catalogOf(tag).members.retry,
  problemText: (code: string) => code,
});
const shared = sharedIn('de');

/** Has an element that is open go on in another language. */
async function speak(element: Element, tag: string): Promise<void> {
  document.documentElement.lang = tag;
  if (element instanceof MemberHost) element.setShared(sharedIn(tag));
  else if (element instanceof HTMLElement) element.lang = tag;
  // The editor in the panel follows one update later.
  for (let update = 0; update < 3; update += 1) await nextFrame();
}

async function memberDialog(operation: (typeof operations)[number], proxy = memberProxy(), person = mia) {
  // With a reason to give, no operation is done without its dialog.
  const panel = await openHost(proxy, { rows: [mia, ben], shared: { ...shared, requiresReason: true } });
  panel.element.member.controller.openDialog(operation, person);
  await panel.dialogReady();
  return panel.element;
}

const operations = operationsOn('menu');

/** A panel in front of the real proxy and the dev tenant, as an admin of Acme. */
async function openWorld() {
  const world = new World();
  const panel = await openPanel({ fetch: world.sessionOf('ada@acme.example', 'acme') }, { lang: 'de' });
  return { panel, dialog: new MemberHarness(panel.element) };
}

async function openChecklist() {
  const { panel } = await openWorld();
  await panel.press(german.members.changeRoles('Mia Okafor'));
  await panel.until(() => Object.keys(panel.checklist ?? {}).length > 0);
  return panel;
}

/** The dialog of a bulk action on everyone, with its preview. */
async function openBulk() {
  const { panel, dialog } = await openWorld();
  await panel.tickAll();
  await panel.press(german.members.opensDialog(german.members.operations['member.block']));
  await panel.until(() => dialog.dialogButtons.some((label) => label.endsWith('sperren')));
  return { panel, dialog };
}

const states: Record<string, () => Promise<Element>> = {
  list: async () => (await openPanel(new PanelStub(60), { lang: 'de' })).element,
  'list with a selection': async () => {
    const panel = await openPanel(new PanelStub(5), { lang: 'de' });
    await panel.tickAll();
    return panel.element;
  },
  'row menu': async () => {
    const panel = await openPanel(new PanelStub(5), { lang: 'de' });
    await panel.press('Aktionen für Person 2');
    return panel.element;
  },
  'a filter': async () => {
    const panel = await openPanel(new PanelStub(5), { lang: 'de' });
    await panel.choose(german.members.status, 'blocked');
    return panel.element;
  },
  'roles in place': async () => (await openChecklist()).element,
  'a toast': async () => {
    const panel = await openChecklist();
    panel.tickRole('Help desk');
    await panel.pressInChecklist('Enter');
    await panel.until(() => panel.toasts.length > 0);
    return panel.element;
  },
  'bulk action': async () => (await openBulk()).panel.element,
  'bulk results': async () => {
    const { panel, dialog } = await openBulk();
    const confirm = dialog.dialogButtons.find((label) => label.endsWith('sperren')) ?? expect.fail();
    await dialog.press(confirm);
    await panel.until(() => dialog.dialogText.includes(german.bulk.states.done));
    return panel.element;
  },
  inviting: async () => {
    const { panel } = await openWorld();
    const invitations = new InvitationsHarness(panel.element);
    await panel.press(german.members.invite);
    await panel.until(() => panel.buttons.includes(german.invite.check));
    await invitations.enter('new@acme.example mia@acme.example not-an-address');
    return panel.element;
  },
  'invitations in every state': async () => {
    const proxy = new PanelStub(3);
    const list = invitationStates.map((state, index) => ({
      id: `inv_${index}`,
      email: `person.${index}@acme.example`,
      state,
      inviter: null,
      roles: [],
      connection: null,
      createdAt: '2026-01-05T08:00:00.000Z',
      expiresAt: '2026-01-12T08:00:00.000Z',
    }));
    proxy.answerNext('/invitations', () => Response.json({ invitations: list, next: null }));
    const panel = await openPanel(proxy, { lang: 'de' });
    panel.element.tab = 'invitations';
    await panel.until(() => panel.text.includes(german.invitations.states.gone));
    return panel.element;
  },
  'member page, editing': async () => {
    const panel = await openHost(memberProxy(), { rows: [mia, ben], shared });
    await panel.openRow('Mia Okafor');
    await panel.press(german.member.edit);
    await panel.editor.fill('jobTitle', 'Chefin');
    return panel.element;
  },
  'empty list': async () => (await openPanel(new PanelStub(0), { lang: 'de' })).element,
  'no results': async () => {
    const panel = await openPanel(new PanelStub(3), { lang: 'de' });
    await panel.type('zzz');
    await panel.until(() => panel.text.includes(german.members.noMatch));
    return panel.element;
  },
  'no access': async () => {
    const proxy = new PanelStub(3);
    proxy.failNext('/members', 'operation_locked', { reason: 'not-allowed' });
    return (await openPanel(proxy, { lang: 'de' })).element;
  },
  'signed out': async () => {
    const proxy = new PanelStub(3);
    proxy.failNext('/members', 'token_missing');
    return (await openPanel(proxy, { lang: 'de' })).element;
  },
  failure: async () => {
    const proxy = new PanelStub(3);
    proxy.failNext('/members', 'upstream_unavailable', { requestId: 'req_1' });
    return (await openPanel(proxy, { lang: 'de' })).element;
  },
  'rate limit': async () => {
    const proxy = new PanelStub(3);
    const panel = await openPanel(proxy, { lang: 'de' });
    proxy.failNext('/members', 'rate_limited', { retryAfter: 60 });
    await panel.element.reload();
    return panel.element;
  },
  invitations: async () => {
    const panel = await openPanel(new PanelStub(3), { lang: 'de' });
    await panel.press(german.members.tabs.invitations);
    await panel.until(() => panel.text.includes(german.invitations.none));
    return panel.element;
  },
  activity: async () => {
    const panel = await openPanel(new PanelStub(3), { lang: 'de' });
    await panel.press(german.members.tabs.activity);
    await panel.until(() => panel.text.includes(german.activity.none));
    return panel.element;
  },
  'activity with entries and filters': async () => {
    const proxy = new PanelStub(3);
    proxy.activity = activityEntries;
    const panel = await openPanel(proxy, { lang: 'de' });
    await panel.press(german.members.tabs.activity);
    await panel.until(() => panel.text.includes('asked by phone'));
    await panel.press(german.activity.export);
    await panel.until(() => panel.menu.length > 0);
    return panel.element;
  },
  'member page': async () => {
    const proxy = memberProxy();
    proxy.answerAt('GET /security', () => Response.json(lockedOut));
    const panel = await openHost(proxy, { rows: [mia, ben], shared });
    await panel.openRow('Mia Okafor');
    return panel.element;
  },
  ...Object.fromEntries(
    operations.map((operation) => [`dialog for ${operation}`, () => memberDialog(operation)]),
  ),
  'dialog for a federated deletion': () => {
    const proxy = memberProxy(federated);
    proxy.answerAt('GET /deprovision', () => Response.json(federatedPlan));
    return memberDialog('user.delete', proxy);
  },
  receipt: async () => {
    const proxy = memberProxy();
    const notDone = [{ step: 'end-sessions', code: 'feature_unavailable' }];
    const accessTokensUntil = '2026-11-28T14:32:00.000Z';
    proxy.answerAt('POST /deprovision', () => Response.json({ ...receipt, notDone, accessTokensUntil }));
    const panel = await openHost(proxy, { rows: [mia, ben], shared });
    panel.element.member.controller.openDialog('member.block', mia);
    await panel.dialogReady();
    await panel.press(german.dialogs.questions['member.block'].confirm);
    await panel.until(() => panel.receipt !== '');
    return panel.element;
  },
  ...Object.fromEntries(
    Object.entries({ database, enterprise, social, passwordless }).map(([name, profile]) => [
      `profile of a ${name} user`,
      async () => (await openEditor(new ProxyStub(profile), { lang: 'de' })).element,
    ]),
  ),
  'profile on behalf': async () =>
    (await openEditor(new ProxyStub({ ...database, own: false }), { lang: 'de' })).element,
  'profile with changes': async () => {
    const editor = await openEditor(new ProxyStub(database), { lang: 'de' });
    await editor.fill('jobTitle', 'Chefin');
    return editor.element;
  },
  'profile that could not be loaded': async () => {
    const proxy = new ProxyStub(database);
    proxy.failNext('upstream_unavailable', { requestId: 'req_1' });
    return (await openEditor(proxy, { lang: 'de' })).element;
  },
  account: async () => (await openAccount(accountProxy(), { lang: 'de' })).element,
  'account without sessions': async () => {
    const proxy = accountProxy();
    proxy.answerAt('GET /sessions', () => problemResponse('upstream_timeout'));
    return (await openAccount(proxy, { lang: 'de' })).element;
  },
  'account deletion': async () => {
    const editor = await openAccount(accountProxy(), { lang: 'de' });
    await editor.press(german.account.deletion.action);
    await editor.until(() => editor.dialog !== null);
    return editor.element;
  },
};

/** What is wrong with a state in one language at one width. */
function flaws(element: Element, tag: string, width: number): string[] {
  const { scrollWidth } = document.documentElement;
  return [
    ...leftovers(element, tag).map((piece) => `English: ${piece}`),
    ...clipped(element).map((text) => `clipped: ${text}`),
    ...(breakAnywhere.has(tag) ? [] : brokenWords(element)).map((word) => `broken: ${word}`),
    ...(scrollWidth > width ? [`${scrollWidth} pixels wide`] : []),
  ].map((flaw) => `${tag}, ${width} px: ${flaw}`);
}

describe('in every language', () => {
  before(() => (document.documentElement.lang = 'de'));
  afterEach(async () => {
    document.documentElement.lang = 'de';
    await setViewport({ width: 1140, height: 800 });
  });
  after(() => (document.documentElement.lang = 'en'));

  for (const [name, open] of Object.entries(states)) {
    it(`${name}: shows no English and fits 320 and 1140 pixels`, async () => {
      await setViewport({ width: 1140, height: 800 });
      const element = await open();
      const found: string[] = [];
      for (const width of [1140, 320]) {
        await setViewport({ width, height: 800 });
        for (const tag of tags) {
          await speak(element, tag);
          found.push(...flaws(element, tag, width));
        }
      }
      expect(found).to.deep.equal([]);
    });
  }

  it('would find an English text', async () => {
    document.documentElement.lang = 'en';
    const { element } = await openPanel(new PanelStub(0), { lang: 'en' });
    for (const tag of tags) expect(leftovers(element, tag)).to.include(english.members.emptyText);
  });
});

const controls = 'button:not([part="name"]), dialog, h2, h3, th, [role="tab"]';

/** Controls and headings whose text doesn't fit, or lies outside of what is shown. Names are data, and may end in an ellipsis. */
function clipped(element: Element): string[] {
  const all = [...(element.shadowRoot?.querySelectorAll<HTMLElement>(controls) ?? [])];
  return all
    .filter((control) => control.clientWidth > 0 && !isOnlyHeard(control))
    .filter((control) => overflows(control) || (control.localName !== 'dialog' && isCutOff(control)))
    .map(({ innerText }) => innerText);
}

const overflows = ({ scrollWidth, clientWidth }: HTMLElement) => scrollWidth > clientWidth + 1;

function isCutOff(control: HTMLElement): boolean {
  const { left, right } = control.getBoundingClientRect();
  for (const around of ancestors(control)) {
    // Nothing clips what is in the top layer.
    if (around.matches('dialog, [popover]')) return false;
    if (getComputedStyle(around).overflowX === 'visible') continue;
    const frame = around.getBoundingClientRect();
    if (left < frame.left - 1 || right > frame.right + 1) return true;
  }
  return false;
}

function ancestors(element: Element): Element[] {
  const { parentElement } = element;
  return parentElement ? [parentElement, ...ancestors(parentElement)] : [];
}

/** For screen readers alone. */
const isOnlyHeard = (element: Element) =>
  [element, ...ancestors(element)].some((each) => getComputedStyle(each).clipPath !== 'none');

/** Words that are broken across lines without a hyphen. These languages write without spaces, or break anywhere. */
const breakAnywhere = new Set(['ja', 'zh-Hans', 'ko']);

function brokenWords(element: Element): string[] {
  const all = [...(element.shadowRoot?.querySelectorAll<HTMLElement>(controls) ?? [])];
  return all.flatMap((control) => {
    const walker = document.createTreeWalker(control, NodeFilter.SHOW_TEXT);
    const broken: string[] = [];
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      if (!text.parentElement || isOnlyHeard(text.parentElement)) continue;
      for (const { index, 0: word } of text.data.matchAll(/[\p{L}\p{M}]+/gu)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (tops.size > 1) broken.push(word);
      }
    }
    return broken;
  });
}
