/** The part about what was done. Loaded once somebody looks at it. */
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ProxyProblem } from '../../../client/problem.js';
import type { ActivityEntry } from '../../../contract/activity.js';
import { ActivityController, type ActivityControllerOptions } from '../../../state/activity-controller.js';
import { activity as english, type ActivityMessages } from '../../../messages/en/activity.js';
import type { OverridesOf } from '../../../messages/messages.js';
import { adoptStyles } from '../../parts/adopt-styles.js';
import { localized } from '../../parts/localized.js';
import { button } from '../../parts/button.js';
import { exactTime, relativeTime } from '../../parts/time.js';
import { styles } from './activity.styles.js';
import { sentence } from './sentence.js';

/** What the element around says to the part about activity. */
export interface ActivitySurroundings {
  readonly lang: string;
  /** A failure, as everything in this element tells one. */
  readonly renderProblem: (problem: ProxyProblem) => TemplateResult;
  readonly retry: string;
}

export interface ActivityPanel {
  readonly controller: ActivityController;
  dispose(): void;
  /** What is under the tab. */
  tab(surroundings: ActivitySurroundings, overrides: OverridesOf<ActivityMessages>): TemplateResult;
}

interface ActivityContext extends ActivitySurroundings {
  readonly activity: ActivityController;
  readonly messages: ActivityMessages;
}

export function createActivityPanel(host: LitElement, options: ActivityControllerOptions): ActivityPanel {
  const controller = new ActivityController(host, options);
  const messages = localized(host, 'activity', english);
  adoptStyles(host, styles);
  return {
    controller,
    dispose: () => controller.dispose(),
    tab: (surroundings, overrides) =>
      html`${trail({ ...surroundings, activity: controller, messages: messages.with(overrides) })}`,
  };
}

function trail(context: ActivityContext) {
  const { activity, messages, renderProblem, retry } = context;
  const { state, entries, hasMore } = activity;
  const isLoading = state.status === 'loading';
  const failure =
    state.status === 'failed'
      ? html`<div class="trail-state">
          ${renderProblem(state.problem)} ${button(retry, () => activity.retry(), { part: 'retry' })}
        </div>`
      : nothing;
  if (entries.length === 0 && isLoading) {
    return html`<p class="visually-hidden" role="status">${messages.loading}</p>
      <div class="trail bones-only" aria-hidden="true">
        ${[1, 2, 3, 4].map(() => html`<div class="bone"></div>`)}
      </div>`;
  }
  if (entries.length === 0) {
    return state.status === 'failed'
      ? failure
      : html`<div class="trail-state" part="empty">
          <h3>${messages.none}</h3>
          <p>${messages.noneText}</p>
        </div>`;
  }
  return html`<ol class="trail" part="activity" aria-label=${messages.title} aria-busy=${isLoading}>
      ${repeat(
        entries,
        ({ id }) => id,
        (entry) => activityItem(context, entry),
      )}
    </ol>
    ${failure}
    ${
      hasMore
        ? html`<div class="trail-state">
            ${button(messages.more, () => activity.loadMore(), { part: 'more', idle: isLoading })}
          </div>`
        : nothing
    }`;
}

function activityItem({ messages, lang }: ActivityContext, entry: ActivityEntry) {
  const { at, actor, fields = [], reason } = entry;
  const notes = [
    actor.delegated ? messages.delegated : '',
    fields.length > 0 ? messages.fields(new Intl.ListFormat(lang, { type: 'unit' }).format(fields)) : '',
    reason ? messages.reason(reason) : '',
  ].filter(Boolean);
  return html`<li part="activity-entry">
    <span>${sentence(messages, entry)}</span>
    <time datetime=${at} title=${exactTime(at, lang)}>${relativeTime(at, lang)}</time>
    ${notes.length > 0 ? html`<small>${notes.join(' · ')}</small>` : nothing}
  </li>`;
}
