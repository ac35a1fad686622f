import { html, nothing } from 'lit';
import { button } from '../../parts/button.js';
import { emptyList, notice } from './empty-state.js';
import type { PanelContext } from '../context.js';
import { pager } from './pager.js';
import { skeletonRows } from './skeleton.js';
import { table } from './table.js';
import type { PanelInteractions } from '../panel-interactions.js';
import { toolbar } from './toolbar.js';

/** Renders the Members tab: toolbar, notices, table, pager. `interactions` is `null` until it is loaded. */
export function memberList(panel: PanelContext, interactions: PanelInteractions | null) {
  const { members, readOnly } = panel;
  const { state, selection } = members;
  const { page } = state;
  if (!page) return html`${toolbar(panel)} ${slowNote(panel)} ${skeletonRows()}`;
  const isStale = state.status === 'loading';
  return html`${toolbar(panel)}
    ${state.status === 'ready' && state.problem ? notice(panel, state.problem, true) : nothing}
    ${slowNote(panel)}
    <div class=${isStale ? 'stale' : nothing}>
      ${page.members.length > 0 ? table(panel, page, interactions?.keyboard ?? null) : emptyList(panel)}
    </div>
    ${selection.size > 0 && !readOnly ? interactions?.selectionBar(panel) : nothing}
    ${page.members.length > 0 || members.hasPrevious ? pager(panel, page) : nothing}`;
}

/** After a while without an answer, offers to try again. */
function slowNote({ members, messages }: PanelContext) {
  const { state } = members;
  if (state.status !== 'loading' || !state.slow) return nothing;
  return html`<div class="notice slow" part="notice slow">
    <p role="alert">${messages.slow}</p>
    ${button(messages.retry, () => members.load(), { part: 'retry' })}
  </div>`;
}
