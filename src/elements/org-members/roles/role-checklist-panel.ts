/** The roles of a member, changed in place: the checklist, and what a toast says afterwards. Loaded with the first checklist. */
import type { LitElement, nothing, TemplateResult } from 'lit';
import { member as english } from '../../../messages/en/member.js';
import {
  RoleChecklistController,
  type PersonWithRoles,
  type RoleChecklistOptions,
} from '../../../state/member/role-checklist-controller.js';
import type { Toasts } from '../../../state/toasts.js';
import { adoptStyles } from '../../parts/adopt-styles.js';
import { readerLanguage } from '../../parts/language.js';
import { localized } from '../../parts/localized.js';
import { place } from '../../parts/place.js';
import type { SharedContext } from '../context.js';
import type { MemberOverrides } from '../person/person-panel.js';
import { roleChecklist } from './role-checklist.js';
import { styles } from './role-checklist.styles.js';
import { rolesToast } from './roles-toast.js';

export interface RoleChecklistPanelOptions extends Omit<RoleChecklistOptions, 'onOutcome'> {
  readonly toasts: Toasts;
  /** Replacements for texts of the checklist and its toasts. */
  overrides(): MemberOverrides;
}

export interface RoleChecklistPanel {
  dispose(): void;
  /** Opens the checklist beside a control, and gives it the focus. */
  open(person: PersonWithRoles, anchor: HTMLElement): Promise<void>;
  /** Renders the open checklist. */
  render(shared: SharedContext): TemplateResult | typeof nothing;
}

export function createRoleChecklistPanel(
  host: LitElement,
  { toasts, overrides, ...options }: RoleChecklistPanelOptions,
): RoleChecklistPanel {
  const messages = localized(host, 'member', english);
  const controller = new RoleChecklistController(host, {
    ...options,
    onOutcome: (person, outcome) =>
      toasts.show(rolesToast(messages.with(overrides()), readerLanguage(host), person, outcome)),
  });
  adoptStyles(host, styles);
  return {
    dispose: () => controller.dispose(),
    async open(person, anchor) {
      const loaded = controller.open(person);
      await host.updateComplete;
      const popover = host.renderRoot.querySelector<HTMLElement>('.role-checklist');
      if (!popover) return;
      popover.addEventListener('beforetoggle', ({ newState }) => {
        if (newState === 'closed' && popover.matches(':focus-within')) anchor.focus();
      });
      popover.showPopover();
      place(popover, anchor, 'start');
      popover.focus();
      await loaded;
      await host.updateComplete;
      if (!popover.matches(':popover-open')) return;
      place(popover, anchor, 'start');
      if (popover.matches(':focus')) popover.querySelector('input')?.focus();
    },
    render: (shared) => roleChecklist({ ...shared, controller, messages: messages.with(overrides()) }),
  };
}
