import { fixture } from '@open-wc/testing';
import { html, LitElement } from 'lit';
// Loaded already when a page asks for it: no test has to wait for the network.
import '../../../src/define/profile-editor.js';
import '../../../src/elements/profile-editor/editing.js';
import { createSend, type SessionFetch } from '../../../src/client/send.js';
import type { MemberOptions } from '../../../src/state/member/member-controller.js';
import type { MemberPerson } from '../../../src/state/member/member-operations.js';
import type { ListAround } from '../../../src/state/members/list-steps.js';
import { allMembers } from '../../../src/state/members/member-query.js';
import type { AssignableRole } from '../../../src/contract/member.js';
import { members as membersEn } from '../../../src/messages/en/members.js';
import type { MemberSharedContext } from '../../../src/elements/org-members/person/context.js';
import {
  createMemberPanel,
  type MemberPanel,
} from '../../../src/elements/org-members/person/person-panel.js';
import { toastList } from '../../../src/elements/parts/toast-list.js';
import { Toasts } from '../../../src/state/toasts.js';
import { button } from '../../../src/elements/parts/button.js';
import { controls } from '../../../src/elements/parts/controls.styles.js';
import { tokens } from '../../../src/elements/parts/tokens.styles.js';
import { describeUserAgent } from '../../../src/elements/parts/user-agent.js';
import { MemberHarness } from '../../harness/member-panel.js';
import type { ProxyStub } from '../stub.js';
import { assignable, rowOf } from './member-scenes.js';

export interface HostOptions {
  readonly rows?: readonly MemberPerson[];
  readonly shared?: Partial<MemberSharedContext>;
  readonly options?: Partial<MemberOptions>;
  readonly roles?: () => Promise<readonly AssignableRole[]>;
  /** Without it, the rows. */
  readonly list?: ListAround;
}

/** A list with one page. */
const listOf = (people: readonly MemberPerson[]): ListAround => ({
  state: {
    status: 'ready',
    problem: null,
    page: {
      members: people.map(rowOf),
      before: 0,
      hasNext: false,
      total: { count: people.length, exact: true },
      isCut: false,
    },
  },
  query: allMembers,
  hasPrevious: false,
  nextPage: async () => {},
  previousPage: async () => {},
});

/** As much of a panel as the part about one member needs around it: rows to come from, and to go back to. */
export class MemberHost extends LitElement {
  static override styles = [tokens, controls];
  static override properties = { theme: { reflect: true } };

  declare theme: string;
  /** What the part has told. */
  readonly changes: {
    readonly userId: string;
    readonly change: Parameters<MemberOptions['onChanged']>[1];
  }[] = [];
  readonly toasts = new Toasts(this);
  #asPage = false;
  #part: MemberPanel | null = null;
  #host: HostOptions = {};

  constructor() {
    super();
    this.theme = 'light';
  }

  get member(): MemberPanel {
    if (!this.#part) throw new Error('The host has not been started');
    return this.#part;
  }

  /** The shadow tree is there by now. */
  start(fetch: SessionFetch, host: HostOptions): void {
    const send = createSend('', fetch);
    this.#host = host;
    this.#part = createMemberPanel(this, {
      connect: async () => ({ send }),
      key: () => '/orgdesk',
      signIn: async () => undefined,
      may: () => true,
      isOffered: () => true,
      toasts: this.toasts,
      list: host.list ?? listOf(host.rows ?? []),
      confirmOpen: async () => true,
      reveal: () => {},
      overrides: () => ({}),
      requiresReason: () => host.shared?.requiresReason ?? false,
      confirmWithHost: async () => true,
      loadRoles: host.roles ?? (async () => assignable),
      onLockoutKnown: () => {},
      onChanged: (userId, change) => this.changes.push({ userId, change }),
      onClosed: (userId) => void this.updateComplete.then(() => this.#row(userId)?.focus()),
      ...host.options,
    });
    this.#part.controller.resume();
    this.requestUpdate();
  }

  /** Renders again with another context. */
  setShared(shared: Partial<MemberSharedContext>): void {
    this.#host = { ...this.#host, shared: { ...this.#host.shared, ...shared } };
    this.requestUpdate();
  }

  #row(userId: string): HTMLElement | undefined {
    const rows =
      this.shadowRoot?.querySelectorAll<HTMLElement & { person: string }>('.list [data-person]') ?? [];
    return [...rows].find((row) => row.dataset.person === userId);
  }

  protected override render() {
    if (!this.#part) return html``;
    const { rows = [] } = this.#host;
    const shared: MemberSharedContext = {
      lang: 'en',
      hideBranding: false,
      density: 'comfortable',
      openRoles: (person) => this.member.controller.openDialog('roles.assign', person),
      may: () => true,
      invitationLinks: false,
      invite: () => undefined,
      readOnly: false,
      organization: 'Acme Instruments',
      requiresReason: false,
      canSignIn: true,
      renderProblem: ({ code }) => html`<div class="notice"><p role="alert">Failed: ${code}</p></div>`,
      problemText: (code) => `because of ${code}`,
      retry: 'Try again',
      operationLabels: membersEn.operations,
      opensDialog: membersEn.opensDialog,
      inRoleOrder: (roles) => roles,
      openMember: (userId) => void this.member.controller.open(userId),
      showMenu: () => undefined,
      browserName: describeUserAgent,
      asPage: this.#asPage,
      showAsPage: (asPage) => {
        this.#asPage = asPage;
        this.requestUpdate();
      },
      hasAddress: true,
      ...this.#host.shared,
    };
    const { controller } = this.#part;
    const place = controller.page && (shared.asPage ? 'with-page' : 'with-drawer');
    return html`<div class="card">
      <div class="beside ${place}">
        <div class="list">
          ${rows.map(
            ({ userId, name }) =>
              html`<p>
                <button type="button" data-person=${userId} @click=${() => controller.open(userId)}>
                  ${name}
                </button>
              </p>`,
          )}
          ${button('Elsewhere', () => undefined)}
        </div>
        ${this.#part.panel(shared, {})}
      </div>
      ${this.#part.dialogs(shared, {})} ${toastList(this.toasts, 'Dismiss')}
    </div>`;
  }
}
if (!customElements.get('member-host')) customElements.define('member-host', MemberHost);

export async function openHost(
  proxy: Pick<ProxyStub, 'fetch'>,
  host: HostOptions = {},
): Promise<MemberHarness> {
  const element = await fixture<MemberHost>(html`<member-host></member-host>`);
  element.start(proxy.fetch, host);
  const panel = new MemberHarness(element);
  await panel.settle();
  return panel;
}
