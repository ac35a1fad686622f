import { html, nothing, type TemplateResult } from 'lit';
import type { AsyncValue } from '../../../state/async-value.js';
import { button } from '../../parts/button.js';
import { failure, type MemberContext } from './context.js';

interface Section {
  /** Unique in the page. */
  readonly id: string;
  readonly title: string;
  /** Next to the heading. */
  readonly action?: TemplateResult | typeof nothing;
}

export function section(
  { id, title, action = nothing }: Section,
  body: TemplateResult | readonly TemplateResult[],
) {
  return html`<section part="section" aria-labelledby="member-${id}">
    <header>
      <h3 id="member-${id}" part="heading" tabindex="-1">${title}</h3>
      ${action}
    </header>
    ${body}
  </section>`;
}

/** Renders a value that loads independently: placeholder, content, failure. */
export function asyncContent<T>(
  context: MemberContext,
  source: AsyncValue<T>,
  loading: string,
  render: (value: T) => TemplateResult,
) {
  const { value } = source;
  if (value === null && !source.problem) {
    return html`<p class="visually-hidden" role="status">${loading}</p>
      <div class="bone" part="skeleton bone" aria-hidden="true"></div>`;
  }
  return html`${value === null ? nothing : render(value)} ${retryNotice(context, source)}`;
}

/** Renders why the value couldn't be loaded, and a button to try again. */
export function retryNotice(
  context: MemberContext,
  source: Pick<AsyncValue<unknown>, 'problem' | 'isRunning' | 'load'>,
) {
  const { member, messages, retry } = context;
  const { problem, isRunning } = source;
  const { left } = member.wait;
  if (!problem) return nothing;
  return html`${failure(context, problem)}
    ${left > 0 ? html`<small aria-hidden="true">${messages.wait(left)}</small>` : nothing}
    <p>${button(retry, () => source.load(), { part: 'retry', idle: isRunning || left > 0 })}</p>`;
}
