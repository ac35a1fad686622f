import { html, nothing } from 'lit';
import type { ActivityFormat } from '../../../client/activity.js';
import { hasFilters, type ActivityFilters } from '../../../state/activity/activity-filters.js';
import { downloadIcon } from '../../parts/icons.js';
import { appliedFilters } from '../applied-filters.js';
import { foldedFilters } from '../folded-filters.js';
import type { ActivityContext } from './context.js';
import { dateFilter, datePopover, describeDays } from './date-filter.js';

const formats: readonly ActivityFormat[] = ['csv', 'jsonl'];

/** Renders the filters and the export. */
export function toolbar(context: ActivityContext) {
  const { messages, filters, choose, personFilter } = context;
  const dates = {
    ...context,
    days: filters,
    choose: (days: Pick<ActivityFilters, 'from' | 'to'>) => choose(days),
  };
  return html`<search class="filters" part="toolbar">
      ${personFilter.render(messages)}
      ${foldedFilters(messages.showFilters, html`${actionFilter(context)} ${dateFilter(dates)}`)}
      <button
        type="button"
        part="button export-activity"
        aria-haspopup="menu"
        @click=${({ currentTarget }: Event) => openExportMenu(context, currentTarget as HTMLElement)}
      >
        ${downloadIcon} <span>${messages.export}</span>
      </button>
    </search>
    ${datePopover(dates)} ${applied(context)}`;
}

function actionFilter({ messages, filters, choose }: ActivityContext) {
  return html`<select
    part="input filter"
    name="action"
    aria-label=${messages.action}
    @change=${({ currentTarget }: Event) => choose({ action: (currentTarget as HTMLSelectElement).value })}
  >
    <option value="" .selected=${filters.action === ''}>${messages.anyAction}</option>
    ${Object.entries(messages.actionNames).map(
      ([action, name]) =>
        html`<option value=${action} .selected=${action === filters.action}>${name}</option>`,
    )}
  </select>`;
}

function openExportMenu({ messages, showMenu, download }: ActivityContext, anchor: HTMLElement): void {
  const items = formats.map((format) => ({
    name: format,
    label: messages.formats[format],
    run: () => download(format),
  }));
  showMenu(anchor, messages.export, items);
}

/** Renders the filters that apply, each with a way to remove it, and how many entries match. */
function applied(context: ActivityContext) {
  const { messages, filters, lang, choose, nameOf, personFilter, list, isCurrent } = context;
  if (!hasFilters(filters)) return nothing;
  const { person, action, from, to } = filters;
  const days = describeDays({ from, to }, messages, lang);
  const remove = (cleared: Partial<ActivityFilters>) => {
    choose(cleared);
    // The button that has the focus goes away.
    personFilter.focus();
  };
  const chips: readonly (readonly [label: string, value: string, cleared: Partial<ActivityFilters>])[] = [
    [messages.person, person && (nameOf(person) ?? messages.somePerson), { person: '' }],
    [messages.action, action && messages.actionNames[action], { action: '' }],
    [messages.dates, days, { from: '', to: '' }],
  ];
  const count = isCurrent && list.items.length > 0 ? messages.found(list.items.length, list.hasMore) : '';
  return appliedFilters({
    filters: chips
      .filter(([, value]) => value !== '')
      .map(([label, value, cleared]) => ({ label, value, remove: () => remove(cleared) })),
    messages,
    clear: () => remove({ person: '', action: '', from: '', to: '' }),
    found: html`<small class="found" role="status">${count}</small>`,
  });
}
