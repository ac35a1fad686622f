import { html, nothing, type TemplateResult } from 'lit';
import type { AsyncValue } from '../../../state/async-value.js';
import { button } from '../../parts/button.js';
import { failure, type MemberContext } from './context.js';

interface Section {
  /** Unique within the page. */
  readonly id: string;
  readonly title: string;
  /** Beside the heading. */
  readonly action?: TemplateResult | typeof nothing;
}

export function section(
  { id, title, action = nothing }: Section,
  body: TemplateResult | readonly TemplateResult[],
) {
  return html`<section part="section" aria-labelledby="member-${id}">
    <header>
      <h3 id="member-${id}" part="heading">${title}</h3>
      ${action}
    </header>
    ${body}
  </section>`;
}

/** What was read, or that it is being read, or why it could not be: of this part alone. */
export function asyncContent<T>(
  context: MemberContext,
  reading: AsyncValue<T>,
  loading: string,
  show: (value: T) => TemplateResult,
) {
  const { value } = reading;
  if (value === null && !reading.problem) {
    return html`<p class="visually-hidden" role="status">${loading}</p>
      <div class="bone" aria-hidden="true"></div>`;
  }
  return html`${value === null ? nothing : show(value)} ${retryNotice(context, reading)}`;
}

/** Why it could not be read the last time, and the way to try again. */
export function retryNotice(
  context: MemberContext,
  reading: Pick<AsyncValue<unknown>, 'problem' | 'isRunning' | 'load'>,
) {
  const { member, messages, retry } = context;
  const { problem, isRunning } = reading;
  const { left } = member.wait;
  if (!problem) return nothing;
  return html`${failure(context, problem)}
    ${left > 0 ? html`<small aria-hidden="true">${messages.wait(left)}</small>` : nothing}
    <p>${button(retry, () => reading.load(), { part: 'retry', idle: isRunning || left > 0 })}</p>`;
}
