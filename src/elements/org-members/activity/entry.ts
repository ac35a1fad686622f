import { html, nothing } from 'lit';
import type { ActivityEntry } from '../../../contract/activity.js';
import type { ActivityMessages } from '../../../messages/en/activity.js';
import { avatar } from '../../parts/avatar.js';
import { joinNames } from '../../parts/join-items.js';
import { exactTime, timeOfDay } from '../../parts/time.js';
import type { SharedContext } from '../context.js';
import { changesOf, otherFieldsOf, type ShownChange } from './changes.js';
import { sentence, type NamedPerson } from './sentence.js';

export interface EntryContext extends Pick<SharedContext, 'lang' | 'openMember'> {
  readonly messages: ActivityMessages;
}

/** Renders an entry: who did what to whom, from what to what, how it ended, and why. */
export function activityEntry(context: EntryContext, entry: ActivityEntry) {
  const { messages, lang } = context;
  const { at, actor, outcome, reason } = entry;
  const fields = otherFieldsOf(entry, lang);
  const cause = causeOf(entry, messages);
  const notes = [
    outcome === 'done'
      ? nothing
      : html`<span class="badge ${outcome === 'refused' ? 'state' : ''}" part="badge">
          ${messages.outcomes[outcome]}
        </span>`,
    cause ?? nothing,
    fields.length > 0 ? messages.fields(joinNames(fields, lang, { style: 'narrow' })) : nothing,
    reason ? html`<bdi>${messages.reason(reason)}</bdi>` : nothing,
    actor.delegated ? messages.delegated : nothing,
  ].filter((note) => note !== nothing);
  return html`<li part="activity-entry">
    ${avatar(actor.name, null)}
    <div class="what">
      <p>
        ${sentence(messages, entry).map((part) => (typeof part === 'string' ? part : person(context, part)))}
        ${changesOf(entry, messages, lang).map((change) => changed(messages, change))}
      </p>
      ${
        notes.length > 0
          ? html`<p class="notes">${notes.map((note) => html`<small>${note}</small>`)}</p>`
          : nothing
      }
    </div>
    <time datetime=${at} title=${exactTime(at, lang)}>${timeOfDay(at, lang)}</time>
  </li>`;
}

/**
 * Isolated: the direction of a name must not affect the sentence around it. Not a button, which would break the line before
 * “’s”, and the text that someone copies.
 */
function person({ openMember }: EntryContext, { userId, name }: NamedPerson) {
  if (userId === null) return html`<bdi class="named" translate="no">${name}</bdi>`;
  return html`<bdi
    class="named"
    part="activity-person"
    role="link"
    tabindex="0"
    @click=${() => openMember(userId)}
    @keydown=${({ key }: KeyboardEvent) => key === 'Enter' && openMember(userId)}
    >${name}</bdi
  >`;
}

function changed(messages: ActivityMessages, { label, values }: ShownChange) {
  return html`<span class="change"
    >${label === null ? nothing : html`<bdi class="field-name">${label}</bdi>`}
    ${
      values
        ? html`<bdi class="chip" translate="no">${values.from}</bdi>
            <span class="arrow mirrored" role="img" aria-label=${messages.changedTo}>→</span>
            <bdi class="chip" translate="no">${values.to}</bdi>`
        : html`<span class="chip">${messages.changed}</span>`
    }</span
  >`;
}

function causeOf({ problem }: ActivityEntry, { causes }: ActivityMessages): string | null {
  // The reason says more than `operation_locked`.
  const code = problem?.reason ?? problem?.code;
  return (code && causes[code]) ?? null;
}
