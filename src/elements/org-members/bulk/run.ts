/** Renders a bulk run: progress, then results. */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { countItems } from '../../../state/bulk/bulk-controller.js';
import type { BulkItem, BulkRun } from '../../../contract/bulk.js';
import { button } from '../../parts/button.js';
import { saveFile } from '../../parts/save-file.js';
import { detailOf, nameOf, type BulkContext } from './context.js';
import { toCsv } from '../../../state/to-csv.js';

export function running(context: BulkContext, run: BulkRun) {
  const { bulk, dialog, messages, renderProblem } = context;
  const of = run.items.length;
  const done = of - countItems(run).waiting;
  const label = messages.progress(done, of);
  return html`<progress
      class="focus-first"
      tabindex="-1"
      aria-label=${label}
      value=${done}
      max=${of}
    ></progress>
    <p role="status">${dialog.cancelling ? messages.stopping : label}</p>
    <p><small>${messages.keepsRunning}</small></p>
    ${dialog.problem ? renderProblem(dialog.problem) : nothing}
    <div class="buttons">
      ${button(dialog.cancelling ? messages.stopping : messages.stop, () => bulk.cancel(), {
        part: 'stop',
        idle: dialog.cancelling,
      })}
    </div>`;
}

export function ended(context: BulkContext, run: BulkRun, dismiss: (event: Event) => void) {
  const { bulk, dialog, messages } = context;
  const counts = countItems(run);
  const failed = run.items.filter(({ state }) => state === 'failed').map(({ userId }) => userId);
  const retryable = dialog.people.filter(({ userId }) => failed.includes(userId));
  const summary = (run.state === 'cancelled' ? messages.stopped : messages.ended)(
    counts.done,
    run.items.length,
  );
  return html`<p role="status">${run.state === 'running' ? messages.resultsUnavailable : summary}</p>
    ${itemList(
      context,
      run.items.filter((item) => item.state !== 'done' || detailOf(context, item) !== ''),
    )}
    <div class="buttons">
      ${button(messages.save, () => save(context, run), { part: 'save-results' })}
      ${
        retryable.length > 0
          ? button(messages.retry, () => bulk.open(dialog.operation, retryable, dialog.choice), {
              part: 'retry',
            })
          : nothing
      }
      <button type="button" class="focus-first primary" part="button close" @click=${dismiss}>
        ${messages.close}
      </button>
    </div>`;
}

/** Renders name and result of each member. A long list scrolls in itself. */
export function itemList(context: BulkContext, list: readonly BulkItem[]) {
  if (list.length === 0) return nothing;
  return html`<ul class="items" tabindex="0">
    ${repeat(
      list,
      ({ userId }) => userId,
      (item) =>
        html`<li>
          <bdi>${nameOf(context, item.userId)}</bdi>
          <small>${detailOf(context, item) || context.messages.states[item.state]}</small>
        </li>`,
    )}
  </ul>`;
}

function save(context: BulkContext, run: BulkRun): void {
  const { dialog, messages } = context;
  const people = new Map(dialog.people.map((person) => [person.userId, person]));
  const rows = run.items.map((item) => {
    const { name, email } = people.get(item.userId) ?? { name: null, email: null };
    return [name ?? '', email ?? '', item.userId, messages.states[item.state], detailOf(context, item)];
  });
  saveFile(
    new Blob([toCsv([messages.columns, ...rows])], { type: 'text/csv;charset=utf-8' }),
    `${dialog.operation}-${(run.endedAt ?? run.startedAt ?? '').slice(0, 10)}.csv`,
  );
}
