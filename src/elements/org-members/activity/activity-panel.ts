/** Panel of the Activity tab. Loaded when the tab is opened. */
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { exportActivity, readActivity, type ActivityFormat } from '../../../client/activity.js';
import type { Send } from '../../../client/send.js';
import type { ActivityEntry, AuditAction } from '../../../contract/activity.js';
import { activity as english, type ActivityMessages } from '../../../messages/en/activity.js';
import type { OverridesOf } from '../../../messages/messages.js';
import {
  hasFilters,
  readFilters,
  toRequest,
  type ActivityFilters,
} from '../../../state/activity/activity-filters.js';
import type { AddressFilters } from '../../../state/activity/filter-names.js';
import { Countdown } from '../../../state/countdown.js';
import { FileExport } from '../../../state/file-export.js';
import { LoadMoreList } from '../../../state/pagination.js';
import { adoptStyles } from '../../parts/adopt-styles.js';
import { calendarIcon } from '../../parts/icons.js';
import { localized } from '../../parts/localized.js';
import { searchIcon } from '../absence-icons.js';
import { button } from '../../parts/button.js';
import { readerLanguage } from '../../parts/language.js';
import { saveFile } from '../../parts/save-file.js';
import { dayName, timeZoneName } from '../../parts/time.js';
import type { SharedContext } from '../context.js';
import { styles } from './activity.styles.js';
import type { ActivityContext } from './context.js';
import { activityEntry } from './entry.js';
import { PersonFilter } from './person-filter.js';
import { toolbar } from './toolbar.js';

export interface ActivityPanel {
  /** The organization's activity log, newest first. */
  readonly list: LoadMoreList<ActivityEntry>;
  /** Loads the entries of these filters, if they aren't loaded. */
  sync(filters: AddressFilters): void;
  dispose(): void;
  /** Renders the content of the tab. */
  tab(shared: SharedContext, overrides: OverridesOf<ActivityMessages>): TemplateResult;
}

interface ActivityPanelOptions {
  connect(): Promise<{ readonly send: Send }>;
  /** Shows the entries of other filters. The panel gets them through `sync`. */
  filter(filters: AddressFilters): void;
}

const isAction = (text: string): text is AuditAction => Object.hasOwn(english.actionNames, text);

export function createActivityPanel(
  host: LitElement,
  { connect, filter }: ActivityPanelOptions,
): ActivityPanel {
  const wait = new Countdown(host);
  const names = new Map<string, string>();
  let filters = readFilters({}, isAction);
  /** The filters of the entries that are there. */
  let loaded: ActivityFilters | null = null;
  let hasStarted = false;
  let isMixedUp = false;
  const list = new LoadMoreList(host, wait, async (cursor, signal) => {
    const wanted = filters;
    const { entries, next } = await readActivity((await connect()).send, toRequest(wanted), cursor, {
      signal,
    });
    if (!signal.aborted) loaded = wanted;
    for (const { actor, target } of entries)
      for (const person of [actor, target]) if (person?.name) names.set(person.userId, person.name);
    return { items: entries, next };
  });
  const choose = (chosen: Partial<Record<keyof ActivityFilters, string>>) =>
    filter({ ...filters, ...chosen });
  const personFilter = new PersonFilter(host, {
    connect,
    known: () => [...names].map(([userId, name]) => ({ userId, name })),
    onChosen: ({ userId, name }) => {
      names.set(userId, name);
      choose({ person: userId });
    },
  });
  const fileExport = new FileExport(host, { connect });
  const messages = localized(host, 'activity', english);
  adoptStyles(host, styles);

  async function download(format: ActivityFormat): Promise<void> {
    const request = toRequest(filters);
    const lang = readerLanguage(host);
    const file = await fileExport.start((send, options) =>
      exportActivity(send, request, { format, lang, ...options }),
    );
    if (file) saveFile(file, `activity-${new Date().toISOString().slice(0, 10)}.${format}`);
  }

  return {
    list,
    sync: (address) => {
      const wanted = readFilters(address, isAction);
      if (hasStarted && isSame(wanted, filters)) return;
      hasStarted = true;
      filters = wanted;
      void list.load();
    },
    dispose: () => {
      for (const each of [list, wait, personFilter, fileExport]) each.dispose();
    },
    tab: (shared, overrides) =>
      html`${log({
        ...shared,
        list,
        messages: messages.with(overrides),
        filters,
        isCurrent: loaded !== null && isSame(loaded, filters),
        personFilter,
        fileExport,
        isMixedUp,
        setMixedUp: (value) => {
          isMixedUp = value;
          host.requestUpdate();
        },
        choose,
        download: (format) => void download(format),
        nameOf: (userId) => names.get(userId) ?? null,
      })}`,
  };
}

