/** Panel of the Activity tab. Loaded when the tab is opened. */
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { readActivity } from '../../../client/activity.js';
import type { Send } from '../../../client/send.js';
import type { ActivityEntry } from '../../../contract/activity.js';
import { activity as english, type ActivityMessages } from '../../../messages/en/activity.js';
import type { OverridesOf } from '../../../messages/messages.js';
import { Countdown } from '../../../state/countdown.js';
import { LoadMoreList } from '../../../state/pagination.js';
import { adoptStyles } from '../../parts/adopt-styles.js';
import { localized } from '../../parts/localized.js';
import { button } from '../../parts/button.js';
import { exactTime, relativeTime } from '../../parts/time.js';
import type { SharedContext } from '../context.js';
import { styles } from './activity.styles.js';
import { changesOf } from './changes.js';
import { sentence } from './sentence.js';

export interface ActivityPanel {
  /** The organization's activity log, newest first. */
  readonly list: LoadMoreList<ActivityEntry>;
  dispose(): void;
  /** Renders the content of the tab. */
  tab(shared: SharedContext, overrides: OverridesOf<ActivityMessages>): TemplateResult;
}

interface ActivityContext extends SharedContext {
  readonly list: LoadMoreList<ActivityEntry>;
  readonly messages: ActivityMessages;
}

export function createActivityPanel(
  host: LitElement,
  { connect }: { connect(): Promise<{ readonly send: Send }> },
): ActivityPanel {
  const wait = new Countdown(host);
  const list = new LoadMoreList(host, wait, async (cursor, signal) => {
    const { entries, next } = await readActivity((await connect()).send, cursor, { signal });
    return { items: entries, next };
  });
  const messages = localized(host, 'activity', english);
  adoptStyles(host, styles);
  void list.load();
  return {
    list,
    dispose: () => {
      for (const each of [list, wait]) each.dispose();
    },
    tab: (shared, overrides) => html`${log({ ...shared, list, messages: messages.with(overrides) })}`,
  };
}

function log(context: ActivityContext) {
  const { list, messages, renderProblem, retry } = context;
  const { state, items, hasMore, wait } = list;
  const isLoading = state.status === 'loading';
  const failure =
    state.status === 'failed'
      ? html`<div class="trail-state">
          ${renderProblem(state.problem)}
          ${button(retry, () => list.retry(), { part: 'retry', idle: wait.left > 0 })}
        </div>`
      : nothing;
  if (items.length === 0 && isLoading) {
    return html`<p class="visually-hidden" role="status">${messages.loading}</p>
      <div class="trail bones-only" aria-hidden="true">
        ${[1, 2, 3, 4].map(() => html`<div class="bone"></div>`)}
      </div>`;
  }
  if (items.length === 0) {
    return state.status === 'failed'
      ? failure
      : html`<div class="trail-state" part="empty">
          <h3>${messages.none}</h3>
          <p>${messages.noneText}</p>
        </div>`;
  }
  return html`<ol class="trail" part="activity" aria-label=${messages.title} aria-busy=${isLoading}>
      ${repeat(
        items,
        ({ id }) => id,
        (entry) => activityItem(context, entry),
      )}
    </ol>
    ${failure}
    ${
      hasMore
        ? html`<div class="trail-state">
            ${button(messages.more, () => list.loadMore(), { part: 'more', idle: isLoading })}
          </div>`
        : nothing
    }`;
}

function activityItem({ messages, lang }: ActivityContext, entry: ActivityEntry) {
  const { at, actor, outcome, reason } = entry;
  const changes = changesOf(entry, messages, lang);
  // Values that the reader can't see leave the names of their fields.
  const fields = changes.length > 0 ? [] : (entry.fields ?? []);
  const notes = [
    actor.delegated ? messages.delegated : '',
    ...changes,
    fields.length > 0 ? messages.fields(new Intl.ListFormat(lang, { type: 'unit' }).format(fields)) : '',
    outcome === 'done' ? '' : messages.outcomes[outcome],
    reason ? messages.reason(reason) : '',
  ].filter(Boolean);
  return html`<li part="activity-entry">
    <span>${sentence(messages, entry)}</span>
    <time datetime=${at} title=${exactTime(at, lang)}>${relativeTime(at, lang, messages)}</time>
    ${notes.length > 0 ? html`<small>${notes.join(' · ')}</small>` : nothing}
  </li>`;
}
