import { html, nothing } from 'lit';
import { formatNumber } from '../../messages/formats.js';
import { headcountText, tabs, type PanelContext, type Tab } from './context.js';

const requiredOperations = { invitations: 'invitation.read', activity: 'activity.read' } as const;

/** Returns the tabs the caller can see. */
export function tabsFor({ members }: Pick<PanelContext, 'members'>): readonly Tab[] {
  return tabs.filter((tab) => tab === 'members' || members.may(requiredOperations[tab]));
}

/** Renders the tabs. `pending` is the number of pending invitations, if they are loaded. */
export function tabList(panel: PanelContext, pending: number | null) {
  const { messages, lang, tab: current } = panel;
  const offered = tabsFor(panel);
  // Until the first answer, the tab that is always there keeps the place: nothing moves when the others come.
  if (panel.members.info && offered.length < 2) return html`<hr />`;
  const counts: Partial<Record<Tab, string | null>> = {
    members: headcountText(panel),
    invitations: pending ? formatNumber(pending, lang) : null,
  };
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
          aria-selected=${tab === current}
          aria-controls="panel"
          tabindex=${tab === current ? 0 : -1}
          @click=${() => panel.showTab(tab)}
        >
          ${messages.tabs[tab]}${counts[tab] ? html` <small>${counts[tab]}</small>` : nothing}
        </button>`,
    )}
  </div>`;
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** Follows the reading direction: the right arrow goes to the tab on the right. */
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
