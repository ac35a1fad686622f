import { html, nothing } from 'lit';
import { tabs, type PanelContext, type Tab } from './context.js';

const needed = { invitations: 'invitation.read', activity: 'activity.read' } as const;

/** Those the caller may look at. */
export function tabsFor({ members }: Pick<PanelContext, 'members'>): readonly Tab[] {
  return tabs.filter((tab) => tab === 'members' || members.may(needed[tab]));
}

/** `pending`: how many invitations wait for an answer, where they have been read. */
export function tabList(panel: PanelContext, pending: number | null) {
  const { messages, tab: shown } = panel;
  const offered = tabsFor(panel);
  if (offered.length < 2) return html`<hr />`;
  const count = pending ? html` <span class="badge calm" part="badge">${pending}</span>` : nothing;
  return html`<div
    class="tabs"
    part="tabs"
    role="tablist"
    aria-label=${messages.sections}
    @keydown=${(event: KeyboardEvent) => step(panel, offered, event)}
  >
    ${offered.map(
      (tab) =>
        html`<button
          type="button"
          role="tab"
          id="tab-${tab}"
          part="tab"
          aria-selected=${tab === shown}
          aria-controls="panel"
          tabindex=${tab === shown ? 0 : -1}
          @click=${() => panel.showTab(tab)}
        >
          ${messages.tabs[tab]}${tab === 'invitations' ? count : nothing}
        </button>`,
    )}
  </div>`;
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** The arrows go the way the reader looks at them. */
function step({ showTab, tab }: PanelContext, offered: readonly Tab[], event: KeyboardEvent): void {
  const list = event.currentTarget as HTMLElement;
  const direction = getComputedStyle(list).direction === 'rtl' ? -1 : 1;
  const by = (steps[event.key] ?? 0) * direction;
  if (by === 0) return;
  event.preventDefault();
  const next = offered.at((offered.indexOf(tab) + by) % offered.length);
  if (!next) return;
  showTab(next);
  list.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
}
