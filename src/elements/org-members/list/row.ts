import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { MemberRow, MemberStatus } from '../../../contract/member.js';
import { avatar } from '../../parts/avatar.js';
import { joinNames } from '../../parts/join-items.js';
import { relativeTime } from '../../parts/time.js';
import { blockIcon, lockIcon, moreIcon, plusIcon } from '../../parts/icons.js';
import { nameOf, type PanelContext } from '../context.js';

interface RowState {
  readonly seesRoles: boolean;
  /** Whether it is the row in the Tab order. */
  readonly isCurrent: boolean;
}

/** Renders a row, but only if something in it has changed: the list is rendered for every key in the search. */
export function row(panel: PanelContext, member: MemberRow, state: RowState) {
  return guard(shownIn(panel, member, state), () => content(panel, member, state));
}

const minuteMs = 60_000;

/** Everything that a row shows. */
function shownIn(panel: PanelContext, member: MemberRow, { seesRoles, isCurrent }: RowState) {
  const { members, columns, messages, lang, readOnly, openMember } = panel;
  const { userId } = member;
  return [
    member,
    messages,
    lang,
    readOnly,
    seesRoles,
    isCurrent,
    openMember === userId,
    members.selection.has(userId),
    members.isChanged(userId),
    members.roles,
    members.info,
    Math.floor(Date.now() / minuteMs),
    // What a host's column shows can depend on anything.
    columns.length > 0 ? {} : null,
  ];
}

function content(panel: PanelContext, member: MemberRow, state: RowState) {
  const { members, columns, messages, readOnly, openMember } = panel;
  const { userId, email, connection } = member;
  const name = nameOf(panel, member);
  const isSelected = members.selection.has(userId);
  const stop = state.isCurrent ? 0 : -1;
  return html`<tr
    part="row"
    class=${isSelected ? 'selected-row' : nothing}
    tabindex=${stop}
    aria-current=${userId === openMember ? 'true' : nothing}
    @click=${(event: Event) => open(panel, member, event)}
  >
    <td class="tick" part="cell cell-select">
      ${
        readOnly
          ? nothing
          : html`<input
              type="checkbox"
              part="checkbox"
              tabindex=${stop}
              aria-label=${messages.select(name)}
              .checked=${isSelected}
              @change=${() => members.selection.toggle([member], !isSelected)}
            />`
      }
    </td>
    <th scope="row" class="person-cell" part="cell cell-person">
      <div class="who">
        ${avatar(name, member.picture)}
        <div>
          <span class="name">
            <button type="button" dir="auto" translate="no" tabindex=${stop} part="name">${name}</button>
            ${badges(panel, member)}
          </span>
          <small dir="auto" translate="no">${member.name === null ? nothing : email}</small>
        </div>
      </div>
    </th>
    ${state.seesRoles ? rolesCell(panel, member, stop) : nothing}
    <td class="connection-cell" part="cell cell-connection">
      ${connection ? html`<bdi>${connection.label}</bdi>` : unknown(panel)}
    </td>
    <td class="sign-in-cell" part="cell cell-sign-in">${lastSignIn(panel, member)}</td>
    ${columns.map((column) => html`<td part="cell column-${column.name}">${column.render(member)}</td>`)}
    <td class="end" part="cell cell-actions">
      <button
        type="button"
        class="dots"
        part="button menu-button"
        tabindex=${stop}
        aria-haspopup="menu"
        aria-label=${messages.actionsFor(name)}
        @click=${({ currentTarget }: Event) => panel.perform((actions) => actions.openMenu(member, currentTarget as HTMLElement))}
      >
        ${moreIcon}
      </button>
    </td>
  </tr>`;
}

/** Opens the member, unless the click was on another control or selected text. */
function open({ perform }: PanelContext, member: MemberRow, event: Event): void {
  const control = (event.target as HTMLElement).closest('input, button, a, [part^="cell column-"]');
  const isOtherControl = control && !control.matches('[part="name"]');
  if (isOtherControl || getSelection()?.type === 'Range') return;
  perform((actions) => actions.open(member));
}

/** How many roles a row names before it only counts the others. */
const namedRoles = 2;

function rolesCell(panel: PanelContext, member: MemberRow, stop: number) {
  const { messages, lang, members, readOnly, perform } = panel;
  const { roles } = member;
  // Some lists come without roles: unknown, not none.
  if (!roles) return html`<td class="roles-cell" part="cell cell-roles">${unknown(panel)}</td>`;
  const names = members.inRoleOrder(roles).map(({ name }) => name);
  const more = names.length - namedRoles;
  const mayChange = !readOnly && members.info?.members.offers.includes('roles.assign');
  return html`<td class="roles-cell" part="cell cell-roles">
    <span class="chips" title=${names.length > 0 ? joinNames(names, lang, { style: 'narrow' }) : nothing}>
      ${
        names.length === 0
          ? html`<span role="img" aria-label=${messages.none}>—</span>`
          : names
              .slice(0, namedRoles)
              .map((each) => html`<bdi class="chip" part="role" translate="no">${each}</bdi>`)
      }
      ${
        more > 0
          ? html`<span class="chip more" aria-hidden="true">+${more}</span
              ><span class="visually-hidden"
                >${joinNames(names.slice(namedRoles), lang, { style: 'narrow' })}</span
              >`
          : nothing
      }
      ${
        mayChange
          ? html`<button
              type="button"
              class="add-role"
              part="button change-roles"
              tabindex=${stop}
              aria-haspopup="dialog"
              aria-label=${messages.changeRoles(nameOf(panel, member))}
              @click=${({ currentTarget }: Event) =>
                perform((actions) => actions.openRoles(member, currentTarget as HTMLElement))}
            >
              ${plusIcon}
            </button>`
          : nothing
      }
    </span>
  </td>`;
}

function lastSignIn(panel: PanelContext, { lastLogin, connection }: MemberRow) {
  const { messages, lang } = panel;
  if (!lastLogin) return connection ? messages.never : unknown(panel);
  return html`<time datetime=${lastLogin}>${relativeTime(lastLogin, lang, messages)}</time>`;
}

/** Renders a cell whose value the list doesn't return. */
function unknown({ messages }: PanelContext) {
  return html`<span role="img" aria-label=${messages.unknownLabel}>—</span>`;
}

/** How a status looks: a lockout is a warning, the others are states. */
const looks = {
  'locked-out': { kind: '', icon: lockIcon },
  blocked: { kind: 'state', icon: blockIcon },
  unverified: { kind: 'calm', icon: nothing },
} as const satisfies Record<MemberStatus, object>;

/** In order of importance. Nothing for a member who is fine, or about whom the list doesn't know. */
const statusOrder = Object.keys(looks) as readonly (keyof typeof looks)[];

function badges({ members, messages }: PanelContext, { userId, status, you }: MemberRow) {
  return html`${you ? html`<span class="badge calm" part="badge you">${messages.you}</span>` : nothing}
  ${statusOrder
    .filter((each) => status.includes(each))
    .map((each) => {
      const { kind, icon } = looks[each];
      return html`<span class="badge ${kind}" part="badge ${each}">${icon} ${messages.statuses[each]}</span>`;
    })}
  ${members.isChanged(userId) ? html`<span class="badge calm" part="badge changed">${messages.changed}</span>` : nothing}`;
}
