/** The checklist in which a member's roles are changed in place. */
import { html, nothing, type LitElement } from 'lit';
import type { AssignableRole } from '../../../contract/member.js';
import type { MemberController } from '../../../state/member/member-controller.js';
import type { PersonWithRoles, RoleChecklist } from '../../../state/member/role-checklist-controller.js';
import { lockIcon } from '../../parts/icons.js';
import { place } from '../../parts/place.js';
import { failure, nameOf, reasonText, type MemberContext } from './context.js';

/** Opens the checklist beside the control it belongs to, and gives it the focus. */
export async function openRoleChecklist(
  host: LitElement,
  { checklist }: MemberController,
  person: PersonWithRoles,
  anchor: HTMLElement,
): Promise<void> {
  const loaded = checklist.open(person);
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
}

export function roleChecklist(context: MemberContext) {
  const { member, messages } = context;
  const { checklist } = member.checklist;
  if (!checklist) return nothing;
  const { person, roles, problem } = checklist;
  return html`<div
    class="role-checklist menu"
    part="menu role-checklist"
    popover
    role="dialog"
    tabindex="-1"
    aria-label=${messages.roles.of(nameOf(context, person))}
    aria-busy=${roles === null && problem === null}
    @keydown=${(event: KeyboardEvent) => press(context, event)}
    @toggle=${({ newState }: ToggleEvent) => {
      if (newState === 'closed') void member.checklist.commit();
    }}
  >
    <p class="menu-title" aria-hidden="true">${messages.roles.of(nameOf(context, person))}</p>
    ${problem ? failure(context, problem) : roles ? choices(context, checklist, roles) : html`<p><small>${messages.roles.loading}</small></p>`}
  </div>`;
}

function choices(context: MemberContext, { chosen }: RoleChecklist, roles: readonly AssignableRole[]) {
  const { member, messages } = context;
  return html`<ul>
      ${roles.map((role) => {
        const isChosen = chosen.includes(role.id);
        const why = role.assignable ? null : reasonText(context, role.reason, '');
        const toggle = ({ currentTarget }: Event) => {
          const input = currentTarget as HTMLInputElement;
          if (why === null) member.checklist.toggle(role.id, input.checked);
          else input.checked = isChosen;
        };
        return html`<li>
          <label class="check">
            <input
              type="checkbox"
              value=${role.id}
              aria-disabled=${why !== null}
              .checked=${isChosen}
              @change=${toggle}
            />
            <span>
              <bdi>${role.name}</bdi>
              ${why === null ? (role.description ? html`<small>${role.description}</small>` : nothing) : html`<small class="locked">${lockIcon} <span>${why}</span></small>`}
            </span>
          </label>
        </li>`;
      })}
    </ul>
    <p class="menu-note"><small>${messages.roles.howToSave}</small></p>`;
}

/** Esc discards, Enter saves, and the arrows move, as in a menu. */
function press({ member }: MemberContext, event: KeyboardEvent): void {
  const popover = event.currentTarget as HTMLElement;
  const inputs = [...popover.querySelectorAll('input')];
  const at = inputs.indexOf(event.target as HTMLInputElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
  if (to !== undefined) inputs.at(to % inputs.length)?.focus();
  else if (event.key === 'Enter') popover.hidePopover();
  else if (event.key === 'Escape') {
    member.checklist.discard();
    popover.hidePopover();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}
