/** The filter by dates: a button that says which days are shown, and a popover in which they are chosen. */
import { html, nothing } from 'lit';
import type { ActivityMessages } from '../../../messages/en/activity.js';
import { startOfDay, type ActivityFilters } from '../../../state/activity/activity-filters.js';
import { calendarIcon } from '../../parts/icons.js';
import { place } from '../../parts/place.js';
import { dayRange } from '../../parts/time.js';

type Days = Pick<ActivityFilters, 'from' | 'to'>;

interface DateFilterContext {
  readonly messages: ActivityMessages;
  readonly lang: string;
  readonly days: Days;
  /** Whether the days in the form are the wrong way around. */
  readonly isMixedUp: boolean;
  choose(days: Days): void;
  setMixedUp(isMixedUp: boolean): void;
}

/** Returns the days that are chosen, in the reader's language; empty for all. */
export function describeDays({ from, to }: Days, messages: ActivityMessages, lang: string): string {
  const [first, last] = [startOfDay(from), startOfDay(to)];
  if (first && last) return first > last ? `${from} – ${to}` : dayRange(first, last, lang);
  if (first) return messages.since(dayRange(first, first, lang));
  return last ? messages.until(dayRange(last, last, lang)) : '';
}

export function dateFilter(context: DateFilterContext) {
  const { messages, lang, days } = context;
  return html`<button type="button" part="button dates" popovertarget="activity-dates">
    ${calendarIcon} <span>${describeDays(days, messages, lang) || messages.anyDate}</span>
  </button>`;
}

/** Outside the toolbar, whose styles are for its own controls. */
export function datePopover(context: DateFilterContext) {
  const { messages, days, isMixedUp } = context;
  return html`<form
    class="menu dates"
    id="activity-dates"
    popover
    novalidate
    aria-label=${messages.dates}
    @beforetoggle=${(event: ToggleEvent) => reset(context, event)}
    @toggle=${placeBelowButton}
    @submit=${(event: SubmitEvent) => apply(context, event)}
  >
    ${day('from', messages.from, days.from, isMixedUp)} ${day('to', messages.to, days.to, isMixedUp)}
    ${isMixedUp ? html`<p class="bad" id="activity-dates-problem" role="alert">${messages.datesMixedUp}</p>` : nothing}
    <div>
      <button
        type="button"
        class="plain"
        part="button clear-dates"
        @click=${(event: Event) => {
          close(event);
          context.choose({ from: '', to: '' });
        }}
      >
        ${messages.clearDates}
      </button>
      <button type="submit" class="primary" part="button apply-dates">${messages.apply}</button>
    </div>
  </form>`;
}

function day(name: 'from' | 'to', label: string, value: string, isMixedUp: boolean) {
  return html`<label>
    ${label}
    <input
      type="date"
      part="input"
      name=${name}
      min="1000-01-01"
      max="9999-12-31"
      .value=${value}
      aria-invalid=${isMixedUp ? 'true' : nothing}
      aria-describedby=${isMixedUp ? 'activity-dates-problem' : nothing}
    />
  </label>`;
}

/** Starts with the days that are shown: others may have been entered and not applied. */
function reset({ days, setMixedUp }: DateFilterContext, event: ToggleEvent): void {
  if (event.newState !== 'open') return;
  setMixedUp(false);
  const form = event.currentTarget as HTMLFormElement;
  for (const input of form.querySelectorAll('input')) input.value = days[input.name as keyof Days];
}

function placeBelowButton(event: ToggleEvent): void {
  if (event.newState !== 'open') return;
  const form = event.currentTarget as HTMLFormElement;
  const root = form.getRootNode() as ShadowRoot;
  const button = root.querySelector<HTMLElement>('[popovertarget="activity-dates"]');
  if (button) place(form, button, 'end');
  form.querySelector('input')?.focus();
}

function apply({ choose, setMixedUp }: DateFilterContext, event: SubmitEvent): void {
  event.preventDefault();
  const form = event.currentTarget as HTMLFormElement;
  const [from = '', to = ''] = [...form.querySelectorAll('input')].map(({ value }) => value);
  // Days in this form compare as text.
  if (from !== '' && to !== '' && from > to) return setMixedUp(true);
  close(event);
  choose({ from, to });
}

function close(event: Event): void {
  (event.currentTarget as HTMLElement).closest<HTMLElement>('[popover]')?.hidePopover();
}
