/** The checklist in which a member's roles are changed in place. */
import { html, nothing } from 'lit';
import type { AssignableRole } from '../../../contract/member.js';
import type { MemberMessages } from '../../../messages/en/member.js';
import type {
  RoleChecklist,
  RoleChecklistController,
} from '../../../state/member/role-checklist-controller.js';
import { lockIcon } from '../../parts/icons.js';
import type { SharedContext } from '../context.js';
import { nameOf, reasonText } from '../person/context.js';

export interface RoleChecklistContext extends SharedContext {
  readonly controller: RoleChecklistController;
  readonly messages: MemberMessages;
}

export function roleChecklist(context: RoleChecklistContext) {
  const { controller, messages, renderProblem } = context;
  const { checklist } = controller;
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
    @beforetoggle=${({ newState }: ToggleEvent) => {
      if (newState === 'closed') void controller.commit();
    }}
  >
    <p aria-hidden="true">${messages.roles.of(nameOf(context, person))}</p>
    ${problem ? renderProblem(problem) : roles ? choices(context, checklist, roles) : html`<p><small>${messages.roles.loading}</small></p>`}
  </div>`;
}

function choices(context: RoleChecklistContext, { chosen }: RoleChecklist, roles: readonly AssignableRole[]) {
  const { controller, messages } = context;
  return html`<ul>
      ${roles.map((role) => {
        const isChosen = chosen.includes(role.id);
        const why = role.assignable ? null : reasonText(context, role.reason, '');
        const toggle = ({ currentTarget }: Event) => {
          const input = currentTarget as HTMLInputElement;
          if (why === null) controller.toggle(role.id, input.checked);
          else input.checked = isChosen;
        };
        return html`<li>
          <label class="check">
            <input
              type="checkbox"
              part="checkbox"
              value=${role.id}
              aria-disabled=${why !== null}
              .checked=${isChosen}
              @change=${toggle}
            />
            <span>
              <bdi translate="no">${role.name}</bdi>
              ${why === null ? (role.description ? html`<small><bdi>${role.description}</bdi></small>` : nothing) : html`<small class="locked">${lockIcon} <span>${why}</span></small>`}
            </span>
          </label>
        </li>`;
      })}
    </ul>
    <p><small>${messages.roles.howToSave}</small></p>`;
}

/** Esc discards, Enter saves, and the arrows move, as in a menu. */
function press({ controller }: RoleChecklistContext, event: KeyboardEvent): void {
  const popover = event.currentTarget as HTMLElement;
  const inputs = [...popover.querySelectorAll('input')];
  const at = inputs.indexOf(event.target as HTMLInputElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
  if (to !== undefined) inputs.at(to % inputs.length)?.focus();
  else if (event.key === 'Enter') popover.hidePopover();
  else if (event.key === 'Escape') {
    controller.discard();
    popover.hidePopover();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}
