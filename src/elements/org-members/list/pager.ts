import { html, nothing } from 'lit';
import { formatNumber } from '../../../messages/formats.js';
import { pageSizes } from '../../../state/members/member-query.js';
import type { ListPage } from '../../../state/members/members-state.js';
import { button } from '../../parts/button.js';
import type { PanelContext } from '../context.js';

/** Renders the range of the page, the page size, Previous and Next. */
export function pager(panel: PanelContext, page: ListPage) {
  const { members, messages } = panel;
  const { limit } = members.query;
  const isOnly = !members.hasPrevious && !page.hasNext;
  const choose = ({ currentTarget }: Event) =>
    void members.choose({ limit: Number((currentTarget as HTMLSelectElement).value) });
  return html`<footer class="pager" part="pager">
    <small>${rangeOf(panel, page)}${page.isCut ? html` ${messages.cut}` : nothing}</small>
    <label>
      <small>${messages.pageSize}</small>
      <select part="input page-size" @change=${choose}>
        ${pageSizes.map((size) => html`<option value=${size} .selected=${size === limit}>${size}</option>`)}
      </select>
    </label>
    ${
      isOnly
        ? nothing
        : html`${button(messages.previous, (event) => turn(event, members.previousPage()), { part: 'previous', idle: !members.hasPrevious })}
          ${button(messages.next, (event) => turn(event, members.nextPage()), { part: 'next', idle: !page.hasNext })}`
    }
  </footer>`;
}

/** Scrolls to the top of the list once another page is there. */
async function turn({ currentTarget }: Event, loading: Promise<void>): Promise<void> {
  const list = (currentTarget as HTMLElement).closest('.list');
  await loading;
  if (list && list.getBoundingClientRect().top < 0) list.scrollIntoView();
}

export function rangeOf({ messages, lang }: PanelContext, { members, before, total }: ListPage): string {
  const count = total && messages.count(formatNumber(total.count, lang), total.exact);
  return messages.range(formatNumber(before + 1, lang), formatNumber(before + members.length, lang), count);
}
