import { html, nothing } from 'lit';
import type { SessionInfo } from '../../../contract/session.js';
import { isNarrowed, statusFilters } from '../../../state/members/member-query.js';
import { appliedFilters } from '../applied-filters.js';
import { foldedFilters } from '../folded-filters.js';
import type { PanelContext } from '../context.js';

/** Renders search and filters. */
export function toolbar(panel: PanelContext) {
  const { members, messages } = panel;
  const { query, info } = members;
  return html`<search class="filters" part="toolbar">
      <input
        type="search"
        part="input search"
        dir="auto"
        aria-label=${messages.search}
        placeholder=${messages.search}
        autocomplete="off"
        spellcheck="false"
        maxlength="200"
        .value=${query.search}
        @input=${({ currentTarget }: Event) => members.search((currentTarget as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent) => clear(panel, event)}
      />
      ${info ? foldedFilters(messages.showFilters, filters(panel, info)) : nothing}
    </search>
    ${info ? applied(panel, info) : nothing}`;
}

/**
 * All filters appear with the first answer, the one by role before its roles are loaded: a control that appeared later would
 * change the Tab order under the keyboard.
 */
function filters(panel: PanelContext, { members: { connections } }: SessionInfo) {
  const { members, messages } = panel;
  const roles = members.roles ?? [];
  const hasRoles = members.roles === null ? members.seesRoles : roles.length > 0;
  return html`${
    hasRoles
      ? filter(
          panel,
          'role',
          messages.role,
          messages.anyRole,
          roles.map(({ id, name }) => [id, name] as const),
        )
      : nothing
  }
  ${
    connections.length > 1
      ? filter(
          panel,
          'connection',
          messages.connection,
          messages.anyConnection,
          connections.map(({ name, label }) => [name, label] as const),
        )
      : nothing
  }
  ${filter(
    panel,
    'status',
    messages.status,
    messages.anyStatus,
    statusFilters.map((status) => [status, messages.filters[status]] as const),
  )}`;
}

/** Renders the filters that apply, each with a way to remove it, and how many members match. */
function applied(panel: PanelContext, { members: { connections } }: SessionInfo) {
  const { members, messages } = panel;
  const { query, state, roles } = members;
  if (!isNarrowed(query)) return nothing;
  const { role, connection, status } = query;
  const chips = [
    { name: 'role', label: messages.role, value: role && (roles?.find(({ id }) => id === role)?.name ?? '') },
    {
      name: 'connection',
      label: messages.connection,
      value: connection && (connections.find(({ name }) => name === connection)?.label ?? connection),
    },
    { name: 'status', label: messages.status, value: status && messages.filters[status] },
  ].filter(({ value }) => value !== '');
  const total = state.page?.total;
  // An empty list offers it itself.
  const offersClear = chips.length > 0 && state.page?.members.length !== 0;
  return appliedFilters({
    filters: chips.map(({ name, ...chip }) => ({
      ...chip,
      remove: () => void members.choose({ [name]: '' }),
    })),
    messages,
    clear: offersClear ? () => void members.clearFilters() : null,
    found: total ? html`<small class="found">${messages.found(total.count, total.exact)}</small>` : nothing,
  });
}

/** Clears the search on Escape, which not every browser does. */
function clear({ members }: PanelContext, event: KeyboardEvent): void {
  if (event.key !== 'Escape' || members.query.search === '') return;
  event.preventDefault();
  // Keeps a dialog of the host open that the element is in.
  event.stopPropagation();
  void members.choose({ search: '' });
}

type Pair = readonly [value: string, label: string];

function filter(
  { members }: PanelContext,
  name: 'role' | 'connection' | 'status',
  label: string,
  any: string,
  options: readonly Pair[],
) {
  const chosen = members.query[name];
  const choose = ({ currentTarget }: Event) => {
    const { value } = currentTarget as HTMLSelectElement;
    void members.choose({ [name]: value });
  };
  return html`<select part="input filter" name=${name} aria-label=${label} @change=${choose}>
    <option value="" .selected=${chosen === ''}>${any}</option>
    ${options.map(
      ([value, text]) =>
        html`<option dir="auto" value=${value} .selected=${value === chosen}>${text}</option>`,
    )}
  </select>`;
}
