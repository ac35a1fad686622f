/** The bar of a member's page: to the members before and after, the link to it, where it stands, and Close. */
import { html, nothing, type TemplateResult } from 'lit';
import type { MemberPage } from '../../../state/member/member-page.js';
import type { Step } from '../../../state/members/list-steps.js';
import { closeIcon } from '../../parts/icons.js';
import { formatNumber } from '../../../messages/formats.js';
import { besideIcon, expandIcon, linkIcon, nextIcon, previousIcon } from './bar-icons.js';
import { failure, nameOf, type MemberContext } from './context.js';

export function bar(context: MemberContext, page: MemberPage) {
  const { member, messages, asPage, showAsPage, hasAddress, copyLink, steps } = context;
  const position = steps.positionOf(page.userId);
  const view = asPage
    ? { label: messages.openBeside, icon: besideIcon }
    : { label: messages.openAsPage, icon: expandIcon };
  return html`<div class="bar">
      <button type="button" class="quiet back" part="button back" @click=${() => member.close()}>
        <span class="mirrored" aria-hidden="true">‹</span> ${messages.back}
      </button>
      ${stepButton(context, -1, position?.hasPrevious)} ${stepButton(context, 1, position?.hasNext)}
      ${positionText(context, page)}
      ${hasAddress ? iconButton(messages.copyLink, linkIcon, 'copy-link', copyLink) : nothing}
      ${iconButton(view.label, view.icon, 'member-view', () => showAsPage(!asPage))}
      ${iconButton(messages.close, closeIcon, 'close-member', () => member.close())}
    </div>
    ${steps.problem ? html`<div class="step-problem">${failure(context, steps.problem)}</div>` : nothing}`;
}

function iconButton(label: string, icon: TemplateResult, name: string, press: () => unknown) {
  return html`<button
    type="button"
    class="icon-button ${name}"
    part="button ${name}"
    aria-label=${label}
    title=${label}
    @click=${press}
  >
    ${icon}
  </button>`;
}

/** The text beside the buttons says why one has nowhere to go. */
function stepButton({ messages, step }: MemberContext, to: Step, isPossible = false) {
  const [label, icon, name] =
    to === 1
      ? [messages.next, nextIcon, 'next-member']
      : [messages.previous, previousIcon, 'previous-member'];
  return html`<button
    type="button"
    class="icon-button step"
    part="button ${name}"
    aria-label=${label}
    aria-describedby="member-position"
    title=${label}
    aria-disabled=${!isPossible}
    @click=${() => isPossible && step(to)}
  >
    ${icon}
  </button>`;
}

/** Renders where the member is in the list. Screen readers also hear who it is, as the focus stays on the button. */
function positionText(context: MemberContext, page: MemberPage) {
  const { steps, messages, lang } = context;
  const position = steps.positionOf(page.userId);
  if (!position?.member) {
    return html`<small class="position" id="member-position" role="status">
      ${steps.isLoaded ? messages.notListed : nothing}
    </small>`;
  }
  const { at, total, member } = position;
  // Auth0 stops counting before the list ends.
  const isCounted = total && (total.exact || at <= total.count);
  const of = isCounted ? `${formatNumber(total.count, lang)}${total.exact ? '' : '+'}` : null;
  return html`<small class="position" id="member-position" role="status">
    <span class="visually-hidden">${messages.named(nameOf(context, member))} </span
    >${messages.position(formatNumber(at, lang), of)}
  </small>`;
}
