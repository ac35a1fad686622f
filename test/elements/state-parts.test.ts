import { accountProxy, openAccount } from './account-scenes.js';
import { openHost } from './org-members/member-host.js';
import { memberProxy, mia } from './org-members/member-scenes.js';
import { openPanel } from './org-members/panel.js';
import { PanelStub } from './org-members/panel-stub.js';
import { database } from './profiles.js';
import { ProxyStub } from './stub.js';
import { openEditor } from './support.js';

const never = () => new Promise<Response>(() => {});

/** The parts of what stands in the place of data, or above it. */
const names = ['skeleton', 'bone', 'empty', 'no-matches', 'failure', 'mark', 'notice', 'slow'];

/** Those of them that an element has. */
const partsOf = ({ shadowRoot }: Element) =>
  names.filter((name) => shadowRoot?.querySelector(`[part~="${name}"]`));

/** A panel whose tab has asked for its entries. */
async function openTab(tab: 'invitations' | 'activity', proxy: PanelStub) {
  const panel = await openPanel(proxy);
  panel.element.tab = tab;
  return panel;
}

const states: Record<
  string,
  {
    readonly open: () => Promise<{ readonly element: Element; until(is: () => boolean): Promise<void> }>;
    readonly parts: readonly string[];
  }
> = {
  'the list, loading': {
    open: () => {
      const proxy = new PanelStub(3);
      proxy.holdNext('/members');
      return openPanel(proxy, { waiting: true });
    },
    parts: ['skeleton', 'bone'],
  },
  'the list, loading for long': {
    open: async () => {
      const proxy = new PanelStub(3);
      const panel = await openPanel(proxy);
      proxy.holdNext('/members');
      void panel.element.reload();
      return panel;
    },
    parts: ['notice', 'slow'],
  },
  'the list, empty': { open: () => openPanel(new PanelStub(0)), parts: ['empty', 'mark'] },
  'the list, nothing found': {
    open: async () => {
      const panel = await openPanel(new PanelStub(3));
      await panel.type('zzz');
      return panel;
    },
    parts: ['empty', 'no-matches', 'mark'],
  },
  'the list, failed': {
    open: () => {
      const proxy = new PanelStub(3);
      proxy.failNext('/members', 'upstream_unavailable');
      return openPanel(proxy);
    },
    parts: ['failure', 'mark'],
  },
  'the list, failed to load again': {
    open: async () => {
      const proxy = new PanelStub(3);
      const panel = await openPanel(proxy);
      proxy.failNext('/members', 'upstream_unavailable');
      await panel.element.reload();
      return panel;
    },
    parts: ['notice'],
  },
  'invitations, loading': {
    open: () => {
      const proxy = new PanelStub(3);
      proxy.answerNext('/invitations', never);
      return openTab('invitations', proxy);
    },
    parts: ['skeleton', 'bone'],
  },
  'invitations, none': { open: () => openTab('invitations', new PanelStub(3)), parts: ['empty', 'mark'] },
  'activity, loading': {
    open: () => {
      const proxy = new PanelStub(3);
      proxy.answerNext('/activity', never);
      return openTab('activity', proxy);
    },
    parts: ['skeleton', 'bone'],
  },
  'activity, none': { open: () => openTab('activity', new PanelStub(3)), parts: ['empty', 'mark'] },
  'a member’s page, loading': {
    open: async () => {
      const proxy = memberProxy();
      proxy.answerAt('GET ', never);
      const panel = await openHost(proxy, { rows: [mia] });
      await panel.press('Mia Okafor');
      return panel;
    },
    parts: ['skeleton', 'bone'],
  },
  'a profile, loading': {
    open: () => {
      const proxy = new ProxyStub(database);
      proxy.holdNext();
      return openEditor(proxy, { waiting: true });
    },
    parts: ['skeleton', 'bone'],
  },
  'a profile, failed': {
    open: () => {
      const proxy = new ProxyStub(database);
      proxy.failNext('upstream_unavailable');
      return openEditor(proxy);
    },
    parts: ['failure'],
  },
  'a profile, failed to load again': {
    open: async () => {
      const proxy = new ProxyStub(database);
      const editor = await openEditor(proxy);
      proxy.failNext('upstream_unavailable');
      await editor.element.reload();
      return editor;
    },
    parts: ['notice'],
  },
  'sessions, loading': {
    open: () => {
      const proxy = accountProxy();
      proxy.answerAt('GET /sessions', never);
      return openAccount(proxy);
    },
    parts: ['skeleton', 'bone'],
  },
};

describe('the parts of a state', () => {
  for (const [name, { open, parts }] of Object.entries(states))
    it(`${name}: ${parts.join(', ')}`, async () => {
      const opened = await open();
      const { element } = opened;
      await opened.until(() => partsOf(element).join() === parts.join());
    });
});
