import type { PanelContext } from './context.js';
import { rangeOf } from './list/pager.js';

/** One polite region for everything that happens without a change of focus. */
export function announcement(panel: PanelContext): string {
  const { members, texts } = panel;
  const { state, selection, wait } = members;
  if (state.status === 'loading') return state.page ? '' : texts.loading;
  if (state.status !== 'ready') return '';
  if (state.problem) return wait.total > 0 && wait.left > 0 ? texts.wait(wait.total) : '';
  if (selection.size > 0) return texts.selected(selection.size);
  return state.page.members.length > 0 ? rangeOf(panel, state.page) : texts.noMatch;
}
