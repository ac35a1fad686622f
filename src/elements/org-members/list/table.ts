import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { MemberRow } from '../../../contract/member.js';
import { isSortable, nextSort } from '../../../state/members/member-query.js';
import type { ListPage } from '../../../state/members/members-state.js';
import { ascendingIcon, descendingIcon, sortableIcon } from '../../parts/icons.js';
import { exactTime } from '../../parts/time.js';
import type { PanelContext } from '../context.js';
import type { RowKeyboard } from './keyboard.js';
import { row } from './row.js';

/** The least height of a row, by default. */
const minRowPx = 55;
const minCompactRowPx = 42;
/** At least as much of the window is above the first row: the search, and the headings. */
const abovePx = 80;

/** Renders one page of members as a table. `keyboard` is `null` until it is loaded. */
export function table(panel: PanelContext, page: ListPage, keyboard: RowKeyboard | null) {
  const { members, messages, columns } = panel;
  const current = keyboard?.index ?? 0;
  const rows = panel.isPainted ? page.members : page.members.slice(0, rowsInWindow(panel));
  const seesRoles = page.members.some(({ roles }) => roles !== undefined);
  return html`<table class="people" part="table" aria-busy=${members.state.status === 'loading'}>
    <caption class="visually-hidden">
      ${messages.title}
    </caption>
    <thead>
      <tr>
        ${selectAll(panel, page.members)} ${sortable(panel, 'name', messages.columns.person, 'person-cell')}
        ${seesRoles ? html`<th scope="col" part="column-heading">${messages.columns.roles}</th>` : nothing}
        <th scope="col" class="connection-cell" part="column-heading">${messages.columns.connection}</th>
        ${sortable(panel, 'lastLogin', messages.columns.lastLogin, 'sign-in-cell')}
        ${columns.map(({ label }) => html`<th scope="col" part="column-heading">${label}</th>`)}
        <th scope="col" class="end" part="column-heading">
          <span class="visually-hidden">${messages.columns.actions}</span>
        </th>
      </tr>
    </thead>
    <tbody
      @keydown=${keyboard?.onKeyDown}
      @focusin=${keyboard?.onFocusIn}
      @pointerover=${(event: Event) => addExactTime(event, panel)}
    >
      ${repeat(
        rows,
        ({ userId }) => userId,
        (member, index) => row(panel, member, { seesRoles, isCurrent: index === current }),
      )}
    </tbody>
  </table>`;
}

/** Returns how many rows can be seen at most. Those below the window are rendered once these are painted. */
function rowsInWindow({ density }: PanelContext): number {
  const rowHeight = density === 'compact' ? minCompactRowPx : minRowPx;
  return Math.max(1, Math.ceil((innerHeight - abovePx) / rowHeight));
}

/** Formats an exact time only where the pointer is: fifty take longer than their rows. A host's column can have a time, too. */
function addExactTime({ target }: Event, { lang }: PanelContext): void {
  if (target instanceof HTMLTimeElement && target.matches('.sign-in-cell > time'))
    target.title = exactTime(target.dateTime, lang);
}

function selectAll({ members: { selection }, messages, readOnly }: PanelContext, rows: readonly MemberRow[]) {
  if (readOnly) return html`<td class="tick" part="column-heading"></td>`;
  const count = rows.filter(({ userId }) => selection.has(userId)).length;
  const all = count === rows.length;
  return html`<th scope="col" class="tick" part="column-heading">
    <input
      type="checkbox"
      part="checkbox"
      aria-label=${messages.columns.select}
      .checked=${all}
      .indeterminate=${count > 0 && !all}
      @change=${() => selection.toggle(rows, !all)}
    />
  </th>`;
}

const sortIcons = { ascending: ascendingIcon, descending: descendingIcon, none: sortableIcon };

function sortable({ members }: PanelContext, name: 'name' | 'lastLogin', label: string, kind: string) {
  const { sort } = members.query;
  if (!isSortable(members.query))
    return html`<th scope="col" class=${kind} part="column-heading">${label}</th>`;
  const direction = sort === name ? 'ascending' : sort === `-${name}` ? 'descending' : 'none';
  return html`<th scope="col" class=${kind} part="column-heading" aria-sort=${direction}>
    <button type="button" part="sort" @click=${() => members.choose({ sort: nextSort(sort, name) })}>
      ${label} ${sortIcons[direction]}
    </button>
  </th>`;
}
