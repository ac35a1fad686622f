import type { PanelContext } from './context.js';
import { rangeOf } from './list/pager.js';

/** Returns the text of the panel's live region: what happened without a change of focus. */
export function announcement(panel: PanelContext): string {
  const { members, messages } = panel;
  const { state, selection, wait } = members;
  if (state.status === 'loading') return state.page ? '' : messages.loading;
  if (state.status !== 'ready') return '';
  if (state.problem) return wait.total > 0 && wait.left > 0 ? messages.wait(wait.total) : '';
  if (selection.size > 0) return messages.selected(selection.size);
  return state.page.members.length > 0 ? rangeOf(panel, state.page) : messages.noMatch;
}
