import { html, nothing } from 'lit';
import type { ActivityPage } from '../../../contract/activity.js';
import { textFor } from '../../../policy/localized-text.js';
import type { LocalizedText } from '../../../policy/vocabulary.js';
import type { MemberPage } from '../../../state/member/member-page.js';
import { joinNames, oneLine } from '../../parts/join-items.js';
import { exactTime, relativeTime } from '../../parts/time.js';
import type { MemberContext } from './context.js';
import { section, asyncContent } from './section.js';

/** The newest entries; the Activity tab has all of them. */
const maxEntries = 8;

/** Renders what was done to the member through Orgdesk. */
export function activity(context: MemberContext, page: MemberPage) {
  const { title, loading } = context.messages.activity;
  if (!page.readsActivity) return nothing;
  return section(
    { id: 'activity', title },
    html`${asyncContent(context, page.activity, loading, (value) => list(context, value))}`,
  );
}

function list(
  { messages: { activity: messages, justNow }, lang }: MemberContext,
  { entries, next }: ActivityPage,
) {
  if (entries.length === 0) return html`<p><small>${messages.none}</small></p>`;
  const hasMore = next !== null || entries.length > maxEntries;
  return html`<ul class="facts">
      ${entries.slice(0, maxEntries).map(
        ({ action, actor, at, fields, fieldLabels = {}, outcome, reason }) =>
          html`<li>
            <div>
              <b>${titleOf(messages.actions, action)}</b>
              <small title=${exactTime(at, lang)}>
                ${oneLine([
                  messages.by(actor.name),
                  relativeTime(at, lang, { justNow }),
                  fields?.length && namesOf(fields, fieldLabels, lang),
                  outcome !== 'done' && messages.outcomes[outcome],
                ])}
              </small>
              ${reason ? html`<small><q dir="auto">${reason}</q></small>` : nothing}
            </div>
          </li>`,
      )}
    </ul>
    ${hasMore ? html`<p><small>${messages.more}</small></p>` : nothing}`;
}

const namesOf = (fields: readonly string[], labels: Readonly<Record<string, LocalizedText>>, lang: string) =>
  joinNames(
    fields.map((field) => textFor(labels[field] ?? {}, lang) ?? field),
    lang,
    { style: 'narrow' },
  );

/** A newer proxy may record actions that have no title here. */
function titleOf(titles: Readonly<Record<string, string>>, action: string): string {
  return (Object.hasOwn(titles, action) && titles[action]) || action;
}
