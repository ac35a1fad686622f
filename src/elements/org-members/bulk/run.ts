/** Renders a bulk run: progress, then results. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { countItems } from '../../../state/bulk/bulk-controller.js';
import type { BulkItem, BulkRun } from '../../../contract/bulk.js';
import { button } from '../../parts/button.js';
import { saveFile } from '../../parts/save-file.js';
import { alertIcon } from '../absence-icons.js';
import { checkIcon, clockIcon, infoIcon } from '../outcome-icons.js';
import { detailOf, nameOf, stateOf, type BulkContext } from './context.js';
import { toCsv } from '../../../state/to-csv.js';

/** How many results are listed. The file has all of them. */
const maxListed = 100;

/** Returns the title of the dialog: a question, what is being done, and what was done. */
export function titleOf({ dialog, messages }: BulkContext): string {
  const { operation, people, phase, run } = dialog;
  const texts = messages.operations[operation];
  if (!run || (phase !== 'running' && phase !== 'ended')) return texts.title(people.length);
  const of = run.items.length;
  if (phase === 'running') return texts.running(of);
  return texts.ended(countItems(run).done, of);
}

/** Renders how far a run is. */
export function progress({ dialog, messages }: BulkContext, run: BulkRun) {
  const { pending } = dialog;
  const of = run.items.length;
  const done = of - countItems(run).waiting;
  const label = messages.progress(done, of);
  let status = label;
  if (pending === 'stop' || run.state === 'stopping') status = messages.stopping;
  else if (pending === 'pause') status = messages.pausing;
  else if (run.state === 'paused') status = messages.paused(done, of);
  return html`<progress
      class="focus-first"
      tabindex="-1"
      aria-label=${label}
      value=${done}
      max=${of}
    ></progress>
    <p role="status">${status}</p>`;
}

export function running(context: BulkContext, run: BulkRun) {
  const { bulk, dialog, messages, renderProblem } = context;
  const isPaused = run.state === 'paused';
  const idle = dialog.pending !== null || run.state === 'stopping';
  return html`${progress(context, run)}
    <p><small>${isPaused ? messages.staysPaused : messages.keepsRunning}</small></p>
    ${dialog.problem ? renderProblem(dialog.problem) : nothing}
    <div class="buttons">
      ${button(messages.stop, () => bulk.cancel(), { part: 'stop', idle })}
      ${
        isPaused
          ? button(messages.resume, () => bulk.continue(), { part: 'resume', primary: true, idle })
          : button(messages.pause, () => bulk.pause(), { part: 'pause', idle })
      }
      ${button(messages.hide, () => bulk.close(), { part: 'hide' })}
    </div>`;
}

export function ended(context: BulkContext, run: BulkRun, dismiss: (event: Event) => void) {
  const { bulk, messages } = context;
  const counts = countItems(run);
  const retryable = bulk.retryable.length;
  const summary = (run.state === 'cancelled' ? messages.stopped : messages.ended)(
    counts.done,
    run.items.length,
  );
  const notable = run.items.filter((item) => item.state !== 'done' || detailOf(context, item) !== '');
  return html`<p role="status">${run.endedAt === null ? messages.resultsUnavailable : summary}</p>
    ${itemList(context, run.items)}
    <div class="buttons">
      ${button(messages.save, () => save(context, run, run.items), { part: 'save-results' })}
      ${
        notable.length > 0 && notable.length < run.items.length
          ? button(messages.saveRest, () => save(context, run, notable), { part: 'save-rest' })
          : nothing
      }
      ${retryable > 0 ? button(messages.retryFor(retryable), () => bulk.retry(), { part: 'retry' }) : nothing}
      <button type="button" class="focus-first primary" part="button close" @click=${dismiss}>
        ${messages.close}
      </button>
    </div>`;
}

const icons: Readonly<Record<BulkItem['state'], TemplateResult>> = {
  allowed: infoIcon,
  waiting: clockIcon,
  done: checkIcon,
  refused: infoIcon,
  failed: alertIcon,
};

/** Renders name and result of each member. A long list scrolls in itself, and a very long one is cut. */
export function itemList(context: BulkContext, list: readonly BulkItem[]) {
  if (list.length === 0) return nothing;
  const { messages } = context;
  const rest = list.length - maxListed;
  return html`<ul class="lines items" tabindex="0">
      ${repeat(
        list.slice(0, maxListed),
        ({ userId }) => userId,
        (item) =>
          html`<li class=${item.state}>
            ${icons[item.state]}
            <span>
              <bdi translate="no">${nameOf(context, item.userId)}</bdi>
              <small>${detailOf(context, item) || stateOf(context, item)}</small>
            </span>
          </li>`,
      )}
    </ul>
    ${rest > 0 ? html`<p><small>${messages.notListed(rest)}</small></p>` : nothing}`;
}

function save(context: BulkContext, run: BulkRun, items: readonly BulkItem[]): void {
  const { dialog, messages } = context;
  const people = new Map(dialog.people.map((person) => [person.userId, person]));
  const rows = items.map((item) => {
    const { name, email } = people.get(item.userId) ?? { name: null, email: null };
    return [name ?? '', email ?? '', item.userId, stateOf(context, item), detailOf(context, item)];
  });
  saveFile(
    new Blob([toCsv([messages.columns, ...rows])], { type: 'text/csv;charset=utf-8' }),
    `${dialog.operation}-${(run.endedAt ?? run.startedAt ?? '').slice(0, 10)}.csv`,
  );
}
