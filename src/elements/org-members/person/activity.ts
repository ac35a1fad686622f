import { html, nothing } from 'lit';
import type { ActivityPage } from '../../../contract/activity.js';
import type { MemberPage } from '../../../state/member/member-page.js';
import { exactTime, relativeTime } from '../../parts/time.js';
import type { MemberContext } from './context.js';
import { section, shown } from './section.js';

/** The newest are enough here: the whole trail has a place of its own. */
const mostShown = 8;

/** What was done about this person through Orgdesk. */
export function activity(context: MemberContext, page: MemberPage) {
  const { title, loading } = context.texts.activity;
  if (!page.readsActivity) return nothing;
  return section(
    { id: 'activity', title },
    html`${shown(context, page.activity, loading, (value) => list(context, value))}`,
  );
}

function list({ texts, lang }: MemberContext, { entries, next }: ActivityPage) {
  const words = texts.activity;
  if (entries.length === 0) return html`<p><small>${words.none}</small></p>`;
  const hasMore = next !== null || entries.length > mostShown;
  return html`<ul class="facts">
      ${entries.slice(0, mostShown).map(
        ({ action, actor, at, fields, reason }) =>
          html`<li>
            <div>
              <b>${titleOf(words.actions, action)}</b>
              <small title=${exactTime(at, lang)}>
                ${[words.by(actor.name ?? words.somebody), relativeTime(at, lang), fields?.join(', ')]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
              ${reason ? html`<small><q>${reason}</q></small>` : nothing}
            </div>
          </li>`,
      )}
    </ul>
    ${hasMore ? html`<p><small>${words.more}</small></p>` : nothing}`;
}

/** A newer proxy may record actions that have no title here. */
function titleOf(titles: Readonly<Record<string, string>>, action: string): string {
  return (Object.hasOwn(titles, action) && titles[action]) || action;
}
