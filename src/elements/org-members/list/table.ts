import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { MemberRow } from '../../../contract/member.js';
import { isSortable, nextSort } from '../../../state/members/member-query.js';
import type { ShownPage } from '../../../state/members/members-state.js';
import type { PanelContext } from '../context.js';
import type { RowKeyboard } from './keyboard.js';
import { row } from './row.js';
import type { RowWindow } from './row-window.js';

export interface TableParts {
  readonly window: RowWindow;
  /** `null` until it has been loaded. */
  readonly focus: RowKeyboard | null;
}

/** The people of a page. Rows that cannot be seen are not there, and a gap is in their place. */
export function table(panel: PanelContext, page: ShownPage, { window, focus }: TableParts) {
  const { members, texts, columns } = panel;
  const current = focus?.index ?? 0;
  const seesRoles = page.members.some(({ roles }) => roles !== undefined);
  return html`<table
    class="people"
    part="table"
    aria-busy=${members.state.status === 'loading'}
    aria-rowcount=${page.members.length + 1}
  >
    <caption class="visually-hidden">
      ${texts.title}
    </caption>
    <thead>
      <tr aria-rowindex="1">
        ${selectAll(panel, page.members)} ${sortable(panel, 'name', texts.columns.person, 'person-cell')}
        ${seesRoles ? html`<th scope="col">${texts.columns.roles}</th>` : nothing}
        <th scope="col">${texts.columns.connection}</th>
        ${sortable(panel, 'lastLogin', texts.columns.lastLogin)}
        <th scope="col">${texts.columns.status}</th>
        ${columns.map(({ label }) => html`<th scope="col">${label}</th>`)}
        <th scope="col" class="end"><span class="visually-hidden">${texts.columns.actions}</span></th>
      </tr>
    </thead>
    <tbody @keydown=${focus?.press} @focusin=${focus?.enter}>
      ${rowsAndGaps(
        page.members,
        (index) => window.shows(index) || index === current,
        (member, index) => row(panel, member, index, { seesRoles, isCurrent: index === current }),
      )}
    </tbody>
  </table>`;
}

interface Piece {
  readonly key: string;
  readonly template: TemplateResult;
}

function rowsAndGaps(
  members: readonly MemberRow[],
  isThere: (index: number) => boolean,
  render: (member: MemberRow, index: number) => TemplateResult,
) {
  const pieces: Piece[] = [];
  let left = 0;
  const closeGap = () => {
    if (left > 0) pieces.push({ key: `gap ${pieces.length}`, template: gap(left) });
    left = 0;
  };
  for (const [index, member] of members.entries()) {
    if (isThere(index)) {
      closeGap();
      pieces.push({ key: member.userId, template: render(member, index) });
    } else left += 1;
  }
  closeGap();
  return repeat(
    pieces,
    ({ key }) => key,
    ({ template }) => template,
  );
}

const gap = (rows: number) => html`<tr class="gap" aria-hidden="true" data-rows=${rows}></tr>`;

function selectAll({ members: { selection }, texts, readOnly }: PanelContext, shown: readonly MemberRow[]) {
  if (readOnly) return html`<td class="tick"></td>`;
  const count = shown.filter(({ userId }) => selection.has(userId)).length;
  const all = count === shown.length;
  return html`<th scope="col" class="tick">
    <input
      type="checkbox"
      aria-label=${texts.columns.select}
      .checked=${all}
      .indeterminate=${count > 0 && !all}
      @change=${() => selection.toggle(shown, !all)}
    />
  </th>`;
}

function sortable(
  { members }: PanelContext,
  name: 'name' | 'lastLogin',
  label: string,
  kind: string | typeof nothing = nothing,
) {
  const { sort } = members.query;
  if (!isSortable(members.query)) return html`<th scope="col" class=${kind}>${label}</th>`;
  const direction = sort === name ? 'ascending' : sort === `-${name}` ? 'descending' : 'none';
  const arrow = { ascending: ' ↑', descending: ' ↓', none: '' }[direction];
  return html`<th scope="col" class=${kind} aria-sort=${direction}>
    <button type="button" part="sort" @click=${() => members.choose({ sort: nextSort(sort, name) })}>
      ${label}<span aria-hidden="true">${arrow}</span>
    </button>
  </th>`;
}
