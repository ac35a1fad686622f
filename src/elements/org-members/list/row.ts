import { html, nothing } from 'lit';
import type { MemberRow } from '../../../contract/member.js';
import { avatar } from '../../parts/avatar.js';
import { exactTime, relativeTime } from '../../parts/time.js';
import { nameOf, type PanelContext } from '../context.js';
import { hueClass } from '../hue.js';

interface RowState {
  readonly seesRoles: boolean;
  /** Whether it is the row in the Tab order. */
  readonly isCurrent: boolean;
}

export function row(panel: PanelContext, member: MemberRow, state: RowState) {
  const { members, columns, messages, readOnly } = panel;
  const { userId, email, roles, connection } = member;
  const name = nameOf(panel, member);
  const isSelected = members.selection.has(userId);
  const stop = state.isCurrent ? 0 : -1;
  return html`<tr
    part="row"
    class="${hueClass(userId)} ${isSelected ? 'selected-row' : ''} ${members.isChanged(userId) ? 'changed' : ''}"
    tabindex=${stop}
    @click=${(event: Event) => open(panel, member, event)}
  >
    <td class="tick">
      ${
        readOnly
          ? nothing
          : html`<input
              type="checkbox"
              tabindex=${stop}
              aria-label=${messages.select(name)}
              .checked=${isSelected}
              @change=${() => members.selection.toggle([member], !isSelected)}
            />`
      }
    </td>
    <th scope="row" class="person-cell">
      ${avatar(name, member.picture)}
      <button type="button" tabindex=${stop} part="name"><bdi>${name}</bdi></button>
      ${member.you ? html`<span class="badge calm" part="badge you">${messages.you}</span>` : nothing}
      <small>${member.name === null ? nothing : email}</small>
    </th>
    ${state.seesRoles ? rolesCell(panel, roles) : nothing}
    <td class="connection-cell">${connection?.label ?? unknown(panel)}</td>
    <td class="sign-in-cell">${lastSignIn(panel, member)}</td>
    <td class="status-cell">${statusBadges(panel, member)}</td>
    ${columns.map((column) => html`<td part="column-${column.name}">${column.render(member)}</td>`)}
    <td class="end">
      <button
        type="button"
        class="dots"
        part="button menu-button"
        tabindex=${stop}
        aria-haspopup="menu"
        aria-label=${messages.actionsFor(name)}
        @click=${({ currentTarget }: Event) => panel.perform((actions) => actions.openMenu(member, currentTarget as HTMLElement))}
      ></button>
    </td>
  </tr>`;
}

/** Opens the member, unless the click was on another control or selected text. */
function open({ perform }: PanelContext, member: MemberRow, event: Event): void {
  const control = (event.target as HTMLElement).closest('input, button, a, [part^="column-"]');
  const isOtherControl = control && !control.matches('[part="name"]');
  if (isOtherControl || getSelection()?.type === 'Range') return;
  perform((actions) => actions.open(member));
}

function rolesCell(panel: PanelContext, roles: MemberRow['roles']) {
  const { messages, lang } = panel;
  // Some lists come without roles: unknown, not none.
  if (!roles) return html`<td class="roles-cell">${unknown(panel)}</td>`;
  const names = roles.map(({ name }) => name);
  const text = names.length > 0 ? listOf(lang).format(names) : messages.none;
  return html`<td class="roles-cell" title=${names.length > 1 ? text : nothing}>${text}</td>`;
}

const lists = new Map<string, Intl.ListFormat>();

function listOf(lang: string): Intl.ListFormat {
  const known = lists.get(lang) ?? new Intl.ListFormat(lang, { type: 'unit', style: 'short' });
  lists.set(lang, known);
  return known;
}

function lastSignIn(panel: PanelContext, { lastLogin, connection }: MemberRow) {
  const { messages, lang } = panel;
  if (!lastLogin) return connection ? messages.never : unknown(panel);
  return html`<time datetime=${lastLogin} title=${exactTime(lastLogin, lang)}>
    ${relativeTime(lastLogin, lang)}
  </time>`;
}

/** Renders a cell whose value the list doesn't return. */
function unknown({ messages }: PanelContext) {
  return html`<span role="img" aria-label=${messages.unknownLabel}>—</span>`;
}

const tones = { blocked: 'bad', 'locked-out': '', unverified: '' } as const;

function statusBadges({ members, messages }: PanelContext, { userId, status }: MemberRow) {
  const badges = status.map(
    (each) => html`<span class="badge ${tones[each]}" part="badge ${each}">${messages.statuses[each]}</span>`,
  );
  return html`${badges} ${members.isChanged(userId) ? html`<small>${messages.changed}</small>` : nothing}`;
}