function isSame(one: ActivityFilters, other: ActivityFilters): boolean {
  return toRequest(one).toString() === toRequest(other).toString();
}

function log(context: ActivityContext) {
  return html`<div class="activity-tab">${toolbar(context)} ${exportNote(context)} ${content(context)}</div>`;
}

/** Renders the progress of the export, or its result. */
function exportNote({ fileExport, messages, renderProblem }: ActivityContext) {
  const { state } = fileExport;
  if (!state) return nothing;
  if (state.status === 'failed') return renderProblem(state.problem);
  if (state.status === 'done')
    return html`<div class="export-note"><p role="status">${messages.exported(state.count)}</p></div>`;
  return html`<div class="export-note">
    <p role="status">${messages.exporting(state.count)}</p>
    <progress aria-label=${messages.export}></progress>
    ${button(messages.cancelExport, () => fileExport.cancel(), { part: 'cancel-export' })}
  </div>`;
}

function content(context: ActivityContext) {
  const { list, messages, renderProblem, retry, isCurrent, lang } = context;
  const { state, items, hasMore, wait } = list;
  const isLoading = state.status === 'loading';
  const failure =
    state.status === 'failed'
      ? html`${renderProblem(state.problem)}
          <div class="trail-state">
            ${button(retry, () => list.retry(), { part: 'retry', idle: wait.left > 0 })}
          </div>`
      : nothing;
  if (items.length === 0 && isLoading) return skeleton(messages);
  if (state.status === 'failed' && (items.length === 0 || !isCurrent)) return failure;
  if (items.length === 0) return empty(context);
  return html`<div
      class="trail ${isCurrent ? '' : 'stale'}"
      part="activity"
      role="group"
      aria-label=${messages.title}
      aria-busy=${isLoading}
    >
      ${repeat(
        byDay(items),
        ([day]) => day,
        ([, entries]) =>
          html`<h3 class="day" part="day">${dayName(entries[0]?.at ?? '', lang)}</h3>
            <ol>
              ${repeat(
                entries,
                ({ id }) => id,
                (entry) => activityEntry(context, entry),
              )}
            </ol>`,
      )}
    </div>
    ${failure}
    <div class="trail-end">
      <small>${messages.timeZone(timeZoneName(lang))}</small>
      ${hasMore ? button(messages.more, () => list.loadMore(), { part: 'load-more', idle: isLoading }) : nothing}
    </div>`;
}

function empty({ messages, filters, choose }: ActivityContext) {
  const isFiltered = hasFilters(filters);
  return html`<div class="absence" part="empty ${isFiltered ? 'no-matches' : ''}">
    <span class="mark" part="mark">${isFiltered ? searchIcon : calendarIcon}</span>
    <div role="status">
      <h3>${isFiltered ? messages.noMatch : messages.none}</h3>
      <p>${isFiltered ? messages.noMatchText : messages.noneText}</p>
    </div>
    ${
      isFiltered
        ? button(messages.clearFilters, () => choose({ person: '', action: '', from: '', to: '' }), {
            part: 'clear-filters',
          })
        : nothing
    }
  </div>`;
}

function skeleton(messages: ActivityMessages) {
  return html`<p class="visually-hidden" role="status">${messages.loading}</p>
    <div class="trail bones-only" part="skeleton" aria-hidden="true">
      ${Array.from({ length: 6 }, () => html`<div><span class="bone avatar" part="bone"></span><span class="bone" part="bone"></span></div>`)}
    </div>`;
}

/** Groups entries by the reader's days. */
function byDay(entries: readonly ActivityEntry[]): readonly (readonly [string, readonly ActivityEntry[]])[] {
  const days = new Map<string, ActivityEntry[]>();
  for (const entry of entries) {
    const day = new Date(entry.at).toDateString();
    const known = days.get(day);
    if (known) known.push(entry);
    else days.set(day, [entry]);
  }
  return [...days];
}
